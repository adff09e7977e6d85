/** Styles of a row that says who it is: initials, the name, and a line below it. */
import { css } from 'lit';

export const whoStyles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space));
  }

  /* Beside a time of hours the name and the number would have no room: then the time goes below. */
  .who > div {
    flex: 1 1 7.5rem;
    min-inline-size: 0;
  }

  [part='avatar'] {
    display: grid;
    flex: none;
    place-content: center;
    grid-auto-flow: column;
    /* With large text the name needs the room. */
    inline-size: min(3rem, 15vi);
    block-size: min(3rem, 15vi);
    border-radius: 50%;
    background: var(--_accent-wash);
    color: var(--_accent);
    font-size: min(1.0625rem, 5.3vi);
    font-weight: 700;
    white-space: nowrap;
  }

  [part='avatar']:has(img) {
    position: relative;
    overflow: hidden;
  }

  /* Over the initials, which are seen until it is there. */
  [part='avatar'] img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    object-fit: cover;
  }

  [part='avatar'] img[hidden] {
    display: none;
  }

  a.ghost {
    color: var(--_text-quiet);
  }

  [part='party'],
  [part='title'] {
    margin: 0;
    font-size: 1.25rem;
    line-height: 1.2;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    /* A name takes two lines. */
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  /* A number instead of the name is never cut: whom one is about to talk to must be seen. */
  [part='party'] bdi[dir='ltr'],
  [part='title'] bdi[dir='ltr'] {
    display: inline;
    white-space: normal;
  }

  /* A group of its digits is broken only where it alone has no room. */
  [part='party'] bdi > span,
  [part='title'] bdi > span {
    display: inline-block;
    max-inline-size: 100%;
    white-space: normal;
  }

  [part='party']:has(> bdi[dir='ltr'] > span) {
    -webkit-line-clamp: none;
  }

  [part='party']:has(> bdi[dir='ltr']),
  [part='title']:has(> bdi[dir='ltr']) {
    font-size: 1.0625rem;
  }

  /* Behind each line there is a plate, which would cover the line above. */
  @media (forced-colors: active) {
    [part='party'],
    [part='title'] {
      line-height: 1.4;
    }
  }

  [part='number'],
  [part='company'],
  [part='summary'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }
`;
