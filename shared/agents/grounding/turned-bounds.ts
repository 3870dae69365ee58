import { everyMatch } from '../every-match.ts';
import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { FIGURE, placed } from './polarity/placed.ts';
import { isAnothersAccount, isHeldElsewhere } from './account-kinds.ts';

/** A saying that is the opposite of what facts are, unless other words of the sentence make it so. */
interface Turn {
  facts: RegExp;
  /** In its clause; in its sentence where `wide`. */
  said: RegExp;
  wide?: true;
  unless?: RegExp;
}

/** A loss of at least so much in the worst years is one of at most so much in all the others. */
const IN_THE_OTHERS =
  /\b(?:nineteen|19|ninety|99|95)(?: years?)?(?: %|%| percent| in| out of| of)|\ball but\b|\bexcept\b|\bmost (?:\w+ )?(?:years|scenarios|cases|times|of the time)\b|\bmajority\b|\bonce[ -]in[ -]a\b|\bconfiden\w*|\b(?:chance|probability|odds|likelihood) (?:of|that|is)\b|\bnot (?:the|a) (?:most|worst|limit|maximum|ceiling|cap)\b|\bno (?:limit|ceiling|cap|floor)\b/i;
const AT_LEAST = /^risk\.loss\d+\.(?:share|value|parametric)/;
const ANY_LOSS = /^risk\.(?:loss\d+|stress\.\w+)\./;

const RETURNS = /^(?:risk\.mean|retirement\.portfolioMean|assumption\.\w+\.mean)$/;

/** What is saved or spent in all, and not more of it. */
const FOUND =
  /^question\.(?:whatIf\.\d+\.found\.(?:contribute|income)|savingsGoal\.\d+\.(?:half|likely)(?:\.monthly)?)$/;

/** What stands between a word and how it is changed: nothing of the chance that comes of it. */
const NO_CHANCE = String.raw`(?:(?!\b(?:chances?|odds|probability|likelihood|futures|money|and|but|while|than|returns|inflation|takes?|costs?)\b)[^.;,]){0,40}?\b`;
const POINTS = String.raw`(?:(?:one|a|1|two|2) (?:full |whole )?(?:percentage )?points? (?:a year )?)?`;
const BELOW = String.raw`(?:lower|less|below|under|slower|milder|cooler|weaker)\b`;
const ABOVE = String.raw`(?:higher|more|above|over|better|stronger)\b`;

const INCOME = '(?:social security|pensions?|annuit(?:y|ies))';
const SOME = '(?: (?:about|around|roughly|some|only|just|nearly|almost|you|in|the|your|all|of|whole|full|entire))*';
const PAYS = '(?:pays?|provides?|covers?|produces?|suppl(?:y|ies)|delivers?|contributes?|brings?|gives?|funds?|adds?)';
const RETIRED = String.raw`(?:(?:in|during|throughout) (?:your )?retirement|(?:after|once|when) (?:you (?:have |are )?(?:retired?|stopp?(?:ed)?(?: work\w*)?)|retiring|retirement|(?:age )?[5-8]\d))\b`;
const SAVES = String.raw`(?:sav(?:e|ing)|contribut(?:e|ing)|put(?:ting)? (?:aside|away|by)|set(?:ting)? aside)`;
const IN_A_HUNDRED =
  /\b(?:in|every|out of|of)[ \-‑](?:(?:an?|one|every|each)[ \-‑])?(?:hundred|100)\b|\bcentury\b|\bhundredth\b/i;
const IN_TWENTY = /\btwent\w+|\bbad years?\b|\b20\b(?! ?%)|(?<![\d.])5 ?%|\b95\b/i;

const BY_THE_PORTFOLIO = new RegExp(`\\b(?:portfolio|savings|nest egg)(?: alone| itself)? (?:(?:has to|must|needs to|would have to|will have to|is to) )?${PAYS}${SOME} \uE000`, 'i'); // prettier-ignore

