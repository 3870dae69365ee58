/** A text of at most `length` characters, cut after a word, with an ellipsis where it was longer; never half a surrogate pair. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\s+\S{0,20}$|[\uD800-\uDBFF]$/, '')}…`;
}

/** So much of a name of a person's or a fund's goes into a label: it is repeated in each of its facts. */
export const NAME = 40;
