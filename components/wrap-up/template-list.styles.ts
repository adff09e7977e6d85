import { css } from 'lit';

export const templateListStyles = css`
  [part='templates-button'] {
    /* As high as any button, in a line that is no higher than its words. */
    margin-block: -14px -6px;
    margin-inline-start: auto;
    min-block-size: 44px;
    padding-inline: calc(2 * var(--_space));
    font-size: 0.8125rem;
    font-weight: 700;
  }

  [part='templates'] {
    flex: none;
    max-block-size: 11rem;
    overflow-y: auto;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-m);
    list-style: none;
  }

  [part='template'] {
    inline-size: 100%;
    min-block-size: 44px;
    justify-content: start;
    padding-inline: calc(3 * var(--_space));
    color: var(--_text);
    text-align: start;
  }
`;
