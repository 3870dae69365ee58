/** Runs of Latin letters, of digits, other letters, and any other sign that is no space. */
const RUNS = /[\p{Script=Latin}\p{M}]+|\p{N}+|\p{L}|[^\s\p{L}\p{N}]/gu;

/**
 * How many tokens a text takes in the vocabulary of MiniLM (WordPiece, 30,522 entries, English without capitals), rather too
 * many than too few: a word of up to six letters is one, a longer one a token for every four to five letters, two digits one,
 * a sign or a letter of another script one each.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [run] of text.matchAll(RUNS)) tokens += tokensOf(run);
  return tokens;
}

function tokensOf(run: string): number {
  if (run.length === 1) return 1;
  if (/^\p{N}/u.test(run)) return Math.ceil(run.length / 2);
  if (run.length <= 6) return 1;
  return run.length <= 10 ? 2 : Math.ceil(run.length / 4);
}
