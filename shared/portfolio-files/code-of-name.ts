/** As many characters as a symbol has. */
const LONGEST = 24;
/** Of a longer name its beginning and its end, and between them what tells it from its sisters, whose names may differ in the midst alone. */
const BEGINNING = 9;
/** Without vowels, so that no mark is a word; the first is no digit. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const MARKS = [LETTERS, `${LETTERS}23456789`, `${LETTERS}23456789`, `${LETTERS}23456789`];

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
  const start = `${code.slice(0, BEGINNING).replace(/-+$/, '')}-${markOf(code)}`;
  return `${start}-${endOf(code, LONGEST - 1 - start.length)}`;
}

/**
 * Four characters that another text has once in four hundred thousand times; the same text has the same, in whichever file it stands. Of the
 * 32-bit FNV-1a hash of its UTF-16 code units.
 */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  let rest = hash >>> 0;
  return MARKS.map((letters) => {
    const letter = letters.charAt(rest % letters.length);
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join('');
}

/** The last words of a code that there is room for; of a last word that is longer its beginning. */
function endOf(code: string, room: number): string {
  const words = code.split('-');
  let end = words.pop()?.slice(0, room) ?? '';
  for (let word = words.pop(); word !== undefined && word.length + 1 + end.length <= room; word = words.pop())
    end = `${word}-${end}`;
  return end;
}

/** Whether a symbol is such a code, and tells a reader nothing that the name does not. */
export function isMadeOf(name: string, symbol: string): boolean {
  const made = codeOfName(name);
  return symbol === made || symbol === `${made}${BY_NAME}`;
}
