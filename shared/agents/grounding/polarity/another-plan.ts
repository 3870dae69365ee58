import { usd } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { WORDS, readNumeral } from '../numeral.ts';
import { turnsIn } from '../stages.ts';
import { FIGURE, placed } from './placed.ts';
import { DIMENSIONS, plansOf } from './plans.ts';
import type { Changes, Dimension, Plans } from './plans.ts';
import { namesPart, spokenPlan } from './spoken-plan.ts';
import { CONTRAST, statementOf } from './statement.ts';
import type { Statement } from './statement.ts';
import type { SpokenPlan } from './spoken-plan.ts';

const OF_A_CHANGE =
  /^((?:question|retirement)\.whatIf\.[^.]+)\.(?:success|change|balanceAt\.\d+\.p\d+|balanceChance\.\d+\.chance|balanceReached\.\d+\.age)$/;
const OF_THE_PLAN = /^retirement\.(?:success|failure|interval\.\w+)$/;
/** What else the simulation of the plan says: what lasts, what is there at an age, what a bad start leaves. */
const ITS_RESULT = /^retirement\.(?:sustainable\w*|spending|incomeGap|withdrawalRate|median\w+|balance|sequence|shortfall|p10RuinAge|paidInFullUntil)(?:\.|$)/; // prettier-ignore

/** Words that speak of several changes at once. */
const TOGETHER = /\b(?:both|together|combin\w+|these|the two|all three|same|likewise|in addition|on top)\b/i;
/** "Would each lift the chance", "the difference between 79% and 46%": several are spoken of. */
const EACH = /\b(?:each|either|difference between|respectively)\b/i;
const BOTH =
  /\bboth (?:changes|steps|of them|moves|together)\b|\bthe two (?:changes|together|combined)\b|\b(?:taken|done|put) together\b/i;
const PAIR = new RegExp(
  `${FIGURE}(?: points?)? and (?:about |roughly )?\\d|\\d(?:%| points?)? and (?:about |roughly )?${FIGURE}`,
);
/** "Are worth 23 and 19 points". */
export const isOneOfTwo = (wide: string): boolean => PAIR.test(wide) && /\band\b.*\band\b|,.*\band\b/.test(wide);
const PLAN_ITSELF = /^\W*(?:as (?:planned|it (?:is|stands)|things stand|you planned?)|(?:your|the) (?:current|present|unchanged|original) plan)\b|\uE000[^,.;]{0,60} as (?:planned|it stands|things stand)\b/i; // prettier-ignore
/** What moves money and changes nothing of when it is spent. */
const TRADES = /\b(?:mov|shift|switch|sell|buy|rebalanc|swapp|putt)(?:ing|e|es|s)\b(?:[^.;,\uE000]|,(?=\d)){0,40}\b(?:stocks?|bonds?|cash|gold|funds?|targets?|portfolio)\b/i; // prettier-ignore
/** What no simulation has tried: a chance "if you move abroad" is none that is known. */
const UNTRIED =
  /\b(?:(?:mov(?:e|es|ing)|relocat(?:e|es|ing)|settl(?:e|es|ing)|liv(?:e|es|ing)|retir(?:e|es|ing)) (?:abroad|overseas|to (?:another|a different) (?:country|state))|emigrat\w+|downsiz\w+|divorc\w+|(?:buy|sell)(?:s|ing)? (?:an?|your|the) (?:\w+ )?(?:house|home|flat|apartment))\b/i; // prettier-ignore

/**
 * What the words say of the plan that a chance is of, where that is another one than the fact's: of several changed plans each
 * has its own chance, and that of the plan as it is holds for none of them. Null where nothing does.
 */
