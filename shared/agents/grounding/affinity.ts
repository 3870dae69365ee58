import type { Context } from './context.ts';
import { plainTopics } from './cues.ts';
import type { Quantity } from './fact-index.ts';
import { speaksOf } from './fact-meaning.ts';
import type { Figure } from './figure.ts';
import { kindOf } from './subject-kinds.ts';

/** Facts that say what others say better, and what must stand in the sentence for them to be what is meant all the same. */
const RATHER_NOT: readonly (readonly [fact: RegExp, points: number, unless: RegExp | null])[] = [
  [/^stale\./, -8, /\bold\b|\bdays?\b|\bstale\b/i],
  [/\.label$/, -4, null],
  [/#/, -5, null],
  [/^score\.\w+\./, -4, null],
  [/^retirement\.interval/, -4, /\binterval\b|\bmargin\b/i],
  [/^retirement\.whatIf\.\w+\.standardError|^question\..*standardError/, -2, null],
  [/^assumption\.\w+\.weight/, -3, /\bsimulat\w+/i],
  [/^rebalancing\.after/, -2, /\bafter\b|\bthen\b|\bwould be\b/i],
  [/^rebalancing\.(?:turnoverBefore|bought|sold)/, -1, /\btrades?\b|\bbuy\b|\bsell\b/i],
  [/^allocation\.currency|^exchangeRate/, -2, /\bcurrenc\w+|\bdollars?\b/i],
  [/^allocation\.sector\.(?:cash|real_estate|commodities|unknown)/, -2, /\bsectors?\b/i],
  [/^allocation\.region\.(?:unknown|global)/, -1, /\bregions?\b/i],
  [/^guessed\.|^otherHoldings\./, -2, /\bguess\w*|\bsure\b|\bother\b|\bleft out\b/i],
  [/^excluded\./, -2, /\bleft out\b|\bwithout an? (?:value|price)\b|\bunpriced\b|\bno price\b/i],
  [/^unclassified\.\d/, -1, null],
  [/^retirement\.(?:startingBalance|portfolioMean|portfolioVolatility)/, -1, null],
  [/^assumption\.account\./, -2, null],
  [/^question\./, -1, /\bask\w*|\bif\b/i],
  [
    /^portfolio\.gain/,
    -3,
    /\bgain\w*|\bprofit\w*|\bpaid\b|\bup\b|\bunreali[sz]ed\b|\bcost basis\b|\bmore than\b|\bof (?:its|their) cost\b|\bahead\b|\bloss\b|\bdown\b|\bbelow\b/i,
  ],
  [/^costs\.overYears\.growth/, -2, /\bgrow\w*/i],
  [/^retirement\.sequence/, -2, /\bfirst (?:five|few|years)|\bfifth\b|\bearly\b|\bstart\b/i],
  [/^concentration\.largest/, -1, /\blargest\b|\bbiggest\b|\balone\b/i],
];
/** Words that speak of one fact above others. */
const RATHER: readonly (readonly [fact: RegExp, words: RegExp, points: number])[] = [
  [/^retirement\.withdrawalRate/, /\bmedian balance\b|\bwithdraw\w*|\bfirst year\b/i, 4],
  [/^goals\.lifeExpectancy/, /\blasts?\b|\blasting\b|\bto age\b|\bleft\b|\bend\b|\|/i, 2],
  [/^goals\.retireAt/, /\bretir\w+|\bwork stops\b|\bstop\w*/i, 2],
  [/^retirement\.medianAt/, /\bmedian\b/i, 1],
  [/^concentration\.singleStock/, /\b(?:single|individual) compan\w+|\b(?:single|individual) stocks/i, 9],
  [/^concentration\.topFive/, /\bfive\b/i, 4],
  [/^drift\.\w+\.\w+\.weight/, /\bof (?:the|your) (?:stocks|equities|stocks and bonds)\b/i, 3],
  [/^allocation\./, /\bof (?:the|your) (?:portfolio|total)\b/i, 1],
  [/Tail|tail/, /\baverage\b/i, 3],
  [/^costs\.overYears/, /\bover\b.*\byears\b/i, 2],
  [/^assumption\.fee/, /\btaken off\b/i, 2],
  [/^unclassified\.weight|assetClass\.unknown/, /\bmade of\b|\bclassif\w*|\bnothing says\b/i, 2],
  [/sector\.unknown/, /\bsectors?\b/i, 3],
  [
    /^(?:risk|retirement)\.(?:mean|volatility|portfolioMean|portfolioVolatility)$/,
    /\breturns? (?:are|is) assumed\b|\byour mix\b/i,
    3,
  ],
  [/^retirement\.success$/, /^(?![^]*\b(?:instead|later|if|would|longer)\b)[^]*\bthe money lasts\b/i, 5],
  [/^retirement\.success$/, /\bthe money lasts (?:rises|falls|goes) from\b/i, 8],
  [/^retirement\.ceiling\.success/, /\bbegin\w* with\b|\bceiling\b/i, 4],
  [/^retirement\.floor\.success/, /\bfloor\b/i, 4],
];

/** What a changed plan would come to. */
const CHANGED = /^(?:retirement|question)\.whatIf\./;

/** Ages and percentiles that stand where a fact's name has them: "| 70 | $672,200 |", "95th percentile", "one in twenty". */
function byItsPlace(fact: string, { kind, text, after: next }: Figure, { before, after, sentence }: Context): number {
  if (kind === 'number' && fact.endsWith('#age')) return /^\|\s?$/.test(before) ? 12 : 0;
  if (kind === 'number' && fact.endsWith('#rank')) return text.endsWith('th') || next === 'percentile' || /^\s?percentile/.test(after) ? 12 : 0; // prettier-ignore
  if (kind === 'odds' && fact.endsWith('#tail')) return / in | out of /.test(text) ? 10 : 0;
  if (fact.startsWith('retirement.interval'))
    return /\binterval(?: is| of)? (?:[\d.]+% (?:to|and) )?$/.test(before) ? 12 : 0;
  if (fact === 'retirement.standardError') return /\bstandard error of (?:about )?$/.test(before) ? 10 : 0;
  if (fact === 'retirement.sequence.worst.return') return /\bloss of (?:about )?$/.test(before) ? 6 : 0;
  if (fact === 'portfolio.gain.coverage') return /\bcost is known \($/.test(before) ? 10 : 0;
  if (fact === 'costs.coverage')
    return /\b(?:yearly cost is|costs are) known for (?:less than |more than |about )?$/.test(before) ? 10 : 0;
  // Beside an average that rounds to the same: "$3 (15%) or more".
  if (/^risk\.loss\d+\.(?:value|share)$/.test(fact)) return /^\)?(?: \([^)]*\))? or (?:more|worse)\b/.test(after) ? 8 : 0; // prettier-ignore
  const age = /^retirement\.balance\.p\d+\.(\d+)$/.exec(fact)?.[1];
  return age !== undefined && sentence.includes(`| ${age} |`) ? 4 : 0;
}

