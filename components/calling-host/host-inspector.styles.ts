import { css } from 'lit';

export const inspectorStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  h2 {
    margin: 0;
    margin-inline-end: auto;
    font-size: 1rem;
  }

  .hint,
  .direction,
  .phase,
  .frame,
  .times,
  time {
    color: var(--_text-quiet);
  }

  .hint {
    margin-block: var(--_space);
    font-size: 0.875rem;
  }

  .hint:empty {
    display: none;
  }

  .quiet,
  select,
  [type='search'] {
    min-block-size: 32px;
    padding: 0 calc(2 * var(--_space));
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.875rem;
  }

  .file {
    display: grid;
    align-items: center;
    cursor: pointer;
  }

  .file:has(+ :focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .check {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .filter {
    margin-block-start: calc(2 * var(--_space));
    font-size: 0.875rem;
  }

  [type='search'] {
    flex: 1 1 5rem;
    min-inline-size: 0;
  }

  #messages {
    overflow-y: auto;
    max-block-size: 28rem;
    margin: calc(2 * var(--_space)) 0 0;
    padding: 0;
    list-style: none;
  }

  .message + .message {
    border-block-start: 1px solid var(--_line);
  }

  summary {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 calc(2 * var(--_space));
    padding-block: var(--_space);
    border-radius: 4px;
    font-size: 0.8125rem;
    cursor: pointer;
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  .direction {
    white-space: nowrap;
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(2 * var(--_space));
  }

  .direction::before {
    display: inline-block;
    inline-size: 1.125rem;
    color: var(--_accent);
    content: '→' / '';
  }

  [data-direction='to-host'] .direction::before {
    color: var(--_call-text);
    content: '←' / '';
  }

  .type {
    font-size: 0.75rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .ignored {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  span.ignored {
    font-weight: 600;
  }

  .invalid {
    color: var(--_danger-text);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  .payload {
    margin: 0 0 calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
    font:
      0.8125rem/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  details .quiet {
    margin-block-end: calc(2 * var(--_space));
  }

  /* The message is below its direction. */
  @media (width < 30rem) {
    summary {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .what {
      grid-row: 2;
      grid-column: 1 / -1;
      padding-inline-start: 1.125rem;
    }
  }
`;