export function ofAnotherPlan(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  if (!/^[rq]/.test(fact)) return null;
  if (fact === 'retirement.earliestSuccess') return ofAnotherAge(figure, context, index);
  if (ITS_RESULT.test(fact)) return ofAnotherStop(figure, context, index);
  const start = ofAStart(figure, fact, context);
  if (start !== null) return start;
  const key = OF_A_CHANGE.exec(fact)?.[1];
  if (key === undefined && !OF_THE_PLAN.test(fact)) return null;
  const plans = plansOf(index);
  if (plans.changed.size === 0) return null;
  const where = placed(figure, context);
  const { among, wide, passage } = where;
  const label = key === undefined ? '' : (plans.labels.get(key) ?? '');
  const untried = UNTRIED.exec(wide)?.[0];
  const statement = statementOf(where);
  if (untried !== undefined && statement.whole.includes(untried) && !UNTRIED.test(label) && !statement.planned) return untried; // prettier-ignore
  if (key === undefined) return startOfAnother(wide, plans) ?? againstBase(statement, plans);
  const changes = plans.changed.get(key) ?? {};
  const moved = figure.kind === 'points' && Object.keys(changes).length > 1 ? movedAt(wide, changes, plans) : null;
  if (moved !== null) return moved;
  const near = spokenPlan(among, plans);
  // What stands before it in quotes is the change itself.
  if (wide.includes(plans.labels.get(key) ?? FIGURE)) return null;
  const before = wide.slice(0, wide.indexOf(FIGURE));
  if (BOTH.test(among) && Object.keys(changes).length === 1 && [...plans.changed.values()].some((one) => Object.keys(one).length > 1)) return 'both'; // prettier-ignore
  const lead = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('—')) + 1);
  const spoken = near.size > 0 ? near : spokenPlan(lead, plans);
  if (spoken.size === 0 && statement.planned && PLAN_ITSELF.test(statement.said)) return 'as planned';
  const trade = spoken.size === 0 && !key.endsWith('equity') && key.startsWith('retirement') ? TRADES.exec(before)?.[0] : undefined; // prettier-ignore
  if (trade !== undefined) return trade;
  if (spoken.size === 0 || EACH.test(wide) || isOneOfTwo(wide)) return null;
  const own = DIMENSIONS.filter((one) => changes[one] !== undefined);
  // "Retiring later does more than spending less": of two changes that are named without their figures it may be either.
  const told = own.length === 0 || own.some((one) => spoken.get(one)?.changed === true);
  // "Saving more raises the chance of retiring at 60 from 53%": where it starts from has the one change and not yet the other.
  const whole = statement.planned && own.length > 0 ? spokenPlan(wide, plans) : null;
  if (whole !== null && own.every((one) => whole.get(one)?.values.includes(changes[one] ?? Number.NaN) === true)) return null; // prettier-ignore
  for (const one of DIMENSIONS) {
    const against = disagrees(one, spoken, changes[one], plans, told);
    if (against !== null) return against;
  }
  // What one of two changes alone brings is not what both bring.
  const missing = own.find((one) => !spoken.has(one) && !isSpokenOf(one, changes[one], key, passage, plans));
  // Where only one plan has that spending, it tells which plan is meant.
  const only = missing === 'retireAt' && [...plans.changed.values()].filter(({ income }) => income === changes.income).length === 1; // prettier-ignore
  return own.length < 2 || only || missing === undefined || TOGETHER.test(wide) ? null : `nothing of ${PARTS[missing]}`;
}

const HOW =
  '(?:bad|poor|weak|rough|unlucky|unfortunate|unfavou?rable|rocky|terrible|disappointing|good|lucky|strong|great|fortunate|favou?rable|happy)';
const A_START = new RegExp(String.raw`\b${HOW} (?:start|beginning|opening|outset|early (?:years?|returns|markets?|going)|(?:first|opening|initial) (?:\w+ )?(?:years?|returns))\b|\b(?:first|early|opening|initial) (?:(?:few|five|5|two|three) )?(?:years|returns|markets)(?: of retirement)?,? (?:\w+ ){0,2}${HOW}(?:ly)?\b|\b(?:first|early|opening) (?:\w+ )?years (?:of retirement )?(?:(?:go|turn out|are) (?:\w+ )?(?:badly|poorly|well|wrong|among)|disappoint\w*|bring losses|lose money)\b|\b(?:bad|poor|good) luck (?:in|during|over) (?:the|your) (?:first|early|opening)\b`, 'i'); // prettier-ignore

/** "A bad start lowers the chance to 27.5%" where that is the chance that it fails: what a start brings is a fact of its own. */
function ofAStart(figure: Figure, fact: string, context: Context): string | null {
  if (!OF_THE_PLAN.test(fact) && !OF_A_CHANGE.test(fact) && fact !== 'retirement.confidence') return null;
  const { whole, planned } = statementOf(placed(figure, context));
  return planned ? null : (A_START.exec(whole)?.[0] ?? null);
}

const CHANCE_AT = new RegExp(`\\b(?:chances?|odds|probability|likelihood) (?:of|that you can) (?:retir|stop|quit|leav)\\w*(?: work\\w*)? (?:at|by)(?: age)? (\\d\\d)\\b[^.;\\d]{0,25}(?:from|against|than|versus)(?: about| around| roughly| only)* ${FIGURE}`, 'i'); // prettier-ignore

/** "Raises the chance of retiring at 60 from 72.5%" where that is the chance of retiring at 65. */
function startOfAnother(wide: string, { base }: Plans): string | null {
  const match = CHANCE_AT.exec(wide);
  return match === null || Number(match[1]) === base.retireAt ? null : match[0].replace(FIGURE, '…');
}

