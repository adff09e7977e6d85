import { css } from 'lit';

export const wrapUpStyles = css`
  [part='label'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-block: calc(2 * var(--_space)) calc(-1 * var(--_space));
  }

  [part='label'] span {
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_text-quiet);
  }

  [part='more'] {
    color: var(--_text-quiet);
    font-size: 0.8125rem;
  }

  [part='outcome'] {
    inline-size: 100%;
    min-inline-size: 0;
  }

  [part='notes'] {
    flex: 1 0 auto;
    resize: none;
  }

  /* What is done most comes first for the keyboard, and stands where the thumb is. */
  .buttons {
    display: flex;
    flex-flow: row-reverse wrap;
    gap: calc(2 * var(--_space));
  }

  [part='next-button'] {
    order: -1;
  }

  .buttons .ghost {
    padding-inline: calc(3 * var(--_space));
    font-weight: 700;
  }

  .main {
    flex: 1;
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
