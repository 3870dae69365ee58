/** As many characters as a symbol has. */
const LONGEST = 24;
/** Of a longer name its beginning and its end, where the year or the class stands that tells it from its sisters. */
const BEGINNING = 13;

/** Behind a name of one word, which would be taken for a ticker: Ford is not the ticker FORD. */
export const BY_NAME = '-BY-NAME';

/** A code for what has no ticker, from its name: "Harbor Point Partners" is HARBOR-POINT-PARTNERS; "" where it has no letter. */
export function codeOfName(name: string): string {
  const code = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (code.length <= LONGEST) return code;
  const start = code.slice(0, BEGINNING).replace(/-+$/, '');
  const end = code.slice(code.length - (LONGEST - 1 - start.length)).replace(/^-+/, '');
  return `${start}-${end}`;
}

/** Whether a symbol is such a code, and tells a reader nothing that the name does not. */
export function isMadeOf(name: string, symbol: string): boolean {
  const made = codeOfName(name);
  return symbol === made || symbol === `${made}${BY_NAME}`;
}
