import { css } from 'lit';

export const availabilityStyles = css`
  [part='base'] {
    grid-template-columns: auto minmax(0, max-content);
    align-items: center;
    justify-content: start;
    gap: 0 calc(2 * var(--_space));
    /* In WebKit the part of an option that a list cuts off still widens the page. The focus outline is not clipped. */
    overflow-x: clip;
    margin-inline-end: calc(-1 * var(--_space));
    padding-inline-end: var(--_space);
  }

  [part='dot'] {
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--_text-quiet);
    border-radius: 50%;
  }

  [part='choice'] {
    min-inline-size: 0;
    text-overflow: ellipsis;
  }

  [part='note'] {
    grid-column: 2;
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  :host(:state(available)) [part='dot'] {
    /* Filled by its border: with forced colours there are no backgrounds. */
    border: 5px solid var(--_call);
  }
`;
