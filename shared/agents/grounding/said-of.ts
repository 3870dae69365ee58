import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { kindOf, isThing } from './subject-kinds.ts';

type Sides = readonly [before: string, after: string];

/** What is of the whole or of a plan, and never of a thing that is named beside a figure. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['worth', 'spread', 'income', 'saving', 'gap', 'loss', 'growth', 'volatility', 'return', 'diversified', 'drawdown', 'shortfall', 'chance', 'inflation', 'taxed']); // prettier-ignore
/** The same of classes: what a mix of them does is said of them too. */
const OF_THE_MIX: ReadonlySet<string> = new Set(['worth', 'spread', 'income', 'saving', 'growth', 'volatility', 'return', 'diversified']); // prettier-ignore
const LOSES = /\b(?:cost|costs|los[est]\w*|loss\w*|tak\w+|took|wip\w+|cut|fall\w*|fell|drop\w*|shr[iau]nk\w*|erase\w*|down|hit)\b/i; // prettier-ignore
const COMPARED = /\b(?:from|than|instead|against|compared|rather|versus|vs|now|today|current\w*|as (?:planned|it stands|you planned)|baseline|base|plan(?:ned)?|still|unchanged|up|down|same|either way)\b/i; // prettier-ignore

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
    isAtAnotherAge(quantity, sides, context, index) ||
    isNotTheMost(quantity, sides, context, index) ||
    isUnpaid(figure, quantity, sides, context) ||
    isNegated(quantity, sides) ||
    goesBackwards(figure, quantity, sides, context, index)
  );
}

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

/** The chance of the plan as it is, said of a changed plan. */
function isOfAChange(
  { kind }: Figure,
  { fact }: Quantity,
  [before, after]: Sides,
  context: Context,
  index: FactIndex,
): boolean {
  const { named, sentence } = context;
  if (kind !== 'percent' && kind !== 'odds') return false;
  const change = /^(?:retirement|question)\.whatIf\.([^.]+)\.success$/.exec(fact)?.[1];
  const at = [
    ...sentence.matchAll(
      /\b(?:retir(?:e|es|ing|ement) at|work\w* (?:until|to|till)|wait\w* (?:until|to|till)|stop\w* (?:work\w* )?at) (?:age )?(\d\d)\b/gi,
    ),
  ].map(([, age]) => age);
  const planned = String(index.ages.retirement ?? '');
  if (change !== undefined) {
    if (change.startsWith('retire') && at.length > 0 && !fact.startsWith('question')) {
      const label = String(index.values.get(fact.replace(/success$/, 'label')) ?? '');
      if (at.every((age) => age !== undefined && !label.includes(age) && age !== planned)) return true;
    }
    return isAgainstTheChange(index.values.get(fact.replace(/success$/, 'change')), `${before} ${after}`);
  }
  if (!/^retirement\.(?:success|failure|interval)/.test(fact) || /\binterval\b|\berror\b/.test(before + after))
    return false;
  const asPlanned = at.length > 0 && at.every((age) => age === planned);
  const turned = (at.length > 0 && !asPlanned) || [...named].some((one) => kindOf(one) === 'whatIf' && !(asPlanned && one === 'whatIf:retire')); // prettier-ignore
  return turned && !COMPARED.test(sentence.replace(/\b(?:retir\w+|up|down) (?:at|to)\b/gi, ''));
}

const RAISES =
  /\b(?:rais\w+|lift\w*|improv\w+|boost\w*|increas\w+) (?:the |your |its |that |this )?(?:\w+ )?(?:chances?|odds|probability|likelihood|it|that)\b|\b(?:chances?|odds|probability) (?:would |could |then )?(?:ris\w+|climb\w*|improv\w+|jump\w*|increas\w+)\b/i;
const LOWERS =
  /\b(?:lower(?:s|ed|ing)?|drop\w*|cut(?:s|ting)?|reduc\w+|drag\w*) (?:the |your |its |that |this )?(?:\w+ )?(?:chances?|odds|probability|likelihood|it|that)\b|\b(?:chances?|odds|probability) (?:would |could |then )?(?:drop\w*|fall\w*|sink\w*|slip\w*|shrink\w*|declin\w+)\b/i;

