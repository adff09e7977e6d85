import { Component } from '@angular/core';
import type { HsCallingBridge, HsDialer, QueuedCall, ResolveParty } from 'hs-calling-elements';
import { typed } from './typed.js';

@Component({ selector: 'app-right', imports: typed, templateUrl: './right.html' })
export class Right {
  readonly queue: QueuedCall[] = [{ phoneNumber: '+12025550101' }];
  readonly resolveParty: ResolveParty = async ({ phoneNumber }) => ({ name: phoneNumber });

  call(event: HTMLElementEventMap['hs-call-request'], bridge: HsCallingBridge, dialer: HsDialer): void {
    dialer.focus();
    bridge.callEnded({ externalCallId: event.detail.toNumber });
  }
}
