import { grouped } from '../charts/figure-format.ts';
import type { JobResult } from '../schemas/job.ts';
import { counted } from './format.ts';

/** US dollars, below ten cents to a hundredth of a cent: 0.0312 -> "$0.0312", 1.5 -> "$1.50"; what is less is said to be less. */
export function fee(usd: number): string {
  if (usd > 0 && usd < 0.0001) return 'less than $0.0001';
  return `$${usd === 0 || usd >= 0.1 ? grouped(usd, 2) : grouped(usd, 4)}`;
}

/** What language models cost this report, in one sentence; null where nothing was written. */
export function costLine({ cost, summary, report, charts, retirement }: JobResult): string | null {
  if (cost !== undefined) {
    const price = cost.usd === null ? 'at a price that is not known' : fee(cost.usd);
    return `Language models: ${counted(cost.calls, 'call')}, ${counted(cost.tokens, 'token')}, ${price}.`;
  }
  const written = [summary, report, charts, retirement].some((text) => text !== null);
  return written ? 'No language model was called, so this report cost nothing to write.' : null;
}
