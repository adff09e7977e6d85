/** Styles that all elements share. Each token has a `--hs-*` property. `light-dark()` follows the page's `color-scheme`. */
import { css } from 'lit';

export const sharedStyles = css`
  :host {
    --_text: var(--hs-color-text, light-dark(#1f2d3d, #e6edf4));
    --_text-quiet: var(--hs-color-text-quiet, light-dark(#52637a, #a3b4c6));
    --_surface: var(--hs-color-surface, light-dark(#ffffff, #131c26));
    --_raised: var(--hs-color-raised, light-dark(#f4f7fa, #1b2733));
    --_fill: var(--hs-color-fill, light-dark(#e9eef4, #243443));
    --_line: var(--hs-color-line, light-dark(#dbe3eb, #2c3d4e));
    --_field-line: var(--hs-color-field-line, light-dark(#7a8da1, #6f859b));
    --_accent: var(--hs-color-accent, light-dark(#00758a, #4cc2d6));
    --_accent-wash: var(--hs-color-accent-wash, light-dark(#e3f3f5, #12343c));
    --_on-accent: var(--hs-color-on-accent, light-dark(#ffffff, #06222a));
    --_call: var(--hs-color-call, light-dark(#14804a, #1a8450));
    --_call-text: var(--hs-color-call-text, light-dark(#0f6a3c, #7ee0ac));
    --_call-wash: var(--hs-color-call-wash, light-dark(#e6f5ec, #123326));
    --_on-call: var(--hs-color-on-call, #ffffff);
    --_danger: var(--hs-color-danger, light-dark(#c5283d, #d63c50));
    --_danger-text: var(--hs-color-danger-text, light-dark(#c5283d, #ff9aa6));
    --_danger-wash: var(--hs-color-danger-wash, light-dark(#fdecee, #3a1a21));
    --_on-danger: var(--hs-color-on-danger, #ffffff);
    --_warn: var(--hs-color-warn, light-dark(#8a5300, #ffcf7a));
    --_warn-wash: var(--hs-color-warn-wash, light-dark(#fff3dc, #35280f));
    --_radius: var(--hs-radius, 8px);
    --_radius-m: calc(1.5 * var(--_radius));
    --_radius-l: calc(2 * var(--_radius));
    --_space: var(--hs-space, 4px);
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--hs-font-family, system-ui, sans-serif);
    font-size: var(--hs-font-size, 1rem);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }

  [part='error'] {
    font-size: 0.8125rem;
    color: var(--_danger-text);
  }

  [part='error']:empty {
    display: none;
  }

  button {
    border: 0;
    cursor: pointer;
    touch-action: manipulation;
    /* Makes a button at least as wide as its longest word, so that no word is broken. Some languages have long ones. One that
       is wider than all the room there is, is broken or cut. */
    max-inline-size: 100%;
    overflow: clip;
    overflow-wrap: break-word;
    word-break: keep-all;
    user-select: none;
    -webkit-user-select: none;
  }

  .main {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: 52px;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_call);
    color: var(--_on-call);
    font-size: 1.0625rem;
    font-weight: 700;
  }

  .main.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  .main:hover {
    filter: brightness(1.08);
  }

  .quiet {
    min-block-size: 44px;
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }

  .quiet:hover {
    border-color: var(--_accent);
  }

  .quiet svg {
    vertical-align: -0.25em;
  }

  /* A button without an outline: an icon at the edge, or a word beside a button that matters more. */
  .ghost {
    display: grid;
    place-content: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    border-radius: var(--_radius-m);
    background: none;
    color: var(--_text-quiet);
  }

  .ghost:hover,
  .ghost[aria-expanded='true'] {
    background: var(--_raised);
    color: var(--_text);
  }

  /* A small frame, as beside a chat: less air, so that what is to be done next is in sight. */
  @media (max-width: 300px), (max-height: 450px) {
    .main {
      min-block-size: 44px;
      padding-block: var(--_space);
    }
  }

  button[aria-disabled] {
    background: var(--_fill);
    color: var(--_text-quiet);
    border-color: var(--_line);
    cursor: progress;
  }

  @media (prefers-contrast: more) {
    :host {
      --_text-quiet: var(--_text);
      --_line: var(--_text);
      --_field-line: var(--_text);
    }
  }

  @media (forced-colors: active) {
    .main {
      border-color: ButtonBorder;
    }

    button[aria-disabled] {
      border-color: GrayText;
      color: GrayText;
    }
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  /* Icons grow with the text. */
  svg {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  p {
    margin: 0;
  }

  /* Keeps a phone number on one line, which is cut where there is no room. */
  bdi[dir='ltr'] {
    display: inline-block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }

  /* One that a person can read at once is not cut: where there is no room for it, it goes on in the next line. */
  bdi[dir='ltr']:has(> span) {
    white-space: normal;
  }

  bdi[dir='ltr'] > span {
    white-space: nowrap;
  }

  /* In a sentence, a comma behind the number stays at it, and one that is too long is broken. */
  [part='formatted'] bdi[dir='ltr'] {
    display: inline;
    white-space: normal;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