/** "Retiring at 60 would raise the chance to 53%". */
function isAgainstTheChange(change: unknown, said: string): boolean {
  if (typeof change !== 'number' || change === 0 || RAISES.test(said) === LOWERS.test(said)) return false;
  if (/\bnot\b|n['’]t\b|\bnor\b/i.test(said)) return false;
  return RAISES.test(said) ? change < 0 : change > 0;
}

const ENOUGH = /\bconfiden\w*|\bsustain\w*|\bsafe\w*|\bsupport\w*|\bearliest\b|\breach\w*|\bget\w*\b|\bneed\w*|\btarget\b|\bgoal\b|\bthreshold\b|\bbar\b|\bcomfort\w*|\benough\b|\baim\w*|\bwant\w*|\brequir\w*|\bwould last\b|\bhave to\b|\bincome\b|\bafford\w*|\bcarr\w+|\bplanners?\b|\buntil\b|\blike to\b|\bshort of\b|\bbelow\b|\baway\b/i; // prettier-ignore

/** "You can retire at 60 with 85% confidence" where that is so at 70. */
function isAtAnotherAge({ fact }: Quantity, [before, after]: Sides, { sentence }: Context, index: FactIndex): boolean {
  // prettier-ignore
  if (fact !== 'retirement.confidence') return false;
  // "Lifts the chance to 85%": of what the plan reaches there is no fact.
  const chance = /\b(?:chance|odds|probability)(?: of success| that it lasts)? (?:is |of |at |to |stands at )*$/i.test(before) || /^ (?:chance|probability)\b/i.test(after); // prettier-ignore
  if (chance && !ENOUGH.test(sentence)) return true;
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
  if (/\.(?:gainRatio|expenseRatio)$/.test(fact)) return OF_ALL.test(after);
  const drift = /^drift\.assetClass\.(\w+)\.(weight)$/.exec(fact);
  if (drift !== null) return OF_ALL.test(after) && index.values.has(`allocation.assetClass.${drift[1] ?? ''}.weight`);
  if (fact.endsWith(".target") && !/\btarget/i.test(before)) return OF_ALL.test(after) || /^ of (?:the|your|its) (?:stocks|equities|bonds|stocks and bonds)\b/i.test(after); // prettier-ignore
  return false;
}

const MOST: readonly (readonly [said: RegExp, fact: RegExp, least: boolean])[] = [
  [/\b(?:cheapest|least expensive|lowest[- ]cost)\b/i, /^holding\.[^.]+\.expenseRatio$/, true],
  [/\b(?:most expensive|priciest|costliest|dearest)\b/i, /^holding\.[^.]+\.expenseRatio$/, false],
  [/\b(?:largest|biggest|top) (?:single )?(?:holding|position|investment|fund)\b(?! (?:after|but))/i, /^(?:holding\.[^.]+|concentration\.largest)\.weight$/, false], // prettier-ignore
  [/\bworst (?:\w+ )?(?:time|crisis|crash|episode|period|of (?:them|these))\b/i, /^risk\.stress\.\w+\.return$/, true],
];

/** "The cheapest fund is GLD, at 0.40%" where another is cheaper. */
function isNotTheMost(
  { fact }: Quantity,
  [before]: Sides,
  { sentence, before: wider }: Context,
  index: FactIndex,
): boolean {
  return MOST.some(([said, family, least]) => {
    if (!family.test(fact) || !(said.test(wider) || said.test(before)) || /\b(?:second|third|fourth|next|then|other|followed|besides|among|one of|rather than|against)\b/i.test(sentence)) return false; // prettier-ignore
    if (before.includes(',') && !said.test(before) && /\band\b/.test(before)) return false;
    const own = Number(index.values.get(fact));
    for (const [name, value] of index.values)
      if (family.test(name) && typeof value === 'number' && (least ? value < own : value > own)) return true;
    return false;
  });
}

/** "Your gold cost you $13,200": what it cost is not what it is worth. */
function isUnpaid({ kind }: Figure, { meaning, fact }: Quantity, [before]: Sides, { subjects }: Context): boolean {
  if (kind !== 'money' || meaning.says === 'paid' || !/\bcost (?:you )?(?:about |around |roughly |some |only )*$/i.test(before)) return false; // prettier-ignore
  return (
    [...subjects].some((one) => one.startsWith('holding:')) &&
    !/^(?:costs|rebalancing|risk|question)\.|\.gain$/.test(fact)
  );
}

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

const SOURCES: Readonly<Record<string, RegExp>> = {
  'class:equity': /^(?:stocks?|equit)/,
  'class:fixed_income': /^(?:bonds?|fixed)/,
  'class:cash': /^cash/,
  'class:real_estate': /^real estate/,
  'class:commodities': /^(?:gold|commodit)/,
};

/** "Shift $42,000 from bonds into stocks" where stocks are above their target. */
function goesBackwards(
  { kind }: Figure,
  { meaning }: Quantity,
  sides: Sides,
  { sentence }: Context,
  index: FactIndex,
): boolean {
  if (kind !== 'money' || meaning.topic !== 'trade') return false;
  if (meaning.direction?.words === 'trade') {
    const [bought, sold] = [/\b(?:buy\w*|add\w*|purchas\w+)(?: about| around| roughly| some| another)* $/i, /\b(?:sell\w*|trim\w*|reduc\w+|cut\w*)(?: about| around| roughly| some)* $/i].map((way) => way.test(sides[0])); // prettier-ignore
    if (bought !== sold && (bought === true) !== meaning.direction.up) return true;
  }
  if (!/\bfrom\b.*\b(?:in)?to\b/i.test(sentence)) return false;
  const from = /\bfrom (?:your |the )?(\w+(?: \w+)?)/i.exec(sentence)?.[1]?.toLowerCase() ?? '';
  const source = Object.entries(SOURCES).find(([, words]) => words.test(from))?.[0];
  return (
    source !== undefined &&
    index.money.some(
      ({ meaning: one }) => one.topic === 'trade' && one.subjects[0] === source && one.direction?.words === 'trade' && one.direction.up, // prettier-ignore
    )
  );
}
