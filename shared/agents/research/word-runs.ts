/** A kind of words, each in lower case. */
export type WordKind = (word: string, at: number, words: readonly string[]) => boolean;

/** Words that come one after another: of each which it is, with the most others before it. */
export type WordRun = readonly (readonly [most: number, kind: WordKind])[];

/** The words of a sentence in lower case, without the marks around them. */
export const wordsOf = (sentence: string): string[] =>
  (sentence.toLowerCase().match(/[$€£]?[\p{L}\p{N}@][\p{L}\p{N}%&.,'’-]*/gu) ?? []).map((word) =>
    word.replace(/[.,'’-]+$|['’]s$/u, ''),
  );

/** Those that a pattern matches whole. Alternatives without repetition: what stands between words is counted and not matched. */
export function kindOf(alternatives: string): WordKind {
  const pattern = new RegExp(`^(?:${alternatives})$`);
  return (word) => pattern.test(word);
}

export const either =
  (...kinds: readonly WordKind[]): WordKind =>
  (...word) =>
    kinds.some((kind) => kind(...word));

/**
 * Whether words have a run in them. The same as a pattern with gaps, which an engine unrolls: some of these took it half a second to
 * make ready.
 */
export function hasRun(words: readonly string[], run: WordRun): boolean {
  let ends: readonly number[] | null = null;
  for (const [most, kind] of run) {
    ends = reached(words, ends, most, kind);
    if (ends.length === 0) return false;
  }
  return true;
}

/** The words of a kind that stand near behind one of `before`; null: anywhere. */
function reached(words: readonly string[], before: readonly number[] | null, most: number, kind: WordKind): number[] {
  return words.flatMap((word, at) => {
    const isNear = before === null || before.some((end) => end < at && at - end <= most + 1);
    return isNear && kind(word, at, words) ? [at] : [];
  });
}
