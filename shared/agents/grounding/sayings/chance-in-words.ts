import { percent } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { PARTS, WORDS, readNumeral } from '../numeral.ts';
import { negatedOf, wordOf } from '../polarity/lexicon.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

const NUMBER = String.raw`(?:${WORDS}|an? hundred|\d{1,3})`;
const COUNTED = '(?: (?:simulated )?(?:futures?|times|chances|cases|paths|scenarios|simulations|outcomes|lives))?';
const BOUND =
  '(?<bound>(?:more|better|greater|higher|fewer|less|worse|lower) than|(?:just |well |a little )?(?:over|under|above|below)|at (?:least|most)|up to|no (?:more|less|fewer) than) ';
/** "Nine in ten", "nine out of ten", "four of five futures". */
const outOf = new RegExp(String.raw`(?:\b${BOUND})?(?<![\d.,$])\b(?<some>${NUMBER})${COUNTED}[ -](?:(?:in|out of)[ -](?:(?:every|each) )?(?<all>${NUMBER})\b(?![.,]?\d|%| percent)|of (?:(?:every|each) )?(?<all2>${NUMBER})(?= (?:simulated )?(?:futures|paths|simulations|scenarios|cases|outcomes|times)\b))`, 'giu'); // prettier-ignore
/** "A tenth of the futures", "four fifths". */
const partOf = new RegExp(String.raw`(?:\b${BOUND})?\b(?<some>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?<part>${Object.keys(PARTS).join('|')})s?\b`, 'giu'); // prettier-ignore
/** "Two to one", of odds or chances. */
const odds = new RegExp(String.raw`\b(?<for>${NUMBER}) to (?<against>${NUMBER})\b(?! (?:or|years?|percent|points|times)\b)`, 'giu'); // prettier-ignore

const MAYBE =
  /\b(?:in|out of|to|of)[ -](?:(?:every|each) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|an? hundred|\d{1,3})\b|\b(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth)s?\b/iu;
/** Where it is a chance of the plan's. */
const OF_THE_PLAN =
  /\b(?:futures?|simulat\w*|scenarios?|plans?|chances?|odds|probab\w*|likel\w*|risk|success\w*|succeeds?|money|savings|portfolio|nest egg|runs? (?:out|dry|short)|lasts?)\b/iu;
const OF_FUTURES =
  /\b(?:futures?|simulat\w*|scenarios?|paths|cases|outcomes|chances?|odds|probab\w*|likel\w*|success\w*|risk of)\b/iu;
/** Of a plan that is changed, of a part of the futures or of the time, or of other things than whether the money lasts. */
const OF_ANOTHER =
  /\b(?:if|with(?! (?:nothing|no money|money))|without|less(?! than)|earlier|later|longer|change\w*|sav(?:e|ing)\b|delay\w*|worst|best|poor(?:est)?|unlucky|lucky|first|early|start\w*|bad|good|great|19\d\d|20\d\d|crash\w*|cris[ie]s|years? (?:in|out of)|alive|dies?|both|stocks?|bonds?|funds?|holdings?|earliest|stop|stops|of (?:those|them) (?:by|before)|typical\w*|confidence|needed|aim\w*|target\w*|bar|standard|planners?|advis\w*|those|such|rule)\b|\$/iu;
const AGE = /(?<![\d.,$])(?:[4-9]\d|1[01]\d)(?![\d%]|[.,]\d| (?:percent|futures|times|cases|paths|of|in|out))/gu;
const BOTH_SENSES = /[,;:—–]|\b(?:and|but|while|whereas|so)\b/u;

/** How far from a chance what is said for it may be: as people round, a tenth to tenths and a part within a fifth of itself. */
const roomOf = (share: number, all: number): number =>
  Math.max(Math.min(0.2 * share, 0.035), all === 10 && share >= 0.2 && share <= 0.9 ? 0.05 : 0);

function isSo(chance: number, said: number, all: number, bound: string): boolean {
  const room = roomOf(said, all);
  if (/^(?:more|better|greater|higher|at least|no (?:less|fewer))|over|above/iu.test(bound)) return chance >= said - 0.005 && chance <= said + 0.15; // prettier-ignore
  if (bound !== '') return chance <= said + 0.005 && chance >= said - 0.15;
  return Math.abs(chance - said) <= room + 1e-9;
}

/** Which way the words around a chance go: whether the money lasts or runs out in that share; null where they say both or neither. */
function senseAround(words: string): 'good' | 'bad' | null {
  const good = wordOf('good', words) !== null || negatedOf('bad', words) !== null;
  const bad = wordOf('bad', words) !== null || negatedOf('good', words) !== null;
  return good === bad ? null : good ? 'good' : 'bad';
}

/** The part of a sentence in which a place is. */
function clauseAround(sentence: string, at: number): string {
  let start = 0;
  for (const part of sentence.split(BOTH_SENSES)) {
    const from = sentence.indexOf(part, start);
    if (at >= from && at < from + part.length) return part;
    start = from + part.length;
  }
  return sentence;
}

