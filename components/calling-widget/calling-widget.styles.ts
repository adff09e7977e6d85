import { css } from 'lit';

export const callingWidgetStyles = css`
  :host {
    background: var(--_surface);
  }

  [part='base'] {
    --_gutter: 16px;
    /* The parts put their content straight into the screen, so that the row at their end can stay at its end. */
    --_flow: contents;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  [part='base']:not([data-grows]) {
    block-size: 100%;
  }

  [part='base']:not([data-grows]) [part='screen'] {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }

  /* While a call rings, the Call button scrolls away, so that Answer is the only green button in sight. */
  :host(:state(incoming)) hs-dialer::part(dock) {
    position: static;
  }

  /* Eight lines at most, which is more than any of our languages takes: the screen below keeps its room. */
  [part='notice'] p {
    display: -webkit-box;
    flex: 1 1 50%;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
    overflow: hidden;
  }

  [part='notice'] button {
    margin-inline-start: auto;
  }

  [part='header'] {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space);
    min-block-size: 56px;
    padding-inline: calc(3 * var(--_space)) calc(2 * var(--_space));
  }

  [part='header'] hs-availability {
    flex: 1;
    min-inline-size: 0;
    /* It is shown as a dot where there is no room for its word. */
    container-type: inline-size;
  }

  .badged {
    position: relative;
  }

  [part='history-badge'] {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 0;
    /* With large text it would cover the sign. */
    min-inline-size: min(1.125rem, 22px);
    padding-inline: 3px;
    border-radius: 999px;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: min(0.75rem, 15px);
    line-height: min(1.125rem, 22px);
    font-weight: 700;
    text-align: center;
    pointer-events: none;
  }

  .menu {
    position: relative;
  }

  [part='menu'] {
    position: absolute;
    z-index: 2;
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: calc(100vi - 2 * var(--_gutter));
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
  }

  [part='menu'][hidden] {
    display: none;
  }

  [part='menu'] button {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: none;
    text-align: start;
  }

  [part='menu'] button:hover {
    background: var(--_raised);
  }

  [part='screen'] {
    display: flex;
    flex-direction: column;
    gap: calc(3 * var(--_space));
    padding-inline: var(--_gutter);
    /* Keeps the focused element from being covered by the button at the end. */
    scroll-padding-block-end: 96px;
  }

  /* The app's own parts take the height that is left. */
  ::slotted([slot='dialer']),
  ::slotted([slot='call-controls']),
  ::slotted([slot='wrap-up']) {
    flex: 1 0 auto;
  }

  .outcome {
    display: flex;
    flex: none;
    align-items: center;
    gap: calc(3 * var(--_space));
  }

  .outcome select {
    flex: 1;
    min-inline-size: 0;
  }

  label {
    margin-block-end: calc(-2 * var(--_space));
    font-size: 0.875rem;
    font-weight: 700;
  }

  .outcome label {
    margin: 0;
  }

  /* The placeholder while the widget connects to HubSpot. */
  [part='skeleton'] {
    flex: none;
    block-size: 248px;
    border-radius: var(--_radius-l);
    /* Three columns and four rows, as the keypad that comes. */
    background:
      repeating-linear-gradient(transparent 0 56px, var(--_surface) 0 64px),
      repeating-linear-gradient(
        90deg,
        var(--_raised) 0 calc((100% - 16px) / 3),
        var(--_surface) 0 calc((100% + 8px) / 3)
      );
  }

  slot[hidden] {
    display: none;
  }

  .settings-button,
  .menu-button {
    padding: calc(4 * var(--_space));
    border-radius: var(--_radius-l);
    background: var(--_raised);
  }

  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    min-block-size: 36px;
  }

  [part='shortcuts'] :is(p, dl, dd) {
    margin: 0;
  }

  [part='shortcuts-title'] {
    flex: 1 1 4.5em;
    font-weight: 700;
    overflow-wrap: break-word;
  }

  dd {
    flex: none;
  }

  kbd {
    padding-inline: 5px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font: 700 0.75rem / 1.5 var(--hs-font-family, system-ui, sans-serif);
  }

  @media (max-width: 300px), (max-height: 450px) {
    [part='base'] {
      --_gutter: 12px;
    }

    [part='header'] {
      min-block-size: 44px;
    }

    [part='screen'] {
      gap: calc(2 * var(--_space));
    }
  }

  [part='notice'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius-m);
    background: var(--_danger-wash);
    font-size: 0.875rem;
  }
`;
