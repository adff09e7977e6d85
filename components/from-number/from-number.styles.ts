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
    min-block-size: 36px;
    padding: 0;
    border-color: transparent;
    border-radius: var(--_radius);
  }

  [part='choice']:hover {
    border-color: var(--_field-line);
  }
`;
