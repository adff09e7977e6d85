import { css } from 'lit';

export const callQueueStyles = css`
  [part='base'] {
    display: grid;
    gap: calc(2 * var(--_space));
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    align-items: baseline;
    justify-content: space-between;
  }

  [part='title'] {
    font-size: 0.9375rem;
    font-weight: 700;
  }

  .line > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  [part='progress-text'],
  [part='countdown'] {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  [part='progress'] {
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    appearance: none;
    background: var(--_fill);
  }

  [part='progress']::-webkit-progress-bar {
    border-radius: 2px;
    background: var(--_fill);
  }

  [part='progress']::-webkit-progress-value {
    border-radius: 2px;
    background: var(--_accent);
  }

  [part='progress']::-moz-progress-bar {
    border-radius: 2px;
    background: var(--_accent);
  }

  [part='next'] {
    font-weight: 700;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }

  .buttons > button {
    flex: 1 1 auto;
  }

  /* The green button of the phone calls the number that was typed. */
  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @media (forced-colors: active) {
    [part='progress'] {
      border: 1px solid CanvasText;
    }
  }
`;
