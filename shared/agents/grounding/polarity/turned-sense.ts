import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { senseOf } from './fact-sense.ts';
import type { Sense } from './fact-sense.ts';
import { negatedOf, saysOnly, wordOf } from './lexicon.ts';
import { FIGURE, placed } from './placed.ts';
import type { Placed } from './placed.ts';
import { MOST, quantitiesIn } from './quantities.ts';

/** The words that turn a fact into its opposite, by what is declared of it; null where none do. */
export function turnedSense(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  const sense = knownSense(fact, index);
  if (sense === null) return null;
  const { values } = index;
  const where = placed(figure, context);
  return (
    ofOutcome(sense, where) ??
    ofMoney(sense, where) ??
    ofNeed(sense, where) ??
    ofBound(sense, where) ??
    ofDepth(fact, where) ??
    ofFutures(sense, where, figure.kind === 'number') ??
    ofSureness(sense, where, () => /histor/i.test(index.labelOf('retirement.success'))) ??
    ofLevel(sense, where) ??
    ofGrade(fact, sense, where) ??
    ofTaxes(sense, where) ??
    unheard(fact, sense, where, figure) ??
    ofOneAccount(sense, where, Number(values.get('portfolio.accounts') ?? 0))
  );
}

const known = new WeakMap<FactIndex, Map<string, Sense | null>>();

/** What is declared of a fact, found once; null where nothing is. */
function knownSense(fact: string, index: FactIndex): Sense | null {
  const all = known.get(index) ?? new Map<string, Sense | null>();
  const found = all.get(fact);
  if (found !== undefined) return found;
  const sense = senseOf(fact, index.values.get(fact));
  const own = Object.keys(sense).length === 0 ? null : sense;
  known.set(index, all.set(fact, own));
  return own;
}

/** "60% last and 40% do not". */
const DO_NOT = new RegExp(`${FIGURE}(?: of [\\w ]{0,24})? (?:(?:do|does|did|will|would) not|(?:do|does|did|wo|would)n['’]t)(?! \\w)`, 'i'); // prettier-ignore
/** "With a 25% chance, the plan does not hold": what follows is what comes of it. */
const VERDICT = new RegExp(`(?<=${FIGURE} (?:chance|probability)),.*`, 's');

const OTHERS = new RegExp(`(?<=${FIGURE}.*) and \\S+ (?:do|does|did|will) not\\b.*`, 's');

function ofOutcome({ outcome }: Sense, { part: whole }: Placed): string | null {
  if (outcome === undefined) return null;
  const part = whole.replace(VERDICT, '').replace(OTHERS, '');
  const doNot = DO_NOT.exec(part)?.[0].replace(FIGURE, '…');
  if (doNot !== undefined) return outcome === 'good' ? doNot : null;
  return outcome === 'good' ? saysOnly('bad', 'good', part) : saysOnly('good', 'bad', part);
}

const QUANTIFIERS = String.raw`(?: (?:you|it|them|investors|with|just|only|about|around|roughly|some|nearly|almost|still|an?|the|over|under|barely))*`;
const LEAVES = new RegExp(String.raw`\b(?:lef?t|leav\w+|kept|keep\w*|retain\w*|remain\w*|still (?:have|had|own|hold)|preserv\w+|hold(?:ing)? on to|end(?:s|ed|ing)? up with|be worth|down to|shr[iau]nk\w* to|f[ae]ll\w* to)${QUANTIFIERS} ${FIGURE}(?! (?:poorer|short|down|worse|less|lower|lighter|loss|behind|in the red|of (?:a )?loss|under|below|off))`, 'i'); // prettier-ignore
const IS_LEFT = new RegExp(String.raw`${FIGURE}(?: (?:of (?:it|your (?:money|portfolio|savings|wealth)|the (?:portfolio|money))))? (?:left|remaining|(?:would |will |could |might )?(?:remains?|be left|survives?|stays?)|is left|intact)\b`, 'i'); // prettier-ignore

const UP = /\bup\b|\babove\b|\bmore than\b/i;
/** Of what was paid, which is no loss. */
const AT_COST = /\b(?:on|of|your|its|their|the|known|at|over|whose|where|upon|with)(?: \w+)? costs?(?: basis)?\b|\bcost (?:basis|is known)\b|\btaken (?:out|into)\b|\b(?:more or |no |nothing )less\b/gi; // prettier-ignore

