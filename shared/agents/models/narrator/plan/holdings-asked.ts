import type { FocusTopic } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { questionsOf } from './clauses.ts';
import { asksMostOfSome } from './most-asked.ts';
import { ACCOUNT, withoutUnits } from './parts-asked.ts';
import { slotted } from './slots.ts';

/** What is asked of the holdings and accounts themselves. */
export type HeldKind = 'most' | 'accountMost' | 'list' | 'top' | 'priceDay' | 'price' | 'cost' | 'gain' | 'share' | 'count' | 'owned' | 'unpriced' | 'taxed' | 'where' | 'in' | 'funds' | 'emergency' | 'expected' | 'overlap' | 'inflation' | 'benefits'; // prettier-ignore

export interface HoldingsAsked extends Clause {
  kind: HeldKind;
  /** What is named, in small letters: "tesla" of "do I own Tesla?"; '' where nothing is. */
  name: string;
  /** The question before it, whose name is meant where this one says "it". */
  before: Clause | null;
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
  ['where', /^(?:in )?(?:which|what)(?: of (?:my|our))? accounts? (?:holds?|has|have|contains?|is|are|do i (?:hold|have|keep)|do we (?:hold|have|keep)) (?<name>[a-z][a-z&.' -]*?)(?: in| held| held in)?$|^(?:(?:in )?(?:which|what) accounts?|where)$|^where (?:is|are|do i (?:hold|have|keep)|do we (?:hold|have|keep)) (?:(?:my|our|the|all|of) )*(?<name2>(?!most\b|(?:accounts?|money|portfolio|savings|investments|prices?|data|report|figures?|numbers?)\b)[a-z][a-z&.' -]*?)(?: held| kept| invested)?$/],
  ['taxed', /\b(?:how much|what (?:share|part|percent\w*))\b.*\b(?:money|portfolio|savings|assets|investments|wealth|it)\b.*\b(?:tax[- ](?:free|deferred|sheltered)|taxable)\b(?! acc)/],
  ['top', new RegExp(`\\b(?:(?:my|our|the) )?(?:[#·]+|two|three|four|five|six|seven|eight|nine|ten|few) (?:biggest|largest|top|main) ${ASSETS}\\b|\\btop (?:[#·]+|two|three|four|five|six|seven|eight|nine|ten) ${ASSETS}\\b|\\bwhat are (?:my|our|the) (?:biggest|largest|top|main) ${ASSETS}\\b|\\bwhat (?:do|have) (?:i|we) (?:own|hold|have|got|invested) (?:the )?most(?: of| in)?$|^(?:where|what|in what) is (?:the )?most of (?:my|our) (?:money|portfolio|wealth|savings)(?: (?:in|held|invested|now))*$`)],
  ['list', new RegExp(`^(?:please |can you |could you )*(?:list|show(?: me)?|name)(?: all)?(?: of)? (?:my|our|the) ${ASSETS}$|\\bwhat (?:do|have) (?:i|we) (?:own|hold|got)$|\\bwhat am i (?:invested in|holding)$|\\bwhat are (?:all )?(?:of )?(?:my|our) ${ASSETS}$|\\b(?:which|what) ${ASSETS} (?:do|have) (?:i|we) (?:own|hold|have|got)\\b|\\bwhat(?:'s| is) (?:held )?in (?:my|our|the) (?<name>[a-z0-9() ]*(?:portfolio|account|ira|roth|401 ?\\(?k\\)?|403 ?\\(?b\\)?|hsa|brokerage))$|\\bwhat(?:'s| is) (?:held )?(?:inside|in) (?<name2>it|there|them|that(?: account)?)$`)],
  ['count', /\bhow many (?:shares|units) of (?<name>[a-z&.' -]+?) (?:do|have|are|did)\b|\bhow many (?<name2>[a-z&.'-]+) shares\b/],
  ['share', /\bwhat(?:'s| is) (?<name>[a-z&.-]+(?: [a-z&.-]+)?)'s? (?:weight|share|part|percentage|proportion)\b|\bweight of (?<name2>[a-z&.' -]+?)(?: in (?:my|our|the)\b.*)?$/],
  ['owned', /^(?:do|did|have|am) (?:i|we) (?:\w+ly |still |currently |already )?(?:own|hold|got|invested in|have (?=(?:any )?[a-z&.'-]+ (?:stocks?|shares)|(?:any )?shares (?:of|in)))(?: (?:any|some|a|an|shares?|stocks?|of|in))* (?<name>[a-z&.'-]+(?: [a-z&.'-]+){0,2}?)(?: (?:stock|shares))?$|\bhow (?:much|many) (?<name2>[a-z&.'-]+(?: [a-z&.'-]+)?) (?:stocks? |shares? )?(?:do|have) (?:i|we) (?:own|hold|got)$/],
  ['in', /^(?:and )?(?:how much|what (?:share|part|percent\w*|portion))(?: of (?:my|our|the) (?:\w+ )?(?:money|portfolio|savings|wealth|assets|investments)| (?:money|cash))?(?: (?:is|do i have|do we have|have i(?: got)?|have we(?: got)?)| are)(?: (?:there|invested|held|sitting))* (?:in|at|with) (?:(?:my|our|the) )?(?<name>[a-z][a-z&.,' -]{1,40}?)(?: (?:now|today|right now|in total|altogether|together|combined|in all))*$/],
  ['in', /^what(?:'s| is| are) (?:(?:my|our|the|total|combined|overall|whole) )*(?:total|holdings?|positions?|stakes?|investments?|exposure|balances?|amount|value)(?: (?:value|amount|invested|held|balance|in total))* (?:(?:in|at|with|to) |of (?:(?:all|my|our|the) )+)(?:(?:my|our|the|all) )*(?<name>[a-z][a-z&.,' -]{1,40}?)(?: (?:now|today|right now|in total|altogether|together|combined|in all))*$|^(?:what|how much) (?:is|are) (?:all )?(?:(?:my|our|the) )+(?!(?:(?:total|combined|household|personal|own|financial) )*net\b)(?<name2>[a-z][a-z&.,' -]{1,40}?) worth(?: (?:now|today|right now|in total|altogether|together|combined|in all))*$/],
]; // prettier-ignore
/** Those that may ask what should, could or will be, and are answered with what is. */
const EARLY: readonly (readonly [kind: HeldKind, form: RegExp])[] = [
  ['emergency', /\b(?:emergency|rainy[- ]day) (?:funds?|savings?|money|cash|cushion|reserves?)\b/],
  [
    'expected',
    /\b(?:expected|average|projected|likely|assumed|typical|long[- ]term) (?:(?:annual|yearly|average|investment|portfolio|real|nominal) )*(?:rate of )?returns?\b(?! (?:on|of|for) (?!my|our|the portfolio|it))|\bwhat (?:kind of |sort of )?(?:(?:rate of|annual|yearly|average|long[- ]term) )*returns? (?:can|should|could|do|will|would|might|are|is) (?:i|we|you|my (?:portfolio|investments|savings)|it) (?:realistically )?(?:expect\w*|get(?:ting)?|assum\w*|us(?:e|ing)|likely to \w+|earn|make|have)\b|\bhow much (?:will|can|could|should|would|might|does|do) (?:my (?:portfolio|investments|savings|money)|i expect (?:my portfolio|it) to) (?:be expected to )?(?:return|earn|make|grow(?: by)?)(?: (?:a|per|each|every) year| yearly| annually| on average)+|\b(?:what|which|how) (?:do|does|are|is) (?:you|alex|it|this|the (?:plan|report|simulation)|your assumptions?|the assumptions?) (?:assum\w*|us\w*|expect\w*|for|about|of|on)(?: (?:for|about|of|on))? (?:(?:my|the|future|annual|yearly|market|investment|stock|portfolio) )*(?:returns?|growth)\b|\b(?:what|which) (?:growth|return) (?:rates?|assumptions?) (?:do|does|are|is)\b/,
  ],
  ['overlap', /\boverlap\w*\b/],
  [
    'inflation',
    /\binflation\b.*\b(?:included?|counted|considered|account\w*|assum\w*|built|factored|adjusted|eat\w*|erod\w*|hurt|affect\w*|matter|do to|covered|used?)\b|\b(?:account|allow|adjust|assum|includ|consider|count|factor|us|plan)\w*\b.*\binflation\b|\b(?:impact|effect|role) of inflation\b|\binflation[- ]adjusted\b|\bin (?:today's|future|nominal|real) dollars\b/,
  ],
  [
    'benefits',
    /\bhow much (?:social security|pension)\b|\bwhat (?:will|does|do|is|are|would) (?:my|our|the) (?:social security|pensions?)(?: (?:benefits?|checks?|payments?))? (?:pay|be|give|come to|worth)\b|\b(?:social security|pensions?)\b.*\b(?:included|counted|considered|accounted|factored|assumed|in (?:this|that|there|it|the (?:plan|figures?|numbers?|report)))\b|\b(?:includ|count|consider|account|factor|assum)\w*\b.*\b(?:social security|pensions?)\b/,
  ],
];
/** Of other than what is held: a question that supposes something, of the past, of a figure that is given. */
const NOT_EARLY = /[#$%]|\b(?:if|retire\w*|last|past|since|did(?! (?:you|alex)\b)|been|ha(?:s|ve) (?:i|my|it|we))\b/;
/** What is supposed, or to be done, is no question of what is held. */
const ELSE = /\b(?:if|should|would|could|will|can i|buy|sell|retire\w*|need|afford|house|home|car|business|debts?|loans?|enough|too)\b/; // prettier-ignore
/** Words after "own" that name no security. */
const NO_NAME = /^(?:.*\b(?:it|them|that|this|money|cash|all|what|more|less|in|at|for|and|or|with|my|our|the)\b.*|.*\b(?:stocks|bonds?|funds?|etfs?|companies|crypto\w*|coins?|cds?|insurance|annuit\w+|real estate|property|options|futures)|stock|shares?)$/; // prettier-ignore
/** Words after "how much is in" that name no account, no holding and no kind of them by its name. */
const NO_PLACE =
  /\b(?:it|them|that|this|there|total|all|each|every\w*|retirement|risk|markets?|years?|months?|debts?|fees?|taxes|interest|dividends|future|end|pocket|house|home|property|business|insurance|hand|general|index|mutual|tax\w*|and|or|single|individual|includ\w*|counting|through|inside|within|via|without|crypto\w*|coins?)\b|^(?:(?:actively |passively )?managed |active |passive )?(?:stocks?|shares?|funds?|etfs?|companies|securities)$/;

/** Words after "what is my total in" that name nothing that is held by itself. */
const NO_TOTAL =
  /\b(?:inflation|recession|currenc\w+|rates?|economy|volatility|dollars?|worst|best|case|average|fire|nothing)\b|^(?:(?:\w+ )?(?:portfolio|investments?|savings|holdings?|accounts?|nest egg|assets|money|everything|stuff|things|positions?)|mine|ours)$/;
/** Funds of any sort, by no name. */
const ANY_FUNDS =
  /^(?:(?:low[- ]cost|cheap|passive(?:ly)?|active(?:ly)?|managed|index|mutual|exchange[- ]traded|tracker|and|or) )*(?:funds?|etfs?)(?: (?:and|or) (?:(?:index|mutual) )?(?:funds?|etfs?))*$/;
/** What the question before has named. */
const MEANT_BEFORE = /^(?:it|they|them|these|those|there|that(?: account)?|)$/;

/** What a question asks of the holdings and accounts themselves: which there are, at what price, whether something is among them. */
export function holdingsAsked(question: string): HoldingsAsked[] {
  const { text } = slotted(question);
  const all: HoldingsAsked[] = [];
  let [before, nameBefore] = [null as Clause | null, ''];
  for (const span of questionsOf(text)) {
    const found = askedIn(text, span, before);
    if (found !== null) {
      const { kind, name } = found;
      const isMeant = before !== null && kind !== 'most' && MEANT_BEFORE.test(name);
      // "How much is in my Roth and what is in it?" has one answer.
      const start = isMeant && kind === 'list' && ACCOUNT.test(text.slice(before?.start, before?.end)) ? (before?.start ?? 0) : span.start; // prettier-ignore
      all.push({ start, end: span.end, kind, name: isMeant ? nameBefore : name, before: isMeant ? before : null });
    }
    nameBefore = found?.name ?? '';
    before = span;
  }
  return all;
}

function askedIn(text: string, { start, end }: Clause, before: Clause | null): { kind: HeldKind; name: string } | null {
  const said = withoutUnits(text.slice(start, end).trim().replace(/[\s.?!]+$/, '')); // prettier-ignore
  const early = NOT_EARLY.test(said) ? undefined : EARLY.find(([, form]) => form.test(said));
  if (early !== undefined) return { kind: early[0], name: '' };
  if (ELSE.test(said)) return null;
  if (asksMostOfSome(said)) return { kind: 'most', name: '' };
  for (const [kind, form] of FORMS) {
    const found = form.exec(said);
    if (found === null) continue;
    const { name: first, name2 = '' } = found.groups ?? {};
    const name = (first ?? name2).trim();
    const isMeant = MEANT_BEFORE.test(name) && (name !== '' || kind === 'where');
    if (isMeant && before === null) continue;
    if (!isMeant && (kind === 'owned' || kind === 'count') && NO_NAME.test(name)) continue;
    if (kind !== 'in') return { kind, name };
    if (ANY_FUNDS.test(name)) return { kind: 'funds', name };
    if (isMeant || name.split(NAMES).some((one) => NO_PLACE.test(one)) || NO_TOTAL.test(name)) continue;
    return { kind, name };
  }
  return null;
}

/** What joins several names. */
export const NAMES = /\s*(?:,| and | or | plus |&(?= ))\s*(?:(?:and|or|in|my|our|the) )*/;

/** The topic of a report that each belongs to. */
export const TOPIC_OF: Readonly<Record<HeldKind, FocusTopic>> = {
  most: 'concentration',
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
  funds: 'allocation',
  emergency: 'allocation',
  expected: 'risk',
  overlap: 'concentration',
  inflation: 'retirement',
  benefits: 'retirement',
};