const MOVED_AT = new RegExp(`\\b(?:chances?|odds|probability|likelihood) (?:of|that you can) (?:retir|stop|quit|leav)\\w*(?: work\\w*)? (?:at|by)(?: age)? (\\d\\d)\\b[^.;\\d]{0,25}by(?: about| around| roughly| only)* ${FIGURE}`, 'i'); // prettier-ignore

/** "The chance of retiring at 60 rises by 12.5 points": what both changes bring together, said of the other one alone. */
function movedAt(wide: string, { retireAt }: Changes, { base }: Plans): string | null {
  const match = MOVED_AT.exec(wide);
  return match !== null && retireAt !== undefined && Number(match[1]) === retireAt && retireAt !== base.retireAt ? match[0].replace(FIGURE, '…') : null; // prettier-ignore
}

/** "Two years more", "five years later": by how much the end of work is put off. */
const YEARS_MORE = new RegExp(String.raw`\b(?<years>${WORDS}|\d{1,2}) (?:more |extra |additional )?years? (?:more|later|longer|extra|of work|of working)\b|\b(?:work\w*|wait\w*|delay\w*|stay\w*) (?:(?:on|for|by|another|an?|extra) )*(?<more>${WORDS}|\d{1,2}) (?:more |extra |additional )?years?\b`, 'i'); // prettier-ignore

/** "Retiring at 67 brings the chance to 86.6%" where that is so at 70. */
function ofAnotherAge(figure: Figure, context: Context, index: FactIndex): string | null {
  const { among, wide } = placed(figure, context);
  const { values } = index;
  // A couple has an age for each of the two.
  const earliest = [...values].flatMap(([name, age]) => (/^retirement\.earliestAge(?:\.(?:alone\.)?\d+)?$/.test(name) && typeof age === 'number' ? [age] : [])); // prettier-ignore
  if (earliest.length === 0 || new RegExp(`(?<![\\d.,$])(?:${earliest.join('|')})(?![\\d%]|[.,]\\d)`).test(wide)) return null; // prettier-ignore
  const plans = plansOf(index);
  const [said] = (spokenPlan(among, plans).get('retireAt') ?? spokenPlan(wide, plans).get('retireAt'))?.values ?? [];
  if (said !== undefined) return `${PREFIX.retireAt}${said}`;
  const match = YEARS_MORE.exec(wide);
  const later = readNumeral((match?.groups?.years ?? match?.groups?.more ?? '').toLowerCase()).value;
  if (match === null || Number.isNaN(later) || Math.abs(Number(values.get('retirement.earliestShift'))) === later) return null; // prettier-ignore
  return earliest.includes((plans.base.retireAt ?? 0) + later) ? null : match[0];
}

const STOPS =
  /\b(?:retir|stop|quit|leav|work|wait|delay|exit|end)\w*\b[^.;,\d$%]{0,30}\b(?:at|by|until|till|to)(?: age)? (\d\d)(?![\d%]|[.,]\d)/gi;
