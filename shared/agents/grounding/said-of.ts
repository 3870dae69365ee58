import { isMadeUpOf } from './composition.ts';
import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { goesBackwards, isNotTheMost, isUnpaid } from './said-of-holdings.ts';
import { isOfAChange } from './said-of-change.ts';
import { kindOf, isThing } from './subject-kinds.ts';
import { isAtWhatLasts } from './named/of-its-case.ts';

type Sides = readonly [before: string, after: string];

/** What is of the whole or of a plan, and never of a thing that is named beside a figure. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['worth', 'spread', 'income', 'saving', 'gap', 'loss', 'growth', 'volatility', 'return', 'diversified', 'drawdown', 'shortfall', 'chance', 'inflation', 'taxed']); // prettier-ignore
/** The same of classes: what a mix of them does is said of them too. */
const OF_THE_MIX: ReadonlySet<string> = new Set(['worth', 'spread', 'income', 'saving', 'growth', 'volatility', 'return', 'diversified']); // prettier-ignore
const LOSES = /\b(?:cost|costs|los[est]\w*|loss\w*|tak\w+|took|wip\w+|cut|fall\w*|fell|drop\w*|shr[iau]nk\w*|erase\w*|down|hit)\b/i; // prettier-ignore

/** Whether a figure is said of something else than a fact is of: another thing, crisis, plan, part or way. */
export function isSaidOfAnother(
  figure: Figure,
  quantity: Quantity,
  sides: Sides,
  context: Context,
  index: FactIndex,
): boolean {
  // prettier-ignore
  if (figure.key === 'mix') return false;
  return (
    isOfAThing(figure, quantity, context, index) ||
    isOfACrisis(figure, quantity, sides, context) ||
    isOfAChange(figure, quantity, sides, context, index) ||
    isOfAnotherBase(quantity, sides, context, index) ||
    isMadeUpOf(figure, quantity, sides, context) ||
    isAtAnotherAge(quantity, sides, context, index) ||
    isNotTheMost(quantity, sides, context, index) ||
    isUnpaid(figure, quantity, sides, context) ||
    isNegated(quantity, sides) ||
    goesBackwards(figure, quantity, sides, context, index)
  );
}

const GAINED = /^portfolio\.gain(?!\.coverage)|^assumption\.untaxedGain$/;
const OF_ACCOUNTS = /\b(?:retirement|tax[- ](?:free|deferred)|ira|roth|401\S*) (?:accounts?|money|savings|plans?)\b/i;
const MIXED = /\b(?:mix|overall|portfolio|all of it|everything|together)\b/i;

/** "Your VTI is worth $2.2 million": what is of no thing is not of that one. */
function isOfAThing(
  { kind }: Figure,
  { meaning: { subjects, topic, says }, fact }: Quantity,
  context: Context,
  index: FactIndex,
): boolean {
  if (kind === 'number' || says !== undefined || subjects.some(isThing) || fact.startsWith('question.')) return false;
  const { beside, attached, sentence } = context;
  const things = [...beside, ...attached].filter(isThing);
  if (topic === 'company') return things.some((one) => /^(?:sector|region):/.test(one));
  if (topic === 'volatility' || topic === 'return' || (topic === 'diversified' && /\bvolatil/i.test(sentence))) {
    const own = context.clause === context.own ? [...context.subjects].filter(isThing) : things;
    if (
      own.some((one) => index.topics.percent.has(`${one} ${topic === 'return' ? topic : 'volatility'}`)) &&
      !MIXED.test(sentence)
    )
      return true;
  }
  // "$40,300 of $270,700".
  if (/(?:\d|illion) of (?:its |the |your )?$/.test(context.before)) return false;
  if (
    GAINED.test(fact) &&
    !MIXED.test(context.own) &&
    (OF_ACCOUNTS.test(context.own) || things.some((one) => /^(?:class|sector|region|holding|account):/.test(one)))
  )
    return true;
  if (things.length === 0 || [...beside].some((one) => one === 'whole:portfolio')) return false;
  if (topic === null) return fact.startsWith('portfolio.') && things.some((one) => /^(?:holding|account):/.test(one));
  if (MIXED.test(sentence)) return false;
  // "Your emergency fund would last five months at $66,000 a year".
  if ((topic === 'income' || topic === 'saving') && /\bspen\w+|\bwithdraw\w*|\bincome\b|\ba (?:year|month)\b|\bsav(?:e|ing)\b/i.test(context.own)) return false; // prettier-ignore
  const classes = things.every((one) => kindOf(one) === 'class');
  return classes ? OF_THE_MIX.has(topic) : OF_THE_WHOLE.has(topic);
}

/** "The Depression would have cost you $105,600": only what that crisis takes. */
function isOfACrisis(
  { kind }: Figure,
  { meaning, fact }: Quantity,
  [before, after]: Sides,
  { subjects }: Context,
): boolean {
  if (kind === 'number' || kind === 'points') return false;
  // What a crisis leaves is not what it costs.
  if (fact.startsWith("portfolio.value - risk") && /\b(?:cost|lost|lose|taken|take)(?: you)?(?: about| around| roughly)? $/i.test(before)) return true; // prettier-ignore
  const crisis = [...subjects].find((one) => kindOf(one) === 'stress');
  if (crisis === undefined || meaning.subjects.includes(crisis) || /\bthan\b/.test(before)) return false;
  return !fact.startsWith('risk.stress.') && LOSES.test(before) && !/\bleav\w+|\bleft\b/i.test(`${before}${after}`);
}

