import { css } from 'lit';

export const keypadStyles = css`
  [part='keys'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(44px, 1fr));
    gap: calc(2 * var(--_space));
    max-inline-size: 320px;
    margin-inline: auto;
  }

  [part='key'] {
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: max(44px, var(--hs-key-size, 52px));
    padding: 0;
    border-radius: calc(var(--_radius) * 3);
    background: var(--_raised);
    border: 1px solid var(--_line);
    font-size: 1.375rem;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    transition: background-color 120ms;
  }

  [part='key']:hover {
    border-color: var(--_accent);
  }

  [part='key']:active {
    background: var(--_line);
  }

  [part='letters'] {
    min-block-size: 0.875rem;
    font-size: 0.6875rem;
    line-height: 0.875rem;
    letter-spacing: 0.08em;
    color: var(--_text-quiet);
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
