import { matchesOfAny } from '../any-of.ts';
import type { ClaimKind } from './compliance.ts';

/** What of a person's lies ahead, and nobody knows. */
const OUTCOME =
  '(?:money|savings|plans?|portfolio|nest egg|retirement|old age|income|spending|success|future|outcome|result|growth|recovery|capital|wealth|goals?|principal|(?:retiring|stopping|quitting|leaving)(?: work)?|\\$\\d[\\d,]*(?: (?:a|per|each) (?:year|month))?)';
/** What becomes of it, told without a chance. */
const COMES_TRUE =
  "(?:last(?:s|ing)?|works?(?= (?:out|at|for (?:you|sure|certain))\\b|[,:.!]|$)|hold(?:s|ing)?(?= (?:out|up|firm|to|until|at|for (?:sure|certain)|no matter)\\b|[,:.!]|$)|succeeds?|success|suffic(?:es?|ient)|(?:is|are|be|have|has|'s) (?:\\w+ )?(?:enough|there|fine|safe|ample|plenty)|(?:carr(?:y|ies)|sees?|tak(?:e|es)|supports?|sustains?) you|reach(?:es)?(?= (?:your|the|age|\\d))|grows?|recovers?|ris(?:e|es)|outl(?:ive|ast)s?|survives?|runs? (?:out|short|dry)|falls? short|pays? (?:for|off|you)|provides? for|retire(?:s|d)?\\b(?! at all)|stop work(?:ing)?|early enough|comes? (?:back|through|good|true)|pulls? through|make it)";
const VERY = '(?:(?:now|already|thus|therefore|truly|simply|all but|as good as|virtually|\\w+ly|quite|well|then) )*';
const UNDOUBTED =
  '(?:certain|sure|assured|settled|sealed|inevitable|undisputed|indisputable|(?:a )?certaint(?:y|ies)|a given|a matter of course|a fact|in the bag|home and dry|locked in|beyond (?:any |all |a )?(?:doubt|dispute|question)|never in (?:doubt|question)|out of danger|for (?:sure|certain)|made (?:certain|sure))';
/** A share of the futures or another condition behind it makes it none; and "certain assumptions" are some of them. */
const PLAINLY =
  '(?! (?:only|if|as long|in (?:\\d|about|nearly|most|some|only|just|almost)|of|about|provided|until (?!\\d)|enough|assum\\w+|by law)\\b)';
const FOR_LIFE =
  '(?:for (?:life|good|ever|as long as you live|the rest of your (?:life|days|years)|all your (?:life|days|years)|your (?:whole|entire|remaining) \\w+)|as long as you live|until (?:the (?:very )?end(?: of your (?:life|days))?|your last day|you die)|to (?:the (?:very )?end|your last day)|all your life)';

/** What leaves no doubt that it comes about. */
const SURELY =
  '(?:with (?:(?:absolute|full|complete|total|utter|all|great|near) )?certainty|(?:without|beyond) (?:(?:a|any|all|the slightest|a shadow of a?|reasonable) )*(?:doubt|dispute|question|fail)|no doubt|undoubtedly|unquestionably|indisputably|doubtless|inevitably|assuredly|unfailingly|definitely|certainly|surely|for (?:sure|certain))';

const UNTHINKABLE =
  'out of the question|unthinkable|inconceivable|unimaginable|not (?:on|in) the cards|off the table|ruled out|no concern|not going to happen';
const RUIN =
  '(?:run(?:s|ning)? (?:out|dry|short)|fail(?:s|ing|ure)|ruin|going broke|goes broke|outliving (?:your|the) \\w+)';

