import { css } from 'lit';

export const scenariosStyles = css`
  h2 {
    margin: 0 0 calc(2 * var(--_space));
    font-size: 1rem;
  }

  .bar {
    display: flex;
    gap: calc(2 * var(--_space));
  }

  select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 32px;
    padding: 0 calc(2 * var(--_space));
  }

  .quiet {
    min-block-size: 32px;
    font-size: 0.875rem;
  }

  .shows {
    margin-block: calc(2 * var(--_space)) 0;
  }

  .hint {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  .prompt p {
    margin-block: calc(2 * var(--_space)) var(--_space);
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-weight: 600;
  }

  .verdict {
    font-weight: 600;
  }

  .verdict[data-ok='true'],
  [data-status='passed'] .sign {
    color: var(--_call);
  }

  .verdict[data-ok='false'],
  .why,
  [data-status='failed'] .sign {
    color: var(--_danger);
  }

  ol {
    overflow-y: auto;
    max-block-size: 28rem;
    margin: calc(2 * var(--_space)) 0 0;
    padding-inline-start: 1.75rem;
    font-size: 0.875rem;
  }

  li {
    overflow-wrap: anywhere;
    padding-block: 2px;
  }

  [aria-current] {
    font-weight: 600;
  }

  [data-status='not-reached'] {
    color: var(--_text-quiet);
  }
`;
