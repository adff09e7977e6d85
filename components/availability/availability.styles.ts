import { css, unsafeCSS } from 'lit';

export const availabilityStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
  }

  [part='work-timer'] {
    font-size: 0.875rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  [part='ready-button'] {
    flex: 1 1 3.5rem;
    max-inline-size: max-content;
    /* As high as the pill, and as much can be pressed. */
    padding: 0 calc(2 * var(--_space));
    border-block-width: 1px;
    border-radius: 1.375rem;
    font-size: 0.8125rem;
    line-height: 1.2;
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
    font-size: 0.8125rem;
    line-height: 1.2;
    color: var(--_text-quiet);
  }

  @media (forced-colors: active) {
    .row [part='base'] {
      border: 1px solid ButtonBorder;
    }

    [part='base']:focus-within:has(:focus-visible) {
      outline-color: Highlight;
    }
  }
`;

/** The list as a dot, with its word as the title. */
const asDot = (where: string) => `
  ${where} [part='base'] {
    position: relative;
    grid-template-columns: auto;
    justify-content: center;
    inline-size: 44px;
    padding: 0;
    border-inline-width: 4px;
    overflow: visible;
  }
  ${where} [part='dot'] {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-width: 0.1875rem;
  }
  :host(:state(available)) ${where} [part='dot'] {
    border-width: 0.4375rem;
  }
  /* It is still what is pressed. */
  ${where} [part='choice'] {
    position: absolute;
    inset: -4px;
    inline-size: 44px;
    opacity: 0;
  }`;

/** Where there is no room for the word. A template of styles takes no rules from another one, so these are text. */
export const dotStyles = unsafeCSS(`
@media (max-width: 300px), (max-height: 450px) { ${asDot('')} }
@container (max-width: 8.5em) { ${asDot('')} }
@container (max-width: 20em) { ${asDot('.at-work')} }`);
