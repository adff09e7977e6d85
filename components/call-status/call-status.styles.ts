import { css } from 'lit';

export const callStatusStyles = css`
  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
    border-inline-start: 4px solid var(--_line);
  }

  :host(:state(live)) [part='base'] {
    border-inline-start-color: var(--_accent);
  }

  :host(:state(in-call)) [part='base'] {
    border-inline-start-color: var(--_call);
  }

  :host(:state(problem)) [part='base'] {
    border-inline-start-color: var(--_danger);
  }

  [part='status'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    font-size: 0.875rem;
    color: var(--_text-quiet);
  }

  [part='timer'] {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  [part='party'] {
    font-size: 1.375rem;
    line-height: 1.25;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  [part='number'],
  [part='quality'],
  [part='detail'] {
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  [part='number'],
  [part='quality'] {
    color: var(--_text-quiet);
  }

  [part='quality'][data-level='1'],
  [part='quality'][data-level='2'] {
    color: var(--_danger);
    font-weight: 600;
  }

  [part='retry-button'] {
    justify-self: start;
  }
`;
