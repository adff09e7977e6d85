import { css } from 'lit';

export const callControlsStyles = css`
  [part='base'] {
    gap: calc(3 * var(--_space));
  }

  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) var(--_space);
    /* With large text they take several rows: these are scrolled, so that End and whom it ends stay in sight. */
    max-block-size: max(30vb, 4.5rem);
    overflow-y: auto;
    /* Room for the outline of what has the focus. */
    margin-block: -4px;
    padding: 4px;
  }

  [part='controls']:empty {
    display: none;
  }

  [part='control'] {
    display: grid;
    flex: 1 1 48px;
    justify-items: center;
    gap: var(--_space);
    padding: 0;
    border-radius: var(--_radius-m);
    background: none;
    font-size: 0.75rem;
    line-height: 1rem;
  }

  /* Two rows of three rather than one that stands alone. */
  [part='controls']:has(> :nth-child(6)) > [part='control'] {
    flex-basis: 30%;
  }

  .dock {
    container-type: inline-size;
  }

  @container (max-width: 227px) {
    [part='controls'] > [part='control'] {
      flex-basis: 30%;
    }
  }

  .circle {
    display: grid;
    place-content: center;
    inline-size: 3rem;
    block-size: 3rem;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_fill);
  }

  /* The dot of the sign for a recording. */
  [name='record'] circle:first-child {
    stroke-width: 7;
  }

  [part='control']:hover .circle {
    border-color: var(--_accent);
  }

  [aria-pressed='true'] .circle,
  [aria-expanded='true'] .circle {
    background: var(--_text);
    color: var(--_surface);
  }

  [part='control'][aria-disabled] {
    background: none;
    cursor: default;
  }

  [part='control'][aria-disabled] .circle {
    opacity: 0.6;
  }

  @media (max-width: 300px), (max-height: 450px) {
    [part='controls'] {
      gap: 0;
    }

    [part='control'] {
      flex-basis: 44px;
      font-size: 0.6875rem;
    }

    .circle {
      inline-size: 2.25rem;
      block-size: 2.25rem;
    }
  }

  @media (forced-colors: active) {
    .circle {
      border-color: ButtonBorder;
    }

    [part='control'][aria-disabled] .circle {
      border-color: GrayText;
      opacity: 1;
    }

    [aria-pressed='true'] .circle,
    [aria-expanded='true'] .circle {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  [part='error'] {
    flex: 0 1 auto;
    overflow-y: auto;
  }

  [part='digits'] {
    min-block-size: 1.4em;
    overflow-wrap: anywhere;
    text-align: center;
    font-size: 1.25rem;
    font-variant-numeric: tabular-nums;
  }

  [part='transfer'],
  [part='voicemail'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius-l);
    background: var(--_raised);
  }

  label,
  input,
  [part='transfer'] p,
  [part='voicemail'] p {
    flex: 1 0 100%;
  }

  label,
  [part='voicemail'] p {
    font-size: 0.875rem;
  }

  input {
    min-inline-size: 0;
    min-block-size: 44px;
    padding: var(--_space) calc(3 * var(--_space));
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
  }

  [part='formatted'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  [part='number-error'] {
    font-size: 0.8125rem;
    color: var(--_danger-text);
  }

  [part='formatted']:not(:has(span)),
  [part='number-error']:empty {
    display: none;
  }

  [part='transfer'] button,
  [part='voicemail'] button {
    flex: 1 1 auto;
  }

  [part='other-call'] {
    flex-wrap: wrap;
    padding: calc(2 * var(--_space)) calc(2 * var(--_space)) calc(2 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid color-mix(in srgb, var(--_warn) 40%, transparent);
    border-radius: var(--_radius-m);
    background: var(--_warn-wash);
  }

  [part='other-call']:has(button + button) button {
    flex: 1 1 auto;
  }

  [part='other-call'] > div {
    flex: 1 1 120px;
  }

  [part='other-call'] [part='avatar'] {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    background: var(--_surface);
    font-size: 0.8125rem;
  }

  [part='other-call'] [part='party'] {
    font-size: 1rem;
  }

  .waits {
    color: var(--_warn);
    font-size: 0.8125rem;
    font-weight: 700;
  }
`;
