const months = 'January February March April May June July August September October November December'.split(' ');

/** "2026-03-31" as "March 31, 2026". */
export function longDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${months[Number(month) - 1] ?? month} ${Number(day).toString()}, ${year}`;
}
