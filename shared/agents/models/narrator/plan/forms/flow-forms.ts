import { FIRST_CALENDAR_YEAR } from '../../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';
import { fixed, levels, moves, multiples, within } from './form-of.ts';
import type { Form, Found } from './form-of.ts';

interface Flow {
  what: PlanChange['what'];
  /** "spend", "live on". */
  verb: string;
  /** "spending", "budget". */
  noun: string;
  /** Forms of a level that only this flow has. */
  own: readonly string[];
  /** What is taken "out of" or "from" this is no less of the flow, but a part of what there is. */
  pot?: string;
  /** What may stand behind its verb and an amount, and behind one without a period; anything where absent. */
  behind?: { each: string; once: string };
}

/** What is more or less of something else than money: "5% less risk". */
const OF_NO_MONEY =
  '(?! (?:of )?(?:(?:market|investment|portfolio|overall|total) )*(?:risk\\w*|volatil\\w*|exposure|stocks?|bonds?|equit(?:y|ies)|gold|shares|funds?|leverage|time|years?|months|weeks|hours|days|work|growth|return\\w*|tax\\w*|fees?|debt|inflation)\\b)(?! on (?!(?:my |our |the )?(?:average|living|everything|all|it|top|that)\\b))';
const WAY = `(?<way>less|fewer|lower|more|extra|additional|higher)(?! than \\$)${OF_NO_MONEY}`;

const EXTRA = '(?:an? (?:extra|additional|further)|another|extra|additional)';

/** Money that flows each year or month: to a level ("to", "at", "on"), or up or down where that word governs the number ("by", "less"). */
function flowForms({ what, verb, noun, own, pot, behind = { each: '', once: '' } }: Flow): Form[] {
  const words = {
    verb,
    noun,
    w: WAY,
    set: '(?:<move>|(?:chang|limit|cap|keep|kept|hold|held|adjust|mov)\\w*|set|get)',
    extra: EXTRA,
    cut: pot === undefined ? '' : '(?!(?:tak|pull|draw))',
    from: pot === undefined ? '' : `(?! (?:(?:my|our|the) )?${pot})`,
    // One of several, or all that is held.
    account: '(?! from (?:it|them|savings|(?:my|our|the|an?) ))',
    ...behind,
  };
  return [
    ...moves(what, [
      '<verb><and>{amount}{per}? (?:in )?<w>{also}?(?: than (?:planned|now|today))?',
      '(?<way><move>) <my><noun>(?: in retirement)?,? by<and>{amount}{per}?(?: less| more)?{also}?',
      '<my><noun> (?:\\w+ ){0,2}?(?<way><move>) by<and>{amount}{per}?',
      '<my><noun> (?:\\w+ ){0,2}?(?<way><move>) {percent}',
      '<my><noun> (?:is|are|was|were|be|being) {amount}{per}? <w>{also}?',
      '(?<way><move>|add(?:s|ed|ing)?) (?:an extra |another )?{amount}{per}? (?:off|to) <my><noun>{also}?',
      '<cut>(?<way><move>) (?:another )?{amount}{per}? (?:from|out of) <my><noun>{also}?',
      '(?<way><move>) <my><noun> (?:another )?{percent}',
      '{amount}{per}? (?:(?:of|in) )?<w>(?: money)?(?: in| of| on)? <my><noun>{also}?',
      '{amount}{per}? (?<way>off|from<from>) <my><noun>{also}?',
    ], words), // prettier-ignore
    ...moves(what, [
      `<verb><and><extra> {amount}{per}?(?: more)?{also}?${OF_NO_MONEY}`,
      '<extra> {amount}{per}?(?: more)? (?:in|of|for|on|on top of|to) <my><noun>{also}?',
      '<verb><and>{money}{per} (?:more|extra)(?= on (?!bonds?|stocks?|shares|funds?|gold))',
    ], words, 'up'), // prettier-ignore
    ...multiples(what, ['<verb>(?: only| just)? {percent}(?: as much| of (?:that|it|this)| that)?', '{percent} <my><noun>', '<my><noun> (?:is |are |was |were )?{percent}(?! (?!in|by|as|if|when|of that))', 'cut\\w* <my><noun> (?:by|in|to) {percent}'], words), // prettier-ignore
    ...levels(what, [
      `<verb><and>{money}{per}(?! (?:on|for|towards?|off|out|more|less|extra|additional|fewer)\\b)<account><each>`,
      `<verb><and>{money}(?! (?:on|for|towards?|off|out)\\b)<account><each><once>`,
      '<set> <my><noun>(?: in retirement)?,? (?:(?:back|down|up|it) )*(?:to|at)<and>{money}{per}?',
      '<my><noun> (?:\\w+ ){0,2}?(?:to|at)<and>{money}{per}?',
      ...own,
    ], words), // prettier-ignore
  ];
}

