/** Styles of round buttons to choose one of: a ring, which is thick where it is chosen. */
import { css } from 'lit';

export const radioStyles = css`
  /* Browsers fill their own with grey where colours are dark, as if it were chosen. */
  input[type='radio'] {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    appearance: none;
    border: 2px solid var(--_field-line);
    border-radius: 50%;
    cursor: inherit;
  }

  /* By its border alone: with forced colours there are no backgrounds. */
  input[type='radio']:checked {
    border: 0.375rem solid var(--_accent);
  }
`;