/** Certain, whatever the sentence goes on to say: each has the certainty and what is said to be certain. */
const certainties: readonly RegExp[] = [
  // "It is certain that the money lasts", "there is no question that you reach 95".
  new RegExp(`\\b(?:it is|it's|there (?:is|can be)|there's|(?:you|we) (?:can|may) be|we are|one thing is) ${VERY}(?:${UNDOUBTED}|no (?:doubt|question|danger)|safe to say)(?: (?:that|about|of))?\\b[^.!?;]{0,70}\\b(?:${COMES_TRUE}|(?:about|of) (?:the|your|this) ${OUTCOME})\\b`, 'giu'),
  new RegExp(`\\b(?:(?:there is|there's|leaves?|with) (?:no|not (?:the slightest|a|any)|little|hardly any|not a shadow of a) (?:\\w+ )?(?:room for )?(?:doubt|question)s?|(?:nobody|no one|you|we|one|none) (?:need(?:s)?(?: not| to)?|can|could|should|has to|will|must|ha(?:s|ve) no reason to|do not (?:need|have) to|don't (?:need|have) to)(?: not)?(?: \\w+)? doubt|it goes without saying|needless to say|(?:only|merely|just) a matter of time|it stands to reason)\\b[^.!?;]{0,60}\\b(?:${COMES_TRUE}|reach(?:es)?|(?:about|of) (?:the|your|this) ${OUTCOME})\\b`, 'giu'),
  new RegExp(`\\b${OUTCOME}[^.!?;,]{0,25} (?:is|are) (?:only|merely|just) a (?:matter|question) of time\\b`, 'giu'),
  new RegExp(`\\b(?:it is|it's|that) [^.!?;]{0,40}\\b(?:${UNTHINKABLE})\\b[^.!?;]{0,50}\\b${RUIN}|\\b${RUIN}[^.!?;,]{0,30} (?:is|are) ${VERY}(?:${UNTHINKABLE})\\b`, 'giu'),
  // "Period."
  new RegExp(`\\b(?:${COMES_TRUE}|safe|works?|enough|${OUTCOME})\\b[^.!?;]{0,40}(?:[,:—–-] ?| )(?:period|full stop|end of story|no ifs,? (?:and|or|no) buts|no ifs or buts|no two ways about it|simple as that|no strings attached|take it to the bank)(?=[.!,]|$)`, 'giu'),
  new RegExp(`\\b(?:it is|it's) inevitable that\\b[^.!?;]{0,30}\\b${OUTCOME}`, 'giu'),
  // "Retirement at 63 is assured", "an income of $74,200 a year is certain".
  new RegExp(`\\b${OUTCOME}(?: (?:of|at|from|until|by|for|in|to|after|that|with|and|you) [^.!?;:]{1,45})? (?:is|are|stays?|remains?|becomes?|would be) ${VERY}${UNDOUBTED}\\b${PLAINLY}`, 'giu'),
  new RegExp(`\\bthat (?:you|your|the|this)\\b[^.!?;]{3,70} (?:is|stays|remains) ${VERY}${UNDOUBTED}\\b${PLAINLY}`, 'giu'),
  new RegExp(`\\b${OUTCOME} (?:of|at|from|until|by|for|in) [^.!?;:,]{1,40} (?:is|are|stays?|remains?) ${VERY}(?:safe|secured?|protected|guarded)\\b${PLAINLY}(?! (?:in|at|than|with)\\b)`, 'giu'),
  // "Bound to work out".
  new RegExp(`\\b(?:is|are|'s|'re) ${VERY}(?:(?:\\w+-)?(?:certain|sure)|bound|assured|destined) to (?:\\w+ly )?(?:last|hold|work|succeed|suffice|cover|carry|see|reach|grow|rise|gain|recover|pay|win|outlive|outlast|survive|support|sustain|beat|have enough|be (?:enough|there|fine|safe|ample)|come (?:back|good|through|true)|go well|pan out|provide|fund)\\b`, 'giu'),
  // "Without doubt the money lasts to 95", and the other way round.
  new RegExp(`\\b${SURELY}\\b(?! (?:what|which|how|whether|when|the same)\\b)[^.!?;]{0,60}\\b(?:${COMES_TRUE}|pays?)\\b`, 'giu'),
  new RegExp(`\\b(?:${COMES_TRUE}|pays?|protects?)\\b[^.!?;]{0,50}[ ,]${SURELY}\\b`, 'giu'),
  // "Yours for life": of the portfolio, of which no insurer or state says so.
  new RegExp(`\\b(?:yours|there|safe|secured?|underwritten|insured|backed|paid|covered|provided(?: for)?|set|fixed|protected|enough|locked in|flows?|comes?|keeps? (?:coming|flowing|paying)|assured)(?: to (?:keep|spend|enjoy|have))? ${FOR_LIFE}`, 'giu'),
  new RegExp(`\\b(?:you are|you're|you have|your ${OUTCOME} (?:is|are|stays|remains|lasts?|runs?|carr(?:y|ies)|pays?)|the (?:money|portfolio|savings|plan) (?:is|stays|lasts?|carr(?:y|ies)|pays?))\\b(?! (?:no|not|to|asked)\\b)[^.!?;,]{0,30} ${FOR_LIFE}(?= *(?:[.!,;]|$))`, 'giu'),
  /\b(?:is|are|stays?|remains?) (?:\w+ )?locked in (?:until|to|through|for)\b/giu,
  /\byou (?:can|may|could)(?: (?:\w+ly|always|still|now|also))* (?:count|rely|bank|depend|build) (?:up)?on (?:(?:it|this|that|them|these|having|retiring|stopping|leaving|\$?\d|about|more)\b|\$|(?:an?|the|your) (?!report|page|figures?|tables?|sources?|web))/giu,
  /(?:^|[:,] )(?:and )?(?:count|bank|rely) on (?:it|this|that|them)\b/giu,
  // "Makes sure that you never run short", "makes the outcome certain".
  new RegExp(`(?<!^|\\b(?:to|and|you|please|not|can|could|would|should|must|may|might|help|helps) )\\bmakes? (?:sure|certain) (?:that )?(?:you|your|the|it)\\b[^.!?;,]{0,50}\\b${COMES_TRUE}`, 'giu'),
  new RegExp(`\\bmakes? (?:(?:the|your|this|a|an) )?(?:\\w+ ){0,2}?${OUTCOME}(?: at \\d\\d)? (?:all but |as good as |\\w+ly )?(?:certain|sure|inevitable|secure|foolproof|unassailable)\\b(?! than)`, 'giu'),
  new RegExp(`\\b(?:ensures|assures|secures|seals|cements)(?: you)?(?: of| that)? (?:an? |the |your )(?:\\w+ ){0,2}?(?:retirement|income|future|success|old age|outcome|comfort|goals?|${OUTCOME} (?:\\w+ )?${COMES_TRUE})\\b`, 'giu'),
  /\b(?:rest|breathe|sleep) eas(?:y|ily)\b|\b(?:put|set) your mind (?:at|to) (?:rest|ease)\b|\bput your feet up\b|\b(?:as good as|all but) (?:settled|secured?|sealed|assured|in hand)\b|\bin the bag\b/giu,
  /\bnever (?:again )?(?:need|have|ha[ds]) to (?:work|worry|save|earn)\b/giu,
  /\bnothing (?:is |has been |was )?left to chance\b|\bleaves? nothing to chance\b|\bno questions? (?:left )?open\b|\b(?:that|this|so) much is (?:certain|sure|settled|beyond doubt)\b/giu,
  /\byou (?:have|own|enjoy) (?:an? )?(?:lifelong|lifetime) (?:income|security|spending|wealth)\b/giu,
  /\byou (?:can|may|could) (?:retire|quit|stop|spend|leave|go)\b[^.!?;]{0,40} with (?:an? )?(?:clear|easy|every|full|complete|total|quiet) (?:conscience|confidence|mind|heart)\b/giu,
]; // prettier-ignore