/** "Retire in 2030 with 60k": without a period, an amount that somebody lives on in a year and that no portfolio is. */
const withAYears = within(15_000, 200_000, levels('income', [
  '(?<=(?:~|retire|retiring|quit|stop)\\s*)(?:with|on)<and>{money}(?=\\s*(?:[,.?!~]|$|(?:and|but|or|if)\\b))',
])); // prettier-ignore

/** "$50,000 remodeling the house", "$80,000 traveling": for something to do, which is no life that is led. */
const NOT_DOING =
  '(?! (?!(?:liv|start|beginn|includ|exclud|count|assum|consider|suppos|dur|retir|go|depend)ing\\b)[a-z-]{2,}ing\\b)(?! (?:just |only )?to (?!~|(?:live|retire|survive|get by|be|cover (?:my|our|the|all|living|basic|everything)|meet (?:my|our|the))\\b))';
/**
 * What may stand behind an amount without a period that is one of every year: "spend $60,000 in retirement". "Spend $50,000 right now" or
 * "in Las Vegas" may come once.
 */
const EACH_YEAR =
  "(?=\\s*(?:$|[^\\sa-z·])|\\s+(?:and|or|but|if|when|while|instead|in (?:(?:my|our|early) )*retirement|in (?:all|total|today's)|during|annually|each|every|per|from|at(?= (?:#|age|most|least|retirement|the most|the age))|after|until|till|before|once|total|as|rather|than|versus|vs|with|without|plus|minus|then|so|how|will|would|can|could|do|does|is|am|are|should|may|my|our|what|whether|even|only|maybe|though|max|maximum|tops|given|provided|unless|by|to|[a-z]+ing)\\b)";

/** To spend, whatever it is paid from. */
export const SPENDS =
  '(?:spen(?:d|t|ding)|(?:liv(?:e|es|ed|ing)(?: more)?(?: cheaply| modestly| frugally)?|surviv\\w*|manag\\w*),? (?:on|off|from)|get(?:ting)? by (?:on|with)|mak(?:e|ing) do (?:on|with)|need(?:s|ed|ing)?)';
/** To take out of what is held. */
export const DRAWS = '(?:withdr[ae]w(?:ing)?|draw(?:ing)?(?: down)?|(?:tak(?:e|ing)|pull(?:ing)?)(?: out)?)';
const WITHDRAWALS = '(?:withdrawals?|drawdowns?)';
/** Out of all that is held; one account may be empty long before the rest. */
export const FROM_ALL =
  '(?: (?:from|out of|of) (?:it|them|savings|(?:my|our|the) (?:(?:own|whole|investment|retirement|total|entire) )*(?:portfolio|savings|investments?|nest egg|accounts|assets|money|funds|pot|principal)))';

/**
 * What the portfolio pays, and not all that is spent: other income comes on top. So many percent less of it are another sum than of what
 * is spent, and only dollars less are the same.
 */
