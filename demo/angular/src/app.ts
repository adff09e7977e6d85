import { Component, signal } from '@angular/core';
import type { QueuedCall } from 'hs-calling-elements';
import { CallEvents } from './call-events';
import { callList } from './people';
import { Phone } from './phone';

@Component({
  selector: 'app-root',
  imports: [CallEvents, Phone],
  templateUrl: './app.html',
  // Two pages of the app, by the hash. A router does the same.
  host: { '(window:hashchange)': 'follow()' },
})
export class App {
  protected readonly events = signal<readonly string[]>([]);
  protected readonly panels = signal(['phone', 'events']);
  protected readonly hasBridge = signal(true);
  protected readonly bridgeKey = signal(0);
  protected readonly widgetKey = signal(0);
  protected readonly autoDial = signal(false);
  protected readonly queue = signal<readonly QueuedCall[]>([]);
  protected readonly route = signal(location.hash);

  protected follow(): void {
    this.route.set(location.hash);
  }

  protected tell(event: string): void {
    this.events.update((before) => [...before, event]);
  }

  protected swap(): void {
    this.panels.update((before) => before.toReversed());
  }

  protected fillQueue(): void {
    this.queue.set(callList);
  }
}
