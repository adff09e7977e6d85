import { css } from 'lit';

export const deviceSettingsStyles = css`
  [part='base'] {
    gap: var(--_space);
  }

  [part='label'] {
    margin-block-start: calc(2 * var(--_space));
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }

  [part='choice'] {
    flex: 1 1 50%;
    min-inline-size: 0;
  }

  [part='level'] {
    flex: 1 0 100%;
    block-size: 1rem;
  }

  [part='notifications'] {
    align-items: center;
    justify-content: space-between;
  }

  [part='notifications'] p {
    flex: 1 1 60%;
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  [part='volume'] {
    min-block-size: 44px;
    accent-color: var(--_accent);
  }
`;
