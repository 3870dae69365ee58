import type { Analysis } from '../../schemas/analysis.ts';
import { plainText } from '../../charts/plain-text.ts';
import { takenOf } from '../../finance/risk/taken-as-stocks.ts';
import { money, percent } from '../format.ts';

/** "Financial crisis, 2008" as "Financial crisis (2008)", behind an article. */
const bracketed = (label: string): string =>
  plainText(label)
    .replace(/, ([\d-]+)$/, ' ($1)')
    .replace(/^Stocks and bonds together/, 'fall of stocks and bonds together');

/** The grades, and what a bad year may cost beside the worst of the past: or it would be read as the worst there is. */
export function riskLines({ risk, scores, baseCurrency, allocation }: Analysis): string[] {
  const grades = (['diversification', 'risk'] as const).flatMap((name) => {
    const score = scores?.[name] ?? null;
    return score === null ? [] : [`${name} ${score.score} of 10`];
  });
  const joined = grades.length > 0 ? [grades.join(', ')] : [];
  const [bad] = risk?.valueAtRisk ?? [];
  if (bad === undefined || bad.lossValue < 1) return joined;
  const often = `one in ${Math.round(1 / (1 - bad.confidence))}`;
  const loss = `a bad year, ${often}, would lose about ${money(bad.lossValue, baseCurrency)} (${percent(bad.simulated.loss)}) or more`;
  const [worst] = risk?.stress.toSorted((a, b) => a.return - b.return) ?? [];
  const past =
    worst === undefined || -worst.return <= bad.simulated.loss
      ? []
      : [
          `not the worst: a time like the ${bracketed(worst.label)} would take ${money(-worst.change, baseCurrency)} (${percent(-worst.return)})`,
          ...[takenOf(worst, allocation)].filter((one) => one !== null),
        ];
  return [...joined, loss, ...past];
}
