import { css } from 'lit';

export const availabilityStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }

  [part='work-timer'] {
    font-size: 0.875rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  [part='ready-button'] {
    /* As high as the pill, and as much can be pressed. */
    padding-block: 0;
    border-block-width: 1px;
    border-radius: 1.375rem;
    font-size: 0.875rem;
    font-weight: 700;
  }

  [part='base'] {
    grid-template-columns: auto minmax(0, max-content);
    align-items: center;
    justify-content: start;
    gap: 0 calc(2 * var(--_space));
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 44px;
    /* The pill is lower than what can be pressed. */
    padding-inline: calc(3 * var(--_space)) calc(2 * var(--_space));
    border: 4px solid transparent;
    border-inline-width: 0;
    border-radius: 1.375rem;
    background: var(--_fill) padding-box;
    /* In WebKit the part of an option that a list cuts off still widens the page. The focus outline is not clipped. */
    overflow-x: clip;
    font-size: 0.875rem;
    font-weight: 700;
    cursor: pointer;
  }

  :host(:state(available)) [part='base'] {
    background-color: var(--_call-wash);
    color: var(--_call-text);
  }

  [part='dot'] {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: 0.125rem solid;
    border-radius: 50%;
  }

  :host(:state(available)) [part='dot'] {
    /* Filled by its border: with forced colours there are no backgrounds. */
    border-width: 0.25rem;
  }

  [part='choice'] {
    field-sizing: content;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 700;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  [part='choice']:focus-visible {
    outline: none;
  }

  [part='base']:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_accent);
  }

  option {
    background: var(--_surface);
    color: var(--_text);
  }

  [part='note'] {
    grid-column: 2;
    padding-block-end: var(--_space);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  @media (forced-colors: active) {
    [part='base'] {
      border: 1px solid ButtonBorder;
    }

    [part='base']:focus-within:has(:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
