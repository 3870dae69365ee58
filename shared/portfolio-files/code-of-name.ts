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
  return `${start}-${endOf(code, code.length - (LONGEST - 1 - start.length), start.length)}`;
}

/** The end of a code from a place on. A word that the place is in the midst of loses its own end, not its beginning: INDE, not NDEX. */
function endOf(code: string, from: number, begun: number): string {
  const [start, behind] = [code.lastIndexOf('-', from) + 1, code.indexOf('-', from)];
  const word = code.slice(start, behind);
  const isCut = start > begun && start < from && behind > from && !/\d/.test(word);
  return isCut ? word.slice(0, behind - from) + code.slice(behind) : code.slice(from).replace(/^-+/, '');
}

/** Whether a symbol is such a code, and tells a reader nothing that the name does not. */
export function isMadeOf(name: string, symbol: string): boolean {
  const made = codeOfName(name);
  return symbol === made || symbol === `${made}${BY_NAME}`;
}
