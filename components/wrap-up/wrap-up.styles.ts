import { css } from 'lit';

export const wrapUpStyles = css`
  :host(:not(:state(open))) {
    display: none;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='title'] {
    margin: 0;
    font-size: 1.125rem;
  }

  [part='summary'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(3 * var(--_space));
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  [part='label'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  .buttons {
    display: grid;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
