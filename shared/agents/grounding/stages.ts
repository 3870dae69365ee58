import { anyOf } from '../any-of.ts';
import { everyMatch } from '../every-match.ts';
import { whatIfWords } from './subject-words.ts';

const canTurn = anyOf(Object.values(whatIfWords));

/** The changes of a plan that a sentence speaks of. */
export function turnsIn(sentence: string): string[] {
  if (!canTurn(sentence)) return [];
  return Object.entries(whatIfWords).flatMap(([key, pattern]) => (pattern.test(sentence) ? [`whatIf:${key}`] : []));
}

/** The ages that the facts have names for. */
export interface KnownAges {
  today: number | null;
  retirement: number | null;
  end: number | null;
}

const AGES = /\b(?:ages?|aged|at|to|until|till|by|turn|reach|past|you are|you're)\s(?:age\s|about\s|around\s)?(\d{2,3})\b(?![%,.]?\d|\s?%|\spercent)|\b(\d{2,3})[ -]years?[ -]old|(?:^|\n)\|\s(\d{2,3})\s\|/gi; // prettier-ignore
const PERCENTILES: readonly [string, RegExp][] = [
  ['pct:5', /\b(?:(?:one|1) [a-z]+ (?:in|out of) (?:twenty|20)|5th|fifth percentile|twentieth|5% (?:chance|probability|risk)|fifth percentile|(?:1|one) (?:in|out of) (?:20|twenty)\b(?![^.;,]{0,60}\b(?:more than|above|over|exceed\w*|at least|or more)\b)|poor\w*|unlucky|un(?:kind|friendly)|harsh|rough|rotten|lousy|terrible|awful|ugly|tough|gloom\w*|dismal|weak\w*|pessimistic|worst|bad|unfavou?rable|downside|low (?:end|side)|bottom|extremes?)\b/i], // prettier-ignore
  [
    'pct:25',
    /\bhalf (?:of )?(?:the |all |our )*(?:outcomes|futures|simulations|paths|scenarios|results|cases)\b[^.;]*\bbetween|\b(?:25th|lower quartile|bottom quarter|weaker|below[ -]average|middle (?:half|50)|quarter(?![^.;,]{0,60}\b(?:more than|above|over|exceed\w*|at least|or more)\b)|one in four|quartiles?)\b|\bwhere (?:the )?(?:middle )?half (?:of )?(?:the |all )*(?:futures|outcomes|simulations|paths|scenarios)\b/i,
  ],
  ['pct:50', /\b(?:median|middle|typical\w*|midpoint|50th|half|halfway|expected|central|average)\b/i],
  [
    'pct:75',
    /\bhalf (?:of )?(?:the |all |our )*(?:outcomes|futures|simulations|paths|scenarios|results|cases)\b[^.;]*\bbetween|\b(?:a|one) quarter of (?:the |all |our )*(?:simulat\w+|futures|paths|outcomes|scenarios|cases)\b|\b(?:75th|upper quartile|top quarter|better than|above[ -]average|middle (?:half|50)|quartiles?|good)\b|\b(?:a|another|one|the other) quarter\b[^.;,]{0,60}\b(?:more than|above|over|exceed\w*|at least|or more)\b|\bwhere (?:the )?(?:middle )?half (?:of )?(?:the |all )*(?:futures|outcomes|simulations|paths|scenarios)\b/i,
  ],
  [
    'pct:95',
    /\b(?:(?:one|1) [a-z]+ (?:in|out of) (?:twenty|20)|95th|ninety-fifth|twentieth|5% (?:chance|probability)|best|lucky|strong\w*|optimistic|good|great(?! depression| recession)|excellent|(?:another|the other) (?:one|1) (?:in|out of) (?:20|twenty)|generous|favou?rable|upside|high (?:end|side)|top|luck|extremes?|kind)\b|\b(?:1|one) (?:in|out of) (?:20|twenty)\b[^.;,]{0,60}\b(?:more than|above|over|exceed\w*|at least|or more)\b/i,
  ],
];
const CASES: readonly [string, RegExp][] = [
  [
    'sequence:worst',
    /\b(?:worst|bad|badly|go(?:es)? wrong|poor\w*|weak|rough|unlucky|rocky|rotten|lousy|terrible|awful|ugly|tough)\b/i,
  ],
  [
    'sequence:best',
    /\b(?:best|good|go(?:es)? well|went well|strong|lucky|great|fortunate|smooth|favou?rable|excellent)\b/i,
  ],
  ['paid:Social Security', /\bsocial security\b/i],
  ['paid:Pension', /\bpensions?\b/i],
  ['paid:Annuity', /\bannuit(?:y|ies)\b/i],
  ['paid:Rent', /\brent(?:al|s)?\b/i],
  [
    'paid:Work',
    /\b(?:part[ -]time|job|work(?:ing)? income|earnings|consult\w+|(?:year|month) of (?:[^.;,]{1,60}['’]s )?work)\b/i,
  ],
  ['paid:Other income', /\b(?:year|month) of (?:[^.;,]{1,60}['’]s )?other income\b/i],
  ['fall:depth', /\b(?:deepest|largest|biggest|worst|maximum|at its|trough|bottom|low|max|drawdown)\b/i],
  ['fall:current', /\b(?:still|now|currently|today|remains?)\b/i],
  [
    'tail:95',
    /\b(?:one|1)(?: [a-z]+)?[ -](?:in|out of)[ -](?:every[ -]|each[ -]|any[ -])?(?:twenty|20)\b|\b(?:5|five)(?:%| percent) of (?:the )?years\b|\b95(?:%|th)/i,
  ],
  [
    'tail:99',
    /\b(?:one|1)(?: [a-z]+)?[ -](?:in|out of)[ -](?:every[ -]|each[ -]|any[ -]|an?[ -])?(?:hundred|100)\b|\bcentury\b|\b(?:1|one)(?:%| percent) of (?:the )?years\b|\b99(?:%|th)/i,
  ],
  ['score:diversification', /\bdiversif|\bspread (?:of (?:your|the) |out|thin|wide|broad|well\b|poor|bad)/i],
  ['score:risk', /\brisk/i],
];

const STAGES = [...PERCENTILES, ...CASES];
const canBeAt = anyOf(STAGES.map(([, pattern]) => pattern));

/** Ages, percentiles and starts that a text speaks of. */
export function stagesIn(text: string, { today, retirement, end }: KnownAges): string[] {
  // Each after what it cannot do without: most clauses have no age and no retirement.
  const years = (/\d\d/.test(text) ? everyMatch(AGES, text) : []).map((match) => Number(match[1] ?? match[2] ?? match[3])); // prettier-ignore
  if (retirement !== null && /retire|stop/i.test(text) && /\b(?:at|in|on|into|by|of|until|before|(?:reach|enter|start|begin)(?:e?s|ing)?) (?:your |the )?retirement(?! (?:accounts?|plans?|savings|funds?|money)\b)|\byou (?:would |will |might |could )?retire with\b|\b(?:when|by the time|once|the (?:day|year|moment)) (?:you|work)\b[^.;]{0,12}\b(?:retire|stop)/i.test(text)) years.push(retirement); // prettier-ignore
  if (end !== null && /\bat the (?:very )?end\b|\bend of (?:the )?plan|\bleft over\b/i.test(text)) years.push(end);
  if (today !== null && /\b(?:today|now|currently|already|so far)\b(?!['’])/i.test(text)) years.push(today);
  const stages = (canBeAt(text) ? STAGES : []).flatMap(([subject, pattern]) => (pattern.test(text) ? [subject] : []));
  return [...years.map((age) => `age:${age}`), ...stages];
}
