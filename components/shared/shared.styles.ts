/** Styles that all elements share. Each token has a `--hs-*` property. `light-dark()` follows the page's `color-scheme`. */
import { css } from 'lit';

export const sharedStyles = css`
  :host {
    --_text: var(--hs-color-text, light-dark(#22303f, #e8eef4));
    --_text-quiet: var(--hs-color-text-quiet, light-dark(#526577, #a9b9c9));
    --_surface: var(--hs-color-surface, light-dark(#ffffff, #16202b));
    --_raised: var(--hs-color-raised, light-dark(#f5f8fa, #1e2b38));
    --_line: var(--hs-color-line, light-dark(#cbd6e2, #3a4d60));
    --_field-line: var(--hs-color-field-line, light-dark(#6b7f93, #8095aa));
    --_accent: var(--hs-color-accent, light-dark(#00758a, #4cc2d6));
    --_on-accent: var(--hs-color-on-accent, light-dark(#ffffff, #0c2229));
    --_call: var(--hs-color-call, light-dark(#1c7a4a, #5ccd92));
    --_on-call: var(--hs-color-on-call, light-dark(#ffffff, #0a2316));
    --_danger: var(--hs-color-danger, light-dark(#c5283d, #ff8a96));
    --_on-danger: var(--hs-color-on-danger, light-dark(#ffffff, #2d0a10));
    --_radius: var(--hs-radius, 8px);
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
    font-size: 0.875rem;
    color: var(--_danger);
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
    min-block-size: 48px;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_call);
    color: var(--_on-call);
    font-weight: 600;
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
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .quiet:hover {
    border-color: var(--_accent);
  }

  button[aria-disabled] {
    background: var(--_raised);
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
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  svg {
    flex: none;
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

  /* A name takes two lines. */
  [part='party'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
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