function ofMoney({ money }: Sense, { part, wide }: Placed): string | null {
  if (money === undefined) return null;
  if (money === 'gain') return UP.test(part) ? null : saysOnly('loss', 'gain', part.replace(AT_COST, ' '));
  const leaves = LEAVES.exec(part)?.[0] ?? IS_LEFT.exec(part)?.[0];
  if (leaves !== undefined) return leaves.replace(FIGURE, '…');
  const gains = saysOnly('gain', 'loss', part);
  return gains !== null && wordOf('loss', wide) === null ? gains : null;
}

const ofNeed = ({ need }: Sense, { part }: Placed): string | null =>
  need === undefined ? null : need === 'short' ? saysOnly('spare', 'short', part) : saysOnly('short', 'spare', part);

/** A loss of at least so much in rare years is one of at most so much in all the others. */
const OTHER_YEARS =
  /\b(?:nineteen|19|ninety|99|95)(?: years?)?(?: %|%| percent| in| out of| of)|\ball but\b|\bexcept\b|\bonce[ -]in[ -]a\b|\bconfiden\w*|\b(?:chance|probability|odds|likelihood|risk) (?:of|that|is)\b|\bnot (?:the|a) (?:most|worst|limit|maximum|ceiling|cap)\b|\bno (?:limit|ceiling|cap|floor)\b/i;
const MOST_YEARS = /\bmost (?:\w+ )?(?:years|scenarios|cases|times|of the time)\b|\bmajority\b/i;
const OVER = new RegExp(`(?<!\\b(?:no|not|never|nothing|nnot) (?:\\w+ )?|n['’]t (?:\\w+ )?)\\b(?:at least|more than|over|upwards of|exceed\\w*|beyond|(?:no|not) less than|a minimum of)(?: an?| the| about| loss of| around)* ${FIGURE}|${FIGURE} (?:or (?:more|worse|even more)|and (?:more|up)|at least|upwards|plus)\\b`, 'i'); // prettier-ignore
const UNDER = new RegExp(`\\b(?:less|fewer|smaller|milder|better|better off|below|under|within|up to|at most|no(?:t|thing)? (?:more|worse|like|near\\w*|as (?:much|bad))|short of|spare\\w*|avoid\\w*)\\b`, 'i'); // prettier-ignore
const BAD_YEARS =
  /\b(?:one|1|once)(?: \w+)?[ -](?:in|out of|every|of)[ -]|\bbad\b|\bpoor\b|\brare\w*|\bworst (?:\d|five|one|of|twentieth|hundredth|years (?:in|of|out)|tenth)|\b(?:such|such an?|those|these|that|this kind of|this sort of) (?:\w+ )?years?\b|\btail\b|\bbeyond (?:that|it)\b|\bhundred\b|\btwenty\b|\btwentieth\b|\bcentury\b|\bdecades?\b|\b[15] ?(?:%|percent)|\bsuch (?:a )?(?:case|loss)/i;

/** A loss of at least so much in rare years said to be the most there can be, or what happens as a rule. */
function ofBound({ rare }: Sense, { own, part, wide }: Placed): string | null {
  if (rare === undefined || OTHER_YEARS.test(wide)) return null;
  const usual = wordOf('usual', own);
  if (usual !== null && !BAD_YEARS.test(wide) && !UNDER.test(own)) return usual;
  // "Most years you lose so much or more", whatever else the sentence says of bad ones.
  if (usual !== null && /\b(?:most|every|each|any|half)\b/i.test(usual) && !UNDER.test(own) && !/\bbad|\bworst|\b(?:one|1) (?:in|out)/i.test(own)) return usual; // prettier-ignore
  if (rare === 'average') return null;
  const limit = wordOf('limit', part) ?? wordOf('limit', own);
  if (limit === null || MOST_YEARS.test(wide) || OVER.test(own)) return null;
  return /^worst|worst$/i.test(limit) && BAD_YEARS.test(own) ? null : limit;
}

const BAD_YEAR = /\b(?:bad|poor|rough|tough|weak) years?\b/i;
const RARER = /\bhundred\w*|(?<!,)\b100\b|(?<!,)\b99(?:th\b| ?%| percent)|\b1 ?(?:%|percent\b)|\bcentury\b|\b(?:very|really|truly|extremely|unusually|exceptionally) (?:bad|poor|rough|tough)|\bworst\b|\bextreme\w*|\bsevere\b|\bterrible\b|\brare\w*/i; // prettier-ignore
const OF_A_CRISIS = /\bcris[ei]s\b|\bcrash\w*|\bbust\b|\bdepression\b|\bhistor\w*|\brepeat\w*|\bshock\w*|\bstress\w*|\b(?:19|20)\d\d\b|\brecession\b|\blike that\b/i; // prettier-ignore

