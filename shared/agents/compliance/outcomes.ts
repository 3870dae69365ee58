import { matchesOfAny } from '../any-of.ts';
import { everyMatch } from '../every-match.ts';
import { OF_PRECISION } from './certainty.ts';
import type { ClaimKind } from './compliance.ts';

/** What makes a statement about the future no promise: a share of futures, a condition, a doubt, a question. */
const HEDGED =
  /\b(?:chances?|probab\w*|likel\w*|unlikely|odds|percent|if|whether|may|might|could|would|unless|assum\w*|expect\w*|estimat\w*|simulat\w*|scenarios?|futures|lives|paths|trials|histor\w*|past(?! \d)|how long|average|typical\w*|median|usual\w*|aims?|hopes?|depends?|supposed?|provided|model|projection|cases?)\b|%|\b(?:in|of|out of) (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty|half|most|some|many)|\?\s*$/iu;

/** The future told as known: what will be, not what may be, or is in some share of the futures. A figure is checked by itself. */
const FUTURE =
  /\b(?:will|shall|'ll|won't|(?:is|are|am|'s|'re) going to) (?:(?:never|not|always|also|then|still|soon|only|once|again|\w+ly) )*([a-z]+)/giu;
/** What will be without anybody's forecast, or says only that things change. */
const FORESEEN =
  /^(?:turn|retire|stop|start|begin|need|see|find|tell|show|say|read|owe|depend|vary|differ|change|follow|ask|receive|stand|add|bring|remain|compare|explain|apply|count|include)$/iu;
const UNKNOWN_AHEAD = /\b(?:what|how|where|when|which|who|whether|nobody|no one|none)\b[^.!?;]{0,80}$/iu;
/** A figure that is no year and no age: whoever checks figures sees to it. */
const FIGURED =
  /(?<!\b(?:age|by|at|to|until|past|beyond|till) )(?<![\d.,])(?!(?:19|20)\d\d\b)\d|\b(?:half|third|quarter|fifth|tenth|twice|double)s?\b/iu;
