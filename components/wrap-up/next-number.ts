/** Which number is called next, from the form after a call. */
import { awaitsWrapUp, isSameNumber, numberToDial, type Call, type WidgetState } from '../../src/index.js';

/** A number, and how it is dialled. */
export interface NextNumber {
  readonly toNumber: string;
  readonly countryCode: string | undefined;
}

/**
 * The number that the app gives, else the one that HubSpot asks for. HubSpot may ask again for who was just called: not for
 * them.
 */
export function nextNumber(
  given: string | undefined,
  call: Call | undefined,
  state: WidgetState | undefined,
): NextNumber | undefined {
  const intent = given === undefined ? state?.intent : undefined;
  const { toNumber } = numberToDial(given ?? intent?.phoneNumber ?? '', intent?.countryCode);
  // From the last form that is open: a call would bury the others.
  if (state?.calls.some((other) => other !== call && awaitsWrapUp(other))) return undefined;
  const isCalled = intent && isSameNumber(call?.toNumber ?? '', toNumber);
  if (toNumber === '' || isCalled) return undefined;
  return { toNumber, countryCode: intent?.countryCode };
}
