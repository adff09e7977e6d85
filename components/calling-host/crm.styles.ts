/** The records with their numbers, and the call log. */
import { css } from 'lit';

export const crmStyles = css`
  /* Records */

  .records h3 {
    margin-block-start: calc(3 * var(--_space));
  }

  .record {
    display: grid;
    gap: var(--_space);
    margin-inline: calc(-2 * var(--_space));
    padding: calc(2 * var(--_space));
    border-inline-start: 3px solid transparent;
    border-radius: var(--_radius);
  }

  .record[aria-current] {
    border-inline-start-color: var(--_accent);
    background: var(--_raised);
  }

  button.name {
    justify-self: start;
    min-block-size: 24px;
    padding: 0;
    background: none;
    font-weight: 600;
    text-align: start;
  }

  button.name:hover {
    text-decoration: underline;
  }

  button.number {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 32px;
    padding: var(--_space) calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  button.number:hover {
    border-color: var(--_accent);
  }

  .number .hint {
    margin-inline-start: auto;
  }

  .number svg {
    inline-size: 16px;
    block-size: 16px;
  }

  /* Call log */

  .logged-call {
    padding-block: calc(2 * var(--_space));
  }

  .logged-call + .logged-call {
    border-block-start: 1px solid var(--_line);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
  }

  .line time {
    margin-inline-start: auto;
  }

  .badge {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    inline-size: fit-content;
    margin-block: var(--_space);
    padding: 3px calc(2.5 * var(--_space));
    border-radius: 13px;
    background: var(--_fill);
    font-size: 0.8125rem;
  }

  .badge[data-tone='fine'] {
    background: var(--_call-wash);
    color: var(--_call-text);
  }

  .badge[data-tone='wrong'] {
    background: var(--_danger-wash);
    color: var(--_danger-text);
  }

  .badge > :not(:first-child)::before {
    margin-inline-end: calc(2 * var(--_space));
    content: '·' / '';
  }

  /* With forced colours there are no washes. */
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }

  .logged-call dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--_space));
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  .logged-call dl div {
    display: flex;
    gap: calc(1.5 * var(--_space));
  }

  .disagreement {
    margin-block: var(--_space) 0;
    color: var(--_danger-text);
    font-size: 0.8125rem;
  }

  .notes {
    margin-block-start: var(--_space);
    padding: var(--_space) calc(3 * var(--_space));
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  /* With forced colours, transparent lines are drawn as well. */
  @media (forced-colors: active) {
    .record:not([aria-current]) {
      border-inline-start-color: Canvas;
    }
  }
`;