const turns: readonly Turn[] = [
  { facts: /^question\.(?:whatIf\.\d+\.)?balanceChance\.\d+\.(?:chance|amount)$/, said: /\b(?:less|fewer|under|below|short of|at most|up to|miss(?:es|ed)?|not|no more|n['’]t)\b/i, unless: /\b(?:no|not) (?:less|fewer)\b/i }, // prettier-ignore
  { facts: AT_LEAST, said: /\bat (?:the )?(?:very )?worst\b|\bin the (?:very )?worst (?:case|year|event)\b|\bworst[ -]case (?:loss|is|you|would)\b|\uE000 (?:and|but) (?:no|never|not) more\b|\b(?:at most|no more than|not more than) \uE000/i, wide: true, unless: IN_THE_OTHERS }, // prettier-ignore
  { facts: /^retirement\.sustainableIncome$/, said: /\b(?:on top of|in addition to|besides|over and above|beyond) (?:the|your|these|those|that)\b[^.;\uE000]*\uE000|\b(?:another|an extra|an additional|a further) \uE000|\uE000 (?:more|extra|on top|in addition)\b/i, wide: true }, // prettier-ignore
  {
    facts: FOUND,
    said: /\b(?:another|an? (?:extra|additional|further)|extra|additional)(?: of)?(?: about| around| roughly| some)* \uE000|\uE000(?: (?:a|per|each|every) (?:year|month))? (?:more|extra|on top|in addition)\b|\b(?:increas|rais|lift|step|boost|top|cut|reduc|lower|add)\w*\b[^.;\uE000]{0,40}\b(?:by|add)(?: about| around| roughly| some)* \uE000/i,
    wide: true,
  },
  {
    facts: FOUND,
    said: /\b(?:on top of|in addition to|besides|over and above|beyond (?:what|the))\b[^.;]*\uE000/i,
    wide: true,
    unless: /\b(?:in all|in total|altogether|all told|makes?|making)\b/i,
  },
  {
    facts: /\.found\.contribute$|\.savingsGoal\.\d+\.(?:half|likely)(?:\.monthly)?$/,
    said: /\b(?:at most|no more than|not more than|up to|a maximum of)(?: about| around)* \uE000|\b(?:the most|the maximum)\b[^.;]*\uE000|\uE000[^.;]*\b(?:the most|the maximum|the limit)\b/i,
  },
  {
    facts: /\.found\.income$/,
    said: /\b(?:at least|no less than|not less than|a minimum of)(?: about| around)* \uE000|\bthe (?:least|minimum)\b[^.;]*\uE000|\uE000[^.;]*\bthe (?:least|minimum)\b/i,
  },
  { facts: /^question\.whatIf\.\d+\.balance(?:At|Reached|Chance)\./, said: /^[^\uE000]*\b(?:as (?:you )?plan(?:ned)?|under (?:your|the) plan|(?:current|present|unchanged) plan|nothing changes?|things stand|it stands)\b[^\uE000]*\uE000/i, unless: /\b(?:instead|against|compared|than|versus|rather|from|but|while)\b/i }, // prettier-ignore
  { facts: /^question\.savingsGoal\.\d+\.half(?:\.monthly)?$/, said: /(?<![\d.])(?:[6-9]\d|5[1-9])(?:\.\d+)? ?(?:%|percent)|\b(?:most|nearly all|almost all|all|two[ -]thirds|three[ -]quarters|(?:four|eight|nine|19|nineteen) (?:in|out of)) (?:of )?/i, unless: /\b(?:half|median|middle|even odds|coin)\b|(?<![\d.])50 ?(?:%|percent)/i }, // prettier-ignore
  { facts: /^holding\.[^.]+\.value$/, said: /\b(?:earned|made|gained|brought|netted)(?: you)?(?: about| around| roughly| some)* \uE000/i }, // prettier-ignore
  { facts: /#tail$/, said: /\uE000,?(?: of (?:the|these) \w+)? (?:fails?|runs? out|ends? (?:badly|early))\b/i }, // prettier-ignore
  { facts: /^question\.whatIf\.\d+\.change$/, said: /\b(?:every|each|per) year\b(?! in| of)/i }, // prettier-ignore
  { facts: /^portfolio\.invested$/, said: /\b(?:altogether|all told|in all|in total|all in all)\b[^.;,\uE000]{0,40}\uE000/i }, // prettier-ignore
  { facts: /^(?:goals|question\.whatIf\.\d+|retirement\.whatIf\.\w+)\./, said: /\bto (?:stay at|reach|keep|get to|be at)\b[^.;]*\b(?:have|need) to (?:work|keep working)(?: on)? (?:until|till|to)(?: age)? \uE000/i, wide: true }, // prettier-ignore
  { facts: ANY_LOSS, said: /\b(?:the )?(?:most|maximum) (?:that )?you (?:can|could|will|would)(?: ever| possibly)? lose\b(?! in any of)[^.;\uE000]*\uE000/i, unless: IN_THE_OTHERS }, // prettier-ignore
  { facts: ANY_LOSS, said: /\b(?:can(?:not|no|['’]t)?|could|will|would|won['’]t|do|does)(?: ?not|n['’]t| never)?(?: \w+){0,2} lose (?:any )?(?:more|over|above)(?: than)?[^.;\uE000]{0,12}\uE000/i, wide: true, unless: new RegExp(`${IN_THE_OTHERS.source}|^(?!.*(?:\\bnot\\b|\\bnever\\b|\\bno\\b|nnot\\b|n['’]t\\b|\\bimpossible\\b)[^.;]*${FIGURE})`, 'i') }, // prettier-ignore
  { facts: ANY_LOSS, said: /\uE000[^.;]*\b(?:is|are|would be) (?:impossible|unthinkable|inconceivable|ruled out|out of the question|not possible)\b|\uE000[^.;]*\b(?:cannot|can['’]t|can never|will not|won['’]t|will never) (?:happen|occur|be exceeded)\b/i, wide: true, unless: IN_THE_OTHERS }, // prettier-ignore
  { facts: AT_LEAST, said: /\b(?:nineteen|19)(?: years)? (?:in|out of|of)(?: every)? (?:twenty|20)\b(?![^.;]*\b(?:less|under|below|better|not|no|never|within|at most|up to|milder|smaller|avoid\w*|spare\w*)\b|[^.;]*n['’]t\b)[^.;\uE000]*\blos[es]\w*[^.;\uE000]*\uE000/i, wide: true }, // prettier-ignore
  { facts: /^risk\.loss\d+\.|#tail$/, said: /\blos(?:e|es|ing) (?:everything|(?:it )?all|all (?:of )?(?:it|your|the)\b|your (?:whole|entire)|most of|half|nearly (?:everything|all))|\bwip(?:e|es|ed|ing) out\b/i, wide: true, unless: /\bnot\b|\bnever\b|n['’]t\b/i }, // prettier-ignore
  { facts: /^holding\.[^.]+\.price$/, said: /\b(?:you(?:['’]ve| have)? (?:paid|bought|purchased)|(?:was|were) (?:bought|purchased))\b[^.;,\uE000]{0,40}\uE000/i, unless: /\b(?:now|today|priced?|worth)\b/i }, // prettier-ignore
  // What is there at an age dates nothing else.
  { facts: /^retirement\.balance\.[^#]+#age$/, said: /\b(?:lasts?|lasting|retir(?:es?|ing)|retirement (?:begin|start)s?|work(?:s|ing)?|quit|save|saving|claim\w*|pensions?|social security|live|die)\b(?:(?!\b(?:and|balance|portfolio|median|typical\w*)\b)[^.;,$\uE000]){0,30}\b(?:at|to|until|till|by|past|beyond|before|through|from|are|turn|be)(?: age| the age of)? \uE000|\b(?:at|when you (?:are|turn)|by|until|from)(?: age| the age of)? \uE000,? (?:you|work)\b[^.;,$]{0,20}\b(?:retire|stops?|quit|ends?|claim)\b/i }, // prettier-ignore
  // What the regions are off moves within the stocks.
  { facts: /^drift\.region\.(?:toMove|turnover)$/, said: /\b(?:in)?to (?:your |more )?(?:bonds?|fixed income|cash|gold|stocks?|equit\w+|shares)\b|\b(?:from|out of) (?:your )?(?:bonds?|fixed income|cash|gold)\b|\uE000 (?:of|in) (?:your |more )?(?:bonds?|fixed income|cash|gold)\b/i, unless: /\bregions?\b|\babroad\b|\boverseas\b|\bamerica|\beurop|\bpacific|\bemerging\b|\bworld/i }, // prettier-ignore
  { facts: /^score\.\w+$/, said: /\b10 (?:is|being|means|stands for)(?: the)? (?:worst|poorest|weakest|least|lowest|calmest|safest)\b|\b1 (?:is|being|means|stands for)(?: the)? (?:best|strongest|most|highest|riskiest)\b/i, wide: true }, // prettier-ignore
  { facts: /olatility$/, said: /\b(?:expect|likely|hope|count on|going|will|would|should|can)\b[^.;\uE000]{0,20}\b(?:earn|make|gain|return|grow)\w*(?: by| at)?(?: about| around| roughly| some| an?)* \uE000(?! (?:more|less|above|below|either|up|in either))/i, wide: true, unless: /\bvolatil\w*|\bswing\w*|\bdeviation\b|\bplus or minus\b|±|\bgive or take\b/i }, // prettier-ignore
  { facts: RETURNS, said: /\uE000[^.;,\uE000]{0,30}\b(?:(?:after|above|beyond|over|net of|on top of|more than) inflation|in real terms|inflation-adjusted|in today's dollars)\b|\b(?:real|inflation-adjusted) (?:yearly |annual |expected )*returns?\b[^.;,\uE000]{0,25}\uE000|\b(?:after|above|beyond|net of) inflation[^.;\uE000]{0,60}\uE000/i, unless: /\bbefore inflation\b|\bnominal\b|\bnot\b|n['’]t\b|\bless\b|\bminus\b/i }, // prettier-ignore
  { facts: /^retirement\.earliestAge$/, said: /\uE000,? at the latest\b|\b(?:at the latest|no later than|not later than|latest age)\b[^.;\uE000]*\uE000/i }, // prettier-ignore
  { facts: /^retirement\.p10RuinAge$/, said: /\bdoes so\b|\b(?:typical\w*|usual\w*|median|half|most|middle|average|generally|commonly|mostly|majority|normally)\b/i, wide: true, unless: /\btenth\b|\b10(?:%| percent|th)|\bten percent\b|\bearl(?:y|iest|ier)\b|\bone in ten\b|\bworst\b|\bunluck\w*|\bpoor\w*|\bbad\b|\bfirst\b|\bas soon as\b|\b9(?:0%| in 10)|\bnine\b/i }, // prettier-ignore
  { facts: /^portfolio\.gain(?!\.coverage)|^holding\.[^.]+\.gain|^assumption\.untaxedGain$/, said: /\b(?:this|(?:the |since |over |in )?(?:last|past|previous)|a single|each|every|per) (?:\w+ )?(?:years?|quarter|months?|decade)\b|\uE000 a year\b|\b(?:annually|yearly)\b|\b(?:since|in) (?:last year|january)\b|\byear to date\b/i }, // prettier-ignore
  {
    facts: /\.inflation_\w+_higher\./,
    said: new RegExp(
      `\\binflation\\b${NO_CHANCE}${POINTS}${BELOW}|\\b(?:lower|less|slower|milder|weaker|${POINTS}less) inflation\\b`,
      'i',
    ),
  },
  {
    facts: /\.returns_\w+_lower\./,
    said: new RegExp(
      `\\b(?:returns?|earns?|growth|markets?|investments)\\b${NO_CHANCE}${POINTS}${ABOVE}|\\b(?:higher|better|stronger) returns\\b`,
      'i',
    ),
  },
  {
    facts: /\.live_\w+_longer\./,
    said: new RegExp(
      `\\b(?:liv\\w+|lives?|life|plan\\w*|last\\w*)\\b${NO_CHANCE}(?:less|shorter|fewer|sooner|earlier|younger)\\b|\\b(?:shorter|earlier) (?:life|lives|death|horizon)\\b|\\b(?:die|dying|death)\\b${NO_CHANCE}(?:earl|sooner|younger|before)`,
      'i',
    ),
  },
  { facts: /\.retire_\w+_later\./, said: /\b(?:earlier|sooner|early|(?:years?|months?) less|fewer years)\b/i },
  {
    facts: /\.spend_\w+_less\./,
    said: /\bspend\w*\b(?:(?!\bless\b|\bdoes\b)(?:[^.;,$]|,(?=\d))){0,20}\bmore\b|\bmore spending\b/i,
  },
  {
    facts: /\.save_\w+_more\./,
    said: /\bsav(?:e|es|ing)\b(?:(?!\bmore\b|\bdoes\b)(?:[^.;,$]|,(?=\d))){0,20}\b(?:less|nothing)\b|\bless saving\b/i,
  },
  {
    facts: /^goals\.(?:income|fromPortfolio)$|^goals\.income - /,
    said: new RegExp(
      `\\b${INCOME}(?: income| benefits?)?(?: alone| then| itself| will| would)? ${PAYS}${SOME} \uE000(?! (?:short|less))`,
      'i',
    ),
  },
  { facts: /^goals\.otherIncome\.\d+\.amount$/, said: BY_THE_PORTFOLIO },
  {
    facts: /^goals\.contribute$|^rebalancing\.newMoney\.\w+$/,
    said: new RegExp(
      `\uE000[^.;,]{0,20} (?:in)?to (?:your |the )?${INCOME}|\\b${RETIRED}[^.;]{0,30}\\b${SAVES}${SOME} \uE000|\\b${SAVES}${SOME} \uE000(?: (?:a|each|every|per) year)? ${RETIRED}`,
      'i',
    ),
  },
  {
    facts: /^(?!goals\.(?:retireAt|people))/,
    said: new RegExp(
      `\\b(?:you(?: are|['’]re)?|go on|keep)(?: now)? ${SAVES}\\b[^.;]*\\b(?:until|till|up to)(?: age| you are| you turn| you reach)* \uE000`,
      'i',
    ),
    wide: true,
    unless: /\b(?:if|would|could|have to|need|instead|later|longer|more)\b/i,
  },
  {
    facts: /^(?!goals\.)/,
    said: /\bha(?:s|ve) to last\b[^.;]*\b(?:from|to)(?: age)? \uE000(?! years)/i,
    unless: /\b(?:if|would|stop\w*|retir\w*)\b/i,
  },
  { facts: /^risk\.loss95\.[^#]+$/, said: IN_A_HUNDRED, wide: true, unless: IN_TWENTY },
  {
    facts: /^risk\.loss99\.[^#]+$/,
    said: IN_TWENTY,
    wide: true,
    unless: new RegExp(`${IN_A_HUNDRED.source}|\\b99\\b|(?<![\\d.])1 ?%`, 'i'),
  },
  {
    facts: /^retirement\.sustainableIncome$/,
    said: /\bwith (?:full |complete |absolute |total |great )?certainty\b|\b(?:certain|sure) of\b|\bfor (?:sure|certain)\b|\bin (?:all|every)\b[^.;]{0,25}\bfutures\b/i,
    wide: true,
    unless: /\d ?%|\bnot\b|n['’]t\b|\bno\b|\bnever\b|\bnothing\b/i,
  },
  {
    facts: /^risk\.stress\./,
    said: /\byou(?:['’]ve| have)?(?: really| actually)? lost(?: about| around| some| roughly| nearly)* \uE000|\b(?:your|the) (?:portfolio|money|savings|investments|holdings) (?:fell|lost|dropped|declined|shrank|sank|(?:was|went) down|plunged|tumbled)(?: by| about| around| some| roughly| nearly)* \uE000/i,
    wide: true,
    unless:
      /\b(?:would|could|might|repeat\w*|again|replay\w*|tests?|tested|simulat\w*|scenario\w*|had|if|mix|like|should|were)\b/i,
  },
  { facts: /^goals\.(?:lifeExpectancy|age|retireAt)$/, said: /\b(?:social security|pensions?|annuit(?:y|ies))\b(?:[^.;,\uE000]|,(?=\d)){0,25} (?:starts?|begins?|kicks? in|sets? in|is paid)(?: (?:when|once|as soon as) you (?:retire|stop))?(?: at| from)?(?: age)? \uE000/i }, // prettier-ignore
];

/** Whether a saying turns a fact into its opposite: a loss of at least so much said to be the most, an early age said to be the usual one. */
export function isTurned(figure: Figure, quantity: Quantity, context: Context, index: FactIndex): boolean {
  const { own, wide } = placed(figure, context);
  const { fact } = quantity;
  const turned = turns.some(
    ({ facts, said, wide: far, unless }) =>
      facts.test(fact) && said.test(far === true ? wide : own) && unless?.test(wide) !== true,
  );
  return turned || isAboveWhatLasts(fact, wide, index) || isPaidByAll(fact, own, wide, index) || isOfToday(fact, own, index) || isPartlyPaid(fact, wide, index) || isWrongWay(fact, own, index) || isAnothersAccount(fact, wide, index) || isHeldElsewhere(fact, wide, index) || startsElsewhere(figure, wide, index) || isOfMoreThanKnown(fact, own, index); // prettier-ignore
}

const AMOUNT = /[$€£]\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|m|million)\b)?/gi;
const SCALE: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, m: 1_000_000, million: 1_000_000 };
const isAbout = (one: number, other: number): boolean => Math.abs(one - other) <= 0.005 * Math.abs(other);

const WEIGHED =
  /\b(?:would (?:have|need|take|require)|needs?|requir\w+|instead|rather|short|shy|below|under|less|lower|above|exceed\w*|over|more than|beyond|until|longer|later|earliest|cut\w*|gap|but|than|unless|only if|not|cannot|save|saving|if you (?:work|wait|retire)|too (?:much|high|early))\b|n['’]t\b/i;
const CAN_RETIRE =
  /\b(?:(?:can|could|may|able to|possible to) (?:\w+ )?(?:retire|stop(?: work\w*)?)|retir(?:e|ing|ement))\b[^.;]{0,15}\b(?:at|by)(?: age)? (\d\d)\b/gi;
const OF_INCOME = /\b(?:income|spend\w*|sustain\w*|last\w*|withdraw\w*|liv(?:e|ing) on)\b|[$€£]/i;

/** The chosen confidence, said of the income or the age that is wanted where only less, or later, has it. */
function isAboveWhatLasts(fact: string, sentence: string, { values }: FactIndex): boolean {
  if (fact !== 'retirement.confidence' || WEIGHED.test(sentence)) return false;
  const of = (name: string): number => Number(values.get(name) ?? Number.NaN);
  const [wanted, lasts, planned, earliest] = ['goals.income', 'retirement.sustainableIncome', 'goals.retireAt', 'retirement.earliestAge'].map(of) as [number, number, number, number]; // prettier-ignore
  const amounts = everyMatch(AMOUNT, sentence).map(([, digits = '', scale = '']) => Number(digits.replaceAll(',', '')) * (SCALE[scale.toLowerCase()] ?? 1)); // prettier-ignore
  const says = (value: number) => amounts.some((one) => isAbout(one, value) || isAbout(12 * one, value));
  if (wanted > 1.01 * lasts && !new RegExp(`\\b${earliest}\\b`).test(sentence) && says(wanted) && !says(lasts))
    return true;
  const ages = everyMatch(CAN_RETIRE, sentence).map(([, age]) => Number(age));
  return earliest > planned && ages.includes(planned) && !ages.includes(earliest) && !OF_INCOME.test(sentence);
}

/** Before other income is paid, the portfolio pays for everything. */
const EARLY = /\b(?:first|those (?:\w+ )?years|before|until|till|between|bridge\w*)\b/i;

/** What is wanted in all is not what the portfolio has to pay beside other income. */
const isPaidByAll = (fact: string, clause: string, sentence: string, { values }: FactIndex): boolean =>
  fact === 'goals.income' && values.has('goals.fromPortfolio') && values.get('goals.fromPortfolio') !== values.get(fact) && BY_THE_PORTFOLIO.test(clause) && !EARLY.test(sentence); // prettier-ignore

const STARTS = new RegExp(String.raw`\b${INCOME}\b[^.;]{0,60}?\b(?:from|starts?|starting|begins?|beginning|kicks? in|paid|claimed|counted)(?: (?:at|from|when|once|as soon as|you|are|turn|the|age|of))* \uE000|\b(?:from|starting|beginning)(?: (?:at|age|the|of))* \uE000(?: on| onwards?)?,? (?:(?:your |the )?${INCOME}|you (?:will |would |then )?(?:get|receive|have|draw|collect|claim)[^.;]{0,40}\b${INCOME})`, 'i'); // prettier-ignore
const CLAIMED = /social security|pension|claim/i;

/** "Social Security from age 65" where it is paid from 67, and a question asks for no other age. */
function startsElsewhere({ kind, value }: Figure, sentence: string, { values, labelOf }: FactIndex): boolean {
  if (kind !== 'number' || value < 40 || value > 99 || !STARTS.test(sentence) || /\b(?:not|no|unless|until \d)\b|n['’]t\b/i.test(sentence)) return false; // prettier-ignore
  const ages = [...values].filter(([name]) => /^goals\.otherIncome\.\d+\.(?:from|to|cutFrom)$/.test(name));
  const asked = [...values].some(([name, said]) => name.startsWith('question.') && CLAIMED.test(`${labelOf(name)} ${String(said)}`) && (said === value || `${labelOf(name)} ${String(said)}`.includes(` ${String(value)}`))); // prettier-ignore
  return ages.length > 0 && !asked && !ages.some(([, age]) => age === value);
}

const OF_ALL_HELD = /\b(?:(?:your|the|this) (?:whole |entire )?portfolio|(?:all|everything)(?: (?:of )?your (?:investments|holdings|money|savings|positions)| you (?:own|have|hold))) (?:\w+ ){0,3}?(?:gained|grown|risen|up|made|earned|increased|appreciated)\b|\b(?:gained|made|earned|up)\b[^.;,]{0,20}\uE000 (?:on|across|over) (?:your (?:whole|entire)|the (?:whole|entire)|everything|all)\b/i; // prettier-ignore
const KNOWN = /\bknown\b|\bcosts?\b|\bwhere\b|\bpart\b|\bcover\w*|\brecord\w*|\bsome\b|\bpositions?\b|\bthose\b|\bwhich\b|\bof what\b/i; // prettier-ignore

/** The gain that is known of a part of what is held, said of all of it. */
const isOfMoreThanKnown = (fact: string, clause: string, { values }: FactIndex): boolean =>
  /^portfolio\.gain(?:\.ratio)?$/.test(fact) && Number(values.get('portfolio.gain.coverage') ?? 1) < 0.995 && OF_ALL_HELD.test(clause) && !KNOWN.test(clause); // prettier-ignore

const OF_AN_AMOUNT = /\uE000 of (?:(?:the|your|this|about|around|roughly) )*\$(\d[\d,]*)/i;

/** "3.5% of the $842,300" that there is today, where it is of what there is at retirement. */
function isOfToday(fact: string, clause: string, { values }: FactIndex): boolean {
  const [, amount] = fact === 'retirement.withdrawalRate' ? (OF_AN_AMOUNT.exec(clause) ?? []) : [];
  return amount !== undefined && isAbout(Number(amount.replaceAll(',', '')), Number(values.get('portfolio.value')));
}

const OTHER_INCOME = /\b(?:social security|pensions?)\b/i;
const NOT_OF_IT =
  /\b(?:not|no|nothing|neither|nor|none|beside|besides|on top|without|extra|any|alone|excluding|apart|if|would|could|may|might|whatever|before|uncounted|unless|also|more)\b|n['’]t\b|\?/i;

/** The income wanted of the portfolio said together with income that the projection does not count, where no word keeps them apart. */
const isPartlyPaid = (fact: string, sentence: string, { values }: FactIndex): boolean =>
  fact === 'goals.income' && /social security|pension/i.test(String(values.get('goals.notCounted') ?? '')) && OTHER_INCOME.test(sentence) && !NOT_OF_IT.test(sentence); // prettier-ignore

const HELD = String.raw`\b(?:own|hold|have|has|are|is)\b[^.;\uE000]{0,20}\uE000`;
const ASKED = String.raw`\b(?:rebalanc\w*|trades?|targets?|mix)\b[^.;\uE000]{0,12}\b(?:means?|calls? for|requires?|needs?|takes?|wants?|asks? for)\b[^.;\uE000]{0,12}\uE000`;
const TOO_MUCH = new RegExp(String.raw`${HELD} (?:more|too much|extra|in excess|over|above)\b|${ASKED} (?:less|fewer)\b`, 'i'); // prettier-ignore
const TOO_LITTLE = new RegExp(String.raw`${HELD} (?:less|too little|short|under|below|fewer)\b|${ASKED} (?:more|extra)\b`, 'i'); // prettier-ignore

/** "You own $41,841 more in bonds than the target" where they have to be bought. */
function isWrongWay(fact: string, clause: string, { values }: FactIndex): boolean {
  const buys = waysTo(fact, values);
  return buys !== null && (buys ? TOO_MUCH : TOO_LITTLE).test(clause);
}

/** Whether what a fact moves has to be bought; null where a fact moves nothing. */
function waysTo(fact: string, values: FactIndex['values']): boolean | null {
  if (/^drift\.\w+\.[^.]+\.toTarget$/.test(fact)) return Number(values.get(fact)) > 0;
  const trade = /^(rebalancing\.trade\.\d+)\.value$/.exec(fact)?.[1];
  if (trade !== undefined) return values.get(`${trade}.action`) === 'buy';
  return null;
}
