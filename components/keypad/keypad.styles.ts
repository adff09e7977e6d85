import { css } from 'lit';

export const keypadStyles = css`
  [part='keys'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(44px, 1fr));
    gap: calc(2 * var(--_space));
  }

  [part='key'] {
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: max(44px, var(--hs-key-size, 56px));
    padding: 0;
    border-radius: var(--_radius-l);
    background: var(--_raised);
    border: 1px solid transparent;
    font-size: 1.5rem;
    line-height: 1.625rem;
    font-variant-numeric: tabular-nums;
    transition: background-color 120ms;
  }

  [part='key']:hover {
    border-color: var(--_accent);
  }

  [part='key']:active {
    background: var(--_fill);
  }

  [part='letters'] {
    min-block-size: 0.8125rem;
    font-size: 0.6875rem;
    line-height: 0.8125rem;
    letter-spacing: 0.1em;
    color: var(--_text-quiet);
  }

  @media (max-width: 300px), (max-height: 450px) {
    [part='letters'] {
      letter-spacing: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    [part='key'] {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    [part='key'] {
      border-color: ButtonBorder;
    }
  }
`;
