import { css } from 'lit';

export const callingWindowStyles = css`
  [part='base'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    align-items: center;
    justify-content: space-between;
  }

  /* What keeps calls from being made is not to be overlooked. */
  [part='base'][data-needed] {
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius-m);
    background: var(--_warn-wash);
  }

  [part='text'] {
    flex: 1 1 9rem;
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  [data-needed] [part='text'] {
    color: var(--_warn);
  }

  [part='open-button'] {
    flex: 0 1 auto;
    font-size: 0.875rem;
  }

  [part='error'] {
    flex: 1 0 100%;
  }
`;
