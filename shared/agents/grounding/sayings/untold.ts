import { anyOf } from '../../any-of.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

interface Rule {
  said: RegExp;
  /** What the facts say of it; null where they leave it open. */
  unless: (values: FactIndex['values'], said: string) => string | null;
}

const NOT = String.raw`(?!(?: \w+)? (?:not|never|neither|nor)\b|n['’]t\b)`;
const COUNTED = String.raw`(?:counted|included|reflected|considered|taken (?:into account|in|off)|deducted|accounted for|factored in|built in|part of (?:the|this|your)|in (?:the|this|your) (?:plan|figures?|projection|simulation|chance|numbers?))`;
const COUNTS = String.raw`\b(?:plan|projection|simulation|chance|figures?|it|we|numbers?) (?:already |also |fully )?(?:counts?|includes?|considers?|reflects?|takes? (?:into account|account of)|accounts? for|factors? in)`;
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
const below = (values: FactIndex['values']): string | null =>
  Number(values.get('portfolio.value') ?? 1e6) < 0.98e6 ? 'the portfolio is worth less than a million (portfolio.value)' : null; // prettier-ignore

const rules: readonly Rule[] = [
  { said: new RegExp(String.raw`\b${OTHER}\b(?: (?:and|or) \w+)?(?: (?:income|benefits?|payments?))? (?:is|are|has been|have been)${NOT}(?: \w+)? ${COUNTED}\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`${COUNTS} (?:your |the |any )?${OTHER}\b`, 'gi'), unless: uncounted },
  { said: new RegExp(String.raw`\b${TAXES} (?:is|are|has been|have been)${NOT}(?: \w+)? ${COUNTED}\b`, 'gi'), unless: untaxed },
  { said: new RegExp(String.raw`${COUNTS} (?:your |the |all |any )?${TAXES}\b`, 'gi'), unless: untaxed },
  { said: new RegExp(String.raw`\b(?:${OWN}|it)(?: (?:has|have))? (?:\w+ly )?(?:beat(?:s|en)?|outperform(?:s|ed)?|trail(?:s|ed)|lag(?:s|ged)|underperform(?:s|ed)?|outpaced?|matched|kept (?:up|pace) with|(?:did|done|does) (?:better|worse) than|(?:is|are|stays?) ahead of) (?:the |most )?(?:\w+ )?${MARKET}`, 'gi'), unless: () => 'no fact compares it with that' },
  { said: new RegExp(String.raw`\b${OWN}(?: (?:has|have))? (?:\w+ly )?(?:gr[eo]wn?|rose|risen|fell|fallen|gained|lost|climbed|returned|did|done|had an?|performed|shr[au]nk|doubled|earned|made)\b[^.;,]{0,30}\b${LAST}\b|\b${LAST},? ${OWN} (?:has |have )?(?:gr[eo]w|rose|fell|gained|lost|did|had|earned|made)`, 'gi'), unless: unmeasured },
  { said: /\byou(?:['’]re| are) (?:now |already |nearly )?an? (?:multi-?)?millionaires?\b/gi, unless: below },
]; // prettier-ignore

const DENIED = /\b(?:neither|nor|not|no|none|never|nothing|nobody)\b[^.;]*$/i;

const canBeTold = anyOf(rules.map(({ said }) => said));

/** What no fact tells, or facts deny: what a projection counts, how the portfolio did in a time or beside a market. */
export function falseTold(text: string, { values }: FactIndex): Saying[] {
  if (!canBeTold(text)) return [];
  return rules.flatMap(({ said, unless }) =>
    everyMatch(said, text).flatMap(({ 0: words, index: start }): Saying[] => {
      if (SUPPOSED.test(sentenceAt(text, start)) || DENIED.test(text.slice(Math.max(0, start - 60), start))) return [];
      const fault = unless(values, words);
      return fault === null ? [] : [{ start, end: start + words.length, fault }];
    }),
  );
}
