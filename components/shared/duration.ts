/** How long something lasts, as text. All durations are in milliseconds; parts of a second are cut off. */

/** As a running timer shows it: `0:07`, `1:02:14`. */
export function formatTimer(durationMs: number): string {
  const [hours, minutes, seconds] = split(durationMs);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds)}`;
}

/** In the words of a language: “2 minutes, 14 seconds”. */
export function formatDuration(durationMs: number, lang: string): string {
  const units = ['hour', 'minute', 'second'] as const;
  const parts = split(durationMs).map((value, index) => ({ value, unit: units[index] }));
  // Units that are zero are left out, but for “0 seconds”.
  const shown = parts.filter(({ value, unit }) => value > 0 || (unit === 'second' && durationMs < 1000));
  return new Intl.ListFormat(lang, { type: 'unit' }).format(
    shown.map(({ value, unit }) =>
      new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    ),
  );
}

function split(durationMs: number): readonly [hours: number, minutes: number, seconds: number] {
  const seconds = Math.floor(durationMs / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}
