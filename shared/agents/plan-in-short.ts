import type { AnalysisPlan } from '../schemas/analysis-plan.ts';

/** What is made of a person's question, in a sentence beside the step of the job that made it. */
export function planInShort({ whatIfs, focus }: Pick<AnalysisPlan, 'whatIfs' | 'focus'>): string {
  const topics = focus.join(', ').replaceAll('_', ' ');
  if (whatIfs.length === 0)
    return `The question${topics === '' ? '' : ` is about ${topics} and`} has no what-if that can be tried.`;
  const tried = whatIfs.length === 1 ? 'one what-if' : `${whatIfs.length.toString()} what-ifs`;
  return `The question asks for ${tried} to be tried${topics === '' ? '' : `, with an eye on ${topics}`}.`;
}
