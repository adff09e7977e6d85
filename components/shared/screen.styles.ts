/**
 * Styles of the elements that fill a screen: a column (`.column`) whose last row (`.dock`) holds what is to be done next.
 *
 * In a phone the elements put their content straight into its screen: it sets `--_flow` to `contents`. So that row stays at
 * the end of the screen, whatever the content needs.
 */
import { css } from 'lit';

export const screenStyles = css`
  :host {
    display: var(--_flow, flex);
    flex-direction: column;
  }

  .column {
    display: var(--_flow, flex);
    flex: 1;
    flex-direction: column;
    gap: calc(2 * var(--_space));
  }

  /* What has no room is scrolled to, not pressed together. */
  .column > * {
    flex-shrink: 0;
  }

  /*
   * It stays in sight while the rest scrolls, and on every screen of a phone it is in the same place. --_gutter is the space
   * that the phone leaves beside its content: the line goes through it.
   */
  .dock {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    display: flex;
    flex-direction: column;
    gap: calc(3 * var(--_space));
    /* No higher than the screen: what is in it gives way, so that the button at its end is whole. */
    max-block-size: 100%;
    margin-block-start: auto;
    padding-block: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    border-image: linear-gradient(var(--_line), var(--_line)) 1 / 1px 0 0 / 0 var(--_gutter, 0px);
    background: var(--_surface);
  }

  @media (max-width: 300px), (max-height: 450px) {
    .dock {
      gap: calc(2 * var(--_space));
      padding-block: calc(2 * var(--_space));
    }
  }
`;
