import { css } from 'lit';
import { radioStyles } from '../shared/radio.styles.js';

const ownStyles = css`
  [part='label'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-block: calc(2 * var(--_space)) calc(-1 * var(--_space));
  }

  [part='label'] span {
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_text-quiet);
  }

  [part='more'] {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  select {
    inline-size: 100%;
    min-inline-size: 0;
  }

  [part='outcomes'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
    gap: calc(2 * var(--_space));
  }

  label[part='outcome'] {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
    min-block-size: 44px;
    padding: var(--_space) calc(3 * var(--_space) - var(--_edge));
    border: var(--_edge) solid var(--_line);
    border-radius: var(--_radius-m);
    /* Thicker where it is chosen: what is inside does not move. */
    --_edge: 1px;
    font-size: 0.9375rem;
    line-height: 1.2;
    cursor: pointer;
  }

  label[part='outcome']:hover {
    border-color: var(--_accent);
  }

  [part='outcomes'][aria-invalid] label {
    --_edge: 2px;
    border-color: var(--_danger);
  }

  label[part='outcome']:has(:checked) {
    --_edge: 2px;
    border-color: var(--_accent);
    background: var(--_accent-wash);
  }

  [part='label']:has([part='suggested']) ~ [part='outcomes'] label:has(:checked) {
    border-style: dashed;
  }

  /* The outline is around the whole tile. */
  label[part='outcome']:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  label[part='outcome'] input:focus-visible {
    outline: none;
  }

  label[part='outcome'] span {
    min-inline-size: 0;
  }

  kbd {
    margin-inline-start: auto;
    padding-inline: 5px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    color: var(--_text-quiet);
    font: 700 0.6875rem / 16px var(--hs-font-family, system-ui, sans-serif);
  }

  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }

  [part='suggested'] {
    margin-inline-start: auto;
  }

  [part='loading'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  [part='loading']:empty {
    display: none;
  }

  /* What is done most comes first for the keyboard, and stands where the thumb is. */
  .buttons {
    display: flex;
    flex-flow: row-reverse wrap;
    gap: calc(2 * var(--_space));
  }

  [part='next-button'] {
    order: -1;
    padding-block: var(--_space);
  }

  .below {
    display: block;
    font-size: 0.8125rem;
    color: var(--_text-quiet);
  }

  /* Who is called next takes one line. */
  .name {
    display: inline-block;
    max-inline-size: 100%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }

  .buttons .ghost {
    padding-inline: calc(3 * var(--_space));
    font-weight: 700;
  }

  .main {
    flex: 1;
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;

export const wrapUpStyles = [radioStyles, ownStyles];
