// Angular has no table of elements that a package could add to: a directive for each tag that an app uses gives its types.
import { Directive, ElementRef, EventEmitter, Input, Output, inject } from '@angular/core';
import type { HsCallQueue, HsCallingBridge, HsDialer, KeyPress, QueueChange } from 'hs-calling-elements';

type Events = HTMLElementEventMap;

/** What the element is, for the setters of its inputs. */
const elementOf = <E>() => inject<ElementRef<E>>(ElementRef).nativeElement;

@Directive({ selector: 'hs-calling-bridge' })
export class TypedBridge {
  readonly #element = elementOf<HsCallingBridge>();

  @Input() set loggedIn(value: boolean) {
    this.#element.loggedIn = value;
  }
  @Input() set environment(value: HsCallingBridge['environment']) {
    this.#element.environment = value;
  }
  @Input() set handshakeTimeout(value: number) {
    this.#element.handshakeTimeout = value;
  }
  @Input() set resolveParty(value: HsCallingBridge['resolveParty']) {
    this.#element.resolveParty = value;
  }

  // Angular listens to the element; these never emit, and only say what it hears.
  @Output('hs-ready') readonly ready = new EventEmitter<Events['hs-ready']>();
  @Output('hs-call-request') readonly callRequest = new EventEmitter<Events['hs-call-request']>();
}

@Directive({ selector: 'hs-dialer' })
export class TypedDialer {
  readonly #element = elementOf<HsDialer>();

  @Input() set autoDial(value: boolean) {
    this.#element.autoDial = value;
  }
  @Input() set value(value: string) {
    this.#element.value = value;
  }
}

@Directive({ selector: 'hs-keypad' })
export class TypedKeypad {
  @Output('hs-key-press') readonly keyPress = new EventEmitter<CustomEvent<KeyPress>>();
}

@Directive({ selector: 'hs-call-queue' })
export class TypedQueue {
  readonly #element = elementOf<HsCallQueue>();

  @Input() set queue(value: HsCallQueue['queue']) {
    this.#element.queue = value;
  }

  @Output('hs-queue-change') readonly queueChange = new EventEmitter<CustomEvent<QueueChange>>();
}

export const typed = [TypedBridge, TypedDialer, TypedKeypad, TypedQueue];
