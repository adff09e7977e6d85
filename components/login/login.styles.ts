import { css } from 'lit';

export const loginStyles = css`
  [part='base'] {
    gap: calc(3 * var(--_space));
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
