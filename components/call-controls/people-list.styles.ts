import { css } from 'lit';

export const peopleListStyles = css`
  /* As high whatever was found: so nobody presses what slid under the pointer. */
  [part='people'] {
    flex: 1 0 100%;
    display: flex;
    flex-direction: column;
    block-size: min(9rem, 45vb);
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }

  [part='people'] p {
    flex: none;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    font-size: 0.8125rem;
    color: var(--_text-quiet);
  }

  [part='people'] ul {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  [part='person'] {
    min-block-size: 44px;
    padding: var(--_space) calc(3 * var(--_space));
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  [part='person'] div + div {
    font-size: 0.8125rem;
    color: var(--_text-quiet);
  }

  [part='person']:hover,
  [part='person'][aria-selected='true'] {
    background: var(--_accent-wash);
  }

  [part='person'][aria-selected='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  #to::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }
`;