const shareOf = ({ some = '', all, all2, part, for: won, against }: Record<string, string | undefined>) => {
  const number = (words: string) => readNumeral(words.toLowerCase().replace(/^an?(?= hundred)/u, 'one').replace(/^an?$/u, 'one')).value; // prettier-ignore
  if (won !== undefined && against !== undefined) {
    const whole = number(won) + number(against);
    return { said: number(won) / whole, of: whole };
  }
  const of = part === undefined ? number(all ?? all2 ?? '') : (PARTS[part.toLowerCase()] ?? Number.NaN);
  return { said: number(some) / of, of };
};

/** The chance of the plan told in words, "nine in ten", "a tenth of the futures", "two to one", where it is another in that sense. */
export function falseChances(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number' || !MAYBE.test(text)) return [];
  return [outOf, partOf, odds].flatMap((pattern) =>
    everyMatch(pattern, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
      const { said, of } = shareOf(groups);
      if (!(said > 0 && said < 1)) return [];
      const sentence = sentenceAt(text, start);
      const around = sentence.replace(words, ' ');
      if (pattern === odds && !/\b(?:odds|chances?)\b/iu.test(around)) return [];
      // A third of the money is in a plan of an employer's: what is counted has to be futures, or called a chance.
      if (pattern === partOf && !OF_FUTURES.test(around)) return [];
      if (!OF_THE_PLAN.test(around) || OF_ANOTHER.test(around) || SUPPOSED.test(around)) return [];
      const end = index.values.get('goals.lifeExpectancy');
      if ([...around.matchAll(AGE)].some(([age]) => Number(age) !== end)) return [];
      const spoken = chanceSpokenOf(sentence, planned, index);
      const place = sentence.indexOf(words);
      const favoured = pattern !== odds ? null : /\bagainst\b/iu.test(around) ? 'bad' : /\b(?:favou?r|for)\b/iu.test(around) ? 'good' : null; // prettier-ignore
      const sense = favoured ?? senseAround(clauseAround(sentence, place)) ?? senseAround(around);
      if (spoken === null || sense === null) return [];
      const chance = sense === 'good' ? spoken.chance : 1 - spoken.chance;
      if (isSo(chance, said, of, groups.bound ?? '')) return [];
      return [{ start, end: start + words.length, fault: `it ${sense === 'good' ? 'lasts' : 'runs out'} in ${percent(chance)} of the futures (${spoken.fact})` }]; // prettier-ignore
    }),
  );
}

const LEVEL = String.raw`(?:(?:the|your|that|its|an?|this) (?:(?:\d+ ?%|\d+[ -]percent|target(?:ed)?|chosen|wanted|required|desired|aimed[- ]for|usual|common) )*(?:confidence|(?<=(?:%|percent) )(?:target|threshold|mark|bar|goal))(?: (?:level|target|threshold|mark))?|(?:the|your|that|this|its|their|planners['’]) (?:(?<mark>\d+(?:\.\d+)?) ?(?:%|percent) )?(?:bar|mark|hurdle|threshold|standard|minimum)(?: (?:of|at) (?<bar>\d+(?:\.\d+)?) ?(?:%|percent))?(?! (?:of|in|for|that) )|(?:the|those|these) (?<asked>\d+(?:\.\d+)?) ?(?:%|percent)(?: (?:that|which))? (?:planners|advis[eo]rs|you|we|people|professionals|are|is)\b)`;
const met = new RegExp(String.raw`\b(?<not>(?:do(?:es)? not|doesn['’]t|cannot|can['’]t|fails? to|never|not|nowhere near|far from) )?(?:\w+ly )?(?<verb>meet(?:s|ing)?|reach(?:es|ing)?|clear(?:s|ing)?|satisf(?:y|ies)|exceeds?|beats?|pass(?:es)?|attains?|hits?|(?:sails?|goes|gets|moves) past|tops?|surpass(?:es)?|achieves?|(?:is|are|stays?|comes? in|sits|stands) (?:\w+ )?(?:above|over|beyond|below|under|short of)|miss(?:es|ing)?|falls? short of|undershoots?) ${LEVEL}`, 'giu'); // prettier-ignore
const PLAN = /\b(?:plans?|retirement|it|chances?|money|savings|portfolio|success|you)\b/iu;

/** The plan said to meet, or to miss, the confidence that was chosen where it is the other way round. */
export function falseOfConfidence(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  const wanted = index.values.get('retirement.confidence');
  if (
    typeof planned !== 'number' ||
    typeof wanted !== 'number' ||
    !/confidence|%|percent|\b(?:bar|mark|hurdle|threshold|standard|minimum)\b/iu.test(text)
  )
    return [];
  return everyMatch(met, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
    const sentence = sentenceAt(text, start);
    const before = sentence.slice(0, Math.max(0, sentence.indexOf(words)));
    if (!PLAN.test(before) || SUPPOSED.test(sentence) || /\$|\b(?:income|spending|earliest|if|to)\b/iu.test(before)) return []; // prettier-ignore
    const spoken = chanceSpokenOf(sentence, planned, index);
    if (spoken === null) return [];
    const under = /below|under|short|miss/iu.test(groups.verb ?? '');
    const saysMet = under === (groups.not !== undefined);
    const level = groups.bar ?? groups.asked ?? groups.mark;
    if (saysMet === spoken.chance >= (level === undefined ? wanted : Number(level) / 100)) return [];
    return [{ start, end: start + words.length, fault: `the chance is ${percent(spoken.chance)} (${spoken.fact}), the confidence ${percent(wanted)} (retirement.confidence)` }]; // prettier-ignore
  });
}