const EARLIER = /\b(?:retir(?:e|es|ing)|stop\w*|quit\w*|leav(?:e|es|ing)|work(?:s|ing)?|wait\w*)\b[^.;,\d$]{0,25}\b(?:earl(?:y|ier)|sooner|later|longer)\b(?! (?:years?|returns|losses|markets))/i; // prettier-ignore
const NOT = /\b(?:not|no|never|without)\b|n['’]t\b/i;

/** "You would have to work to 67 or spend $81,300": of two ways each is by itself. */
const ONE_OR_OTHER = /\beither\b|\bor (?:retir|stop|quit|work|wait|spend|liv|draw|tak|get|sav)/i;
const OTHERWISE =
  /\b(?:if|should|with|were)\b[^.;,]{0,30}\b(?:inflation|returns?)\b[^.;,]{0,25}\b(?:higher|lower|above|below|less|more)\b/i;

/** "With retirement at 60 the sustainable income is $61,600" where that is what lasts from 65 on. */
function ofAnotherStop(figure: Figure, context: Context, index: FactIndex): string | null {
  const where = placed(figure, context);
  const plans = plansOf(index);
  const { base, changed, known } = plans;
  const { said, planned } = statementOf(where);
  if (planned || base.retireAt === undefined || changed.size === 0 || ONE_OR_OTHER.test(where.wide)) return null;
  const before = where.wide.slice(0, where.wide.indexOf(FIGURE));
  // "If you stop at 60, the chance is 46% and you could spend ...": the condition stands before another figure.
  const lead = before.slice(before.lastIndexOf(';') + 1).replace(CONTRAST, ' ');
  const isItsOwn = new RegExp(`\\b(?:while|whereas|but|as|${String(base.retireAt)})\\b`, 'i').test(said);
  for (const text of isItsOwn ? [said] : [said, lead]) {
    const ages = everyMatch(STOPS, text).map(([, age]) => Number(age));
    if (ages.includes(base.retireAt)) return null;
    const other = ages.find((age) => known.retireAt.includes(age));
    if (other !== undefined) return `${PREFIX.retireAt}${String(other)}`;
    const moved = NOT.test(text) ? undefined : (EARLIER.exec(text) ?? OTHERWISE.exec(text))?.[0];
    if (moved !== undefined) return moved;
  }
  const saved = spokenPlan(said, plans).get('contribute')?.values ?? [];
  return saved.length === 0 || saved.includes(plans.base.contribute ?? 0) ? null : `${PREFIX.contribute}${usd(saved[0] ?? 0)}`; // prettier-ignore
}

const PARTS: Readonly<Record<Dimension, string>> = { retireAt: 'another retirement age', income: 'other spending', contribute: 'other saving', lifeExpectancy: 'a longer or shorter life' }; // prettier-ignore

/** Whether the words beside a figure tell by its own age or amount which changed plan it is of. */
export function tellsItsPlan(figure: Figure, fact: string, context: Context, index: FactIndex): boolean {
  const key = OF_A_CHANGE.exec(fact)?.[1];
  const plans = plansOf(index);
  const changes = key === undefined ? undefined : plans.changed.get(key);
  if (changes === undefined) return false;
  const near = spokenPlan(placed(figure, context).among, plans);
  const own = DIMENSIONS.filter((one) => changes[one] !== undefined);
  return own.length > 0 && own.every((one) => near.get(one)?.values.includes(changes[one] ?? Number.NaN) === true);
}

/** Whether the sentence, or the one before it, has told of that change too. */
function isSpokenOf(one: Dimension, value: number | undefined, key: string, passage: string, plans: Plans): boolean {
  const spoken = spokenPlan(passage, plans).get(one);
  if (spoken === undefined) return key.startsWith('retirement') && namesPart(one, passage);
  return spoken.changed || (value !== undefined && spoken.values.includes(value));
}

/** How what is said of one part of a plan is not so of the plan that a fact is of. */
function disagrees(
  one: Dimension,
  spoken: SpokenPlan,
  changed: number | undefined,
  { base }: Plans,
  told: boolean,
): string | null {
  const said = spoken.get(one);
  if (said === undefined) return null;
  const own = changed ?? base[one];
  if (own === undefined) return null;
  if (said.values.length > 0) return said.values.includes(own) ? null : `${PREFIX[one]}${shown(one, said.values[0] ?? 0)}`; // prettier-ignore
  // "Spending less" of no figure: what is changed in neither plan, or kept in both, is not said of this one.
  if (said.changed === said.kept) return null;
  if (said.changed) return changed === undefined && !told ? PARTS[one] : null;
  return changed === undefined || changed === base[one] ? null : `${PREFIX[one]}${shown(one, base[one] ?? 0)}`;
}

const PREFIX: Readonly<Record<Dimension, string>> = { retireAt: 'retiring at ', income: 'spending ', contribute: 'saving ', lifeExpectancy: 'living to ' }; // prettier-ignore
const shown = (one: Dimension, value: number): string =>
  one === 'income' || one === 'contribute' ? usd(value) : String(value);

const CONDITION = /\b(?:if|with|at|by|on|until|to|then|when|should|once|hold\w*|spend\w*|retir\w+|work\w*|sav(?:e|ing)|liv(?:e|ing)|stop\w*)\b|:|\$\d/i; // prettier-ignore
const OF_MARKETS = /^whatIf:(?:returns|inflation|\w+_equity)$/;

/** "If you spend $50,000 the chance is 60%" where that is the chance of spending $60,000. */
function againstBase({ said, whole, planned }: Statement, plans: Plans): string | null {
  if (planned || !CONDITION.test(said)) return null;
  const spoken = spokenPlan(said, plans);
  for (const one of DIMENSIONS) {
    const own = plans.base[one];
    const { values = [], changed = false, kept = false } = spoken.get(one) ?? {};
    if (own === undefined || values.includes(own)) continue;
    if (values.length > 0) return `${PREFIX[one]}${shown(one, values[0] ?? 0)}`;
    if (changed && !kept) return PARTS[one];
  }
  const turn = turnsIn(whole).find((one) => OF_MARKETS.test(one) && [...plans.changed.keys()].some((key) => key.includes(one.slice('whatIf:'.length)))); // prettier-ignore
  return turn === undefined ? null : turn.slice('whatIf:'.length).replace('_', ' ').replace('equity', 'in stocks');
}
