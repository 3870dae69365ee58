import { anyOf } from '../../any-of.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

interface Rule {
  said: RegExp;
  /** Also where the sentence only weighs. */
  weighed?: true;
  /** What the facts say of it; null where they leave it open. */
  unless: (values: FactIndex['values'], said: string, spokenOf: () => number | null) => string | null;
}

const NOT = String.raw`(?!(?: \w+)? (?:not|never|neither|nor)\b|n['’]t\b)`;
const COUNTED = String.raw`(?:counted|included|reflected|considered|taken (?:into account|in|off)|deducted|accounted for|factored in|built in|part of (?:the|this|your)|in (?:the|this|your) (?:plan|figures?|projection|simulation|chance|numbers?))`;
const COUNTS = String.raw`\b(?:plan|projection|simulation|chance|figures?|it|we|numbers?) (?:already |also |fully )?(?:counts?|includes?|considers?|reflects?|takes? (?:into account|account of)|accounts? for|factors? in)`;
const TAKES_OFF = String.raw`\b(?:plan|projection|simulation|chance|figures?|it|numbers?) (?:already |also |fully )?(?:takes off|takes out|deducts?|subtracts?|nets? out|pays)`;
const OTHER = '(?:social security|pensions?)';
const TAXES = '(?:(?:income )?tax(?:es)?)';
const MARKET = String.raw`(?:market|s&p(?: 500)?|index(?:es)?|dow(?: jones)?|nasdaq|benchmarks?|average investor|most (?:investors|funds|portfolios)|other investors|world(?:['’]s)? (?:stock )?market)`;
const LAST = String.raw`(?:this|last|the (?:last|past|previous)|over the (?:last|past)|in the (?:last|past|previous)|since last) (?:\w+ )?(?:years?|quarters?|months?|decades?|twelve months)`;
const OWN = String.raw`(?:you|your (?:\w+ )?(?:portfolio|money|savings|investments?|holdings|nest egg|wealth|stocks|funds|mix))`;

const uncounted = (values: FactIndex['values'], said: string): string | null => {
  const open = String(values.get('goals.notCounted') ?? '').toLowerCase();
  const one = /pension/i.test(said) ? 'pension' : 'social security';
  return open.includes(one) ? `the projection does not count ${open} (goals.notCounted)` : null;
};
const untaxed = (values: FactIndex['values']): string | null =>
  values.has('retirement.success') && ![...values.keys()].some((name) => /^goals\.(?:taxRate|plan\.tax)/.test(name)) ? 'no tax is taken off in the projection' : null; // prettier-ignore
const unmeasured = (values: FactIndex['values']): string | null =>
  [...values.keys()].some((name) => name.startsWith('performance.'))
    ? null
    : 'no fact tells how it has done over a time';
