import { css } from 'lit';

export const fromNumberStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
    inline-size: 100%;
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='choice'] {
    flex: 1 1 240px;
    min-inline-size: 0;
  }
`;
