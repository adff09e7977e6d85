import { Component, input } from '@angular/core';

@Component({
  selector: 'app-call-events',
  template: `
    <h2>Events</h2>
    <ol aria-label="Events">
      @for (event of events(); track $index) {
        <li>{{ event }}</li>
      }
    </ol>
  `,
})
export class CallEvents {
  readonly events = input.required<readonly string[]>();
}
