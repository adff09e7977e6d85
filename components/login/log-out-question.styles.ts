import { css } from 'lit';

export const logOutQuestionStyles = css`
  [part='log-out-question'] {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius-m);
    background: var(--_warn-wash);
    font-size: 0.875rem;
  }

  [part='log-out-question'] p {
    flex: 1 1 100%;
    font-weight: 700;
  }

  [part='log-out-question'] button {
    flex: 1 1 auto;
  }

  [part='confirm-button'] {
    color: var(--_danger-text);
  }
`;
