/** The number to call after the form is saved. */
import {
  awaitsWrapUp,
  dialableNumber,
  isSameNumber,
  isTooLong,
  type Call,
  type WidgetState,
} from '../../src/index.js';

/** A number, and the country that says how it is written. */
export interface NextNumber {
  readonly toNumber: string;
  readonly countryCode: string | undefined;
}

/**
 * The number to call next, and how it is dialled. HubSpot may ask again for who was just called: not for them.
 *
 * @param wanted - What the app wants to be called. Default: what HubSpot asked for.
 */
export function nextNumber(
  state: WidgetState | undefined,
  call: Call | undefined,
  wanted: string | undefined,
): NextNumber | undefined {
  const intent = wanted === undefined ? state?.intent : undefined;
  const toNumber = dialableNumber(wanted ?? intent?.phoneNumber ?? '', intent?.countryCode);
  // From the last form that is open: a call would bury the others.
  if (state?.calls.some((other) => other !== call && awaitsWrapUp(other))) return undefined;
  const isCalled = intent && isSameNumber(call?.toNumber ?? '', toNumber);
  if (toNumber === '' || isCalled || isTooLong(toNumber)) return undefined;
  return { toNumber, countryCode: intent?.countryCode };
}
