/** Numbers with an extension: the number is dialled, the extension is sent as DTMF once the call is answered. */

/** A number and its extension. */
export interface SplitNumber {
  /** What is dialled. */
  readonly number: string;
  /** The DTMF digits of the extension, after a comma for a pause; undefined without an extension. */
  readonly digits: string | undefined;
}

const withExtension = /^([+\d][\d\s()./-]*?)\s*(?:ext(?:ension)?\.?|x|,|;(?:ext=)?)\s*([\d*#,\s]+)$/i;

/** Splits `+12025550123 ext. 45` or `+12025550123,,45`. Anything else is a number without an extension. */
export function splitExtension(toNumber: string): SplitNumber {
  const [, number, extension] = withExtension.exec(toNumber) ?? [];
  if (number === undefined || extension === undefined) return { number: toNumber, digits: undefined };
  return { number: number.replaceAll(/[\s()./-]/g, ''), digits: `,${extension.replaceAll(/\s/g, '')}` };
}
