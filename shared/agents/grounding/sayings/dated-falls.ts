import { fixed } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { percentTolerance } from '../tolerance.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

/** One fall that a question asks to try, with what its what-if comes to. */
interface TriedFall {
  age: number;
  /** Percent by asset class. */
  by: ReadonlyMap<string, number>;
  whatIf: string;
}

/** What an index has of them, gone through once for all texts. */
const known = new WeakMap<FactIndex, readonly TriedFall[]>();

const FALL_AGE = /^(question\.whatIf\.\d+)\.fall\.\d+\.age$/;
const FALLING =
  '(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|crash(?:es|ed|ing)?|los(?:e|es|t|ing)|declin(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|sink(?:s|ing)?|sank|(?:go|goes|went|going) down|down)';
const RISING = '(?:rose|ris(?:e|es|en|ing)|gain(?:s|ed|ing)?|grew|grow(?:s|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|rall(?:y|ies|ied)|(?:go|goes|went|going) up|up)'; // prettier-ignore
const SAYS_FALL = new RegExp(`\\b${FALLING}\\b`, 'i');
const BY = '(?: by)?(?: about| around| some| roughly)? $';
const STOCKS = '(?:stocks|shares|equities|(?:stock |equity )?markets?)';
const RISES = new RegExp(`\\b${STOCKS}(?: were to| would| should| had| have)? ${RISING}${BY}`, 'i');
const FALLS = new RegExp(`\\b(?:(?<stocks>${STOCKS})|(?<other>bonds|real estate|commodities|cash|alternatives))(?: were to| would| should| had| have)? ${FALLING}${BY}`, 'i'); // prettier-ignore
const A_FALL = /^ (?:stock |market |equity )*(?:crash|fall|drop|loss|decline|plunge|slump)\b/i;
const LOSING = /\b(?:a|the) (?:fall|drop|crash|loss|decline) of (?:about |around )?$|\blosing (?:about |around )?$/i;
const HAPPENED = /\b(?:have|has|had already) (?:fallen|dropped|crashed|lost|declined|tumbled|plunged)(?: by)?(?: about| around)? $|\b(?:are|is) (?:already )?down(?: by)?(?: about| around)? $/i; // prettier-ignore
export const AT_AGE = /\b(?:in the year (?:in which |that |when )?(?:you|\p{Lu}\p{L}+) turns?|when (?:you|\p{Lu}\p{L}+) (?:turns?|are|is)|at(?: the)?(?: age)?(?: of)?|aged?) (\d{2,3})\b(?![.,]?\d|%| ?percent)/gu; // prettier-ignore
export const TODAY = /\b(?:today|right now|now|tomorrow|this (?:year|month|week))\b/i;
export const SUPPOSES = /\b(?:if|were|should|suppose|imagine|after|with|even)\b/i;
/** Beside the chance of a what-if stands that of the plan. */
export const BESIDE =
  /\b(?:instead|from|than|plan(?:ned)?|down|against|compared|not|rather|without|versus|otherwise|less|lower\w*)\b/i;
const MORE = /^ (?:more|higher|better|above|gain)\b/i;
const GAINS = /\b(?:gain|add|raise|lift|improve|win|increase)s?(?: you| it| the \w+)?(?: by)?(?: about| around)? $/i;

/**
 * What is said of a fall that a question dates and is not what was tried: of another class or at another time, as if it had come,
 * turned into a rise, with the chance of the plan as its own, or with a change turned round.
 */
