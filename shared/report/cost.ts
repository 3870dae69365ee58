import { grouped } from '../charts/figure-format.ts';
import type { JobResult } from '../schemas/job.ts';
import type { ModelCost } from '../schemas/model-call.ts';
import { counted } from './format.ts';

/** US dollars, below ten cents to a hundredth of a cent: 0.0312 -> "$0.0312", 1.5 -> "$1.50"; what is less is said to be less. */
export function fee(usd: number): string {
  if (usd > 0 && usd < 0.0001) return 'less than $0.0001';
  return `$${usd === 0 || usd >= 0.1 ? grouped(usd, 2) : grouped(usd, 4)}`;
}

/**
 * What calls came to, in words: "960 tokens, $0.02". Where a provider never said what a call used, that is told, and what it
 * comes to is the most that it can be.
 */
export function spending({ calls, tokens, usd, unsaid = 0 }: ModelCost): string {
  const price = usd === null ? 'at a price that is not known' : fee(usd);
  if (unsaid === 0) return `${counted(tokens, 'token')}, ${price}`;
  const who = unsaid === calls ? (calls === 1 ? 'which' : 'none of which') : `${grouped(unsaid, 0)} of which`;
  const said = unsaid === calls && calls > 1 ? 'told what it used' : 'did not tell what it used';
  return `at most ${counted(tokens, 'token')}, ${usd === null ? price : `at most ${price}`} (${who} ${said})`;
}

/** What language models cost this report, in one sentence; null where nothing was written. */
export function costLine({ cost, summary, report, charts, retirement }: JobResult): string | null {
  if (cost !== undefined) {
    return `Language models: ${counted(cost.calls, 'call')}, ${spending(cost)}.`;
  }
  const written = [summary, report, charts, retirement].some((text) => text !== null);
  return written ? 'No language model was called, so this report cost nothing to write.' : null;
}
