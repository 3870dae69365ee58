import { crashYears } from '../../../../schemas/analysis-plan.ts';
import { isKnown } from './beyond-the-plan.ts';
import { sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';

/** Which bad times of the past a question holds today's portfolio through. */
export interface PastTimes extends Clause {
  /** The first year of each that has figures; all of them are meant where none is named. */
  years: number[];
  /** Times that have no figures. */
  unknown: Clause[];
}

/** By their names, the year by which each is known. */
const NAMES: readonly (readonly [name: RegExp, year: number])[] = [
  [/great depression/, 1929],
  [/oil (?:crisis|shock)/, 1973],
  [/dot[- ]?com/, 2000],
  [/financial crisis|great recession/, 2008],
];
const TIME = new RegExp(`${NAMES.map(([{ source }]) => source).join('|')}|covid|\\b(?:19|20)\\d\\d\\b`, 'g'); // prettier-ignore
const DONE = 'do(?:ne)?|fared?|performed?|h[eo]ld|lost|fallen|dropped|survived?|happen(?:ed)?|cost|meant?';
const ASKS = new RegExp(`\\b(?:would|could|might)\\b.*\\b(?:${DONE})\\b`);
const SAID = new RegExp(`\\b(?:${DONE}|might|mix|past|worst|stock|market|crash(?:es)?|cris[ei]s|bust|recessions?|repeat|style|like|again|another|kind|type|sort|scenario)\\b`, 'g'); // prettier-ignore
/** Who asks for another mix, or for having retired then, asks for something else. */
const ELSE = /\d|\b(?:if|with|retir\w*|plan|spen[dt]|saved?|invest(?:ed)?|work\w*)\b/;
const MINE = /\b(?:my|our|i|we|it)\b/;
const ANY = /\b(?:past|worst)\b.*\b(?:crash|cris|recession|times)/;

/** "How would my portfolio have done in 2008?": no change of a plan, and answered by what is held. Null where no such thing is asked. */
export function pastTimesAsked(question: string): PastTimes | null {
  const text = question.toLowerCase();
  for (const sentence of sentencesOf(text)) {
    const said = text.slice(sentence.start, sentence.end);
    const rest = said.replace(TIME, ' ').replace(SAID, ' ');
    if (!ASKS.test(said) || !MINE.test(said) || ELSE.test(rest) || !isKnown(rest)) continue;
    const times = [...said.matchAll(TIME)].map(({ index, 0: name }) => {
      const start = sentence.start + index;
      return { start, end: start + name.length, year: yearOf(name) };
    });
    if (times.length === 0 && !ANY.test(said)) continue;
    const years = [...new Set(times.flatMap(({ year }) => year ?? []))];
    return { ...sentence, years, unknown: times.filter(({ year }) => year === null) };
  }
  return null;
}

function yearOf(said: string): number | null {
  const year = NAMES.find(([name]) => name.test(said))?.[1] ?? Number(said);
  return [...crashYears].find(([first, others]) => first === year || others.includes(year))?.[0] ?? null;
}