/** Nobody runs out: no promise where the sentence has a share of the futures, a condition or a doubt. */
const endless =
  /\b(?:you|it|they|money|savings|portfolio|income|nest egg|plan) (?:can |could )?never (?:again )?(?:runs?|falls?|goes|dr(?:y|ies)|comes? up|ends?|stops?|fails?|lacks?) ?(?:out|short|dry|broke|up)?\b/giu;

/** "Whatever markets do, $40,000 a year keeps coming". */
const whatever = new RegExp(
  `\\b(?:whatever|no matter (?:what|how|where)|regardless of (?:what|how)|however)\\b[^.!?;,]{0,40}, (?:you|your|the|this|that|it|\\$\\d[\\d,]*)\\b[^.!?;]{0,40}\\b(?:${COMES_TRUE}|keeps?|stays?|continues?|remains?|is yours|do not|does not)\\b`,
  'giu',
);
/** Of money that does not end. */
const unending = new RegExp(
  `\\b(?:${OUTCOME}|you|it)(?: (?:that|at|of) [^.!?;,]{1,30})? (?:cannot|can't|can not|could never|can never|does not ever|will not|won't) (?:\\w+ly |ever |possibly )?(?:give out|dry up|run (?:out|dry|short|low)|end|stop|be (?:exhausted|used up|spent up)|come up short|fall short|let you down|fail|collapse|go wrong)\\b`,
  'giu',
);