/** A bad year is one in twenty: neither one in a hundred nor a crash of the past, where nothing says so. */
function ofDepth(fact: string, { own, passage }: Placed): string | null {
  const said = BAD_YEAR.exec(own)?.[0];
  if (said === undefined) return null;
  if (fact.startsWith('risk.loss99.')) return RARER.test(passage) ? null : said;
  return fact.startsWith('risk.stress.') && !OF_A_CRISIS.test(passage) ? said : null;
}

/** "Until 80 in 95% of the futures, until 86 in 75%". */
const NEXT = new RegExp(`${FIGURE} in (?:about |around |roughly |some |only |just )*(\\d+ ?%|(?:half|three quarters|a quarter|most|all|every)\\b(?! but))`, 'i'); // prettier-ignore
const SHARES: Readonly<Record<string, number>> = {
  half: 50,
  'three quarters': 75,
  'a quarter': 25,
  all: 100,
  every: 100,
};

const isShareOf = (said: string, futures: number): boolean => /^most$/i.test(said) || Math.abs((SHARES[said.toLowerCase()] ?? Number.parseFloat(said)) - futures) < 1; // prettier-ignore

/** How many futures the words say it of, where it is of others. */
function ofFutures({ futures }: Sense, { own }: Placed, isAge: boolean): string | null {
  if (futures === undefined || !isAge) return null;
  const next = NEXT.exec(own)?.[1];
  if (next !== undefined) return isShareOf(next, futures) ? null : next;
  const said = quantitiesIn(own);
  const isIt = ({ percent }: { percent: number }) =>
    percent === MOST || Math.abs(percent - futures) < 1 || Math.abs(100 - percent - futures) < 1;
  return said.some(isIt) ? null : (said[0]?.words ?? null);
}

const OF_MANY =
  /\bhalf\b|\bmedian\b|\bmiddle\b|%|\bpercent\b|\bchances?\b|\bprobab\w*|\bodds\b|\bfutures\b|\btypical\w*|\bone in two\b|\boutcomes?\b|\bsimulat\w*|\baverage\b|\bexpect\w*|\bcentral\b|\blikely\b|\bassum\w*|\bproject\w*|\bestimat\w*|\bmay\b|\bmight\b|\bcould\b|\bwould\b|\bscenario\w*|\bcase\b|\bmidpoint\b|\babout as likely\b|\bif\b|\bmodel\w*|\bforecast\w*/i;
const ONE_YEAR = /\b(?:next|the coming|the following) (?:year|twelve months|12 months)\b(?! of)/i;
const EXACT = /\bexactly\b|\bprecisely\b|\bevery single\b|\bthis year\b|\bwithout fail\b/i;
const TAKEN = /\bassum\w*|\bexpect\w*|\baverage\b|\btak(?:e|es|en)\b|\bplan\w*|\bmodel\w*|\blong[ -](?:run|term)\b|\breckon\w*|\bcount\w*|\bproject\w*/i; // prettier-ignore

const ASSUMED = /\bassum\w*|\bexpect\w*|\btak(?:e|es|en)\b|\bmodel\w*|\breckon\w*|\bproject\w*|\bsimulat\w*|\bsuppos\w*|\bwould\b|\bfutures?\b|\blong[ -]run\b/i; // prettier-ignore
const PAST = /\b(?:has|have|had)(?: \w+ly| been| also| so far| each year)* (?:return|earn|gain|yield|averag|grown|made|risen|rising|paid|delivered|brought|run|increas|appreciat|compound)\w*|\b(?:returned|earned|gained|yielded|averaged|grew|made|rose|delivered|was|were|ran|paid|compounded)\b|\b(?:past|historic\w*|reali[sz]ed|actual|previous) (?:\w+ )?(?:returns?|inflation|growth|performance|gains?)\b|\b(?:last|this|past|previous) (?:\w+ )?(?:years?|decades?)\b|\bsince (?:you|19|20)|\bto date\b|\bso far\b|\bin the past\b/i; // prettier-ignore

/** The middle of many futures, or an assumption, said to be what will come. */
function ofSureness({ middle, assumed }: Sense, { own, part, wide }: Placed, ofHistory: () => boolean): string | null {
  if (middle === true && !OF_MANY.test(wide)) return wordOf('sure', own);
  if (assumed === true && !ASSUMED.test(wide)) {
    const past = PAST.exec(own)?.[0];
    // A plan that is run through history has no others than those of the past.
    if (past !== undefined && !ofHistory()) return past.replace(FIGURE, '…');
  }
  if (assumed === true && EXACT.test(part)) return EXACT.exec(part)?.[0] ?? null;
  if (assumed === true && !TAKEN.test(wide)) return ONE_YEAR.exec(wide)?.[0].replace(FIGURE, '…') ?? null;
  return null;
}

