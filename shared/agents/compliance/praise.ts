import { matchesOfAny } from '../any-of.ts';
import type { ClaimKind } from './compliance.ts';

/** What money is put into, and who does so. */
const INVESTMENT =
  '(?:investments?|funds?|etfs?|stocks?|shares?|bonds?|securit(?:y|ies)|assets?|accounts?|deposits?|annuit(?:y|ies)|coins?|tokens?|products?|holdings?|homes?|ways?|hedges?|bets?|havens?|choices?|options?|strateg(?:y|ies)|vehicles?|positions?|alternatives?|plays?|routes?|paths?|roads?)';
const OWNERS = '(?:investors?|holders?|owners?|savers?|retirees?|clients?|members?|subscribers?|shareholders?|buyers?)';

/** What is no praise of the only one of its kind: a loss, or what is known of it. */
const NO_PRAISE = String.raw` (?:(?:has|have|is|are|was|shows?|sits?|stands?) )?(?:(?:an? |its |any |no )?(?:\w+ )?(?:price|cost|value)s?|(?:an? |any )?(?:\w+ )?loss(?:es)?|(?:now )?(?:lost|fallen|fell|losing|down|below|under\w*)|in the red)\b`;

/** The best of its kind, the safest, the only one: what no source can know of an investment. */
const superlatives: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:safest|surest|soundest|securest|most (?:secure|reliable|dependable|certain|trusted|lucrative|profitable|rewarding)|smartest|cleverest|wisest|easiest|fastest|quickest|finest|best) (?:\w+ ){0,2}${INVESTMENT} (?:to|for|of|in|on|there|that|money|anyone|anybody|any|an?)\b`,
    'giu',
  ),
  /\b(?:is|are|was|were|be|looks?|remains?|becomes?|stands?|feels?) (?:\w+ ){0,2}(?:safest|surest|soundest|securest|most (?:secure|reliable|dependable|trusted))\b/giu,
  /\b(?:safest|surest) (?:when|where|if|with|once|way|road|path|route|bet|play|choice|hands?)\b/giu,
  new RegExp(
    String.raw`\b(?:the|its|their|her|his) (?:only|one|single|sole) (?:\w+ ){0,2}${INVESTMENT}\b(?! (?:in|of|from|to (?:fall|rise|lose|gain|decline|report|post|end|close|sell|cut))\b)(?: \w+){0,3} (?:that|which|to|left|worth|where|with)\b(?! (?:could|can|was|is|has|had|does|did) not\b| cannot\b| (?:has|had) no\b| lacks?\b| nothing\b|${NO_PRAISE})`,
    'giu',
  ),
  /\b(?:unrival(?:l)?ed|unmatched|unbeat(?:en|able)|unparalleled|unequal(?:l)?ed|second to none|in a class of (?:its|their) own|no equal|(?:has|have|without|knows?) no (?:peer|rival|equal)s?|head and shoulders above|leaves? [^.;]{1,40} in the dust|runs? rings around|puts? [^.;]{1,40} to shame|blows? [^.;]{1,40} (?:away|out of the water))\b/giu,
  /\b(?:nothing|no (?:other|fund|stock|bond|asset|investment|product|index|share|coin|one)|none|few)\b[^.;]{0,60}\b(?:comes? close|compares?|compete[sd]?|matche[sd]|rivals?|measures? up|holds? a candle|gives? (?:as|so) (?:much|well)|pays? (?:as|so) (?:much|well)|offers? (?:as|so) much)\b/giu,
  /\b(?:all|every|any) (?:measures?|counts?|respects?|scores?|metrics?) (?:that|which) (?:counts?|matters?)\b/giu,
];

/** A record without a loss, or a gain that never stops: told of the past, meant of the future. */
const records: readonly RegExp[] = [
  /\b(?:has|have|had|did|does|do|with|that|which|who|and|,)?\s?(?:never|not once|not yet|at no time)(?: (?:yet|once|ever|so far))? (?:lost|lose[sd]?|losing|had a (?:losing|down|bad|negative)|been (?:down|negative|in the red)|missed a (?:payment|payout|month|year|target)|failed (?:to|its|his|her|their|an?)|disappoint\w*|let \w+ down|fallen in value|known a (?:loss|losing|down|bad))\b/giu,
  /\b(?:not (?:one|a single|any)|without (?:a|one|any)(?: single)?|no|zero|nor a|never a) (?:\w+ )?(?:losing|negative|red|bad|down|loss-making) (?:month|quarter|year|week|day|trade|season|decade)s?\b|\b(?:without|not|never had|no) (?:a |one |any )?(?:single )?(?:loss|losses|losers?) (?:since|in (?:\d|its|all|over|more|the|any|a)|ever|so far|on record|for \w+ years)\b/giu,
  /\b(?:rain or shine|in good times and bad|good times or bad|whatever (?:happens|the (?:markets?|weather|economy))|in (?:any|every|all) (?:kinds? of )?(?:market|weather|climate|season|condition|environment)s?|through (?:every|each|any|all) (?:crash|crisis|recession|downturn|market|storm|slump|cycle)\w*|year in,? year out|month after month|like clockwork|(?:only|just) (?:ever )?(?:gone|known|moved|knows|goes) (?:up|one (?:way|direction)))\b/giu,
  /\b(?:doubled|tripled|gained|rose|risen|won|beat|beaten|paid|pays|delivered|delivers|made (?:money|a profit)|earned|earns|returned|returns|profited|profits|outperformed|outperforms|grown|grew)\b[^.;,]{0,40}\b(?:in|through|during|after|for) (?:each|every|all|any)(?: (?:single|one|and every))?(?: of)?(?: (?:the|its|these|those|our|my))?(?: (?:past|last|previous|first))?(?: \w+)? (?:years?|quarters?|months?|crash(?:es)?|cris[ei]s|recessions?|markets?|decades?|cycles?)\b/giu,
  /\b(?:pays?|earns?|yields?|returns?|delivers?|makes?|gains?|adds?) (?:\w+ ){0,3}\d[\d.,]*\s?(?:%|percent)[^.;,]{0,12} (?:each|every|all|guaranteed|fixed for life|for life|without)\b/giu,
];

/** Riches, peace of mind, regret and haste: what moves a reader, and tells nothing of a market. */
const feelings: readonly RegExp[] = [
  /\b(?:richer|wealthier|better off|happier|calmer|safer|more (?:secure|comfortable|relaxed)) (?:with|in|by|thanks to|for (?:it|having|owning|holding)|since|once|after (?:moving|switching|buying|selling|they|he|she))\b/giu,
  /\b(?:miss(?:es|ed|ing)?(?: out(?: on)?)?|pass(?:es|ed|ing)? up) (?:(?:a|an|the|its|their|this|these|such|any|such an?) )?(?:\w+ )?(?:gains?|profits?|rall(?:y|ies)|fortunes?|upside|run|chance|opportunit(?:y|ies)|boat|train)\b|\b(?:misses|missed|missing) out\b|\bmoney on the table\b/giu,
  /\b(?:those|anyone|anybody|everyone|everybody|people|whoever|who|latecomers|stragglers|laggards|the (?:last|rest|undecided|patient|cautious|hesitant)|investors?|holders?|owners?|savers?)\b[^.;]{0,50}\b(?:waits?|waiting|waited|hesitat\w*|delays?|delay(?:ed|ing)|stays?|stay(?:ed|ing)|still (?:in|hold\w*|own\w*)|left (?:in|behind|out))\b[^.;]{0,60}\b(?:miss\w*|los[et]s?|losing|regret\w*|pay|pays|paid|blame|sorry|suffer\w*|costs?|nothing|behind|dearly|poorer|rue[sd]?)\b/giu,
  /\b(?:pa(?:y|ys|id|ying) dearly|themselves to blame|live[sd]? to regret|will regret|com(?:e|es|ing) to regret|kick(?:s|ed|ing)? (?:them|him|her|your)sel\w+|days? of hesitation|each (?:day|hour|week) (?:of|that) (?:hesitation|delay|passes|waiting)|time is running out|clock is ticking|window[^.;]{0,40}\b(?:clos(?:es|ing)|shuts?|shutting)|doors? (?:is|are) (?:closing|about to close)|while (?:it|they|stocks|supplies|seats|places) lasts?|before (?:it is|it's) too late|(?:hardly|barely|not much|little) time (?:is )?left)\b/giu,
  /\b(?:sle(?:ep|eps|eping|pt) (?:\w+ )?(?:better|well|soundly|easily|easy|at night)|los(?:e|es|ing) sleep|peace of mind|comfortable retirements?|retire[sd]? (?:early|rich|in comfort)|carefree|dreams? (?:come|came) true|financial freedom|life-?changing|changed? (?:\w+ )?(?:lives|life)|(?:early|passive) riches)\b/giu,
  /\b(?:fortunes? (?:is|are|was|were|has been|have been) (?:being )?(?:made|decided|lost|won)|(?:make|makes|made|making) (?:a |their |his |her |them |him |people |many )?(?:fortunes?|millionaires?|killing)|wealth (?:multipl\w+|doubl\w+|tripl\w+|explod\w+)|multipl(?:y|ies|ied|ying) (?:their|his|her|its|your)? ?(?:wealth|money|savings)|(?:way|road|path|route|key|ticket|shortcut) to (?:wealth|riches|fortune|prosperity|financial \w+|early retirement|a comfortable))\b/giu,
  new RegExp(String.raw`\b(?:is|are|was|were|remains?|looks like|be|becomes?|represents?) (?:simply |truly |nothing but |a |an |the |such |quite |still )*(?:gift|steal|giveaway|bargain of|no-lose|trap|dead weight|dead money|dead end|sinking ship|time bomb|waste of|relic|thing of the past|joke|scandal|springboard|launch ?pad|gold ?mine|goldmine|money machine|cash machine|jackpot|hidden gem|secret weapon|game[- ]changer|dream|miracle|must|blessing|godsend|sweet spot|holy grail|obsolete)\b`, 'giu'),
  /\b(?:made|renders?|rendered|becom(?:e|es|ing)) (?:\w+ ){0,4}obsolete\b|\bbargain of (?:a|the|our)\b|\btoo good to (?:miss|ignore|pass)\b|\bhard to (?:beat|ignore|pass up)\b|\b(?:is|are) on sale\b(?! (?:in|at|from|to|through))|\b(?:smart|clever|wise|savvy|shrewd|informed) money\b|\bthe last to (?:learn|know|hear|notice|find out|see)\b|\bone (?:phone )?call away\b|\bspeaks? for (?:itself|themselves)\b|\bprints? money\b|\bit pays to (?:trade|switch|swap|move|buy|sell|leave|own|act|hold|be)\b/giu,
  new RegExp(String.raw`\b(?:smart|wise|clever|shrewd|savvy|wealthy|rich|sophisticated|seasoned|successful|thoughtful|prudent|informed|far-?sighted|professional|insiders?|those in the know|the well-informed|the (?:rich|wealthy|wise|clever|smart))(?: \w+)?(?: (?:famil(?:y|ies)|investors?|money|people|savers?|${OWNERS}|advisers?|advisors?|circles|hands))? (?:(?:has|have|had|is|are|was|were|been|already|now|long|quietly|always|all|just|who|also|themselves) ){0,4}(?:prefer\w*|mov(?:e|es|ed|ing)|le(?:ft|aves?|aving)|switch\w*|shift\w*|rotat\w*|load\w*|pil(?:e|es|ed|ing)|discover\w*|cho(?:ose|oses|sen|osing)|trust\w*|turn(?:ed|ing)?|(?:buy|bought|own|owned|hold|held|swap|swapped|sold|get|got|getting|exit|exited)\w*|flock\w*|swear\w*|rel(?:y|ies|ied|ying))\b`, 'giu'),
  /\b(?:natural(?! place)|right|proper|ideal|perfect|obvious|logical|true|rightful|sensible|better|safe|new|second) (?:home|place|answer|destination|address|refuge|haven|harbou?r|complement|companion|partner|replacement|successor|choice|alternative|substitute) (?:for|to|of|is|after)\b|\b(?:is|are|remains?) the (?:answer|solution|cure|remedy|way forward|way to go|one to (?:buy|own|have|hold|beat)|future of (?:money|investing|finance|saving|banking|wealth|retirement|payments?))\b|\b(?:clever|smart|elegant|better|cheaper and better|superior|brilliant) (?:alternative|choice|solution|way|answer|option|move)\b/giu,
  /\b(?:beautifully|brilliantly|effortlessly|superbly|handsomely|spectacularly|wonderfully|magically|phenomenally|flawlessly|in style)\b|\b(?:amazing|incredible|unbelievable|astonishing|phenomenal|magnificent|legendary|miraculous|brilliant|superb|dazzling|breathtaking|sensational|foolproof|irresistible|revolutionary|explosive|life-changing|jaw-dropping|mouth-watering) (?:\w+ )?(?:returns?|gains?|profits?|growth|opportunit(?:y|ies)|results?|record|funds?|stocks?|coins?|investments?|products?|yields?|income|potential|upside)\b/giu,
]; // prettier-ignore

/** Where somebody else's view is told as one, or the opposite is said. */
const TOLD_AS_A_VIEW =
  /\b(?:(?:is|are|was|were|been|widely|often|generally|commonly) (?:\w+ )?(?:considered|regarded|seen|viewed|described|thought of|perceived|known)|considered (?:to be |as )?(?:among|one of)|so-called|supposed(?:ly)?|allegedly)\b/iu;

const superlativesIn = matchesOfAny(superlatives);
const othersIn = matchesOfAny([...records, ...feelings]);

/** Where a sentence praises an investment, plays on hope, fear or haste, or has a record without a loss. Offsets are those of the sentence. */
export function praiseIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  const best = superlativesIn(sentence);
  const all = [...(best.length > 0 && TOLD_AS_A_VIEW.test(sentence) ? [] : best), ...othersIn(sentence)];
  return all.map(({ 0: text, index }) => ({ kind: 'push' as const, text: text.trim(), index }));
}
