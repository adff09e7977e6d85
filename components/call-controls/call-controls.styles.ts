import { css } from 'lit';

export const callControlsStyles = css`
  [part='base'] {
    gap: calc(3 * var(--_space));
  }

  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }

  [part='control'] {
    display: grid;
    flex: 1 1 60px;
    justify-items: center;
    gap: var(--_space);
    min-block-size: 64px;
    padding: calc(2 * var(--_space)) var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.875rem;
    line-height: 1.2;
  }

  [part='control']:hover {
    border-color: var(--_accent);
  }

  [part='control'][aria-pressed='true'],
  [part='control'][aria-expanded='true'] {
    border-color: var(--_accent);
    background: var(--_raised);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    [part='control'][aria-pressed='true'],
    [part='control'][aria-expanded='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  [part='digits'] {
    min-block-size: 1.4em;
    overflow-wrap: anywhere;
    text-align: center;
    font-size: 1.25rem;
    font-variant-numeric: tabular-nums;
  }

  [part='transfer'],
  [part='other-call'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  label,
  input,
  [part='other-call'] p {
    flex: 1 0 100%;
  }

  label {
    font-size: 0.875rem;
  }

  input {
    min-inline-size: 0;
    min-block-size: 44px;
    padding: var(--_space) calc(3 * var(--_space));
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
  }

  [part='transfer'] button,
  [part='other-call'] button {
    flex: 1 1 auto;
  }

  [part='other-call'] p {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  [part='end-button'] {
    margin-block-start: calc(2 * var(--_space));
  }

  /* Stays in sight while the rest scrolls. Not before the answer: the Call button was pressed in this place a moment ago. */
  [part='controls'] ~ [part='end-button'] {
    position: sticky;
    inset-block-end: 0;
    box-shadow: 0 0 0 calc(2 * var(--_space)) var(--_surface);
  }
`;
