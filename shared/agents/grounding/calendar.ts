const months = 'january february march april may june july august september october november december'.split(' ');

/** A regular expression's source for the name of a month with its capital, whole or shortened. */
export const MONTH = `(?:${months.map(written).join('|')}|Sept\\.?)`;

function written(month: string): string {
  const name = month.slice(0, 1).toUpperCase() + month.slice(1);
  return `${name}|${name.slice(0, 3)}\\.?`;
}

/** "March" or "Mar." as "03"; undefined for anything else. */
export function monthNumber(name: string): string | undefined {
  const index = months.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3)));
  return index === -1 ? undefined : String(index + 1).padStart(2, '0');
}
