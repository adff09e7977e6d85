import { css } from 'lit';

export const availabilityStyles = css`
  [part='base'] {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    /* In WebKit the part of an option that a list cuts off still widens the page. The focus outline is not clipped. */
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
    /* Filled by its border: with forced colours there are no backgrounds. */
    border: 5px solid var(--_call);
  }
`;
