/** Everything that the agent or the far end does in a scenario: by name for a driver, in words for a person. */

/** What a driver is given for each action. */
export interface WidgetActionArguments {
  call: { readonly number: string };
  takeDial: object;
  answer: object;
  decline: object;
  hangUp: object;
  save: { readonly notes: string };
  skip: object;
  logIn: object;
  logOut: object;
  goAvailable: object;
  goUnavailable: object;
  transfer: { readonly to: string };
  receiveCall: { readonly from: string; readonly to: string };
  callerGivesUp: object;
  farEnd: { readonly does: FarEnd };
  farEndHangsUp: object;
  openRecord: { readonly objectId: number; readonly objectTypeId: string };
  finalize: object;
  resize: { readonly width: number; readonly height: number };
  reportError: { readonly message: string };
  tellUrl: { readonly url: string };
}

/** What the far end does when it is called. */
export type FarEnd = 'answers' | 'is busy' | 'does not answer' | 'keeps ringing';

/** The name of an action. */
export type WidgetAction = keyof WidgetActionArguments;

/** What a person is asked to do for each action. `{…}` stands for what the action is given. */
export const widgetActions: Readonly<Record<WidgetAction, string>> = {
  call: 'Call {number} in the widget.',
  takeDial: 'Press Call in the widget, unless it calls by itself.',
  answer: 'Answer the call in the widget.',
  decline: 'Decline the call in the widget.',
  hangUp: 'End the call in the widget.',
  save: 'Write the note “{notes}” and save the call.',
  skip: 'Be done with the call without writing anything.',
  logIn: 'Log in to the widget.',
  logOut: 'Log out of the widget.',
  goAvailable: 'Become available for calls.',
  goUnavailable: 'Become unavailable for calls.',
  transfer: 'Hand the call over to {to}.',
  receiveCall: 'Have somebody call the widget from {from}.',
  callerGivesUp: 'Have the caller hang up before you answer.',
  farEnd: 'See to it that whoever is called next {does}.',
  farEndHangsUp: 'Have the far end hang up.',
  openRecord: 'Open the record of the caller from the widget (object {objectId} of type {objectTypeId}).',
  finalize: 'Close the help desk’s call in the widget.',
  resize: 'Have the widget ask for a size of {width} × {height} px.',
  reportError: 'Have the widget report the error “{message}”.',
  tellUrl: 'Have the widget say that its address is {url}.',
};

/** Does in your widget what a person would do. For an action that is left out, a person is asked. */
export type WidgetDriver = {
  readonly [A in WidgetAction]?: (given: WidgetActionArguments[A]) => void | Promise<void>;
};

/** An action in words: `Call +12025550101 in the widget.` */
export function instruction(action: WidgetAction, given: Readonly<Record<string, string | number>>): string {
  return widgetActions[action].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
}
