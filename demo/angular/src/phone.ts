import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output, signal } from '@angular/core';
import type { QueuedCall } from 'hs-calling-elements';
import { directory, outcomes, resolveParty } from './people';

@Component({
  selector: 'app-phone',
  templateUrl: './phone.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class Phone {
  readonly autoDial = input.required<boolean>();
  readonly queue = input.required<readonly QueuedCall[]>();
  readonly route = input.required<string>();
  readonly widgetKey = input.required<number>();
  readonly happened = output<string>();

  protected readonly loggedIn = signal(true);
  protected readonly directory = directory;
  protected readonly outcomes = outcomes;
  protected readonly resolveParty = resolveParty;

  protected onLogin(isLoggedIn: boolean, { type }: Event): void {
    this.loggedIn.set(isLoggedIn);
    this.happened.emit(type);
  }
}
