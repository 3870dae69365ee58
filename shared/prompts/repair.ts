const listed = (problems: readonly string[]): string => problems.map((problem) => `- ${problem}`).join('\n');

const FIGURES =
  ' A figure needs the exact name of its fact, [figure](fact.name), and words that say what that fact is of: where a line quotes what it says, write it in those words; one that is not among the facts is left out.';

/** What a model is told after an answer that failed its checks: the problems, all at once, and nothing new. */
export function repairRequest(problems: readonly { kind: string; say: string }[]): string {
  return `Your answer cannot be used yet:
${listed(problems.map(({ say }) => say))}

Answer again in full, in the same form, with these put right.${problems.some(({ kind }) => kind === 'figure') ? FIGURES : ''}`;
}

/** What a model is told after an answer that the judge did not let pass. */
export function rewriteRequest(reasons: readonly string[]): string {
  return `An editor read your answer and asks for a better one:
${listed(reasons)}

Answer again in full, in the same form. All rules still hold: every figure linked to its fact, none that is not among the facts, no promise.`;
}
