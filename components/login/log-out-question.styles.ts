import { css } from 'lit';

export const logOutQuestionStyles = css`
  [part='log-out-question'] {
    max-inline-size: min(20rem, calc(100% - 32px));
    padding: calc(4 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_text);
  }

  [part='log-out-question'][open] {
    display: grid;
    gap: calc(3 * var(--_space));
  }

  [part='log-out-question']::backdrop {
    background: rgb(0 0 0 / 40%);
  }
`;
