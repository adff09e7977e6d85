import { css } from 'lit';

export const fromNumberStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    font-size: 0.875rem;
  }

  [part='label'] {
    flex: none;
    font-weight: 400;
    color: var(--_text-quiet);
  }

  [part='choice'] {
    min-inline-size: 0;
    /* As high as what can be pressed, in a line that is lower. */
    min-block-size: 44px;
    margin-block: -4px;
    padding: 0;
    border-color: transparent;
    border-radius: var(--_radius);
  }

  [part='choice']:hover {
    border-color: var(--_field-line);
  }
`;
