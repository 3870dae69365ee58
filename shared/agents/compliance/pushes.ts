import { matchesOfAny } from '../any-of.ts';
import { everyMatch } from '../every-match.ts';
import type { ClaimKind } from './compliance.ts';

/** Capitals that name no security. */
const NO_SECURITY =
  /^(?:US|USA|USD|EUR|GBP|UK|EU|ETFs?|REITs?|IRAs?|TIPS|HSA|CDs?|I|Roth|SEP|SIMPLE|Treasur\w*|Social|Europe\w*|Asia\w*|Japan\w*|America\w*|North|South|Latin|Africa\w*|Australia\w*|Canad\w*|China|Chinese|International|Medicare)$/u;
const NAME = /(?<=[\s"“'(*])(?:[A-Z]{2,6}(?:[.-][A-Z])?|[A-Z][a-z]+[A-Za-z]*)\b/gu;

/** Whether words that follow others have a ticker or a name with a capital. */
export const namesSecurity = (words: string): boolean =>
  everyMatch(NAME, words).some(([name]) => !NO_SECURITY.test(name));

/** Tells somebody what to do with a security, of which a report only tells what would bring it to its targets. */
const told =
  /\b(?:should|must|ought to|had better|(?:you|they|everyone|everybody|investors?)'d better|(?:is|are|am) (?:urged|told|advised|encouraged|called (?:up)?on) to|(?:it is|it's|now is the|high) time to) (?:\w+ly |now |also |really |just |all )?(?:buy|purchase|acquire|own|get (?:into|out of)|invest|pile|rotate|switch|shift|dump|avoid|sell|short|exit|move|put|load up|hold)\b([^.!?;]{0,60})/giu;

/** Advice to trade in so many words, "we recommend selling", "our advice is to buy", or an order: "put your cash into". */
const advised =
  /(?:\b(?:I|[Ww]e|Alex) (?:\w+ly |do |would |can only |also )?(?:recommend|advise|suggest|urge|favou?r|counsel|propose)|\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:advice|recommendation|suggestion|tip|counsel|verdict) (?:is|remains)|\b(?:is|are|comes) (?:\w+ly )?(?:recommended|advisable)) ?:?(?: you| that you| clients| investors)?(?: to)? (?:\w+ly )?(?:buy|sell|purchas|add|dump|swap|switch|get|mov|invest|trim|hold|own|exit|drop|load|rotat)(?:ing|ping|ming|ting|e|ding)?\b([^.!?;]{0,60})|^(?:[Pp]ut|[Mm]ove|[Ss]hift|[Pp]our|[Ss]wap|[Ss]witch|[Rr]otate) (?:\w+ ){0,2}(?:cash|money|savings|bonds|funds|shares|stocks?) (?:in)?to\b([^.!?;\d]{0,60})[.!]?$/gu;

