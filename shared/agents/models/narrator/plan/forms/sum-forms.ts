import { levels, moves, multiples } from './form-of.ts';
import type { Form } from './form-of.ts';

const words = {
  /** What comes or goes once has no period after it. */
  once: '(?:{money}(?!\\s*\\/)(?! (?:(?:less|more|extra) )?(?:a|an|per|each|every) (?:year|month|yr|mo|week|day|quarter|annum)\\b)(?! (?:month|annual|year|week)ly?\\b))',
  thing:
    '(?:house|home|flat|apartment|condo|cabin|car|truck|camper|rv|boat|wedding|college|university|tuition|education|renovation|kitchen|roof|bathroom|pool|trip|cruise|vacation|surgery|ring|farm|land|party|gift|down[- ]payment)',
  things: "(?: (?!and\\b|or\\b|if\\b)[a-z'-]+){0,6}?",
  pot: '(?:(?:in|into|to|on top of)(?: my| our| the)? (?:portfolio|savings|accounts?|pot|investments?|nest egg|funds?|it|market))',
  windfall:
    '(?:bonus(?:es)?|inheritance|windfall|pay-?out|severance|settlement|refund|lump sum|legacy|prize|lottery|life insurance|buyout)',
  loot: '(?:it|them|the (?:money|proceeds|rest|cash)|all of it|that|everything)',
  extra: '(?:another|an? (?:extra|additional|further))',
  put: '(?:put(?:s|ting)?|invest(?:s|ed|ing)?|pay(?:ing)?|roll(?:ing)?(?: over)?|transfer)',
  buy: '(?:buy(?:s|ing)?|bought|purchas(?:e|ing)|afford|get|take|go on)',
  /** Whatever a portfolio is called. */
  portfolio:
    '(?:(?:my|our|the|whole|entire|total) )*(?:portfolio|nest egg|investments?|everything|accounts?|assets|balance|net worth)(?: (?:value|balance))?',
};

/** Sums that come in: sold, inherited, won, added. */
const comesIn = [
  '(?:sell(?:s|ing)?|sold|downsiz\\w*)<things> (?:for|at|and (?:free up|get|net|add|pocket|keep|invest|clear|release|make|bank))<and><once>(?:,? (?:and|to) (?:add|invest|put|keep|save|bank) <loot>(?: all)?(?: <pot>)?)?',
  '(?:inherit|receiv|win)\\w*<things><and><once>',
  '<windfall>(?: payment| package)? (?:of|is|worth|was|for|pays?(?: me| out)?)<and><once>',
  '<once> (?:\\w+ )?<windfall>',
  '(?:left|leaves?|gives?|gave|given|paid|pays?) (?:me|us)<and><once>',
  '(?:fre(?:e|es|ed|eing) up|releas\\w*|get back|cash(?:ing)? out)<and><once>',
  '(?:add(?:s|ed|ing)?|deposit|top up(?: my \\w+)?(?: with| by)?)<and>(?:<extra> |in )?<once>(?: (?:more|extra))?(?: <pot>)?(?: (?:today|now))?',
  '<put><and>(?:in )?<extra> <once>(?: in)?(?: <pot>)?',
  '<put><and><once>(?: more)? (?:in|<pot>)',
  '(?:have|had|(?:start|begin)(?:ed)? with)<and><extra> <once>',
  '(?:have|had|(?:start|begin)(?:ed)? with)<and><once> (?:more|extra)(?: <pot>)?',
];

/** Sums that go out: bought, given, paid, lost. */
const goesOut = [
  '(?:buy(?:s|ing)?|bought|purchas\\w*|renovat\\w*|remodel\\w*|replac\\w*|repair\\w*|buil[dt]\\w*|pa(?:y|id|ying) for|fund(?:ing)?|(?:afford|get) (?:an?|the|our|my|another)(?! (?:budget|spending|income)))<things> (?:for|at|costing|worth|(?:that |which )?costs?)<and><once>',
  '<buy>(?: \\w+)?(?: an?| the| our| my| another)?<and><once>(?: \\w+){0,2}? <thing>',
  '(?:giv(?:e|es|ing)|gave|donat\\w*|gift\\w*|lend\\w*|lent|loan(?:ed|ing)|(?:help|support)<things> with)<things><and>(?:an extra )?<once>',
  "(?:spen(?:d|t|ding)|pa(?:y|id|ying)|us(?:e|ing)|(?:tak(?:e|ing)|pull)(?: out)?|withdraw(?:ing)?|need|put)<and><once> (?:on|for|down on|towards?|as a down payment on|down for)(?: an?| one| the| my| our| his| her)? (?!living|expenses|needs|bills|costs|retirement|(?:the )?(?:next|first|rest))[\\w'-]+(?: <thing>)?",
  'pay(?:s|ing)? (?:off|down)<things><and><once>(?: (?:mortgage|loan|debts?|balance))?',
  'down[- ]payment of<and><once>',
  '<once> (?:\\w+ )?(?:down[- ]payment|mortgage)',
  'los(?:e|es|ing|t)<and><once>',
  '<thing><things> (?:for|of|costs?|costing|is|that costs|(?:will|would) cost)<and><once>',
];

/** What the portfolio is worth today: more, less, or another sum. */
export const sumForms: readonly Form[] = [
  ...moves('balance', comesIn, words, 'up'),
  ...moves('balance', goesOut, words, 'down'),
  ...levels('balance', [
    '<portfolio> (?:\\w+ ){0,3}?(?:to|of|is|was|were|at|worth|be)<and><once>',
    '(?:if|suppose|say|imagine) (?:i|we) (?:only |just )?(?:had|have|(?:start|beg[ua]n)(?:ed)? with)<and><once>(?: (?:saved|invested|today|instead)\\b)?',
  ], words), // prettier-ignore
  ...moves('balance', ['<portfolio> (?:\\w+ ){0,2}?(?<way><move>)(?: in value)?(?: by)?<and>{amount}(?! a\\b)'], words),
  ...multiples('balance', ['<portfolio> (?:is |were |was )?{percent}', '{percent} <portfolio>'], words),
];