export const withdrawalForms: readonly Form[] = [
  ...moves('income', [
    '<draw><and>{money}{per}? (?:in )?<w>{also}?(?: than (?:planned|now|today))?',
    '(?<way><move>) <my><noun>,? by<and>{money}{per}?{also}?',
  ], { draw: DRAWS, noun: WITHDRAWALS, w: WAY }),
  ...moves('income', [`<draw><and>${EXTRA} {money}{per}?(?: more)?{also}?${FROM_ALL}?${OF_NO_MONEY}`], { draw: DRAWS }, 'up'),
  ...levels('withdraw', [
    `<draw><and>{money}{per}${FROM_ALL}?(?! (?:on|for|towards?|off|out|from|of)\\b)${NOT_DOING}`,
    `<draw><and>{money}${FROM_ALL}?(?: (?:in|during|throughout) (?:(?:my|our) )?retirement|(?= or \\$·* (?:a|per|each|every) (?:year|month)))`,
    `<spend><and>{money}{per}?${FROM_ALL}(?! (?:on|for|towards?|off)\\b)${NOT_DOING}`,
    `(?:is|are|will|would|could) {money}{per}${FROM_ALL} (?:be )?(?:enough|possible|sustainable|safe|ok|okay|too much|doable|realistic|last)`,
    '(?:(?:<move>|set|keep|cap|limit) )?<my><noun> (?:\\w+ ){0,2}?(?:to|at|of|is|was|are|be)<and>{money}{per}?',
    '{money}{per} (?:of|in) <my><noun>',
  ], { draw: DRAWS, spend: SPENDS, noun: WITHDRAWALS }),
  // "Each year I take out $40,000"; without any period it may come once.
  ...levels('withdraw', [`<draw><and>{money}${FROM_ALL}?(?! (?:on|for|towards?|off|out|from|of)\\b)${NOT_DOING}${EACH_YEAR}`], { draw: DRAWS }).map(
    ({ pattern, read }) => ({ pattern, read: (found: Found) => (found.per === null ? null : read(found)) }),
  ),
]; // prettier-ignore

/** What is spent in retirement, and what is saved until then. */
export const spendingForms: readonly Form[] = [
  ...flowForms({
    what: 'income',
    behind: { each: NOT_DOING, once: EACH_YEAR },
    verb: SPENDS,
    noun: '(?:spending|(?:living )?expenses|budget|income|living costs|cost of living)',
    own: [
      '<my><noun> (?:of|is|was|are|were|be|,|:)<and>{money}{per}?',
      '(?:cut|go|scale)(?:ting|ing)?(?: back| down)+ to<and>{money}{per}?',
      '<move> to<and>{money}{per}',
      '(?:want|afford|look like)<and>{money}{per}(?: in retirement)?',
      // Never by itself: who keeps consulting for $20,000 a year earns it.
      '(?:(?<=(?:^|[~,.?])\\s*)|(?:looks?|enough|retire(?:d|ment)?|retiring|do|manage|happy|fine|comfortable|stop|be)(?: (?:early|earlier|sooner|comfortably|then))? )(?:with|on|for)<and>{money}{per}(?: in retirement)?',
      '(?:is|are|would|will) {money}{per} (?:be )?(?:enough|possible|sustainable|realistic|doable|feasible|reasonable|manageable|affordable|too much|ok|okay|safe)',
      '{money}{per} (?:of|in) <my><noun>',
      '(?:do|does|would|will|could) {money}{per} (?:work|do|suffice|hold|last|fly)',
    ],
  }),
  ...withAYears,
];

/** Saving that ends today; into one account, for one thing or at a later age is something else. */
const stopsSaving = fixed('contribute', 'to', 0, [
  '(?:stop(?:s|ped|ping)?|quit(?:ting)?|ceas(?:e|ed|ing)) (?:saving|contributing|investing)(?: (?:money|anything|any more|anymore|altogether|entirely|completely|now|right now|today|immediately))*(?! (?:to|for|in|into|at|until|till|when|once|by|after|so|as|on|before|with|while)\\b)',
  "(?:do not|don't|didn't|won't|never|no longer) (?:save|contribute|invest) (?:anything|any money|a (?:cent|penny|dollar)|another (?:cent|penny|dollar))(?: (?:at all|any more|anymore|from now on|else|more|now|today))*(?! (?:to|for|in|into|at|until|till|when|once|by|after|before)\\b)",
  "(?:do not|don't|didn't|no longer) (?:save|contribute)(?: (?:any more|anymore))+(?! (?:than|to|for|in|into|at|until|till)\\b)",
  'save nothing(?: (?:at all|any more|anymore|from now on|more|now|today))*(?! (?:to|for|in|into|at|until|till|when|once|by|after|before|from)\\b)',
]); // prettier-ignore

const SAVE =
  '(?:(?:stop(?:s|ped|ping)?|quit(?:ting)?|ceas(?:e|ed|ing)) (?:saving|contributing|investing)|(?:stop|paus|suspend|halt|skip)(?:e|ed|ing|ping|ped)? (?:(?:my|our|all) )+(?:savings?|contributions?)(?! (?:to|for my)))(?: (?:money|anything|any more|anymore|altogether|entirely|completely))*'; // prettier-ignore
