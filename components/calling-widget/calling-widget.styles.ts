import { css } from 'lit';

export const callingWidgetStyles = css`
  :host {
    background: var(--_surface);
  }

  [part='base'] {
    display: flex;
    flex-direction: column;
    gap: calc(3 * var(--_space));
    min-block-size: 0;
    padding: calc(3 * var(--_space));
  }

  [part='base']:not([data-grows]) {
    block-size: 100%;
  }

  [part='base']:not([data-grows]) [part='screen'] {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }

  [part='base']:not([data-grows]) [part='notes'] {
    flex: 1 0 auto;
  }

  /* While a call rings, the Call button scrolls away, so that Answer is the only green button in sight. */
  :host(:state(incoming)) hs-dialer::part(call-button) {
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
    max-inline-size: 50%;
  }

  [part='header'] {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  [part='header'] hs-availability {
    flex: 1;
    min-inline-size: 0;
  }

  [part='header'] button {
    display: grid;
    place-content: center;
    min-inline-size: 44px;
    padding: 0;
  }

  [part='screen'] {
    display: flex;
    flex-direction: column;
    gap: calc(3 * var(--_space));
    /* Keeps the focused element from being covered by the Call button. */
    scroll-padding-block-end: 72px;
    /* Room for the outline of the focused element, which would be cut off. */
    margin: -3px;
    padding: 3px;
  }

  /* The placeholder while the widget connects to HubSpot. */
  [part='skeleton'] {
    flex: none;
    block-size: 308px;
    border-radius: var(--_radius);
    background: repeating-linear-gradient(var(--_raised) 0 52px, transparent 0 64px);
  }

  slot[hidden],
  .ready[hidden] {
    display: none;
  }

  .ready {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }

  .settings {
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  [part='notice'] {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_danger);
    border-radius: var(--_radius);
    font-size: 0.875rem;
  }

  label {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }
`;
