/** Styles of the elements that are hidden until `toggleOpen` opens them. Their content is a column. */
import { css } from 'lit';

export const panelStyles = css`
  /* Not “without the state open”: where there are no custom states, that would hide an element for good. */
  :host(:state(closed)) {
    display: none;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }

  [part='title'] {
    margin: 0;
    font-size: 1.25rem;
    line-height: 1.2;
  }

  [part='label'] {
    font-size: 0.875rem;
    font-weight: 700;
  }
`;
