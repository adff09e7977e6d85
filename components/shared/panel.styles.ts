/** Styles of the elements that are hidden unless they have the state `open`. Their content is a column. */
import { css } from 'lit';

export const panelStyles = css`
  :host(:not(:state(open))) {
    display: none;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='title'] {
    margin: 0;
    font-size: 1.125rem;
  }

  [part='label'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }
`;
