import { css } from 'lit';
import { radioStyles } from '../shared/radio.styles.js';

const ownStyles = css`
  [part='title'] {
    font-weight: 700;
  }

  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius-l);
    background: var(--_call-wash);
  }

  [part='title'] {
    margin: 0;
    font-size: 0.8125rem;
    font-weight: 700;
    color: var(--_call-text);
  }

  [part='avatar'] {
    background: var(--_surface);
  }

  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    gap: var(--_space);
    max-block-size: 160px;
    margin: 0;
    padding: 0;
    border: 0;
    overflow-y: auto;
  }

  legend {
    padding: 0;
    font-size: 0.875rem;
  }

  [part='match'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  label bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  label {
    display: flex;
    flex: 1 1 120px;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 44px;
    cursor: pointer;
  }

  [part='notice'] {
    font-size: 0.875rem;
  }

  .who > div {
    flex-basis: 8rem;
  }

  /* In sight, however much is known of the caller. */
  .buttons {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(-2 * var(--_space));
    padding-block: calc(2 * var(--_space));
    background: var(--_call-wash);
  }

  .main {
    flex: 1 1 auto;
    min-inline-size: 110px;
    padding-inline: calc(2 * var(--_space));
  }

  @media (max-width: 300px), (max-height: 450px) {
    [part='base'] {
      padding: calc(2 * var(--_space));
    }

    [part='avatar'] {
      display: none;
    }

    .who {
      gap: var(--_space);
    }

    .who > div {
      flex-basis: 7.5rem;
    }

    /* A second caller is a banner: which number was called is not what matters. */
    .who:has(~ [data-second]) [part='number'] + [part='number'] {
      display: none;
    }

    label {
      flex-basis: 4.5rem;
    }

    .buttons {
      margin-block-end: 0;
      padding-block-end: 0;
    }

    .main {
      gap: var(--_space);
      min-inline-size: 0;
      padding-inline: var(--_space);
      font-size: 0.9375rem;
    }
  }

  /* A banner over the call that goes on. */
  [data-second] .main {
    min-inline-size: 0;
    min-block-size: 44px;
    padding-block: var(--_space);
    font-size: 0.9375rem;
    line-height: 1.2;
  }
`;

export const incomingCallStyles = [radioStyles, ownStyles];