const LACKS = new RegExp(String.raw`\b(?:need|short (?:of|by)|must find|have to find|lack\w*|missing|shortfall of|gap of|hole of|deficit of|find|come up with)(?: an?(?:other)?| extra| additional| further| more| about| around| roughly| some| at least)* ${FIGURE}(?! (?:or less|a year or less))|${FIGURE} (?:a year |each year |yearly )?(?:more|extra|short|too (?:little|much)|on top|missing)\b(?! than)`, 'i'); // prettier-ignore

/** What can be spent said to be what is missing. */
const ofLevel = ({ level }: Sense, { own, part }: Placed): string | null =>
  level === undefined || /\b(?:to live|income of|live on|portfolio|to retire)\b/i.test(own) ? null : ((level === 'wanted' ? part.replace(/\bneed\b(?! (?:an|extra|another|further|more))/gi, '') : part).match(LACKS)?.[0].replace(FIGURE, '…') ?? null); // prettier-ignore

const CALM = /(?<!\b(?:not|no|hardly|far from|never) (?:\w+ )?)\b(?:safe\w*|calm\w*|low(?:est|er)?(?![ -]cost)|mild|gentle|cautious|conservative|defensive|little risk|tame|modest|stead(?:y|iest)|quiet\w*|sooth\w*|sleep\w*|relax\w*|comfort\w*)\b/i; // prettier-ignore
const WILD = /(?<!\b(?:not|no|hardly|far from|never) (?:\w+ )?)\b(?:risk(?:y|iest|ier)|high(?:est|er)?|wild\w*|aggressive|dangerous|bold|turbulent|volatile|stormy)\b/i; // prettier-ignore
const POOR = /(?<!\b(?:not|no|hardly|far from|never) (?:\w+ )?)\b(?:poor\w*|bad(?:ly)?|weak\w*|narrow\w*|lopsided|low\w*|worst|insufficient|mediocre|failing|dismal)\b/i; // prettier-ignore
const FINE = /(?<!\b(?:not|no|hardly|far from|never) (?:\w+ )?)\b(?:good|well|strong\w*|excellent|broad\w*|great|high\w*|best|solid|healthy|superb|outstanding)\b/i; // prettier-ignore

/** A grade with a word that belongs to the other end of its scale. */
function ofGrade(fact: string, { grade }: Sense, { part }: Placed): string | null {
  if (grade === undefined) return null;
  const said = part.replace(/\([^)]*\)|\b(?:where|on a scale)\b.*|\b\d+ (?:is|being|means)\b.*/gi, '');
  const [high, low] = fact === 'score.risk' ? [WILD, CALM] : [FINE, POOR];
  const [own, other] = grade === 'high' ? [high, low] : [low, high];
  return own.test(said) ? null : (other.exec(said)?.[0] ?? null);
}

const UNTAXED = /\b(?:roth|iras?|401\s?\(?k\)?|403\s?\(?b\)?|hsa)\b|\btax[ -](?:free|deferred)\b/i;

const ofTaxes = ({ taxable }: Sense, { own }: Placed): string | null =>
  taxable !== true || /\btaxable\b|\bnot\b|\bother than\b|\boutside\b|\bunlike\b/i.test(own.replace(/\b(?:is|are) taxable\b/i, '')) ? null : (UNTAXED.exec(own)?.[0].replace(FIGURE, '…') ?? null); // prettier-ignore

const IN_ONE = new RegExp(`${FIGURE}[^.;,\\d]{0,30}\\b(?:is|sits?|are|held|lies?|parked|kept|all|entirely)\\b[^.;,\\d]{0,12}\\bin (?:the|your) (?:\\w+ )?(?:roth|iras?|401(?:\\s?\\(?k\\)?)?|403(?:\\s?\\(?b\\)?)?|hsa)(?! (?:and|or))(?!\\w)`, 'i'); // prettier-ignore

const HOLDS_ALL =
  /\b(?:roth|iras?|401\s?\(?k\)?|403\s?\(?b\)?|hsa)\b(?: account)? (?:holds?|has|keeps?|contains?) (?:all )?(?:of )?(?:your|the) cash\b/i;

/** The cash of all accounts said to lie in one of them. */
const ofOneAccount = ({ whole }: Sense, { own }: Placed, accounts: number): string | null =>
  whole !== true || accounts < 2 ? null : ((IN_ONE.exec(own) ?? HOLDS_ALL.exec(own))?.[0].replace(FIGURE, '…') ?? null);

