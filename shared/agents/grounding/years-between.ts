import type { FactIndex } from './fact-index.ts';
import type { Reckoning } from './operands.ts';
import { plansOf } from './polarity/plans.ts';

const YEARS = /^[\s-](?:[a-z]+ ){0,2}?(?:years?|decades?)\b(?!\s(?:of the|a |old))/i;
/** An age by the name of its fact. */
const AGE =
  /^goals\.(?:age|retireAt|lifeExpectancy|spendingFrom|people\.\d+\.(?:age|retireAt)|oneOff\.\d+\.age|otherIncome\.\d+\.(?:from|to|cutFrom))$|^retirement\.(?:earliestAge(?:\.(?:alone\.)?\d+)?|medianRuinAge|p10RuinAge|paidInFullUntil\.\w+|balance\.p\d+\.\d+(?:#age)?|whatIf\..*\.label)$|^question\.whatIf\..*\.label$/;
const LATER = /\b(?:later|longer|more|beyond|past|after|extra|further|older|additional)\b/i;
const EARLIER = /\b(?:earlier|sooner|early|short|shy|before|younger|too soon)\b/i;

/** What words mean an age without a number, and the facts of it. */
const MEANT: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfirst \w+ years\b|\b(?:in mind|the age you|plan\w*|hop\w+|want\w*|intend\w*|retir\w*|stop\w*|work\w*|aim\w*|quit\w*|target|bridge\w*|(?:before|until) (?:social|your|the|her|his|their|any) [^.;]{0,25}(?:starts?|begins?|kicks? in|arrives?))\b/i, /^goals\.(?:retireAt|people\.\d+\.retireAt)$/],
  [/\b(?:that['’]s|that is|today|now|away|years of (?:sav|contribut|work|grow|compound)\w*|from now|to go|off|left|you are|you're|next)\b/i, /^goals\.(?:age|people\.\d+\.age)$/],
  [/\b(?:end|plan\w*|short|shy|early|horizon|last\w*|needs? to|too soon|target)\b/i, /^goals\.lifeExpectancy$/],
]; // prettier-ignore

/** Ages that need no number beside them where the text says what happens then: "runs out eight years too early". */
const TOLD: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:run\w* (?:out|dry)|ran out|fail\w*|empt\w+|deplet\w+|gone|exhaust\w+)\b/i, /^retirement\.medianRuinAge$/],
  [/\b(?:social security|pensions?|annuit(?:y|ies)|benefits?)\b|\bfirst \w+ years\b/i, /^goals\.otherIncome\.\d+\.from$/],
  [/\b(?:\d\d ?%|confiden\w+|wait\w*|delay\w*|postpon\w*|comfortabl\w*|earliest|long enough|bar|safe\w*)/i, /^retirement\.earliestAge(?:\.(?:alone\.)?\d+)?$/],
]; // prettier-ignore

const TRIED = /\b(?:retir|stop|work|leav|quit)\w*\b/i;
const BRIDGE = /\b(?:until|before|till) (?:your |the )?(?:social security|pension)/i;

interface Age {
  value: number;
  fact: string;
  /** Where it stands; -1 where it is only meant. */
  at: number;
  /** Named as what another is later or earlier than. */
  than: boolean;
}

const THAN = /^(?:than|of|before|after|beyond|past|instead)$/;

/** The years between two ages: of two that are stated, or of one and what the words mean by "than planned" or "before the end". */
export function yearsBetween({ figure, context, index, grounded }: Reckoning): string | null {
  const { after, own, sentence, before } = context;
  if (!YEARS.test(after) || /\bin $/i.test(before)) return null;
  const [from, until] = context.within;
  const stated = grounded.flatMap(({ figure: { kind, value, start, before: word }, fact }): Age[] =>
    kind === 'number' && AGE.test(fact) && value >= 18 && start >= from && start < until
      ? [{ value, fact, at: start, than: THAN.test(word) }]
      : [],
  );
  const told = stated.length > 0 ? [] : meant(index, TOLD, sentence);
  // "Stopping five years early" with an age that is tried; "seven years longer than that".
  const tried = TRIED.test(sentence) ? agesTried(index) : [];
  const others = [...stated, ...meant(index, MEANT, sentence), ...(BRIDGE.test(sentence) ? meant(index, TOLD, 'pension') : []), ...(/\bthan (?:that|this)\b/i.test(sentence) ? tried.map((one) => ({ ...one, than: true })) : [])]; // prettier-ignore
  const way = Number(LATER.test(own)) - Number(EARLIER.test(own));
  for (const one of [...stated, ...told, ...(LATER.test(own) === EARLIER.test(own) ? [] : tried)]) {
    for (const other of others) {
      const years = one.value - other.value;
      if (Math.abs(Math.abs(years) - figure.value) >= Math.max(0.5, figure.place >= 10 && figure.approximate ? 2.5 : 0))
        continue;
      // "Until 76, nine years longer": the age that is said is the later one, unless both are said.
      if (one.than !== other.than && way !== 0 && Math.sign(years) * (other.than ? 1 : -1) !== way) continue;
      if (years !== 0) return `${one.fact} - ${other.fact}`;
    }
  }
  return null;
}

/** The ages at which the changed plans stop. */
const agesTried = (index: FactIndex): Age[] =>
  [...plansOf(index).changed].flatMap(([key, { retireAt }]) => retireAt === undefined ? [] : [{ fact: `${key}.label`, value: retireAt, at: -1, than: false }]); // prettier-ignore

function meant(index: FactIndex, words: readonly (readonly [RegExp, RegExp])[], sentence: string): Age[] {
  return words.flatMap(([said, name]) =>
    said.test(sentence)
      ? index.number.flatMap(({ fact, value }): Age[] => (name.test(fact) ? [{ fact, value, at: -1, than: true }] : []))
      : [],
  );
}
