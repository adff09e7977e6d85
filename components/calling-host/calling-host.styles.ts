import { css } from 'lit';

export const callingHostStyles = css`
  :host {
    min-block-size: 100%;
    background: var(--_raised);
    font-size: var(--hs-font-size, 0.9375rem);
  }

  [part='base'] {
    display: grid;
    gap: calc(3 * var(--_space)) calc(4 * var(--_space));
    max-inline-size: 96rem;
    margin: 0 auto;
    padding: calc(3 * var(--_space)) calc(6 * var(--_space)) calc(6 * var(--_space));
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(6 * var(--_space));
  }

  h1,
  h2,
  h3 {
    margin: 0;
    font-size: 1rem;
  }

  h1 {
    font-size: 1.25rem;
  }

  h3 {
    font-size: 0.9375rem;
  }

  section {
    min-inline-size: 0;
    align-self: start;
    padding: calc(3 * var(--_space)) calc(4 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  .bar > :first-child {
    margin-inline-end: auto;
  }

  .quiet,
  .bar select {
    min-block-size: 32px;
    padding: 0 calc(2 * var(--_space));
    font-size: 0.875rem;
  }

  .quiet.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  [hidden] {
    display: none;
  }

  .hint,
  dt,
  time,
  #phone-state {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  /* Always there, so that what it says is announced. In view, wherever the page is scrolled to. */
  #alert {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
  }

  #alert:not(:empty),
  .trouble {
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

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

  /* Phone */

  .phone {
    padding: 0;
    overflow: clip;
  }

  .phone .bar,
  .phone slot {
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
  }

  .phone .bar + .bar {
    padding-block-start: 0;
  }

  /* As wide as the frame, whatever is in it. */
  .phone > :not(iframe) {
    inline-size: 0;
    min-inline-size: 100%;
  }

  .phone .bar select {
    flex: 1 1 6rem;
    min-inline-size: 0;
  }

  .phone slot {
    display: block;
    padding-block-start: 0;
  }

  .trouble {
    margin: 0;
    border-inline: 0;
    border-radius: 0;
  }

  iframe {
    display: block;
    max-inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--_line);
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

  .status,
  .ghost {
    padding: 0 calc(2 * var(--_space));
    border: 1px solid currentcolor;
    border-radius: 1rem;
    color: var(--_danger);
    font-size: 0.75rem;
    font-weight: 600;
  }

  [data-status='COMPLETED'] .status {
    color: var(--_call);
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

  .notes {
    margin-block-start: var(--_space);
    padding: var(--_space) calc(3 * var(--_space));
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  /* Faults */

  .faults summary {
    cursor: pointer;
  }

  .faults summary h2 {
    display: inline;
  }

  .faults li {
    padding-block: var(--_space);
    font-size: 0.875rem;
  }

  .faults label {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
  }

  .faults input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
  }

  .faults i {
    color: var(--_text-quiet);
  }

  @media (width < 44rem) {
    [part='base'] {
      padding-inline: calc(2 * var(--_space));
    }
  }

  /* The phone beside everything else. */
  @media (width >= 44rem) {
    [part='base'] {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-auto-rows: auto;
    }

    header,
    #alert {
      grid-column: 1 / -1;
    }

    section {
      grid-column: 1;
    }

    .phone {
      grid-row: 3 / span 6;
      grid-column: 2;
      position: sticky;
      inset-block-start: calc(3 * var(--_space));
      /* Its place stays while the frame is minimised. */
      min-inline-size: 25.125rem;
    }
  }

  /* Records, what happens, phone. */
  @media (width >= 72rem) {
    [part='base'] {
      grid-template-columns: 19.5rem minmax(0, 1fr) auto;
      grid-template-rows: auto auto auto auto auto 1fr;
    }

    .records {
      grid-row: 3 / span 5;
    }

    .calls,
    .traffic,
    .stories,
    .faults {
      grid-column: 2;
    }

    .phone {
      grid-row: 3 / span 5;
      grid-column: 3;
    }
  }
`;
