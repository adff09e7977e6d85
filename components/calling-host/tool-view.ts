/** A test tool that folds away. Whether it is unfolded is kept by the page alone: it is not drawn anew, and not stored. */
import { html, type TemplateResult } from 'lit';

/** What is shown of a test tool. */
export interface Tool {
  /** Names the tool, and its class in small letters. */
  readonly title: string;
  /** What one should know of it while it is folded; empty for nothing. */
  readonly note: string;
  /** Whether the note tells of trouble. Default: false. */
  readonly isTrouble?: boolean;
}

export function renderTool(
  { title, note, isTrouble = false }: Tool,
  content: TemplateResult,
): TemplateResult {
  return html`<details class="tool ${title.toLowerCase()}">
    <summary>
      <span class="title">${title}</span>
      <span class="hint" ?data-trouble=${isTrouble}>${note}</span>
    </summary>
    <div class="inside">${content}</div>
  </details>`;
}
