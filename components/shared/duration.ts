/** How long something lasts, as text. All durations are in milliseconds; parts of a second are cut off. */

/** As a running timer shows it: `0:07`, `1:02:14`. */
export function formatTimer(durationMs: number): string {
  const { hours, minutes, seconds } = split(durationMs);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const start = hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes;
  return `${start}:${twoDigits(seconds)}`;
}

/** In the words of a language: “2 minutes, 14 seconds”. */
export function formatDuration(durationMs: number, lang: string): string {
  const { hours, minutes, seconds } = split(durationMs);
  const format = (value: number, unit: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const parts = [
    ...(hours > 0 ? [format(hours, 'hour')] : []),
    ...(minutes > 0 ? [format(minutes, 'minute')] : []),
    ...(seconds > 0 || durationMs < 1000 ? [format(seconds, 'second')] : []),
  ];
  return new Intl.ListFormat(lang, { type: 'unit' }).format(parts);
}

function split(durationMs: number) {
  const seconds = Math.floor(durationMs / 1000);
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
