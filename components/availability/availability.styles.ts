import { css } from 'lit';

export const availabilityStyles = css`
  [part='base'] {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    /* In WebKit the part of a choice that a list cuts off still widens the page. The outline of the focus stays. */
    overflow-x: clip;
    margin-inline-end: calc(-1 * var(--_space));
    padding-inline-end: var(--_space);
  }

  [part='dot'] {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--_text-quiet);
    border-radius: 50%;
  }

  [part='choice'] {
    flex: 0 1 auto;
    min-inline-size: 0;
    text-overflow: ellipsis;
  }

  :host(:state(available)) [part='dot'] {
    /* All border: where colours are forced, backgrounds go. */
    border: 5px solid var(--_call);
  }
`;
