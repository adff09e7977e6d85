import { css } from 'lit';

export const callingHostStyles = css`
  :host {
    --_bar: var(--hs-color-bar, light-dark(#22303f, #0c141b));
    --_on-bar: var(--hs-color-on-bar, #ffffff);
    min-block-size: 100%;
    background: var(--_raised);
    font-size: var(--hs-font-size, 0.9375rem);
  }

  header,
  .page {
    padding-inline: max(calc(6 * var(--_space)), calc((100% - 96rem) / 2));
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(6 * var(--_space));
    min-block-size: 48px;
    padding-block: var(--_space);
    background: var(--_bar);
    color: var(--_on-bar);
  }

  header h1 {
    margin-inline-end: auto;
  }

  header :focus-visible {
    outline-color: currentcolor;
  }

  .in-bar {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 36px;
    padding-inline: calc(3 * var(--_space));
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    background: transparent;
    font-size: 0.875rem;
    font-weight: 600;
  }

  #remote[aria-expanded='true'] {
    background: var(--_on-bar);
    color: var(--_bar);
  }

  .page {
    display: grid;
    gap: calc(3 * var(--_space)) calc(4 * var(--_space));
    padding-block: calc(3 * var(--_space)) calc(6 * var(--_space));
  }

  h1,
  h2,
  h3 {
    margin: 0;
    font-size: 1rem;
  }

  h1 {
    font-size: 1.0625rem;
  }

  h3 {
    font-size: 0.9375rem;
  }

  section {
    min-inline-size: 0;
    align-self: start;
    padding: calc(3 * var(--_space)) calc(4 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
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

  .crm {
    display: grid;
    gap: calc(2 * var(--_space));
    align-content: start;
    min-inline-size: 0;
  }

  .bar > :first-child {
    margin-inline-end: auto;
  }

  .quiet.danger {
    border-color: var(--_danger);
    color: var(--_danger-text);
  }

  [hidden] {
    display: none;
  }

  .hint,
  dt,
  time,
  #widget-state {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  /* Always in view. */
  .alert {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(4 * var(--_space));
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding: calc(2 * var(--_space)) calc(6 * var(--_space));
    border-block-end: 2px solid var(--_danger);
    background: var(--_surface);
    font-weight: 600;
  }

  .findings:not(:empty) {
    margin-block: calc(2 * var(--_space));
    font-size: 0.8125rem;
  }

  .findings b {
    color: var(--_danger-text);
  }

  .finding {
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_line);
  }

  .alert[data-empty] {
    position: absolute;
    padding: 0;
    border: 0;
  }

  @media (width < 44rem) {
    header,
    .page,
    .alert {
      padding-inline: calc(2 * var(--_space));
    }
  }

  /* The phone beside everything else. */
  @media (width >= 44rem) {
    .page {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto auto auto 1fr;
    }

    .page > * {
      grid-column: 1;
    }
  }

  @media (44rem <= width < 72rem) {
    .records {
      overflow-y: auto;
      max-block-size: 45dvh;
    }
  }

  /* Three columns: records, the phone, what has happened. */
  @media (width >= 72rem) {
    .page {
      grid-template-columns: 18rem auto minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
    }

    .crm {
      grid-row: 1 / span 3;
    }

    .page > :not(.crm, #widget-place) {
      grid-column: 3;
    }
  }
`;
