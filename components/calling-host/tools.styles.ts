/** The test tools, which fold away: their lines, and what is in those that are no elements of their own. */
import { css } from 'lit';

export const toolsStyles = css`
  .tools {
    padding-block-end: var(--_space);
  }

  .tool {
    margin-inline: calc(-4 * var(--_space));
    padding-inline: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    font-size: 0.875rem;
  }

  .tools h2 {
    margin-block-end: calc(2 * var(--_space));
  }

  .tool > summary {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 44px;
    border-radius: var(--_radius);
    cursor: pointer;
    list-style: none;
  }

  .tool > summary::-webkit-details-marker {
    display: none;
  }

  .tool > summary::before {
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    content: '';
  }

  .tool > summary:dir(rtl)::before {
    rotate: 135deg;
  }

  .tool[open] > summary::before {
    rotate: 45deg;
  }

  .tool > summary:hover .title {
    text-decoration: underline;
  }

  .tool > summary:focus-visible {
    outline-offset: -2px;
  }

  .title {
    flex: none;
    margin-inline-end: auto;
    font-weight: 600;
  }

  [data-trouble] {
    color: var(--_danger-text);
    font-weight: 600;
  }

  .inside {
    padding-block: var(--_space) calc(3 * var(--_space));
  }

  /* Simulation */

  .simulation .inside,
  .address {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
  }

  .address {
    flex: 1 1 100%;
    flex-wrap: nowrap;
  }

  .address input {
    flex: 1;
    min-inline-size: 0;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .place select {
    max-inline-size: 13rem;
  }

  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(4 * var(--_space));
    margin: 0;
    padding: 0;
    border: 0;
  }

  .settings legend {
    padding: 0;
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  .check {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .check input,
  .faults input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .quiet,
  .simulation select,
  .address input {
    min-block-size: 32px;
    padding: 0 calc(2 * var(--_space));
    font-size: 0.875rem;
  }

  /* Faults */

  .faults li {
    padding-block: calc(1.5 * var(--_space));
  }

  .faults li + li {
    border-block-start: 1px solid var(--_line);
  }

  .faults label {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
  }

  .faults input {
    margin-block-start: 1px;
  }

  .wrong,
  .right {
    display: block;
  }

  .right {
    color: var(--_text-quiet);
  }
`;
