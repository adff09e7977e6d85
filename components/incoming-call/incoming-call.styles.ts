import { css } from 'lit';

export const incomingCallStyles = css`
  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: calc(4 * var(--_space));
    border: 1px solid var(--_call);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  [part='title'] {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--_text-quiet);
  }

  [part='party'] {
    font-size: 1.375rem;
    line-height: 1.25;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  [part='number'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
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

  input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
  }

  .main {
    flex: 1 1 auto;
    min-inline-size: 110px;
    padding-inline: calc(2 * var(--_space));
  }

  [part='silence-button'] {
    display: flex;
    flex: 1 0 100%;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
  }
`;