const ENOUGH = /\bconfiden\w*|\bsustain\w*|\bsafe\w*|\bsupport\w*|\bearliest\b|\breach\w*|\bget\w*\b|\bneed\w*|\btarget\b|\bgoal\b|\bthreshold\b|\bbar\b|\bcomfort\w*|\benough\b|\baim\w*|\bwant\w*|\brequir\w*|\bwould last\b|\bhave to\b|\bincome\b|\bafford\w*|\bcarr\w+|\bplanners?\b|\buntil\b|\blike to\b|\bshort of\b|\bbelow\b|\baway\b|(?:\bto |\bif you (?:want to )?|^\W*|[.;:] )(?:keep|hold|have|maintain|preserve)\b/i; // prettier-ignore

/** "Your plan holds in 85% of the futures": the bar is not where the plan stands. */
const OF_THE_PLAN = /\b(?:(?:your|the|this) (?:\w+ )?(?:plan|money|savings|portfolio)|it|as planned,?(?: \w+){0,2})\b[^.;,\uE000]{0,25}\b(?<!\bto )(?:holds?|lasts?|works?|succeeds?|survives?|comes? through)\b[^.;,\uE000]{0,25}\bin(?: about| around| roughly| some)* \uE000 of\b/i; // prettier-ignore
const REACHES =
  /\b(?:brings?|lifts?|raises?|takes?|puts?|moves?|gets?) (?:the|your) (?:chances?|odds|probability)[^.;,]{0,30}\bto (?:exactly |about |around |precisely )?$/i;
const CONDITION = /\b(?:if|would|could|so that|at which|until|would have to|need\w*|aim\w*|target|confiden\w*|earliest|sustain\w*|reach\w*|\d\d(?=[ ,.;:]|$)(?! ?%))|\$\d/i; // prettier-ignore

/** "You can retire at 60 with 85% confidence" where that is so at 70. */
function isAtAnotherAge({ fact }: Quantity, [before, after]: Sides, { sentence }: Context, index: FactIndex): boolean {
  // prettier-ignore
  if (fact !== 'retirement.confidence') return false;
  // "Lifts the chance to 85%": of what the plan reaches there is no fact.
  const chance = /\b(?:chance|odds|probability)(?: of success| that it lasts)? (?:is |of |at |to |from |stands at )*$/i.test(before) || /^ (?:chance|probability)\b/i.test(after); // prettier-ignore
  if (OF_THE_PLAN.test(`${before}\uE000${after}`) && !CONDITION.test(sentence)) return true;
  if (REACHES.test(before) && Math.abs(Number(index.values.get('retirement.earliestSuccess')) - Number(index.values.get(fact))) > 0.005) return true; // prettier-ignore
  if (chance && !ENOUGH.test(sentence) && !isAtWhatLasts(sentence, index)) return true;
  const ages = [
    ...sentence.matchAll(/\b(?:can|could) (?:\w+ )?(?:retire|stop work\w*) (?:\w+ )?at (?:age )?(\d\d)\b/gi),
  ];
  const meant = [index.ages.retirement, index.values.get('retirement.earliestAge')].map(String);
  return ages.length > 0 && ages.every(([, age]) => !meant.includes(age ?? ''));
}

const OF_ALL =
  /^ of (?:the|your|this|its) (?:whole |entire |total |overall )?(?:portfolio|total|money|wealth|assets)\b/i;

/** A share of the stocks and bonds said of the portfolio. */
function isOfAnotherBase(
  { fact }: Quantity,
  [before, after]: Sides,
  { before: wider }: Context,
  index: FactIndex,
): boolean {
  // prettier-ignore
  if (fact === 'drift.assetClass.value.weight') return !/\band\b|\btogether\b|\bcompared\b|\bclassified\b/i.test(before + after + wider);
  // Where the costs of all that there is are the same to the places shown, they are said of either.
  if (fact === 'costs.expenseRatio' && isAbout(index.values.get('assumption.fee'), index.values.get(fact)))
    return false;
  if (/\.(?:gainRatio|gain\.ratio|expenseRatio)$/.test(fact)) return OF_ALL.test(after);
  const drift = /^drift\.assetClass\.(\w+)\.(weight)$/.exec(fact);
  if (drift !== null) return OF_ALL.test(after) && index.values.has(`allocation.assetClass.${drift[1] ?? ''}.weight`);
  if (fact.endsWith(".target") && !/\btarget|\bshould\b|\bha(?:ve|s) to\b|\bneed\w*/i.test(before)) return OF_ALL.test(after) || /^ of (?:the|your|its) (?:stocks|equities|bonds|stocks and bonds)\b/i.test(after); // prettier-ignore
  return false;
}

const isAbout = (one: unknown, other: unknown): boolean => typeof one === 'number' && typeof other === 'number' && Math.round(1e4 * one) === Math.round(1e4 * other); // prettier-ignore

const NOT_RUN_OUT = /\b(?:not|never|without|n['’]t) (?:\w+ )?(?:run(?:s|ning)? (?:out|dry)|fail\w*)\b/i;
const NOT_LAST = /\b(?:not|n['’]t|never|no longer) (?:last\w*|succeed\w*|hold out|be enough)\b/i;

/** "A 28% chance of not running out". */
function isNegated({ fact }: Quantity, [before, after]: Sides): boolean {
  const said = before + after;
  if (fact === 'retirement.failure') return NOT_RUN_OUT.test(said);
  return (
    /^retirement\.(?:success|interval)/.test(fact) &&
    NOT_LAST.test(said) &&
    /\bchance|\bprobab|\bodds|\brisk/i.test(said)
  );
}
