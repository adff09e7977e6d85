import { css } from 'lit';

export const loginStyles = css`
  :host(:not(:state(open))) {
    display: none;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='title'] {
    margin: 0;
    font-size: 1.125rem;
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
