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

  [part='summary'] > bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  [part='outcome'] {
    inline-size: 100%;
    min-inline-size: 0;
  }

  .buttons {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