/**
 * How much speaks for a fact being what a figure means, among several that could be: its things named near, its topic spoken of,
 * and that it is not a fact that says by the way what another says by itself. In points; more is better.
 */
export function affinity({ meaning, fact, value }: Quantity, figure: Figure, context: Context): number {
  const { attached, beside, subjects, here, named, around, own, sentence, clause } = context;
  let points = 0;
  for (const subject of meaning.subjects) {
    if (attached.has(subject)) points += 6;
    else if (beside.has(subject)) points += 5;
    else if (subjects.has(subject) || here.has(subject)) points += 4;
    else if (named.has(subject)) points += 2;
    else if (around.has(subject)) points += 1;
  }
  // A chance is that of the plan as it is where no change of it is spoken of.
  if (CHANGED.test(fact) && ![...named].some((one) => kindOf(one) === 'whatIf')) points -= 2;
  const { topic } = meaning;
  if (topic !== null) {
    if (plainTopics[topic]?.test(own) === true) points += 2;
    if (speaksOf(topic, own)) points += 2;
    else if (speaksOf(topic, clause)) points += 1.5;
    else if (speaksOf(topic, sentence)) points += 1;
  }
  for (const [name, less, unless] of RATHER_NOT) if (name.test(fact) && unless?.test(sentence) !== true) points += less;
  for (const [name, words, more] of RATHER) if (name.test(fact) && words.test(sentence)) points += more;
  points += byItsPlace(fact, figure, context);
  // What the figure is when rounded as the text rounds.
  if (Math.abs(value - figure.value) <= figure.place / 2) points += 1;
  return points;
}
