/** A number with an extension: one is dialled, the other is sent as digits once somebody has answered. */

/** What to dial, and what to send after the answer. */
export interface SplitNumber {
  readonly number: string;
  /** Digits with a pause before them; undefined without an extension. */
  readonly digits: string | undefined;
}

const withExtension = /^([+\d][\d\s()./-]*?)\s*(?:ext(?:ension)?\.?|x|,|;(?:ext=)?)\s*([\d*#,\s]+)$/i;

/** Takes `+12025550123 ext. 45` or `+12025550123,,45` apart. Anything else is dialled as it is. */
export function splitExtension(toNumber: string): SplitNumber {
  const [, number, extension] = withExtension.exec(toNumber) ?? [];
  if (number === undefined || extension === undefined) return { number: toNumber, digits: undefined };
  return { number: number.replaceAll(/[\s()./-]/g, ''), digits: `,${extension.replaceAll(/\s/g, '')}` };
}
