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
  /** A single sum drawn: of an account that is taxed when it is, or with what it is for or that it is now. */
  takeout:
    '(?:tak(?:e|ing)|pull(?:ing)?|withdr[ae]w(?:ing)?|draw(?:ing)?|cash(?:ing)?|us(?:e|ing)|get(?:ting)?)(?: (?:out|down))?',
  out: '(?: out)?',
  whose: '(?: (?:my|our|the|an?|his|her))?',
  taxed: '(?:401\\s?\\(?k\\)?|403\\s?\\(?b\\)?|457(?:\\s?\\(?b\\)?)?|ira|roth|tsp|pension|retirement)',
  saved: '(?:portfolio|savings|accounts?|nest egg|investments?|brokerage(?: account)?|funds?|it|stocks|there)',
  now: '(?:,? (?:right )?(?:now|today|tomorrow|right away|immediately|(?:this|next) (?:month|week)|this year|at once|all at once|in one go|once))?',
  purpose:
    "(?: for(?: an?| the| my| our| his| her| some)? (?!living|expenses|needs|bills|retirement|now\\b|once\\b|starters|good\\b|the (?:next|first|rest|time)|#|each|every|income|life|spending|years?|months?)[a-z]| to (?:buy|pay|get|fund|build|help|renovate|remodel|replace|start|cover|put|give|do|fix|go|travel))[\\w\\s'-]*?(?= (?:and|but|or|if|can|could)\\b|[,.?!;~]|$)",
  /** What is done once, and what with: "remodeling the house", "to start a business". */
  doing:
    '(?:to )?(?:(?:remodel|renovat|refurbish|redo|redecorat|landscap|paint|fix|repair|replac|restor|updat|upgrad|build|rebuild|expand|extend|install|finish|convert|buy|purchas|start|open|launch|adopt|relocat)(?:e|ing|ling)?(?: up)?|(?:put(?:ting)?|mov(?:e|ing)) (?:in|on)|pay(?:ing)? off|help(?:ing)?<things> (?:buy|to buy|start|move|get married|with (?:an?|the|his|her|their)))(?: (?:an?|the|my|our|some|new|old|used))*(?: (?!next|this|in|at|when|and|or|if|for|each|every)[a-z-]+)?(?: and an? (?:new )?[a-z-]+(?=\\s*(?:[,.?!;]|$)))?',
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
  "(?:get\\w*|got|mak\\w+|made|fetch|net)<and><once> (?:for|from) (?:my|our|the)(?! (?:\\w+'s|new|next|first|rest|wedding|college|tuition|education|renovation|surgery|trip|party|kids|retirement)\\b) [\\w-]+",
  '(?:left|leaves?|gives?|gave|given|paid|pays?) (?:me|us)<and><once>',
  '(?:fre(?:e|es|ed|eing) up|releas\\w*|get back)<and><once>',
  'cash(?:ing)? out<and><once>(?: (?:in|of|from))?(?: (?:my|our|the))? (?:home equity|equity|stock options|options|rsus|policy|life insurance)',
  '(?:add(?:s|ed|ing)?|deposit|top up(?: my \\w+)?(?: with| by)?)<and>(?:<extra> |in )?<once>(?: (?:more|extra))?(?: <pot>)?(?: (?:today|now))?',
  '<put><and>(?:in )?<extra> <once>(?: in)?(?: <pot>)?',
  '<put><and><once>(?: more)? (?:in|<pot>)',
  '(?:have|had|(?:start|begin)(?:ed)? with)<and><extra> <once>',
  '(?:have|had|(?:start|begin)(?:ed)? with)<and><once> (?:more|extra)(?: <pot>)?',
];

/** Sums that go out: taken out for something, bought, given, paid, lost. */
const goesOut = [
  '<takeout><and><once><out>(?: (?:from|out of|of|in))<whose> (?:[\\w-]+ )?<taxed>(?: account| plan| money)?s?<now>(?:<purpose>)?',
  '<takeout><and><once><out>(?:(?: (?:from|out of|of|in))<whose> (?:[\\w-]+ )?<saved>)?<now>(?:<purpose>|(?<=(?:now|today|month|week|year|once|tomorrow|away)))',
  'cash(?:ing)? out<and><once><now>',
  '(?:buy(?:s|ing)?|bought|purchas\\w*|renovat\\w*|remodel\\w*|replac\\w*|repair\\w*|buil[dt]\\w*|pa(?:y|id|ying) for|fund(?:ing)?|(?:afford|get) (?:an?|the|our|my|another)(?! (?:budget|spending|income)))<things> (?:for|at|costing|worth|(?:that |which )?costs?)<and><once>',
  '<buy>(?: \\w+)?(?: an?| the| our| my| another)?<and><once>(?: \\w+){0,2}? <thing>',
  '(?:giv(?:e|es|ing)|gave|donat\\w*|gift\\w*|lend\\w*|lent|loan(?:ed|ing)|(?:help|support)<things> with)<things><and>(?:an extra )?<once>',
  "(?:spen(?:d|t|ding)|pa(?:y|id|ying)|us(?:e|ing)|(?:tak(?:e|ing)|pull)(?: out)?|withdraw(?:ing)?|need|put)<and><once> (?:on|for|down on|towards?|as a down payment on|down for)(?: an?| one| the| my| our| his| her)? (?!living|expenses|needs|bills|costs|retirement|average|now\\b|once\\b|starters|good\\b|(?:the )?(?:next|first|rest|time))[\\w'-]+(?: <thing>)?",
  '(?:spen(?:d|t|ding)|us(?:e|ing)|need|pa(?:y|id|ying))<and><once>(?: (?:from|out of|of) (?:my|our|the) <saved>)? <doing>',
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
    '(?:if|suppose|say|imagine) (?:i|we) (?:only |just )?(?:had|have|(?:start|beg[ua]n)(?:ed)? with)<and><once>(?: (?:saved|invested|today|instead)\\b)?(?! (?:less|fewer|(?:at|by|when) ))',
  ], words), // prettier-ignore
  ...moves('balance', ['<portfolio> (?:\\w+ ){0,2}?(?<way><move>)(?: in value)?(?: by)?<and>{amount}(?! a\\b)'], words),
  ...moves(
    'balance',
    [
      'los(?:e|es|t|ing)<and>{percent}(?: of (?:it(?: all)?|everything|what (?:i|we) have|(?:my|our) (?:money|savings)))?(?=\\s*(?:[,.?!~]|$|this year|tomorrow|today|overnight|and|can|will|would))',
    ],
    words,
    'down',
  ),
  ...multiples('balance', ['<portfolio> (?:is |were |was )?{percent}', '{percent} <portfolio>'], words),
];
