/** The widget in its three places: beside the record, in a panel of the navigation bar, in a window of its own. */
import { css } from 'lit';

export const widgetPlaceStyles = css`
  #widget-place {
    overflow: clip;
    padding: 0;
    box-shadow:
      0 1px 2px rgb(31 45 61 / 8%),
      0 8px 30px rgb(31 45 61 / 16%);
  }

  #widget-place:focus-visible {
    outline-offset: -2px;
  }

  /* As high in a call, when one button more is in it, so that the phone does not move. */
  #widget-place .bar {
    flex-wrap: nowrap;
    gap: calc(1.5 * var(--_space));
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space)) calc(1.5 * var(--_space))
      calc(3 * var(--_space));
  }

  #widget-place .bar > div {
    min-inline-size: 0;
    line-height: 1.25;
  }

  #widget-place .bar > button {
    flex: none;
  }

  #widget-place-title {
    font-size: 0.875rem;
  }

  #close svg {
    vertical-align: middle;
  }

  /* What is above the frame is as wide as the frame. */
  #widget-place > :not(iframe) {
    inline-size: 0;
    min-inline-size: 100%;
  }

  iframe {
    display: block;
    max-inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }

  .notice {
    padding: calc(2 * var(--_space)) calc(4 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 4px solid var(--_accent);
    background: var(--_raised);
    font-size: 0.875rem;
  }

  .notice:empty {
    display: none;
  }

  .notice .quiet {
    margin-block-start: calc(2 * var(--_space));
  }

  .trouble:has(button, b) {
    border-color: var(--_danger);
  }

  .trouble b {
    color: var(--_danger-text);
  }

  /* A panel that hangs from the navigation bar. */
  [data-place='remote'] #widget-place {
    border-block-start: 0;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    box-shadow: 0 8px 24px rgb(0 0 0 / 20%);
  }

  [data-place='remote'][data-away] #widget-place {
    display: none;
  }

  /* A window in front of the page. */
  [data-place='window'] #widget-place {
    border-color: var(--_bar);
    border-radius: 10px;
    box-shadow: 0 16px 40px rgb(0 0 0 / 35%);
  }

  [data-place='window'] #widget-place .bar {
    background: var(--_bar);
    color: var(--_on-bar);
  }

  [data-place='window'] #widget-place-title {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  [data-place='window'] #widget-place-title::before {
    inline-size: 12px;
    block-size: 10px;
    border: 1px solid currentcolor;
    border-block-start-width: 3px;
    border-radius: 2px;
    content: '';
  }

  [data-place='window'] #widget-state {
    color: inherit;
  }

  [data-place='window'] #widget-place .bar .quiet {
    border-color: currentcolor;
    background: transparent;
    color: inherit;
  }

  [data-place='window'] #widget-place .bar :focus-visible {
    outline-color: currentcolor;
  }

  /* The phone comes first where there is one column. */
  @media (width < 44rem) {
    #widget-place {
      order: -1;
    }

    [data-place='remote'] #widget-place {
      margin-block-start: calc(-3 * var(--_space));
    }
  }

  /* Beside everything else, and always in view. */
  @media (width >= 44rem) {
    #widget-place {
      grid-row: 1 / span 4;
      grid-column: 2;
      position: sticky;
      inset-block-start: calc(3 * var(--_space));
      /* As wide as the frame usually is, also while that is minimised. */
      min-inline-size: 25.125rem;
    }

    [data-place='remote'] #widget-place {
      inset-block-start: 0;
      margin-block-start: calc(-3 * var(--_space));
    }

    [data-place='window'] #widget-place {
      margin: calc(2 * var(--_space)) calc(2 * var(--_space)) 0;
    }
  }

  @media (width >= 72rem) {
    #widget-place {
      grid-row: 1 / span 3;
    }
  }

  /* The whole page is the window. */
  [data-only] {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
  }

  [data-only] #widget-place {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-self: stretch;
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }

  [data-only] iframe {
    flex: 1;
    inline-size: 100%;
    min-block-size: 0;
  }
`;
