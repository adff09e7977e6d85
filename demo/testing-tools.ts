/** A form with what a widget may ask of HubSpot and has no button for, so that tests can press it. */
import { part } from './page.js';

/** How this widget asks HubSpot. */
export interface Asker {
  resizeWidget(size: { readonly width: number; readonly height: number }): void;
  sendError(error: { readonly message: string }): void;
  setWidgetUrl(address: { readonly iFrameUrl: string }): void;
  finalize(): void;
}

/** Has the buttons of the form ask. */
export function useTools(ask: Asker): void {
  const form = part('form.tools', HTMLFormElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const field = (name: string) => data.get(name) as string;
    switch (event.submitter?.getAttribute('name')) {
      case 'resize':
        ask.resizeWidget({ width: Number(field('width')), height: Number(field('height')) });
        break;
      case 'report':
        ask.sendError({ message: field('message') });
        break;
      case 'tell':
        ask.setWidgetUrl({ iFrameUrl: field('url') });
        break;
      default:
        ask.finalize();
    }
  });
}
