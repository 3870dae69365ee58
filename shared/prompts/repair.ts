/** What a model is told after an answer that failed its checks: the problems, all at once, and nothing new. */
export function repairRequest(problems: readonly string[]): string {
  return `Your answer cannot be used yet:
${problems.map((problem) => `- ${problem}`).join('\n')}

Answer again in full, in the same form, with these put right. Where a figure is not among the facts, leave it out or use the fact.`;
}