/** Markets, and what is traded in them: of these even a figure is a forecast. */
const MARKETS =
  /\b(?:markets?|stocks?|equities|shares|bonds?|gold|crypto\w*|bitcoin|prices?|yields?|interest rates?|rates|inflation|the (?:fed|dollar|economy|index)|[A-Z][A-Za-z]+) (?:will|shall|'ll|(?:is|are) going to) (?:\w+ly |never |always |also |soon )*(?:rise|fall|gain|lose|return|yield|grow|climb|drop|cut|raise|rally|recover|beat|do (?:well|better)|go (?:up|down)|come (?:back|down)|jump|surge|slide|double|rebound|be (?:higher|lower|up|down))\b/gu;
const DOUBTED =
  /\b(?:chances?|probab\w*|likel\w*|odds|if|whether|may|might|could|would|unless|assum\w*|expect\w*|suppos\w*|average|scenarios?|simulat\w*|model|example|say)\b|\?\s*$/iu;

/** "You will earn 7.1% a year": a rate that nobody knows, told as what will be. */
const yearly =
  /\b(?:you|they|it|this(?: \w+)?|your (?:\w+ )?\w+|the (?:\w+ )?(?:portfolio|mix|money|savings|plan|fund)) ?(?:will|shall|'ll|(?:is|are) going to) (?:\w+ly |still |also |then )?(?:earn|return|yield|make|gain|grow|rise|increase|get|bring(?: you| in)?|deliver|compound|pay you)\b[^.!?;,]{0,30}?\d(?:[\d.]*\d)? ?(?:%|percent) (?:(?:a|per|each|every) year|annually|yearly|on average|year after year)/giu;
/** A figure of the middle of many, or of what is paid or planned. */
const MIDDLE =
  /\b(?:median|middle|futures|half|saving|contribut\w+|pensions?|social security|inflation|spending|if)\b/iu;

/** What of a person's is spoken of, before what becomes of it. */
const OWN =
  '(?:money|savings|assets?|portfolios?|nest eggs?|plans?|incomes?|funds?|withdrawals?|wealth|capital|retirements?|future|goals?|success|losses|investments?|shares?|stocks?|bonds?|markets?|prices?|it|they|this|that|you)';

/** Said without any doubt in the sentence, each is a promise of an outcome. */
const outcomes: readonly RegExp[] = [
  new RegExp(`\\b${OWN} (?:will|shall|'ll|is going to|are going to) (?:\\w+ly |still |also |always )?(?:last|hold (?:up|out)|cover|carry|see you|support|sustain|outlive|suffice|survive|succeed|work out|reach|beat|be (?:enough|there|fine|ok|okay|all right|safe|secure|secured|sufficient|ample|plenty|ahead|comfortable|set|recovered|recouped|regained|made up)|recover|rebound|bounce back|come back|have (?:enough|plenty))\\b`, 'giu'),
  /\b(?:will|shall|'ll|(?:is|are) going to) (?:keep|continue|go on) (?:to )?(?:ris|grow|climb|gain|pay|win|increas|outperform)\w*/giu,
  new RegExp(`\\b${OWN}(?: (?:is|are|stays?|remains?)|'s|'re) (?:now |already |all |thus |therefore |truly |simply )?(?:safe|secured?|assured|bulletproof|rock[- ]solid|ironclad|air-?tight|water-?tight|invincible|unshakeable|indestructible|unbreakable|unsinkable|taken care of|solved|sorted|made for life|all set(?! to)|set for life|home and dry|in the bag|certain to|sure to)\\b`, 'giu'),
  /\b(?:dividends?|interest|pensions?|payments?|income|cheques?|checks?|money) (?:will|shall|'ll) (?:keep|go on|continue) (?:coming|flowing|rolling|paying|arriving|to come|to flow)/giu,
  /\b(?:to|will|would|shall|'ll|can) never (?:again )?(?:run (?:out|dry|short)|lose|fail|go (?:broke|wrong|down|bankrupt)|be (?:poor|broke|short)|have to (?:worry|work))\b|\bonly (?:ever )?go(?:es)? up\b/giu,
  /\b(?:be|become|retire|end up|die) (?:a |as a )?(?:multi-?)?(?:millionaire|billionaire|rich|wealthy)\b|\b(?:gets?|got|getting) rich\b/giu,
  /\b(?:is|are|'s|'re) (?:going|about|set|due|poised|ready|bound) to (?:crash|collapse|soar|explode|surge|rally|boom|take off|double|tank|plunge|skyrocket)\b/giu,
  /\b(?:money|savings|plan|portfolio|income) (?:lasts?|holds?) (?:for ever|forever|as long as you live|all your life|for life|no matter)\b/giu,
]; // prettier-ignore

/** Promises however the sentence goes on. */
const certainties: readonly RegExp[] = [
  /\b(?:full|complete|total|perfect|absolute) (?:safety|security|certainty)\b/giu,
  /\b(?:los(?:ing|s(?:es)?)|failure|failing|ruin|running (?:out|dry)|going broke)\b[^.!?;,]{0,30}\b(?:is|are|becomes?) (?:impossible|unthinkable|inconceivable|ruled out|out of the question|not possible)\b|\bmak(?:es?|ing) [^.!?;,]{0,30}\b(?:impossible|a certainty|inevitable)\b|\bimpossible (?:for|that|to)\b[^.!?;,]{0,40}\b(?:fail\w*|los(?:es?|ing)|r[ua]ns? (?:out|dry|short)|go(?:es)? (?:broke|wrong))\b|(?:^|[.;:,] |\byou (?:can|may|should) )expect (?:your|the|this|an?) [^.!?;,]{0,40}\bto (?:double|triple|grow|rise|last|recover|outlast|beat|hold up|keep (?:grow|pay)ing)\b|\b(?:there is|there's) no (?:\w+ )?(?:future|case|scenario|outcome) (?:in which|where)\b[^.!?;,]{0,30}\b(?:fails?|runs? (?:out|dry|short)|loses?)\b|\b(?:income|money|growth|dividends) that never (?:ends|stops|dries up|runs out)\b/giu,
  /\b(?:returns?|gains?|growth|income|profits?|outcome|recovery)\b[^.!?;,]{0,30}\b(?:is|are) (?:assured|certain|secured|a given|inevitable)\b|\b(?:losses?|falls?|crash(?:es)?|downturns?|dips?)\b[^.!?;,]{0,20}\b(?:is|are) (?:only|just|merely|always|purely) (?:temporary|passing|short-lived|a blip|followed)\b/giu,
  /\bnothing (?:that |here )?(?:can|could|will|would) (?:\w+ )?(?:derail|stop|shake|sink|spoil|upset|break)\b|\b(?:worry|care|stress)[- ]?free\b|\bfailure is not an option\b|\bone-way bet\b|\b(?:unlimited|limitless|boundless) (?:upside|gains?|growth|potential|returns?)\b|\b(?:upside|potential|growth) is (?:unlimited|limitless|boundless)\b/giu,
  /\b(?:has|have|got) your back\b|\b(?:have|has|got) it made\b|\btrust (?:me|us)\b|\b(?:safely|simply|just) ignore (?:the|any|all|every) (?:risks?|falls?|losses|warnings?)\b|\b(?:always|never fails? to) (?:pays?(?: off)?|wins?|works?|recovers?|delivers?)\b|\band you (?:will )?win\b|\bprotects? you when everything\b/giu,
  /\b(?:foregone conclusion|done deal|as good as (?:certain|done|won|guaranteed|there)|all but (?:certain|guaranteed|assured)|takes? care of (?:everything|itself|you))\b/giu,
  /\b(?:need not|needn't|don't (?:need to |have to )?|do not (?:need to |have to )?|never (?:need to |have to )?|stop) (?:worry|fear|fret)\w*|\brelax[,:;.]/giu,
  /\b(?:can(?:no|')t|can not|could never|can never|will (?:not|never)|won't) (?:possibly |ever )?(?:hurt|harm|touch|dent|ruin|go broke|go bankrupt|run (?:out|dry)|be wrong|disappoint)\b/giu,
  /\bnothing (?:can|could|will|is going to) (?:go wrong|fail|happen to|hurt|touch)\b|\bnothing (?:whatsoever )?to (?:worry about|fear|lose)\b|\bno (?:need|reason) to (?:worry|fear|be (?:afraid|concerned|nervous))\b/giu,
  /\b(?:no|zero|not any|not a single) (?:way|possibility|danger|scenario|chance)\b(?! to)[^.!?;]{0,40}\b(?:fail(?:s|ing)?|los(?:e|es|ing)|run(?:s|ning)? out|go(?:es|ing)? (?:wrong|broke|down))\b/giu,
  /\b(?:risks?|dangers?|downside)\b[^.!?;,]{0,30}\b(?:is|are|seems?|looks?) (?:negligible|nil|zero|non-?existent|gone|eliminated|removed)\b|\b(?:hardly any|virtually no|practically no|almost no|next to no|barely any) (?:risk|danger|downside)\b/giu,
  /\b(?:we|i) (?:promise|assure|swear|vow|pledge)\b|\b(?:rest|be|feel) assured\b|\b(?:you have|on) (?:my|our) word\b|\byou can (?:count|rely|bank|depend) on (?:a|an|it|this|your|that)\b|\b(?:it is|it's) a (?:certainty|given) that\b|\bwithout fail\b|\bcome what may\b/giu,
  /\b(?:stocks?|markets?|equities|shares|prices?|gold|bonds?|property|it|they) (?:always|never|inevitably|invariably) (?:\w+ )?(?:recovers?|rises?|go(?:es)? (?:up|down)|wins?|grows?|comes? back|beats?|pays? off|loses?|falls?|fails?)\b/giu,
  /\bprotects? (?:you|it|them|your \w+) (?:from|against) (?:every|all|any) (?:loss(?:es)?|risks?|falls?|crash(?:es)?|downturns?)\b|\b(?:safest|surest|most secure|perfect|unbeatable|bulletproof|crash-?proof) (?:portfolio|plan|investment|mix|fund|strategy)\b/giu,
];

/** Of some accounts it is so, by law. */
const SHELTERED = /\b(?:tax-(?:deferred|free|advantaged|exempt|sheltered)|Roth|IRAs?|401|HSA|inside)\b/iu;
/** No tax on what a particular person has or sells; of what "nothing says how it is taxed" nothing is promised. */
const untaxed =
  /\b(?:none|nothing(?! (?:\w+ ){0,4}?(?:says?|said|tells?|told|states?|shows?|known|indicates?|records?)\b| (?:is|was) (?:said|stated|known|given|recorded)\b)|no part|not a (?:cent|penny|dollar)|not one (?:cent|dollar))\b[^.!?;]{0,60}\b(?:will be|is|are|gets?|is ever|will ever be) taxed\b(?![^.!?;]*\b(?:until|unless|while|before|as long|in this|here|off)\b)|\b(?:will|would|can|is|are) never (?:be )?(?:taxed|owe)\b|\bnever owe\b|\b(?:sell(?:ing)?|sales?)\b[^.!?;]{0,60}\b(?:costs?|means?|triggers?|incurs?|brings?) (?:you )?(?:no|zero) (?:capital gains )?tax(?:es)?\b/giu;
/** "This move pays no tax": of what is done only the account decides. */
const untaxedMove =
  /\b(?:this|that|the|these|those|each|every|any|either|both|your|such an?) (?:\w+ )?(?:moves?|trades?|sales?|swaps?|switch(?:es)?|rebalancing|transfers?|shifts?|steps?|changes?|exchanges?)\b(?: \w+){0,3} (?:pays?|costs?|owes?|triggers?|incurs?|causes?|means?|brings?|raises?|carr(?:y|ies)) (?:you )?(?:no|zero|not a (?:cent|penny) (?:of|in)|nothing in) (?:\w+ ){0,2}?tax(?:es)?\b|\b(?:this|that|the|these|those|each|every) (?:\w+ )?(?:moves?|trades?|sales?|swaps?|switch(?:es)?|rebalancing) (?:is|are) (?:entirely |completely |wholly |fully )?(?:tax[- ]free|untaxed|free of tax)\b/giu;
/** Taxes told as settled for ever. */
const settled =
  /\b(?:always|forever|completely|entirely|totally) tax[- ]free\b|\btax[- ]free (?:for ?ever|for (?:life|good|all time)|whatever happens)\b/giu;

const outcomesAmong = matchesOfAny(outcomes);
const certaintiesAmong = matchesOfAny(certainties);

/** What a company by its name does itself, and no market does to it: it cuts jobs and raises a price. */
const ITS_OWN =
  /^[A-Z][A-Za-z]+ (?:will|shall|'ll|(?:is|are) going to) (?:\w+ly |also |soon )?(?:cut|raise|return|grow|lose|drop|gain|be)\b/u;

/**
 * What a sentence promises of the future, by what it says and not by one word. Offsets are those of the sentence.
 *
 * @param asNews whether what somebody else is said to do ("the plant will open in April") is a report, as in the news, and no forecast of ours
 */
export function outcomesIn(sentence: string, asNews = false): { kind: ClaimKind; text: string; index: number }[] {
  const claimed = (found: readonly RegExpExecArray[], kind: ClaimKind) =>
    found.map(({ 0: text, index }) => ({ kind, text: text.trim(), index }));
  const hedged = HEDGED.test(sentence);
  return [
    ...(DOUBTED.test(sentence)
      ? []
      : claimed(
          everyMatch(MARKETS, sentence).filter(([said]) => !(asNews && ITS_OWN.test(said))),
          'promise',
        )),
    ...(asNews || hedged || FIGURED.test(sentence) ? [] : foretoldIn(sentence)),
    ...(hedged ? [] : claimed(outcomesAmong(sentence), 'promise')),
    ...(OF_PRECISION.test(sentence) ? [] : claimed(certaintiesAmong(sentence), 'promise')),
    ...claimed(everyMatch(settled, sentence), 'certainty'),
    ...(SHELTERED.test(sentence) ? [] : claimed(everyMatch(untaxed, sentence), 'certainty')),
    ...claimed(everyMatch(untaxedMove, sentence), 'certainty').filter(({ text }) => !SHELTERED.test(sentence.replace(text, ''))), // prettier-ignore
    ...(DOUBTED.test(sentence) || MIDDLE.test(sentence) ? [] : claimed(everyMatch(yearly, sentence), 'promise')),
  ];
}

function foretoldIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  return everyMatch(FUTURE, sentence)
    .filter(([, verb = '']) => !FORESEEN.test(verb))
    .filter(({ index }) => !UNKNOWN_AHEAD.test(sentence.slice(0, index)))
    .map(({ 0: text, index }) => ({ kind: 'promise' as const, text: text.trim(), index }));
}
