/** How the words above a page, in a line of their own, say that somebody paid for it. */
const LABEL =
  /^[^\p{L}]{0,5}(?:(?:sponsored|paid|partner|branded|promoted) (?:content|post|article|story|feature|message|material|partnership|promotion|program)\b|(?:sponsored|paid for|presented|promoted|brought to you|supported|funded) by\b|advertorial\b|advertis(?:ement|ing|er) (?:feature|content)\b|native advertising\b|(?:produced |created |published )?in (?:paid )?(?:association|partnership) with\b|sponsored:)/iu;
/** The same of a sentence anywhere on it. */
const SAID =
  /\bthis (?:article|content|post|page|story|report|feature|material) (?:is|was|has been) (?:an? (?:paid|sponsored) \p{L}+|an? advertorial|sponsored|paid for|commissioned|funded|created for|(?:produced|created|written|published) (?:in (?:paid )?(?:association|partnership) with|on behalf of|and paid for))\b/iu;
/** Below these lines such a label belongs to a box beside the text; characters from which a line is text. */
const ABOVE = { lines: 4, text: 120 } as const;

/** Whether a page, by its title, its first lines or a sentence of it, says that somebody paid for what it says. */
export function isPaidFor(title: string, text: string): boolean {
  if (LABEL.test(title) || SAID.test(text)) return true;
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\s#>*_]+/u, ''))
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => line.length >= ABOVE.text);
  return lines.slice(0, first === -1 ? ABOVE.lines : Math.min(first, ABOVE.lines)).some((line) => LABEL.test(line));
}
