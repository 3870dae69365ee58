import type { FocusTopic } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { questionsOf } from './clauses.ts';
import { slotted } from './slots.ts';

/** What is asked of the holdings and accounts themselves. */
export type HeldKind = 'accountMost' | 'list' | 'top' | 'priceDay' | 'price' | 'cost' | 'gain' | 'share' | 'count' | 'owned' | 'unpriced' | 'taxed' | 'where' | 'in' | 'emergency' | 'expected'; // prettier-ignore

export interface HoldingsAsked extends Clause {
  kind: HeldKind;
  /** What is named, in small letters: "tesla" of "do I own Tesla?"; '' where nothing is. */
  name: string;
}

const ASSETS = '(?:holdings?|positions?|investments?|stocks|shares|funds?|etfs?|bonds|securities|assets)';
const MOST = '(?:biggest|largest|smallest|main|top|most (?:money|valuable))';
/** The forms of such questions, the narrower before the wider. */
const FORMS: readonly (readonly [kind: HeldKind, form: RegExp])[] = [
  ['accountMost', new RegExp(`\\b(?:which|what)\\b.*\\baccounts?\\b.*\\b(?:${MOST}|least)\\b|\\b(?:my|our|the) ${MOST} accounts?\\b`)],
  ['unpriced', new RegExp(`\\b${ASSETS}\\b.*\\b(?:no|without|lack|missing) (?:an? )?(?:price|value)\\b|\\b${ASSETS}\\b.*\\b(?:not be|un)(?:priced|valued)\\b|\\bunpriced\\b`)],
  ['priceDay', /\bhow (?:old|recent|current|fresh|up to date)\b.*\bprices?\b|\b(?:when|what (?:day|date))\b.*\bprices?\b.*\b(?:from|taken|of|use|used)\b/],
  ['price', /\bwhat(?:'s| is| was)? (?:the )?(?:share )?price\b(?: (?:do|did|have|of|for|is|are|you|i|we|the|used?|a|one|shares?|taken|in))* (?<name>[a-z][a-z&.' -]*)|\bwhat (?:is|does) (?:a|one) share of (?<name2>[a-z&.' -]+?) (?:worth|cost|trade\w*)/],
  ['cost', /\b(?:expense ratio|fees?|yearly cost|annual cost)s?(?: (?:am i|are we|do i|do we) (?:pay(?:ing)?|charged))? (?:of|for|on|in) (?:my |our |the )?(?<name>[a-z]{2,}(?: [a-z]+)?)$|\bwhat (?:does|do) (?<name2>[a-z]{2,5}|(?:my|the) [a-z& ]*?(?:fund|etf)) (?:cost|charge)s?\b(?! (?:for|to|at|in))/],
  ['gain', new RegExp(`\\b(?:my|our|which)\\b.*\\b(?:best|worst)(?:[- ]perform\\w*| ${ASSETS}| stock)\\b|\\b(?:my|our) (?:best|worst)\\b(?! (?:case|year|time|option|choice|move|bet|guess|scenario|age|outcome|result|strategy|way|future))|\\bwhich\\b.*\\b(?:perform|done)\\w* (?:the )?(?:best|worst)\\b`)],
  ['where', /^(?:in )?(?:which|what)(?: of (?:my|our))? accounts? (?:holds?|has|have|contains?|is|are|do i (?:hold|have|keep)|do we (?:hold|have|keep)) (?<name>[a-z][a-z&.' -]*?)(?: in| held| held in)?$|^where (?:is|are|do i (?:hold|have|keep)|do we (?:hold|have|keep)) (?:(?:my|our|the|all|of) )*(?<name2>(?!(?:accounts?|money|portfolio|savings|investments|prices?|data|report|figures?|numbers?)\b)[a-z][a-z&.' -]*?)(?: held| kept| invested)?$/],
  ['taxed', /\b(?:how much|what (?:share|part|percent\w*))\b.*\b(?:money|portfolio|savings|assets|investments|wealth|it)\b.*\b(?:tax[- ](?:free|deferred|sheltered)|taxable)\b(?! acc)/],
  ['top', new RegExp(`\\b(?:(?:my|our|the) )?(?:[#·]+|two|three|four|five|six|seven|eight|nine|ten|few) (?:biggest|largest|top|main) ${ASSETS}\\b|\\btop (?:[#·]+|two|three|four|five|six|seven|eight|nine|ten) ${ASSETS}\\b|\\bwhat are (?:my|our|the) (?:biggest|largest|top|main) ${ASSETS}\\b`)],
  ['list', new RegExp(`^(?:please |can you |could you )*(?:list|show(?: me)?|name)(?: all)?(?: of)? (?:my|our|the) ${ASSETS}$|\\bwhat (?:do|have) (?:i|we) (?:own|hold|got)$|\\bwhat am i (?:invested in|holding)$|\\bwhat are (?:all )?(?:of )?(?:my|our) ${ASSETS}$|\\b(?:which|what) ${ASSETS} (?:do|have) (?:i|we) (?:own|hold|have|got)\\b|\\bwhat(?:'s| is) (?:held )?in (?:my|our|the) (?<name>[a-z0-9() ]*(?:portfolio|account|ira|roth|401 ?\\(?k\\)?|403 ?\\(?b\\)?|hsa|brokerage))$`)],
  ['count', /\bhow many (?:shares|units) of (?<name>[a-z&.' -]+?) (?:do|have|are|did)\b|\bhow many (?<name2>[a-z&.'-]+) shares\b/],
  ['share', /\bwhat(?:'s| is) (?<name>[a-z&.-]+(?: [a-z&.-]+)?)'s? (?:weight|share|part|percentage|proportion)\b|\bweight of (?<name2>[a-z&.' -]+?)(?: in (?:my|our|the)\b.*)?$/],
  ['owned', /^(?:do|did|have|am) (?:i|we) (?:\w+ly |still |currently |already )?(?:own|hold|got|invested in|have (?=(?:any )?[a-z&.'-]+ (?:stocks?|shares)|(?:any )?shares (?:of|in)))(?: (?:any|some|a|an|shares?|stocks?|of|in))* (?<name>[a-z&.'-]+(?: [a-z&.'-]+){0,2}?)(?: (?:stock|shares))?$|\bhow (?:much|many) (?<name2>[a-z&.'-]+(?: [a-z&.'-]+)?) (?:stocks? |shares? )?(?:do|have) (?:i|we) (?:own|hold|got)$/],
  ['in', /^(?:and )?(?:how much|what (?:share|part|percent\w*|portion))(?: of (?:my|our|the) (?:\w+ )?(?:money|portfolio|savings|wealth|assets|investments)| (?:money|cash))?(?: (?:is|do i have|do we have|have i(?: got)?|have we(?: got)?)| are)(?: (?:there|invested|held|sitting))* (?:in|at|with) (?:(?:my|our|the) )?(?<name>[a-z][a-z&.' -]{1,40}?)(?: (?:now|today|right now|in total|altogether))?$/],
]; // prettier-ignore
/** Those that may ask what should, could or will be, and are answered with what is. */
const EARLY: readonly (readonly [kind: HeldKind, form: RegExp])[] = [
  ['emergency', /\b(?:emergency|rainy[- ]day) (?:funds?|savings?|money|cash|cushion|reserves?)\b/],
  [
    'expected',
    /\b(?:expected|average|projected|likely|assumed|typical|long[- ]term) (?:(?:annual|yearly|average|investment|portfolio|real|nominal) )*(?:rate of )?returns?\b(?! (?:on|of|for) (?!my|our|the portfolio|it))|\bwhat (?:kind of |sort of )?(?:(?:rate of|annual|yearly|average|long[- ]term) )*returns? (?:can|should|could|do|will|would|might|are|is) (?:i|we|you|my (?:portfolio|investments|savings)|it) (?:realistically )?(?:expect\w*|get(?:ting)?|assum\w*|us(?:e|ing)|likely to \w+|earn|make|have)\b|\bhow much (?:will|can|could|should|would|might|does|do) (?:my (?:portfolio|investments|savings|money)|i expect (?:my portfolio|it) to) (?:be expected to )?(?:return|earn|make|grow(?: by)?)(?: (?:a|per|each|every) year| yearly| annually| on average)+/,
  ],
];
/** Of other than what is held: a question that supposes something, of the past, of a figure that is given. */
const NOT_EARLY = /[#$%]|\b(?:if|retire\w*|last|past|since|did|been|ha(?:s|ve) (?:i|my|it|we))\b/;
/** What is supposed, or to be done, is no question of what is held. */
const ELSE = /\b(?:if|should|would|could|will|can i|buy|sell|retire\w*|need|afford|house|home|car|business|debts?|loans?|enough|too)\b/; // prettier-ignore
/** Words after "own" that name no security. */
const NO_NAME = /^(?:.*\b(?:it|them|that|this|money|cash|all|what|more|less|in|at|for|and|or|with|my|our|the)\b.*|.*\b(?:stocks|bonds?|funds?|etfs?|companies|crypto\w*|coins?|cds?|insurance|annuit\w+|real estate|property|options|futures)|stock|shares?)$/; // prettier-ignore
/** Words after "how much is in" that name no account, no holding and no kind of them by its name. */
const NO_PLACE =
  /\b(?:it|them|that|this|there|total|all|each|every\w*|retirement|risk|markets?|years?|months?|debts?|fees?|taxes|interest|dividends|future|end|pocket|house|home|property|business|insurance|hand|general|index|mutual|tax\w*|and|or|single|individual|includ\w*|counting|through|inside|within|via|without|crypto\w*|coins?)\b|^(?:(?:actively |passively )?managed |active |passive )?(?:stocks?|shares?|funds?|etfs?|companies|securities)$/;

/** What a question asks of the holdings and accounts themselves: which there are, at what price, whether something is among them. */
export function holdingsAsked(question: string): HoldingsAsked[] {
  const { text } = slotted(question);
  return questionsOf(text).flatMap(({ start, end }): HoldingsAsked[] => {
    const said = text.slice(start, end).trim().replace(/[\s.?!]+$/, ''); // prettier-ignore
    const early = NOT_EARLY.test(said) ? undefined : EARLY.find(([, form]) => form.test(said));
    if (early !== undefined) return [{ start, end, kind: early[0], name: '' }];
    if (ELSE.test(said)) return [];
    for (const [kind, form] of FORMS) {
      const found = form.exec(said);
      if (found === null) continue;
      const { name: first, name2 = '' } = found.groups ?? {};
      const name = (first ?? name2).trim();
      if ((kind === 'owned' || kind === 'count') && NO_NAME.test(name)) continue;
      if (kind === 'in' && NO_PLACE.test(name)) continue;
      return [{ start, end, kind, name }];
    }
    return [];
  });
}

/** The topic of a report that each belongs to. */
export const TOPIC_OF: Readonly<Record<HeldKind, FocusTopic>> = {
  accountMost: 'allocation',
  list: 'allocation',
  top: 'concentration',
  priceDay: 'value',
  price: 'value',
  cost: 'costs',
  gain: 'performance',
  share: 'concentration',
  count: 'concentration',
  owned: 'concentration',
  unpriced: 'missing_data',
  taxed: 'allocation',
  where: 'allocation',
  in: 'concentration',
  emergency: 'allocation',
  expected: 'risk',
};