const today = (values: FactIndex['values']): string | null => {
  const note = [...values].find(
    ([name, value]) => name.startsWith('retirement.note.') && /today['’]s dollars/i.test(String(value)),
  );
  return note === undefined ? null : `the projection is in today's dollars (${note[0]})`;
};
const taxedBefore = (values: FactIndex['values']): string | null =>
  values.has('retirement.success') && untaxed(values) === null ? 'a tax is taken off: the income is after tax' : null; // prettier-ignore
const below = (values: FactIndex['values']): string | null =>
  Number(values.get('portfolio.value') ?? 1e6) < 0.98e6 ? 'the portfolio is worth less than a million (portfolio.value)' : null; // prettier-ignore

const EARLIER = String.raw`(?:last (?:year|quarter|month|time|report)|a (?:year|quarter|month|decade) ago|(?:where|what) it (?:stood|was)(?: before)?|before|earlier (?:this|in the) year|your last (?:report|review|check)|the (?:last|previous) (?:report|analysis|review|year))`;
const SUMS = 'money|amounts?|balances?|figures?|dollars|sums?|incomes?|spending|withdrawals?|projection|everything';
const EVENT = String.raw`(?:(?:the )?(?:Fed|Federal Reserve|ECB|Bank of England|government|Congress|president|pandemic|tariffs?|trade war|war|election|recession|sanctions)|(?:lower|higher|rising|falling) (?:interest )?rates|(?:the )?(?:AI|tech|housing|oil) (?:boom|bubble|rally))`;
const PEOPLE = String.raw`(?:most |many |other )+(?:people|savers|investors|households|families|retirees|americans)|what others (?:pay|have|save|spend)|(?:people|savers|investors) (?:of )?your age`;
const turnedAgainstTheWorld = (values: FactIndex['values'], said: string): string | null => {
  const [region = ''] = /emerging markets|europe|pacific|north america/i.exec(said) ?? [];
  const name = `drift.region.${region.toLowerCase().replace(' ', '_')}.drift`;
  const drift = values.get(name);
  return typeof drift === 'number' && drift > 0 !== /^more/i.test(said) ? `it is the other way round (${name})` : null;
};
const LIKELIER = String.raw`\b(?:twice|three times|far more|more) (?:as )?(?:likely|probable)`;
const RUNS_OUT = '(?:the |your )?money (?:runs out|is gone|fails)';
/** "You can safely spend more than planned", "there is room to spend more": with no condition. */
const MORE_THAN_PLANNED = new RegExp(
  String.raw`(?<!\b(?:if|whether|how much|before|until|when|once|that|so) [^.;]{0,40})\b(?:you (?:can|could|may|might)(?: \w+ly)*(?: afford to)?(?: \w+ly)* spend|there (?:is|['’]s)(?! no\b| not\b| little\b| hardly\b)(?: \w+){0,3} (?:room|scope|slack|leeway) to spend)(?: \w+ly)*(?: (?:far|well|much|even|a (?:bit|little|lot)))* (?:more|above|beyond)\b(?:(?: than)?(?: (?:what|the|your|is|was|you|have|had|\w+ly))*(?: (?:plan(?:ned|ning)?|intend(?:ed)?|want(?:ed)?|goal|target|aim(?:ed)?)))?(?= *(?:[.,;!)]|$)| without\b| and\b)(?![^.;]*\b(?:if|when|once|only|until|with)\b)`,
  'gi',
);
/** Of gains that nothing has realized: what "is taxed when you sell" is not said to be taxed now. */
const GAINS_TAXED =
  /\b(?:gains?|profits?)(?: of \S+)? (?:is|are|was|were|has been|have been) (?:already |all |fully )?taxed\b(?! (?:when|only|on|if|at|as|once|later|by|less|more|in)\b)/gi;
const nobodys = (): string => 'no fact tells how others do';

const YEARS = ['', 'one', 'two', 'three', 'four', 'five'];
const cashLasts = (values: FactIndex['values'], said: string): string | null => {
  const years = Number(values.get('portfolio.cash')) / Number(values.get('goals.income'));
  const word =
    /\b(?:an?|one|two|three|four|five)(?= years?)/i.exec(said)?.[0].toLowerCase().replace(/^an?$/, 'one') ?? '';
  return Math.abs(years - YEARS.indexOf(word)) > 0.25 ? 'cash comes to another time of spending (portfolio.cash, goals.income)' : null; // prettier-ignore
};

const rules: readonly Rule[] = [
  { said: new RegExp(String.raw`\b(?:from|than|since|against|compared (?:with|to)) ${EARLIER}\b(?<=\b(?:up|down|higher|lower|better|worse|more|less|improved|risen|fallen|grown|climbed|dropped|increased|decreased|shrunk)\b[^.;,]{0,70})|\bsince last (?:year|month|quarter|time)\b`, 'gi'), unless: unmeasured },
  { said: new RegExp(String.raw`\b(?:[Bb]ecause(?: of)?|[Tt]hanks to|[Dd]ue to|[Oo]wing to|[Aa]s a result of|[Oo]n account of) ${EVENT}\b`, 'g'), weighed: true, unless: () => 'no fact tells a cause: leave it out' },
  { said: new RegExp(String.raw`\b(?:ahead of|behind|better than|worse than|more than|less than|twice|half|richer than|cheaper than|unlike|as much as) (?:${PEOPLE})`, 'gi'), unless: nobodys },
  { said: /\b(?:ahead of|better than|beats?|outdoes|more than) (?:(?:that|those) of )?(?:(?:about|around|roughly) )?\d[\d.]*(?:%| percent) of (?:all |other )?(?:people|savers|investors|households|families|americans|plans|retirees)/gi, unless: nobodys },
  { said: /\b(?:cheaper|dearer|more expensive|less expensive|costlier|lower|higher|less|more) than (?:the |an? )?(?:average|typical|usual|industry|peers?|most (?:funds|portfolios))\b(?<=\b(?:funds?|fees?|costs?|expenses?|charges?|pay|portfolio)\b[^.;]{0,60})/gi, unless: () => 'no fact tells what others cost' },
  { said: new RegExp(String.raw`\b${OWN} (?:is|are) (?:\w+ly |well )?(?:hedged|protected|shielded|insulated|immune|safe) (?:against|from) (?:inflation|rising prices|a (?:crash|recession)|crashes|recessions|losses)`, 'gi'), unless: () => 'no fact says so' },
  { said: /\b(?:(?<years>an?|one|two|three|four|five) years?(?:['’]s?)?(?: worth)? of (?:your )?spending (?:is|are|sits?|lies?) (?:kept |held )?in cash|(?:keep|hold|have) (?<held>an?|one|two|three|four|five) years?(?:['’]s?)?(?: worth)? of (?:your )?spending in cash)/gi, unless: cashLasts },
  { said: /\b(?:best|worst|strongest|weakest|top)[ -]perform(?:er|ers|ing)\b|\b(?:has|have) (?:done|performed|fared) (?:better|worse) than (?:your|the) \w/gi, unless: unmeasured },
  { said: /\b(?:cash|savings|money)\b[^.;,]{0,30}\bearns? (?:nothing|no interest|zero)\b/gi, unless: () => 'no fact tells what it earns' },
  { said: new RegExp(String.raw`${LIKELIER} (?:(?:than|as) not (?:that )?${RUNS_OUT}|(?:that )?${RUNS_OUT} (?:than|as) (?:that )?(?:it )?(?:lasts?|not))\b`, 'gi'), unless: (_, __, spokenOf) => (Number(spokenOf()) > 0.5 ? 'it lasts in more futures than it runs out in (retirement.success)' : null) },
  { said: /\b(?:more|less) (?:money |of it )?in (?:the )?(?:emerging markets|europe|pacific|north america)\b than (?:the )?world/gi, unless: turnedAgainstTheWorld },
  { said: new RegExp(String.raw`\b${OTHER}\b(?: (?:and|or) \w+)?(?: (?:income|benefits?|payments?))? (?:is|are|has been|have been)${NOT}(?: \w+)? ${COUNTED}\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`${COUNTS} (?:your |the |any )?${OTHER}\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`(?:\b(?:income|spending|budget|amount|sum)|\$[\d,.]*\d\w*(?: (?:a|per) (?:year|month))?) (?:\w+ly |also )?(?:counts?|includes?|contains?) (?:your |the |any |some )?${OTHER}\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`\b${OTHER}\b(?: (?:and|or) (?:your )?${OTHER})?(?: (?:income|benefits?|payments?))? (?:will |already )?(?:cover|pay|provide|contribute|bring|fund|suppl|meet|tak|giv|mak)\w*(?: \w+){0,2} (?:part|some|half|most|all|portion|share|third|quarter|rest|bulk)\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`\b${TAXES} (?:is|are|has been|have been)${NOT}(?: \w+)? ${COUNTED}\b`, 'gi'), unless: untaxed },
  { said: new RegExp(String.raw`(?:${COUNTS}|${TAKES_OFF}) (?:your |the |all |any )?${TAXES}\b`, 'gi'), unless: untaxed },
  { said: new RegExp(String.raw`\b(?:${OWN}|it)(?: (?:has|have))? (?:\w+ly )?(?:beat(?:s|en)?|outperform(?:s|ed)?|trail(?:s|ed)|lag(?:s|ged)|underperform(?:s|ed)?|outpaced?|matched|kept (?:up|pace) with|(?:did|done|does) (?:better|worse) than|(?:is|are|stays?) ahead of) (?:the |most )?(?:\w+ )?${MARKET}`, 'gi'), unless: () => 'no fact compares it with that' },
  { said: new RegExp(String.raw`\b${OWN}(?: (?:has|have))? (?:\w+ly )?(?:gr[eo]wn?|rose|risen|fell|fallen|gained|lost|climbed|returned|did|done|had an?|performed|shr[au]nk|doubled|earned|made)\b[^.;,]{0,30}\b${LAST}\b|\b${LAST},? ${OWN} (?:has |have )?(?:gr[eo]w|rose|fell|gained|lost|did|had|earned|made)`, 'gi'), unless: unmeasured },
  { said: new RegExp(String.raw`\b(?:${SUMS})\b[^.;]{0,45}?\b(?:is|are|stands?|shown|given|told)\b${NOT}[^.;]{0,25}?\b(?:(?:future|nominal|inflated|tomorrow['’]s|then-current) (?:dollars|money|terms|values?)|before inflation\b(?! is\b)|(?:not|un)[ -]?adjusted for inflation|dollars of (?:the day|the time|that (?:time|day|year)))`, 'gi'), unless: today },
  { said: new RegExp(String.raw`\b(?:${SUMS})\b[^.;,]{0,30}? (?:is|are|counts? as)${NOT} (?:all |shown |given |told |reckoned )*(?:after[- ]tax(?:es)?|net of tax(?:es)?)\b`, 'gi'), unless: untaxed },
  { said: new RegExp(String.raw`\b(?:income|spending|withdrawals?)\b[^.;,]{0,30}? (?:is|are|counts? as)${NOT} (?:all |shown |given |told |reckoned )*before[- ]tax(?:es)?\b`, 'gi'), unless: taxedBefore },
  { said: GAINS_TAXED, unless: () => 'they are gains on paper, which no fact says to be taxed' },
  { said: MORE_THAN_PLANNED, weighed: true, unless: (values) => (Number(values.get('retirement.sustainableIncome')) <= Number(values.get('goals.income')) ? 'what would last is no more than what is planned (retirement.sustainableIncome)' : null) },
  { said: /\byou(?:['’]re| are) (?:now |already |nearly )?an? (?:multi-?)?millionaires?\b/gi, unless: below },
]; // prettier-ignore

const DENIED = /\b(?:neither|nor|not|no|none|never|nothing|nobody)\b[^.;]*$/i;

/** The chance that the money lasts in the plan that a sentence speaks of. */
function chanceIn(sentence: string, index: FactIndex): number | null {
  const planned = index.values.get('retirement.success');
  return typeof planned === 'number' ? (chanceSpokenOf(sentence, planned, index)?.chance ?? null) : null;
}

const canBeTold = anyOf(rules.map(({ said }) => said));

/** What no fact tells, or facts deny: what a projection counts, how the portfolio did in a time or beside a market. */
export function falseTold(text: string, index: FactIndex): Saying[] {
  if (!canBeTold(text)) return [];
  return rules.flatMap(({ said, weighed, unless }) =>
    everyMatch(said, text).flatMap(({ 0: words, index: start }): Saying[] => {
      const sentence = sentenceAt(text, start);
      if ((weighed !== true && SUPPOSED.test(sentence)) || DENIED.test(text.slice(Math.max(0, start - 60), start)))
        return [];
      const fault = unless(index.values, words, () => chanceIn(sentence, index));
      return fault === null ? [] : [{ start, end: start + words.length, fault }];
    }),
  );
}
