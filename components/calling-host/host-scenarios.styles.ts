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
    font-size: 0.875rem;
  }

  .quiet {
    min-inline-size: 4rem;
    min-block-size: 32px;
    font-size: 0.875rem;
  }

  .verdict:empty {
    display: none;
  }

  .verdict {
    margin-block: calc(2 * var(--_space));
    padding: var(--_space) calc(3 * var(--_space));
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.875rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .verdict[data-verdict='passed'] {
    border-color: var(--_call);
    color: var(--_call-text);
  }

  .verdict[data-verdict='failed'] {
    border-color: var(--_danger);
    color: var(--_danger-text);
  }

  .notice {
    margin-block: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 4px solid var(--_accent);
    background: var(--_raised);
    font-size: 0.875rem;
  }

  .notice p {
    margin: 0 0 calc(2 * var(--_space));
  }

  /* The frames stand beside each other where there is room for it, each whole. */
  .stage {
    display: flex;
    overflow-x: auto;
    gap: calc(3 * var(--_space));
  }

  .notice:empty,
  .stage:empty {
    display: none;
  }

  figure {
    flex: none;
    max-inline-size: 100%;
    margin: calc(2 * var(--_space)) 0;
  }

  figcaption {
    font-size: 0.875rem;
    font-weight: 600;
  }

  iframe {
    display: block;
    max-inline-size: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .shows {
    margin-block-start: calc(2 * var(--_space));
  }

  .hint {
    font-size: 0.8125rem;
    color: var(--_text-quiet);
  }

  details + details {
    border-block-start: 1px solid var(--_line);
  }

  details[open] {
    padding-block-end: calc(2 * var(--_space));
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(2 * var(--_space));
    min-block-size: 28px;
    padding-block: var(--_space);
    border-radius: 4px;
    font-size: 0.875rem;
    cursor: pointer;
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  .name {
    font-weight: 600;
  }

  summary .sign:empty::before {
    color: var(--_text-quiet);
    font-weight: 400;
    content: '▸' / '';
  }

  summary .hint {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  details > :not(summary) {
    margin-inline-start: 1.5rem;
  }

  ol {
    margin: calc(2 * var(--_space)) 0 0;
    padding: 0;
    font-size: 0.8125rem;
    list-style: none;
  }

  li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    padding: 2px var(--_space);
    border-radius: 4px;
  }

  .sign {
    min-inline-size: 1.25rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  [data-status='passed'] > .sign,
  [data-status='passed'] > summary .sign {
    color: var(--_call-text);
  }

  .why {
    display: block;
    margin-block: var(--_space);
  }

  .why,
  [data-status='failed'] > .sign,
  [data-status='failed'] > summary .sign {
    color: var(--_danger-text);
  }

  [aria-current] {
    outline: 1px solid var(--_accent);
    background: var(--_raised);
    font-weight: 600;
  }

  li > .sign:empty::before {
    color: var(--_text-quiet);
    font-weight: 400;
    content: counter(step);
  }

  [aria-current] > .sign:empty::before {
    color: var(--_accent);
    content: '▸' / '';
  }

  [data-status='not-reached'] {
    color: var(--_text-quiet);
  }
`;
