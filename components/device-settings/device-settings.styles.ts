import { css } from 'lit';

export const deviceSettingsStyles = css`
  :host(:not(:state(open))) {
    display: none;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='label'] {
    margin-block-start: calc(2 * var(--_space));
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  .row {
    display: flex;
    gap: calc(2 * var(--_space));
  }

  [part='choice'] {
    flex: 1;
    min-inline-size: 0;
  }

  [part='volume'] {
    min-block-size: 44px;
    accent-color: var(--_accent);
  }
`;
