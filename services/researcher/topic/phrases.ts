/** The words of a text in their order, lower case, without the endings of plurals; what joins a word stays in it: "short-term". */
export function stemsIn(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/\bu\.s\.?/gu, 'us')
      .match(/[\p{L}\p{N}]+(?:[.'’&-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) => {
    const bare = word.replace(/['’]s$/u, '');
    if (bare.length < 4) return bare;
    return bare.replace(/(?<=[a-z]{2})ies$/u, 'y').replace(/(?<=(?:s|x|ch|sh))es$/u, '').replace(/(?<=[a-z]{2}[^su])s$/u, ''); // prettier-ignore
  });
}

/** Words between two of a phrase that may stand there: "total US stock market". */
const GAP = 1;

/** Whether words stand in a text in this order, close together. */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  const [first, ...rest] = phrase;
  if (first === undefined) return false;
  return words.some((word, start) => {
    if (word !== first) return false;
    let at = start;
    return rest.every((next) => {
      const found = words.slice(at + 1, at + 2 + GAP).indexOf(next);
      at += found + 1;
      return found !== -1;
    });
  });
}
