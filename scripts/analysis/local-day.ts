/** The calendar day of a moment where this machine is, e.g. "2026-03-31". */
export function localDay(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
