import type { Fact } from '../../../schemas/fact.ts';

/** Which way a fact goes and how far it reaches, as far as words can say the opposite. */
export interface Sense {
  /** Of the futures in which the plan works, or does not. */
  outcome?: 'good' | 'bad';
  /** Money that came, or went. */
  money?: 'gain' | 'loss';
  /** More or less than is needed. */
  need?: 'spare' | 'short';
  /** A loss of at least so much, in rare years only; or the average of such years. */
  rare?: 'at least' | 'average';
  /** The middle of many futures: half of them bring less. */
  middle?: true;
  /** Of so many percent of all futures. */
  futures?: number;
  /** So much a year as can be spent, or is wanted: no shortage. */
  level?: 'lasts' | 'wanted';
  /** Taken as the long-run average, and no forecast of one year. */
  assumed?: true;
  /** A grade of 1 to 10 that the fact's words call good or risky. */
  grade?: 'high' | 'low';
  /** Of accounts that are taxed every year; or of all accounts, and not of one. */
  taxable?: true;
  whole?: true;
}

const NONE: Sense = {};
const up = (value: Fact['value'] | undefined): boolean => typeof value === 'number' && value > 0;
const down = (value: Fact['value'] | undefined): boolean => typeof value === 'number' && value < 0;

const senses: readonly (readonly [name: RegExp, sense: (value: Fact['value'] | undefined, part: string) => Sense])[] = [
  [/^retirement\.(?:success|earliestSuccess|interval\.\w+|(?:ceiling|floor)\.success)$|\.(?:whatIf|sequence)\.[^.]+\.success$/, () => ({ outcome: 'good' })], // prettier-ignore
  [/^retirement\.failure$/, () => ({ outcome: 'bad' })],
  [/^risk\.loss\d+\.(?:share|value|parametric)$/, () => ({ money: 'loss', rare: 'at least' })],
  [/^risk\.loss\d+\.tail/, () => ({ money: 'loss', rare: 'average' })],
  [/^risk\.stress\.\w+\.(?:return|change)$|\.(?:gain|gainRatio|gain\.ratio)$|^performance\..*(?:timeWeighted|moneyWeighted|modifiedDietz)/, (value) => (down(value) ? { money: 'loss' } : up(value) ? { money: 'gain' } : NONE)], // prettier-ignore
  [/\.drawdown\.(?:depth|current)$/, () => ({ money: 'loss' })],
  [/^retirement\.incomeGap$/, (value) => (down(value) ? { need: 'short' } : up(value) ? { need: 'spare' } : NONE)],
  [
    /^retirement\.(?:medianAtRetirement|medianAtEnd|balance\.p50\.\d+)$|^question\.whatIf\.\d+\.balanceAt\.\d+\.p50$/,
    () => ({ middle: true }),
  ],
  [/^retirement\.paidInFullUntil\.p(\d+)$/, (_value, part) => ({ futures: 100 - Number(part) })],
  [/^retirement\.sustainableIncome$/, () => ({ level: 'lasts' })],
  [/^goals\.(?:income|fromPortfolio)$/, () => ({ level: 'wanted' })],
  [
    /^portfolio\.cash(?:\.weight)?$|^(?:allocation\.(?:assetClass|sector)\.cash|cash\.\w+)\.(?:value|weight)$/,
    () => ({ whole: true }),
  ],
  [/^assumption\.untaxedGain$/, () => ({ money: 'gain', taxable: true })],
  [/^assumption\.(?:\w+\.mean|inflation\S*)$|^risk\.mean$|^retirement\.portfolioMean$/, () => ({ assumed: true })],
  [/^score\.\w+$/, (value) => (typeof value !== 'number' ? NONE : value >= 6.5 ? { grade: 'high' } : value <= 3.5 ? { grade: 'low' } : NONE)], // prettier-ignore
];

/** What is declared of a fact; nothing for one that words cannot turn round. */
export function senseOf(name: string, value: Fact['value'] | undefined): Sense {
  for (const [names, sense] of senses) {
    const match = names.exec(name);
    if (match !== null) return sense(value, match[1] ?? '');
  }
  return NONE;
}
