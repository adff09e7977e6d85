import { css } from 'lit';

export const dialerStyles = css`
  [part='form'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    max-inline-size: 400px;
    margin: 0 auto;
  }

  [part='label'] {
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  [part='field'] {
    display: flex;
    align-items: center;
    min-block-size: 52px;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  [part='field']:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  [part='number'] {
    flex: 1;
    min-inline-size: 0;
    align-self: stretch;
    border: 0;
    border-radius: inherit;
    padding: var(--_space) calc(3 * var(--_space));
    background: none;
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
    outline-offset: -2px;
  }

  [part='number']:focus-visible {
    outline: none;
  }

  /* Stays in sight while the rest scrolls. The shadow covers what scrolls past its edges. */
  [part='call-button'] {
    position: sticky;
    inset-block-end: 0;
    margin-block-start: calc(2 * var(--_space));
    box-shadow: 0 0 0 calc(2 * var(--_space)) var(--_surface);
  }

  [part='delete-button'] {
    display: grid;
    place-content: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-quiet);
  }

  [part='delete-button']:hover {
    color: var(--_text);
    background: var(--_raised);
  }

  [part='formatted'] > * {
    min-inline-size: 0;
  }

  [part='formatted'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(3 * var(--_space));
    min-block-size: 1.4em;
    font-size: 0.875rem;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  [part='error'] {
    min-block-size: 1.4em;
  }
`;