/** What becomes of it, told flatly: where the sentence has no chance, no condition and no doubt, it is told as known. */
const flat = new RegExp(
  `\\b(?:(?:your|the|an?|this|these) (?:\\w+ )?(?:${OUTCOME})(?: (?:of|at|from) (?:\\$[\\d,.]+\\w*(?: (?:a|per) year)?|[^.,;!?]{1,30}?))?|(?:retiring|stopping|quitting)(?: work)? at \\S+|(?:that|,|:) (?:\\d\\d|\\w+ty(?:-\\w+)?)) (?:\\w+ly |already |still )?(?:lasts?|outlasts?|outlives?|works?(?= (?:out|at)\\b| *[.,;!:]|$)|holds?(?= (?:out|up|firm|to|until|at|under|for)\\b| *[.,;!:]|$)|succeeds|suffices?|survives?|(?:carries|carry|sees|see) you|is (?:there|taken care of|provided for|yours|a (?:safe|sure|sound|certain|secure) (?:decision|choice|step|age|thing|bet))|comes true)\\b`,
  'giu',
);
const OPEN_ENDED =
  /\b(?:chances?|probab\w*|likel\w*|odds|percent\w*|if|whether|may|might|could|would|should|unless|assum\w*|expect\w*|estimat\w*|historical|same starts?|on record|simulat\w*|scenarios?|futures?|cases?|paths|trials|how|when|where|which|longer?|average|typical\w*|median|middle|usual\w*|aims?|hopes?|depends?|suppos\w*|provided|model|projection|runs|most|half|some|not|no|never|nobody|nothing|than|only|must|has to|have to|needs?|once|target|confiden\w*|standard|risk|fail\w*|many|few|often|outcomes?|says?|said|asked|question|worst|best|bad|good|with|until|as long as|earlier|later|more|less)\b|%|\?|\bin \d|\d in |n't\b/iu;

const TAXED_LATER = '(?:401\\(?k\\)?|403\\(?b\\)?|traditional|tax-deferred|pre-tax|pretax|brokerage|taxable|rollover)';
const ALL =
  '(?:all|everything|every (?:dollar|cent|penny)|the (?:whole|entire)|whatever|any amount|each dollar|as much as)';
const TAKEN =
  '(?:tak(?:e|es|en|ing)|get to|com(?:e|es|ing)|withdr[ae]w\\w*|drawn?|draws?|drawing|cash(?:ed|es)? out|emptied|cleared|paid out|spen[dt]|pull(?:ed)?)';
const UNTAXED =
  '(?:without (?:any |paying (?:any )?|a cent of |owing )?tax(?:es)?|tax[- ]free(?! (?:accounts?|ones?|buckets?)\\b)|free of (?:any |all )?tax(?:es)?|untaxed|(?:nothing|none of it|not a (?:cent|penny|dollar)) goes to (?:the )?(?:tax(?:es)?|irs|taxman|government))';
/** Money that comes out untaxed, all of it or of an account that is taxed when it does. */
const untaxed: readonly RegExp[] = [
  new RegExp(`\\b(?:${ALL}|${TAXED_LATER})\\b[^.!?;]{0,60}\\b${TAKEN}\\b[^.!?;]{0,30}\\b${UNTAXED}`, 'giu'),
  new RegExp(`\\b${TAKEN}\\b[^.!?;]{0,30}\\b(?:${ALL}|${TAXED_LATER})\\b[^.!?;]{0,40}\\b${UNTAXED}`, 'giu'),
  new RegExp(`\\b${TAXED_LATER}\\b(?: \\w+){0,2} (?:comes? out|is paid out|pays out|can be withdrawn|is withdrawn) ${UNTAXED}`, 'giu'),
  new RegExp(`\\b(?:no|zero) tax(?:es)? (?:is|are|will be|would be) (?:ever )?(?:due|owed|payable|paid|taken)\\b[^.!?;]{0,40}\\b(?:${TAKEN}|${TAXED_LATER})\\b`, 'giu'),
]; // prettier-ignore

/** Denied, asked, supposed or weighed in the same clause. */
const OPEN =
  /(?:\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without|hardly|rarely|few|far from|rather|anything but|beware|wary|sounds?|if|whether|unless|suppose|imagine|as though|how|why|want\w*|would like|wish\w*|prefer\w*|need\w*|anyone|whoever|treat\w*|taken?|assum\w*|supposing|so-called)\b|n't\b)[^,;:]*$/iu;
