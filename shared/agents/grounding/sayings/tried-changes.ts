import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { percentTolerance } from '../tolerance.ts';
import { AT_AGE, BESIDE, SUPPOSES, TODAY } from './dated-falls.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

/** A sum that a question asks to try once. */
interface TriedSum {
  comesIn: boolean;
  amount: number;
  age: number;
}

/** A what-if with a sum that comes or goes later, or in another mix. */
interface Tried {
  sums: readonly TriedSum[];
  /** Percent by asset class. */
  mix: ReadonlyMap<string, number>;
  /** Percent. */
  chance: number;
}

/** What an index has of them, gone through once for all texts. */
const known = new WeakMap<FactIndex, readonly Tried[]>();

const PAYS =
  /\b(?:pay(?:s|ing)?|paid|spend(?:s|ing)?|spent|costs?|costing|giv(?:e|es|ing)|buy(?:s|ing)?|los(?:e|es|ing)|tak(?:e|es|ing) out|withdraw\w*)\b/i;
const RECEIVES =
  /\b(?:receiv\w+|inherit\w*|get(?:s|ting)?|gain\w*|bring(?:s|ing)? in|com(?:e|es|ing) in|windfall|bonus|sale|sell(?:s|ing)?)\b/i;
const EACH = /^ ?(?:\/ ?|(?:a|an|per|each|every) )(?:year|month|yr|mo)\b|^ (?:yearly|annually|monthly)\b/i;
const WITHOUT_SUM = /(?:\b(?:without|not|no|never)\b|n['’]t\b)[^,;.]*\$/i;
/** Between an amount and what is said of it stands no other clause. */
const CLAUSE = /[,;:(]|\b(?:and|but|or|while|then)\b/;

/**
 * What is said of a sum that a question asks to try later, or of another mix, and is not what was tried: paid what comes in, at another age,
 * today or every year, or with the chance of the plan as it is; and the other way round.
 */
export function falseTriedChanges(text: string, figures: readonly Figure[], index: FactIndex): Saying[] {
  const tried = known.get(index) ?? triedIn(index.values);
  known.set(index, tried);
  if (tried.length === 0) return [];
  const turned = turnedSplits(text, tried);
  const today = [...index.values].flatMap(([name, weight]) => (/^assumption\.\w+\.weight$/.test(name) && typeof weight === 'number' ? [100 * weight] : [])); // prettier-ignore
  const planned = 100 * Number(index.values.get('retirement.success') ?? Number.NaN);
  const said = figures.flatMap((figure): Saying[] => {
    const sentence = sentenceAt(text, figure.start);
    const fault =
      figure.kind === 'money'
        ? isAnothers(figure, index)
          ? null
          : ofSum(figure, sentence, text, tried)
        : figure.kind === 'percent'
          ? ofChance(figure, sentence, tried, planned, today)
          : null;
    return fault === null ? [] : [{ start: figure.start, end: figure.end, fault }];
  });
  return [...turned, ...said];
}

/** "40/60" of what was tried as 60% in stocks. */
function turnedSplits(text: string, tried: readonly Tried[]): Saying[] {
  return [...text.matchAll(/\b(\d{1,2}) ?\/ ?(\d{1,2})\b/g)].flatMap((match) => {
    const [stocks, bonds] = [Number(match[1]), Number(match[2])];
    const is = (share: number | undefined, percent: number) => Math.abs((share ?? 0) - percent) < 0.5;
    const ofMix = (one: Tried, first: number, second: number) => is(one.mix.get('equity'), first) && is(one.mix.get('fixed_income'), second); // prettier-ignore
    const isTurned = tried.some((one) => ofMix(one, bonds, stocks)) && !tried.some((one) => ofMix(one, stocks, bonds));
    if (!isTurned) return [];
    const fault = `stocks come first: ${String(bonds)}/${String(stocks)}`;
    return [{ start: match.index, end: match.index + match[0].length, fault }];
  });
}

/** Whether as much is paid, spent or saved in the plan itself: then nothing tells that what is tried is meant. */
const isAnothers = ({ value }: Figure, { values }: FactIndex): boolean =>
  [...values].some(([name, own]) => /^goals\.\w+(?:\.\d+\.amount)?$/.test(name) && typeof own === 'number' && Math.abs(own - value) <= 0.005 * value); // prettier-ignore

function ofSum(figure: Figure, sentence: string, text: string, tried: readonly Tried[]): string | null {
  const own = tried.flatMap(({ sums }) =>
    sums.filter(({ amount }) => Math.abs(amount - figure.value) <= 0.005 * amount),
  );
  if (own.length === 0) return null;
  const before = text.slice(0, figure.start).split(CLAUSE).at(-1) ?? '';
  const [pays, receives] = [PAYS.test(before), RECEIVES.test(before)];
  if (pays !== receives && !own.some(({ comesIn }) => comesIn === receives))
    return receives ? 'that sum is paid, and does not come in' : 'that sum comes in, and is not paid';
  if (EACH.test(text.slice(figure.end)) && own.length === 1) return 'that sum comes once';
  const ages = [...sentence.matchAll(AT_AGE)].map(([, age]) => Number(age));
  const when = own.map(({ age }) => String(age)).join(' or ');
  if (ages.length > 0)
    return own.some(({ age }) => ages.includes(Math.floor(age))) ? null : `that sum is tried at age ${when}`;
  return TODAY.test(sentence) && SUPPOSES.test(sentence) && !/\bdollars\b|\btoday['’]s\b/i.test(sentence)
    ? `that sum is tried at age ${when}, and not today`
    : null;
}

function ofChance(
  figure: Figure,
  sentence: string,
  tried: readonly Tried[],
  planned: number,
  today: readonly number[],
): string | null {
  const isIt = (percent: number) => Math.abs(figure.value - percent) <= percentTolerance(figure) + 1e-6;
  const spoken = tried.filter((one) => speaksOf(one, sentence));
  const [only] = spoken;
  if (only !== undefined && only.sums.length > 0 && isIt(only.chance) && WITHOUT_SUM.test(sentence))
    return 'that is the chance with that sum';
  if (BESIDE.test(sentence) || !SUPPOSES.test(sentence)) return null;
  if (only === undefined) {
    const isOfMix = tried.some(({ mix, chance }) => mix.size > 0 && isIt(chance));
    return isOfMix && !isIt(planned) && hasAll(sentence, today)
      ? 'that is the chance of another mix than that of today'
      : null;
  }
  if ([...only.mix.values()].some(isIt)) return null;
  if (isIt(planned)) return spoken.some(({ chance }) => isIt(chance)) ? null : 'that is the chance of the plan as it is (retirement.success)'; // prettier-ignore
  return null;
}

/** Whether a sentence has the sum, or every share of the mix, in it. */
const speaksOf = ({ sums, mix }: Tried, sentence: string): boolean =>
  sums.some(({ amount }) => sentence.replaceAll(',', '').includes(`$${String(Math.round(amount))}`)) ||
  hasAll(sentence, [...mix.values()]);

/** Whether all of these percentages stand in a sentence. */
const hasAll = (sentence: string, shares: readonly number[]): boolean =>
  shares.length > 0 &&
  shares.every((share) =>
    new RegExp(String.raw`(?<![\d.])${String(Number(share.toFixed(1)))}(?![\d.]*\d)`).test(sentence),
  );

function triedIn(values: FactIndex['values']): Tried[] {
  const found = new Map<string, { sums: TriedSum[]; mix: Map<string, number> }>();
  for (const [name, value] of values) {
    const [, whatIf, way, at, key] =
      /^(question\.whatIf\.\d+)\.(?:(received|paid)\.(\d+)\.amount|mix\.(\w+))$/.exec(name) ?? [];
    if (whatIf === undefined || typeof value !== 'number') continue;
    const one = found.get(whatIf) ?? { sums: [], mix: new Map<string, number>() };
    found.set(whatIf, one);
    if (key !== undefined) one.mix.set(key, 100 * value);
    else one.sums.push({ comesIn: way === 'received', amount: value, age: Number(values.get(`${whatIf}.${way ?? ''}.${at ?? ''}.age`)) }); // prettier-ignore
  }
  return [...found].map(([whatIf, one]) => ({ ...one, chance: 100 * Number(values.get(`${whatIf}.success`)) }));
}
