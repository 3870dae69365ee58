import { matchesOfAny } from '../any-of.ts';
import { everyMatch } from '../every-match.ts';
import type { ClaimKind } from './compliance.ts';
import { namesSecurity } from './pushes.ts';

/** What of a person's is called safe. */
const OWN =
  '(?:money|savings|assets?|portfolio|nest egg|plan|income|spending|wealth|capital|retirement|future|principal|funds?|dollars?)';
/** However markets go: there is no such money. */
const WHATEVER =
  '(?:no matter (?:what|how|where|which)\\b|regardless of (?:what|how|the markets?)\\b|whatever (?:happens|comes|the markets?)\\b|in any (?:market|event)\\b|come rain or shine\\b)';
const UNBREAKABLE =
  '(?:bullet-?proof|crash-?proof|recession-?proof|inflation-?proof|market-?proof|fool-?proof|bomb-?proof|iron-?clad|rock[- ]solid|untouchable|unshakeable|unassailable|(?:crash|recession|inflation|market|shock|loss)-?resistant|locked in|set in stone|beyond (?:doubt|question))';

/** Assurances by what they say, of whatever subject: protection whatever happens, things that cannot break, falls that cannot be. */
const assurances: readonly RegExp[] = [
  new RegExp(`\\b${OWN}\\b[^.!?;]{0,40}\\b(?:safe|secure[d]?|protected|covered|fine|paid|there|intact|guarded|lasts?|holds?)\\b[^.!?;]{0,20} ${WHATEVER}`, 'giu'),
  new RegExp(`${WHATEVER}[^.!?;]{0,30}, (?:your|the) ${OWN} (?:is|are|stays?|remains?|will be|lasts?|holds?)\\b`, 'giu'),
  new RegExp(`\\b(?:is|are|'s|'re|stays?|remains?|looks?|makes? \\w+) (?:(?!nearly|almost|hardly|barely|not|never)\\w+ )?${UNBREAKABLE}\\b`, 'giu'),
  new RegExp(`\\b${UNBREAKABLE} (?:${OWN}|for (?:life|good|ever))\\b`, 'giu'),
  /\b(?:stocks?|bonds?|markets?|funds?|gold|portfolio|prices?|income|money|savings|plan) (?:cannot|can't|can not|can never|could never) (?:\w+ly |ever )?(?:fall|drop|shrink|decline|crash|be lost|be touched|be wiped out|go (?:down|away|under))\b/giu,
  /\bwith (?:complete|total|full|absolute|utter|perfect|every) (?:confidence|certainty|peace|security|safety)\b/giu,
  /\byou can (?:\w+ly )?(?:count|rely|bank|depend) on (?:it|this|that|them|these|those|(?:about |around |roughly )?\$)/giu,
]; // prettier-ignore

/** However it is put: nothing to fear, nothing that ends, nothing that falls short. */
const endless: readonly RegExp[] = [
  new RegExp(`\\b${OWN}\\b[^.!?;]{0,30}\\b(?:grow|ris|climb|gain|pay|com|last|hold|compound|increas)\\w*\\b[^.!?;]{0,20} ${WHATEVER}`, 'giu'),
  /\b(?:as (?:safe|secure|certain|sure|solid|good) as (?:it gets|it can be|can be|they come|houses?|gold|money in the bank|cash in the bank)|(?:the )?downsides? (?:is|are|stays?|remains?) (?:limited|capped|small|minimal|contained)|(?:the )?worst is (?:over|behind (?:us|you))|never lets? (?:you|anyone|its \w+) down|once[ -]in[ -]a[ -](?:generation|decade|century) (?:\w+ )?(?:opportunit|chance|moment|deal|bargain)\w*|nothing stands in (?:your|the) way)\b/giu,
  /\b(?:there(?:'s| is) )?no way (?:that )?(?:you|your|the|this|it)\b[^.!?;,]{0,40}\b(?:fails?|los(?:e|es)|runs? (?:out|short|dry)|falls? short|goes? (?:wrong|broke|under)|end(?:s)? up|disappoints?|be (?:short|broke|poor)|comes? up short)\b/giu,
  /\b(?:stocks?|markets?|shares|bonds?|gold|they|it|history|funds?|prices?)\b[^.!?;]{0,25}\b(?:recovers?|rebounds?|bounces? back|comes? back|rises?|pays? off|protects?|win(?:s)?)\b[^.!?;,]{0,20}\b(?:every (?:single )?(?:time|year|crisis|crash)|each time|without exception|in the end|all (?:crises|crashes)|any (?:crisis|crash))\b/giu,
  /\b(?:protects?|shields?|insulates?|spares?|guards?) (?:you|your \w+|it|them|investors) (?:from|against) (?:every|all|any|each) (?:\w+ )?(?:cris[ei]s|crash(?:es)?|storms?|recessions?|slumps?|inflation|shocks?|harm|surprises?)\b/giu,
  /\bwithout (?:a |any |the slightest )?(?:worr(?:y|ies)|fear|care in the world|second thought)\b/giu,
  /\b(?:feel free to|go ahead and|by all means|you (?:are|'re) free to) (?:\w+ )?(?:retire|stop|quit|leave|spend|withdraw|draw|tak|buy|sell|invest|move|splurge|hand in)\w*/giu,
  /\b(?:retir\w+|stopping|quitting|leaving)\b[^.!?;,]{0,20}\b(?:is|are) (?:no|not a|hardly a) (?:problem|issue|concern|worry)\b/giu,
]; // prettier-ignore

/** Markets and rates told ahead in the present tense: "rates are coming down next year". */
const SOON =
  '(?:(?:the )?(?:next|coming|this|following) (?:year|quarter|month|decade|winter|summer|spring|autumn|fall|few \\w+)|soon|shortly|before long|from here|ahead|again|in 20\\d\\d|by (?:20\\d\\d|then|year-end|the end))';
const forecasts: readonly RegExp[] = [
  new RegExp(`\\b(?:rates?|prices?|stocks?|markets?|bonds?|yields?|shares|inflation|the (?:dollar|economy|fed)|gold|returns?) (?:is|are) (?:\\w+ly )?(?:coming (?:down|back)|going (?:up|down)|falling|rising|dropping|climbing|heading|turning|recovering|rebounding|headed|cutting)\\b[^.!?;,]{0,20}\\b${SOON}`, 'giu'),
  /\b(?:an?|the|another|the next) (?:\w+ )?(?:recession|crash|boom|rally|bull market|bear market|recovery|rebound|correction|downturn|slump|crisis|rate cuts?|upswing|soft landing) (?:is|are) (?:\w+ )?(?:coming|near|imminent|ahead|around the corner|on (?:the|its) (?:way|horizon)|due|looming|inevitable|overdue|approaching|upon us|at hand|here)\b/giu,
  /\b(?:economy|market|markets|world|country|stocks|we) (?:is|are) (?:now |clearly |surely )?(?:heading|headed|bound|set|on (?:its|the|course) (?:way )?) ?(?:for|to|into|toward|towards) (?:an? |the )?(?:\w+ )?(?:recession|crash|boom|rally|bull market|bear market|recovery|rebound|correction|downturn|slump|crisis|new highs?|record)\b/giu,
]; // prettier-ignore
/** Nothing owed, of whatever tax. */
const untaxed =
  /\b(?:owe|owes|owing|pay|pays|paying) (?:nothing|not a (?:cent|penny|dime|dollar)|zero) (?:to the irs|to uncle sam|in (?:\w+ )?tax(?:es)?|(?:in|of|for) tax|to the (?:government|taxman|tax man|state))|\bthe (?:irs|taxman|tax man|government) (?:gets|takes|sees|collects) (?:nothing|not a (?:cent|penny)|none)\b/giu;

const MONEY =
  '(?:your|the) (?:401\\(?k\\)?|roth|iras?|hsa|brokerage|bond|stock|index|\\w+ )?\\s?(?:funds?|money|holdings?|bonds?|stocks?|shares|account)';
/** To change what one has for something else, which is behind it. */
const swap = new RegExp(
  `(?:^|[,:;] |\\b(?:and|so|then|consider|better) )(?:swap(?:ping)?|exchange|trade(?: in)?|switch(?:ing)?|replace|replacing) ${MONEY} (?:for|with|into)\\b([^.!?;]{0,60})`,
  'giu',
);
/** The same where that is no security's name and the order says nothing else, or to put all into one. */
const orders: readonly RegExp[] = [
  new RegExp(`(?:^(?:so |then |better )?(?:swap|exchange|trade(?: in)?|switch|replace)|\\bconsider (?:swapp|exchang|trad|switch|replac)ing) ${MONEY} (?:for|with|into) [a-z ]{1,40}[.!]?$`, 'giu'),
  /\b(?:mov|putt|shift|switch|pour|roll)ing (?:everything|it all|all of it|all your \w+|your (?:whole|entire) \w+) (?:in)?to\b(?! one\b)/giu,
]; // prettier-ignore

const WEIGHED = /\b(?:if|could|might|may|whether|suppose|imagine|unless|would|even when|chances?|likel\w*|expect\w*|forecast\w*)\b/iu; // prettier-ignore

const assuredIn = matchesOfAny([...assurances, ...endless]);
const orderedIn = matchesOfAny(orders);
const foretoldIn = matchesOfAny(forecasts);
const untaxedIn = matchesOfAny([untaxed]);

/** Where a sentence assures of what nobody can, tells markets ahead, or orders a swap. Offsets are those of the sentence. */
export function assurancesIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  const as = (kind: ClaimKind, found: readonly RegExpExecArray[]) =>
    found.map(({ 0: text, index }) => ({ kind, text: text.trim(), index }));
  const forecast = foretoldIn(sentence);
  return [
    ...as('promise', assuredIn(sentence)),
    ...as('push', [...everyMatch(swap, sentence).filter(([, into = '']) => namesSecurity(into)), ...orderedIn(sentence)]), // prettier-ignore
    ...as('promise', forecast.length > 0 && WEIGHED.test(sentence) ? [] : forecast),
    ...as('certainty', untaxedIn(sentence)),
  ];
}
