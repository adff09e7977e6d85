/** Styles of the elements that have a list to choose from or a field for notes. */
import { css } from 'lit';

export const fieldStyles = css`
  select,
  textarea {
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }

  select[aria-invalid] {
    border: 2px solid var(--_danger);
  }

  select {
    /* As high as a button, whatever the font. */
    padding-block: 0;
    /* WebKit would let a long option go on past the edge. */
    contain: paint;
  }

  textarea {
    resize: vertical;
  }
`;
