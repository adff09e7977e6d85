import { css } from 'lit';

export const callStatusStyles = css`
  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding: calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius-l);
    background: var(--_raised);
  }

  [data-tone='active'] {
    background: var(--_call-wash);
  }

  [data-tone='waiting'] {
    background: var(--_warn-wash);
  }

  [data-tone='trouble'] {
    background: var(--_danger-wash);
  }

  [part='base'] [part='avatar'] {
    background: var(--_surface);
  }

  [part='timer'] {
    margin-inline-start: auto;
    font-size: 1.375rem;
    line-height: 1.1;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  [part='chips'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
    /* Always there, so that nothing moves when it is first filled. */
    min-block-size: 1.625rem;
  }

  [part='chips'] > p {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: 1.625rem;
    padding: 1px calc(2.5 * var(--_space));
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_surface);
    font-size: 0.8125rem;
    line-height: 1.2;
    font-weight: 700;
  }

  /* As high as a chip, with room to press above and below. */
  [part='chips'] [part='open-record'] {
    margin-block: -9px;
    margin-inline: auto calc(-2 * var(--_space));
  }

  [part='chips'] p svg {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }

  [data-tone='active'] [part='status'] {
    color: var(--_call-text);
  }

  [data-tone='waiting'] [part='status'],
  [part='quality'][data-level='2'] {
    color: var(--_warn);
  }

  [data-tone='trouble'] [part='status'],
  [part='recording'],
  [part='quality'][data-level='1'] {
    color: var(--_danger-text);
  }

  [part='chips'] [part='muted'] {
    background: var(--_text);
    color: var(--_surface);
  }

  [data-tone='active'] [part='status']::before {
    /* Filled by its border: with forced colours there are no backgrounds. */
    border: 0.25rem solid;
    border-radius: 50%;
    content: '';
  }

  [part='recording'] circle:first-child {
    stroke-width: 7;
  }

  /* Without a call it is the heading of the card. */
  [part='base']:not(:has(.who)) {
    gap: calc(2 * var(--_space));
  }

  [part='base']:not(:has(.who)) [part='status'] {
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.0625rem;
  }

  [part='hold-timer'] {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  [part='detail'] {
    font-size: 0.875rem;
  }

  [part='retry-button'] {
    justify-self: start;
  }

  @media (max-width: 300px), (max-height: 450px) {
    [part='base'] {
      gap: calc(2 * var(--_space));
      padding: calc(2 * var(--_space));
    }

    [part='avatar'] {
      display: none;
    }
  }

  @media (forced-colors: active) {
    [part='base'],
    [part='chips'] > p {
      border-color: CanvasText;
    }
  }
`;