/** An order to trade and nothing else: "Sell your Microsoft shares", "Buy more VXUS". What goes on to say how much of it does what is an illustration. */
const ordered =
  /^["“'*]*(?:(?:[Ss]o|[Tt]hen|[Pp]lease|[Nn]ow|[Jj]ust),? )?(?:[Ss]ell|[Bb]uy|[Pp]urchase|[Dd]ump|[Aa]void|[Dd]itch)(?: (?:off|out of|more|some|all|any|half|a few|your|the|of|up|shares|stock|in|into))*((?: (?:[A-Z]{2,6}|[A-Z][a-z]+[A-Za-z]*)\b)[^.,:!?;\d]{0,30})(?=[.!]|$)/gu;
/** "Double down on NVIDIA", "take profits in Microsoft": what traders call an order. */
const traded =
  /(?:^|[,:;] |\b(?:and|so|then|now|to|just|please|can|should|could|may|might) )(?:(?:[Dd]ouble|[Tt]riple)(?: down on| up on| your (?:\w+ )?(?:stake|position|holding|bet|exposure|shares) (?:in|of|on|to))|(?:[Tt]ake|[Bb]ook|[Bb]ank|[Ll]ock in|[Cc]ash in|[Pp]ocket|[Ss]ecure)(?: (?:some|your|the|a few|all|any|part|half|of))* (?:profits?|gains?|winnings?) (?:in|on|from|of)|[Cc]ut (?:your|the) losses (?:in|on)|[Aa]verage (?:down|up) (?:in|on))((?: your)? [^.!?;]{1,60})/gu;
/** "NVIDIA should be sold." */
const toBeTraded =
  /(?<=^|[\s"“'(*])(?:[A-Z]{2,6}|[A-Z][a-z]+[A-Za-z]*)(?: shares| stock)? (?:should|must|ought to|has to|needs to) (?:\w+ly |now |all )?be (?:sold|bought|dumped|avoided|dropped|trimmed|cut|exited|purchased)\b/gu;

/** Whoever sells or scares, in so many words. */
const pushes: readonly RegExp[] = [
  /\b(?:planners|advis[eo]rs|investors|managers|institutions|professionals|experts|insiders|savers|people|families|funds|pros|clients|everyone|everybody)(?: (?:is|are|have been|has been|keep|keeps))?(?: (?:now|already|quietly|currently|rapidly|steadily))* (?:moving|shifting|switching|rotating|fleeing|pouring|piling|flocking|turning|leaving|dumping|ditching)\b[^.!?;]{0,50}\b(?:into|out of|from|to|for)\b/giu,
  /\b(?:sell|dump|liquidate|unload|get rid of|cash out of) (?:everything|it all|all of (?:it|them|your)|all your|every (?:share|fund|holding|stock))\b/giu,
  /\b(?:put|move|invest|pour|place|bet|switch|shift|rotate|convert|turn) (?:it all|everything|all of (?:it|your)|all your|every (?:cent|penny|dollar)|your (?:whole|entire))\b/giu,
  /\b(?:go|going|went|be) all[- ]in\b|\b(?:load|stock) up on\b|\bback up the truck\b|\b(?:bail|get) out (?:of \w+ )?(?:now|immediately|at once|today|while)\b/giu,
  /\b(?:do not|don't|never|cannot afford to|can't afford to) miss (?:this|out|your|the (?:rally|boat|train|chance|opportunity|boom|move))\b|\b(?:best|golden|unique|rare|last|big) (?:chance|opportunity|moment) to (?:buy|sell|get|make|invest|own|become)\b/giu,
  /\b(?:don't|do not|never) (?:wait|hesitate|delay)\b|\bprices (?:won't|will not|cannot|can't) (?:stay|last|remain)\b|\bfoolish not to\b|\bnow is the (?:time|moment|chance)\b|\b(?:smart|right|best|clever|obvious|only) (?:move|thing|choice|play|decision) is to (?:buy|sell|own|get|hold|switch|go)\b|\bthe (?:one|only one|only fund|only stock) to (?:own|buy|have|hold)\b|\b(?:all )?(?:experts?|analysts?|everyone|everybody) (?:agrees?|knows?) (?:that )?/giu,
  /(?:^|[,:;] |\b(?:and|so|then) )(?:[Gg]rab|[Ss]nap up|[Dd]ump|[Dd]itch|[Dd]rop|[Cc]hase|[Pp]ile into|[Ll]oad up|[Gg]et into|[Gg]et out of|[Ss]hort) (?:some |your |all |the |into )*(?:[A-Z]|bonds?|stocks?|gold|cash|growth|crypto|tech)/gu,
  /(?:^|[,:;] |\b(?:and|so|then) )(?:buy|sell|add|own|get|hold|switch to|move to) [^.!?;,$\d]{1,40}\b(?:now|today|immediately|at once|quickly|fast|right away)\b/giu,
  /\b(?:smart|savvy|wise|clever|successful|real|rich|serious) (?:investors?|money|people) (?:(?:is|are) )?(?:now |always |already )?(?:buy|own|hold|sell|pil|load|know)\w*/giu,
  /\b(?:is|are|looks?|remains?|makes?) (?:still |now |simply |really )*(?:a|an) (?:great|good|strong|solid|clear|excellent|fantastic|terrific|smart|safe|screaming) (?:buy|purchase|deal|pick)\b|\b(?:only one|just one|one|only) (?:way|direction) (?:to go|left)?[:,–— ]*(?:and that is |which is )?(?:up|higher)\b/giu,
  /\b(?:ask (?:for|about)|look at|try|choose|switch to|sign up for|go for) (?:the|our|their|a) (?:[\w-]+ )?(?:plan|package|account|offer|product|subscription|tier|service)\b[^.!?;]{0,20}\b(?:at|from|with|by) (?:our|my|the) (?:partner|sponsor|friends)\b|\b(?:our|my) (?:partners?|sponsors?|affiliates?)\b/giu,
  /\byou (?:do not|don't|won't|will not|no longer) need (?:an? |any )?(?:\w+ )?(?:advis[eo]rs?|planners?|lawyers?|accountants?|tax (?:advice|help))\b/giu,
  /\b(?:about|going|set|due|poised) to (?:crash|collapse|tank|plunge|soar|explode|skyrocket|surge)\b[^.!?;]{0,20}\bso (?:buy|sell|act|get)\b/giu,
  /\b(?:buy|sell|get (?:in|out)|invest)\b[^.!?;]{0,40}\b(?:before|while) (?:the |its |their )?(?:prices?|it|they|markets?|everyone|others|rest)\b/giu,
  /\b(?:winner|stock|buy|trade|investment|opportunity|bargain|chance) of (?:the|a) (?:year|decade|century|lifetime)\b|\bthe next (?:amazon|apple|nvidia|tesla|bitcoin|google|microsoft|big thing)\b|\b(?:top|screaming|no-lose) (?:pick|buy)\b/giu,
];

const pushesAmong = matchesOfAny(pushes);

/** What anybody who knows would say: a push, however it is put. */
const ANYBODY =
  /\b(?:any|every|each|all) (?:(?:\w+ )?(?:planners?|advis[eo]rs?|experts?|professionals?|economists?)) (?:would|will|can|could|should)?\s?(?:\w+ly )?(?:tell|tells|advise|advises|say|says|recommend|recommends|agree|agrees)\b/giu;

/** Where a sentence only weighs it. */
const WEIGHED = /\b(?:if|would|could|might|whether|suppose|imagine|unless)\b/iu;

/** Where a sentence pushes to buy or sell. Offsets are those of the sentence. */
export function pushesIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  const plain = pushesAmong(sentence);
  const named = [
    ...everyMatch(told, sentence),
    ...everyMatch(advised, sentence),
    ...everyMatch(ordered, sentence),
    ...everyMatch(traded, sentence),
  ].filter(([, after = '', into = '']) => namesSecurity(after) || namesSecurity(into));
  const passive = everyMatch(toBeTraded, sentence).filter(([words]) => !NO_SECURITY.test(words.split(' ')[0] ?? ''));
  const found = [...(WEIGHED.test(sentence) ? [] : [...plain, ...named, ...passive]), ...everyMatch(ANYBODY, sentence)];
  return found.map(({ 0: text, index }) => ({ kind: 'push' as const, text: text.trim(), index }));
}
