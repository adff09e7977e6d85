import { css } from 'lit';

export const wrapUpStyles = css`
  [part='summary'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(3 * var(--_space));
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
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
