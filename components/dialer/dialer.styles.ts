import { css } from 'lit';

export const dialerStyles = css`
  [part='field'] {
    display: flex;
    align-items: center;
    container-type: inline-size;
    min-block-size: 60px;
    border-block-end: 2px solid var(--_field-line);
  }

  [part='field']:focus-within {
    border-block-end-color: var(--_accent);
  }

  [part='number'] {
    flex: 1;
    min-inline-size: 0;
    align-self: stretch;
    border: 0;
    padding: 0;
    background: none;
    font-size: 1.75rem;
    line-height: 2.25rem;
    letter-spacing: 0.01em;
    font-variant-numeric: tabular-nums;
  }

  /* A whole number is seen whole. */
  [part='number'][data-long] {
    font-size: clamp(1rem, 8.5cqi, 1.75rem);
  }

  [part='number']::placeholder {
    color: var(--_text-quiet);
    font-size: 1.25rem;
    letter-spacing: 0;
    opacity: 1;
  }

  /* The line below the field says it. Forced colours leave the line as it is. */
  [part='number']:focus-visible {
    outline: none;
  }

  @media (forced-colors: active) {
    [part='field']:has([part='number']:focus-visible) {
      outline: 2px solid Highlight;
      /* Around it the screen has no room. */
      outline-offset: -2px;
    }
  }

  [part='formatted'] > * {
    min-inline-size: 0;
  }

  [part='formatted'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(3 * var(--_space));
    font-size: 0.875rem;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  [part='formatted'],
  [part='error'] {
    min-block-size: 1.4em;
  }

  [part='keypad'] {
    margin-block-end: calc(2 * var(--_space));
  }

  [part='keypad-button'] {
    display: none;
  }

  /* Where there is no room for the keys, a button shows them. */
  @media (max-width: 300px), (max-height: 450px) {
    [part='number'] {
      font-size: 1.375rem;
      letter-spacing: 0;
    }

    [part='number'][data-long] {
      font-size: clamp(0.8125rem, 5.9cqi, 1.375rem);
    }

    [part='field'] {
      min-block-size: 48px;
    }

    [part='keypad-button'] {
      display: grid;
    }

    [part='keypad']:not([data-open]) {
      display: none;
    }
  }
`;