export function falseDatedFalls(text: string, figures: readonly Figure[], index: FactIndex): Saying[] {
  const falls = known.get(index) ?? fallsIn(index.values);
  known.set(index, falls);
  if (falls.length === 0) return [];
  const { values } = index;
  const planned = values.get('retirement.success');
  return figures.flatMap((figure): Saying[] => {
    const told = (fault: string): Saying[] => [{ start: figure.start, end: figure.end, fault }];
    const sentence = sentenceAt(text, figure.start);
    const [before, after] = [text.slice(0, figure.start), text.slice(figure.end)];
    if (figure.kind === 'points') return isTurned(figure, falls, values, before, after) ? told('that change is the other way round') : []; // prettier-ignore
    if (figure.kind !== 'percent') return [];
    const tried = falls.filter(({ by }) => [...by.values()].some((percent) => isOf(figure, percent)));
    if (tried.length === 0) {
      const supposed =
        SUPPOSES.test(sentence) && !BESIDE.test(sentence) && falls.some((fall) => speaksOf(fall, sentence));
      return supposed && typeof planned === 'number' && isOf(figure, 100 * planned) && !falls.some(({ whatIf }) => isOf(figure, 100 * Number(values.get(`${whatIf}.success`)))) // prettier-ignore
        ? told('that is the chance of the plan as it is, without the fall (retirement.success)')
        : [];
    }
    if (RISES.test(before)) return told('what the question asks to try is a fall, and no rise');
    if (HAPPENED.test(before)) return told('that fall is only tried: it has not come');
    const of = FALLS.exec(before)?.groups;
    if (of === undefined && !A_FALL.test(after) && !LOSING.test(before)) return [];
    const other = of?.other === undefined ? null : (CLASSES[of.other.toLowerCase()] ?? null);
    if (other !== null && !tried.some(({ by }) => isOf(figure, by.get(other) ?? 0)))
      return told(`it is not ${of?.other ?? ''} that fall by that much`);
    const ages = [...sentence.matchAll(AT_AGE)].map(([, age]) => Number(age));
    if (ages.length > 0 && !ages.some((age) => tried.some((fall) => Math.floor(fall.age) === age)))
      return told(`what falls by that much does so at ${tried.map(({ age }) => age).join(' or ')}`);
    return TODAY.test(sentence) && ages.length === 0 && !comesToday(figure, values)
      ? told(`what falls by that much does so at ${tried.map(({ age }) => age).join(' or ')}, and not today`)
      : [];
  });
}

const CLASSES: Readonly<Record<string, string>> = {
  bonds: 'fixed_income',
  'real estate': 'real_estate',
  commodities: 'commodities',
  cash: 'cash',
  alternatives: 'alternatives',
};

function fallsIn(values: FactIndex['values']): TriedFall[] {
  return [...values].flatMap(([name, age]): TriedFall[] => {
    const whatIf = FALL_AGE.exec(name)?.[1];
    if (whatIf === undefined || typeof age !== 'number') return [];
    const start = name.replace(/age$/, 'by.');
    const by = [...values].flatMap(([one, share]) =>
      one.startsWith(start) && typeof share === 'number' ? [[one.slice(start.length), 100 * share] as const] : [],
    );
    return [{ age, by: new Map(by), whatIf }];
  });
}

const isOf = (figure: Figure, percent: number): boolean =>
  Math.abs(figure.value - percent) <= percentTolerance(figure) + 1e-6;

/** Whether a sentence has the fall's own percentage in it, as a fall. */
const speaksOf = ({ by }: TriedFall, sentence: string): boolean =>
  SAYS_FALL.test(sentence) &&
  [...by.values()].some((percent) => sentence.includes(`${String(Number(fixed(percent, 1)))}%`));

/** Whether the question also asks for such a fall today, or this year. */
const comesToday = (figure: Figure, values: FactIndex['values']): boolean =>
  [...values].some(
    ([name, label]) =>
      /^question\.whatIf\.\d+\.label$/.test(name) &&
      typeof label === 'string' &&
      (label.toLowerCase().includes(`fall by ${figure.value}%, which takes`) || label.endsWith('this year')),
  );

/** A loss of chance that is told as a gain, where no what-if gains as much. */
function isTurned(
  figure: Figure,
  falls: readonly TriedFall[],
  values: FactIndex['values'],
  before: string,
  after: string,
): boolean {
  if (!MORE.test(after) && !GAINS.test(before)) return false;
  const points = (name: string) => 100 * Number(values.get(name) ?? Number.NaN);
  const isSize = (size: number) => Math.abs(Math.abs(size) - figure.value) <= Math.max(0.05, figure.place / 2) + 1e-6;
  const lowered = falls.some(({ whatIf }) => points(`${whatIf}.change`) < 0 && isSize(points(`${whatIf}.change`)));
  const raised = [...values].some(([name, change]) => /^(?:question|retirement)\.whatIf\.[^.]+\.change$/.test(name) && typeof change === 'number' && change > 0 && isSize(100 * change)); // prettier-ignore
  return lowered && !raised;
}