const IN_FUTURES = new RegExp(`\\bin(?: (?:only|just|about|around|roughly|some|nearly|almost|over|under|more than|less than|the other|the remaining|a mere|barely))* ${FIGURE}|${FIGURE} of (?:the |all |our |your |these |those )*(?:simulated |possible |remaining |other )*(?:futures|cases|simulations|scenarios|paths|runs|trials|outcomes|lives|them|plans)\\b`, 'i'); // prettier-ignore
const CHANCE_OF = new RegExp(`\\b(?:chances?|odds|probability|likelihood|risk) (?:of|that) ([^${FIGURE},;.]{3,70}?) (?:is|are|was|of|at|stands at|comes to|would be)(?: only| just| about| around| roughly)* ${FIGURE}|${FIGURE} (?:chance|probability|likelihood|risk) (?:of|that) ([^,;.]{3,70})`, 'i'); // prettier-ignore
const NEUTRAL =
  /\b(?:today|now|fall\w*|drop\w*|chances?|odds|probabilit\w+|likelihood|rate of success|better|worse|ris\w+|rais\w+|lift\w*|climb\w*|improv\w*|answer|compar\w+|from|instead|rather|against|versus|interval|true|between|range)\b|[?:]/i;
const LOSING = /\b(?:bad|mild\w*|gentl\w*|crash\w*|slump\w*|chang\w+|return\w*|swing\w*|mov\w+|effect|impact|harm|pain\w*|toll|suffer\w*|disappear\w*|back|off|need\w* (?:a|more|to)|stand|price|rough|severe|withstand|weather\w*|bear|endure|stomach|risk\w*|worst|wors[et]\w*|blow|bleed\w*|bled|halv\w+|stress\w*|crisis test)\b|[-−–]\s?\$?\uE000|[-−]\d/i; // prettier-ignore
const GAINING = /\b(?:up|above|more|return\w*|worth|paper|appreciat\w+|unreali[sz]ed|tripled|doubled|quadrupled|multipl\w+|over|climb\w*|rise\w*|rose|gr[eo]w\w*|increas\w*|made|make|growth|yield\w*|perform\w*|better|sitting on|untaxed)\b|\+/i; // prettier-ignore

/** What no word says that must be said, as its opposite would read the same: that a plan works, that money is lost, that a year is a rare one. */
function unheard(
  fact: string,
  { outcome, money, need, rare }: Sense,
  { part, wide, passage }: Placed,
  figure: Figure,
): string | null {
  if (outcome !== undefined && (figure.kind === 'percent' || figure.kind === 'odds')) {
    const [own, other] = outcome === 'good' ? (['good', 'bad'] as const) : (['bad', 'good'] as const);
    const isSaid = (text: string): boolean => wordOf(own, text) !== null || negatedOf(other, text) !== null;
    const match = CHANCE_OF.exec(wide);
    const of = match?.[1] ?? match?.[2];
    if (of !== undefined && of.split(' ').length > 2 && !isSaid(of) && !isSaid(part) && !NEUTRAL.test(of)) return of;
    if (IN_FUTURES.test(wide) && !isSaid(passage) && !NEUTRAL.test(wide) && !/\b(?:do|does|did|will|would) not\b|n['’]t\b/i.test(passage)) return part.replace(FIGURE, '…').trim(); // prettier-ignore
  }
  if (money === 'loss' && fact.startsWith('risk.') && figure.sign === 0 && !(rare !== undefined && BAD_YEARS.test(wide)) && wordOf('loss', passage) === null && !LOSING.test(passage)) return part.replace(FIGURE, '…').trim(); // prettier-ignore
  if (money === 'gain' && figure.sign === 0 && fact.includes('gain') && wordOf('gain', passage) === null && !GAINING.test(passage)) return part.replace(FIGURE, '…').trim(); // prettier-ignore
  if (need === 'short' && wordOf('short', passage) === null && !/\b(?:more|extra|over|above|away|beyond)\b|[-−]/.test(passage)) return part.replace(FIGURE, '…').trim(); // prettier-ignore
  if (rare !== undefined && !BAD_YEARS.test(passage) && !OTHER_YEARS.test(passage) && !/\b(?:9[59]|extreme|severe|shock|crash|worse|tough|rough|ugly|terrible|awful|harsh|nasty|value at risk|var)\b/i.test(passage)) return part.replace(FIGURE, '…').trim(); // prettier-ignore
  return null;
}