const NO_SAVING = "(?:(?:save|saving|contribute) nothing|(?:don't|do not|won't|no longer) (?:save|contribute)(?: anything| any more| any longer)*|no (?:more )?(?:savings?|contributions?))(?: more)?"; // prettier-ignore
const SAVING = '(?<!\\b(?:stop|quit|ceas)\\w*\\s+)(?:sav(?:e|ing)|contribut(?:e|ing))';
const ONLY = `(?:only |just )?${SAVING}(?: only| just)?`;
const JUST = `(?:(?:only|just) ${SAVING}|${SAVING} (?:only|just))`;
const TO_AN_AGE = "(?: i'm| i am| i turn| i reach| the| age| of)* {age}";

/** "Stop saving for two years", after which it goes on. */
const pausesSaving: readonly Form[] = [
  {
    pattern: form(
      `(?:${SAVE}|${NO_SAVING}) (?:for(?: about| the next| another)?|the next|over the next) {years}(?! (?:to|for|in|into)\\b)`,
    ),
    read: ({ value }) => ({
      ...{ what: 'contribute', how: 'to', value: 0, per: null, fromAge: null },
      ...{ when: 'in_years', time: 0, years: value },
    }),
  },
];

/** Saving that ends before work does; into one account it is something else. */
const endsSaving: readonly Form[] = (
  [
    [`(?:${SAVE} (?:at|by|in|when|once|after|from)|${NO_SAVING} (?:after|from|past|beyond)|${ONLY} (?:until|till|up to))${TO_AN_AGE}(?! (?:to|for|in|into)\\b)`, 'age'],
    [`(?:${SAVE} (?:in|after)|${NO_SAVING} after|${JUST} for(?: another| the next)?) {years}(?! (?:to|for|in|into)\\b)`, 'in_years'],
  ] as const
).map(([pattern, when]) => ({
  pattern: form(pattern),
  read: ({ value }) => ({
    ...{ what: 'contribute', how: 'to', value: 0, per: null, fromAge: null },
    ...{ when: value >= FIRST_CALENDAR_YEAR ? 'in_year' : when, time: value },
  }),
})); // prettier-ignore

export const savingForms: readonly Form[] = [
  ...pausesSaving,
  ...endsSaving,
  ...stopsSaving,
  ...flowForms({
    what: 'contribute',
    verb: '(?:sav(?:e|es|ed|ing)|(?:contribut|invest)(?:e|es|ed|ing|s)?|(?:put|set)(?:s|ting)? (?:aside|away|by|in))',
    noun: '(?:savings?(?: rate)?|contributions?)',
    pot: 'savings\\b(?! rate)',
    own: [
      '<my><noun> (?:of|is|was|are|were|be)<and>{money}{per}',
      'put(?:s|ting)?<and>{money}{per} (?:aside|away|by|in|into (?:(?:my|our|the) \\w+|savings))',
    ],
  }),
];

/** "Add $500 a month": what flows in on top, where a sum without a period would come once. */
export const addedForms: readonly Form[] = [
  ...moves('contribute', ['put(?:ting)? {money}{per}? (?:more|extra){also}? (?:into|in|to|towards?)(?: my| our| the)?(?: roth| traditional)? (?:savings|portfolio|accounts?|401\\s?\\(?k\\)?|403\\s?\\(?b\\)?|iras?|roth|retirement(?: accounts?| savings)?)'], {}, 'up'), // prettier-ignore
  ...moves('contribute', ['(?<!of )(?:an? (?:extra|additional) )?{money}(?: more| extra)?{per}(?: more| extra)? (?:in|of) (?:extra |additional )?(?:savings?|contributions?)(?= (?:do|help|make|change|mean|add|get))'], {}, 'up'), // prettier-ignore
  ...moves('contribute', ['(?:add(?:s|ed|ing)?|(?:put(?:ting)?(?: in| away| aside)?|invest(?:ing)?)(?: another| an extra| an additional)) {money}(?: more)?{per}(?: more| extra)?(?: (?:to|into|in)(?: my| our| the)? (?:savings|portfolio|account|contributions))?'], {}, 'up'), // prettier-ignore
];
