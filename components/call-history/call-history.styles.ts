import { css } from 'lit';

export const callHistoryStyles = css`
  :host {
    container-type: inline-size;
  }

  [part='title'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  [part='badge'] {
    display: grid;
    place-content: center;
    min-inline-size: 1.375rem;
    min-block-size: 1.375rem;
    padding-inline: calc(1.5 * var(--_space));
    border-radius: 999px;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 0.75rem;
    font-weight: 700;
  }

  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
  }

  [part='call'] {
    flex-wrap: nowrap;
    gap: calc(2 * var(--_space));
    min-block-size: 52px;
    padding: var(--_space) var(--_space) var(--_space) calc(3 * var(--_space));
    padding-inline: calc(3 * var(--_space)) var(--_space);
    border: 1px solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_raised);
  }

  [part='avatar'] {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    font-size: 0.8125rem;
  }

  [part='party'] {
    font-size: 0.9375rem;
  }

  [part='outcome'],
  [part='number'] {
    font-size: 0.8125rem;
    line-height: 1.3;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  [part='outcome'] svg {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    vertical-align: -0.125em;
  }

  [data-missed] [part='outcome'] {
    color: var(--_danger-text);
  }

  [part='call'] .ghost:hover {
    background: var(--_fill);
  }

  [part='empty'] {
    color: var(--_text-quiet);
  }

  @container (max-width: 340px) {
    [part='avatar'] {
      display: none;
    }
  }

  @media (forced-colors: active) {
    [part='call'],
    [part='badge'] {
      border: 1px solid CanvasText;
    }
  }
`;
