/** Styles of the elements with a field for the notes of a call. */
import { css } from 'lit';
import { fieldStyles } from '../shared/field.styles.js';

export const notesStyles = [
  fieldStyles,
  css`
    .notes-head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 calc(2 * var(--_space));
      margin-block-end: calc(-1 * var(--_space));
    }

    .notes-head label {
      margin: 0;
    }

    [part='kept'] {
      font-size: 0.8125rem;
      color: var(--_text-quiet);
    }

    [part='kept'][data-lost] {
      color: var(--_warn);
    }

    /* The same in the call and after it, so that it does not change under who writes. */
    [part='notes'] {
      flex: none;
      inline-size: 100%;
      block-size: 6.5rem;
      resize: none;
    }

    @media (max-width: 300px), (max-height: 450px) {
      [part='notes'] {
        block-size: 4rem;
      }
    }
  `,
];