const TOLD_BACK =
  /^[^.!?;,]{0,30}\b(?:is|are|does|do|would|can|could) (?:not|never)\b|^[^.!?;,]{0,20}\b(?:is a myth|isn't|aren't|nobody|no one)\b/iu;
/** How well a figure is known, which is no promise of an outcome: "what it would do is certain here, but small". */
export const OF_PRECISION =
  /\b(?:what|the (?:effect|change|difference|direction))\b[^.!?;]{0,160}? (?:is|are) (?:\w+ )?(?:certain|sure|beyond (?:doubt|question))(?: here| in this case)?,? (?:but|though|if|yet|and|although) (?:\w+ )?(?:small|slight|little|tiny|minor|modest)\b/iu;
/** What an insurer, an employer or the state pays is for others to promise. */
const PAID_BY_OTHERS = /\b(?:social security|pensions?|annuit(?:y|ies)|insurers?|medicare)\b/iu;
const HEDGED =
  /\b(?:chances?|likel\w*|odds|percent|if|whether|may|might|could|would|unless|simulat\w*|scenarios?|futures|cases?|some|most|half)\b|%|\?\s*$/iu;
/** Of taxes whatever else is said of them. */
const CONDITIONED =
  /\b(?:if|may|might|could|unless|qualified|generally|usually|often|until|after (?:age )?59|conditions?|rules?|not|never|cannot|depend\w*|contributions|roth (?:can|is|money)|converted)\b|n't\b|\?\s*$/iu;

const certainAmong = matchesOfAny(certainties);
const endlessAmong = matchesOfAny([endless, whatever, unending]);
const flatAmong = matchesOfAny([flat]);
const untaxedAmong = matchesOfAny(untaxed);

/** In how many of the futures it is so is told. */
const COUNTED = /\b(?:futures|simulations|simulated|paths|scenarios)\b/iu;

/** Most sentences have no word of any of the above. */
const SURE =
  /certain|unthinkable|inconceivable|unimaginable|the cards|off the table|ruled out|no concern|going to happen|\bsure|assured|secured?\b|settled|sealed|inevitabl|disput|doubt|question|a given|a fact|in the bag|home and dry|locked in|out of danger|no danger|bound to|destined|without|fail|definitely|matter of|says? |saying|stands to|period|full stop|end of story|\bifs\b|two ways|simple as|strings|to the bank|for (?:life|good|ever|as|all|the rest|your)|as long as you|all your|last day|very end|to the end|until|\bon (?:it|this|that|them|these|having|retiring|stopping|leaving|about|more|an?|the|your|\$|\d)|\bmakes? |ensures|seals|cements|eas(?:y|ily)\b|your mind|feet up|as good as|all but|\bnever\b|nothing|much is|lifelong|lifetime|\bsafe\b|protected|guarded|conscience|confidence|\bmind\b|heart/iu;
/** Or of what goes on for ever, and of no tax. */
const ENDLESS = /\bnever\b|whatever|no matter|regardless|however|n't |\bcannot\b|\bnot\b/iu;
const TAX = /tax|\birs\b/iu;

/** Where a sentence is certain of what becomes of money, a plan or its taxes. What is denied, asked or supposed is none. Offsets are those of the sentence. */
export function certaintyIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  if (/\?\s*$/u.test(sentence)) return [];
  const said = (
    SURE.test(sentence) && !COUNTED.test(sentence) && !OF_PRECISION.test(sentence) ? certainAmong(sentence) : []
  ).filter(({ 0: text, index }) => {
    const after = sentence.slice(index + text.length);
    if (OPEN.test(sentence.slice(0, index)) || TOLD_BACK.test(after)) return false;
    return !PAID_BY_OTHERS.test(sentence.slice(0, index + text.length)) || /\b(?:portfolio|savings|money)\b/iu.test(sentence); // prettier-ignore
  });
  const never = ENDLESS.test(sentence) && !HEDGED.test(sentence) ? endlessAmong(sentence) : [];
  const told = OPEN_ENDED.test(sentence) ? [] : flatAmong(sentence);
  const taxes = TAX.test(sentence) && !CONDITIONED.test(sentence) ? untaxedAmong(sentence) : [];
  return [
    ...[...said, ...never, ...told].map(({ 0: text, index }) => ({ kind: 'promise' as const, text: text.trim(), index })), // prettier-ignore
    ...taxes.map(({ 0: text, index }) => ({ kind: 'certainty' as const, text: text.trim(), index })),
  ];
}
