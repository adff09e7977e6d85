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

  :host(:not(:state(open))) {
    display: none;
  }

  [part='label'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  [part='choice'] {
    flex: 1 1 240px;
    min-inline-size: 0;
  }
`;
