import { usd } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { turnsIn } from '../stages.ts';
import { isOneOfTwo } from './another-plan.ts';
import { FIGURE, placed } from './placed.ts';
import type { Placed } from './placed.ts';
import { plansOf } from './plans.ts';
import type { Changes, Dimension, Plans } from './plans.ts';
import { spokenPlan } from './spoken-plan.ts';
import type { Spoken } from './spoken-plan.ts';
import { CONTRAST, statementOf } from './statement.ts';

/** Something that a text sets as a condition of a chance, in its own words, and which of the changed plans have it. */
interface Condition {
  words: string;
  /** Told with a figure, which weighs more than a word. */
  stated: boolean;
  of: (key: string, label: string, changes: Changes) => boolean;
}

const RESULT =
  /^((?:question|retirement)\.whatIf\.[^.]+)\.(?:success|change|balanceAt\.\d+\.p\d+|balanceChance\.\d+\.chance|balanceReached\.\d+\.age)$/;
const BASE = 'retirement.success';
const EARLIEST = 'retirement.earliestSuccess';
/** "Working longer adds 8.8 points" where no more than a region is so far off its target. */
const OF_A_TARGET = /^drift\..*\.drift$/;
const MOVES =
  /\b(?:adds?|costs?|(?:rais|lift|boost|improv|lower|reduc)(?:e?s|ing) (?:the|your|its) (?:chances?|odds|probability))\b[^.;,\d]*$/i;
const CONDITION = new RegExp(`${FIGURE}[^.;]*? (?:if|when|once|should|by|at(?= \\d\\d)) `, 'i');
const BY_PLAN = /\b(?:as (?:you )?plan(?:ned)?|keep\w* to (?:the|your) plan|unchanged|as (?:it|things) stands?)\b/i;
/** "With less in stocks than is typical for your age" is what there is. */
const TYPICAL =
  /\btypical\b|\byour age\b|\btargets?\b|\b(?:you|they|both of you)(?: both)? (?:aim|mean|want|meant|wanted|set out)\b/i;
/** Several changes, each with a figure of its own. */
const SEVERAL =
  /\b(?:each|either|both|together|combin\w+|respectively|the two|alike|same|between|difference|levers?)\b/i;
const PART_OF: Readonly<Record<string, Dimension>> = { retire: 'retireAt', spend: 'income', save: 'contribute', live: 'lifeExpectancy' }; // prettier-ignore
const WORDS: Readonly<Record<Dimension, string>> = { retireAt: 'another age of retirement', income: 'other spending', contribute: 'other saving', lifeExpectancy: 'another length of life' }; // prettier-ignore
const MORE = /\b(?:later|longer|more|extra|higher|another|delay\w*|rais\w+)\b/i;
const LESS = /\b(?:less|earlier|early|sooner|lower|cut\w*|trim\w*|fewer|reduc\w+)\b/i;
const A_MIX = /\b(?:stocks?|bonds?|equit\w+|cash|gold|mix)\b/i;
const COMMON = /^(?:instead|years?|portfolio|other|income|today|begin|from|with|that|what|than|more|less|spend|save|retire|work|planned|money|given)$/i; // prettier-ignore
const STOCKS = /(?<![\d.])(\d{1,3})(?:%| percent)(?: (?:or (?:more|less)|of (?:it|them|your|the|all|money|portfolio))(?: money| portfolio| savings)?)?(?: (?:are|is|sits|held|invested|kept))? (?:in )?(?:stocks?|equit\w+|shares)\b|\b(?:stocks?|equit\w+)(?: (?:share|weight|part|cut|trimmed|reduced|lowered|raised|down|up|back|held|kept|only|just|about|at|of|to|is|are|were|make up|by))*,? (\d{1,3})(?:%| percent)(?! (?:less|more|lower|higher|above|below|of the (?:futures|simulat\w+)))/gi; // prettier-ignore
const BY = /(?<![\d.])(\d{1,2})(?:%| percent) (?:less|more|fewer|lower|higher)\b/gi;
const SUM = /\$\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|m|million)\b)?/gi;
const SCALE: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/**
 * The condition beside a chance which the changed plan that a fact is of does not have, and another one has: "holding 65% in stocks raises
 * the chance to 81%" where that is the chance of working longer. Null where no condition is told, or one that fits.
 */
export function ofAnotherCondition(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  const key =
    fact === BASE || fact === EARLIEST || (OF_A_TARGET.test(fact) && MOVES.test(context.before))
      ? fact
      : RESULT.exec(fact)?.[1];
  if (key === undefined) return null;
  const plans = plansOf(index);
  if (plans.changed.size === 0) return null;
  const where = placed(figure, context);
  const statement = statementOf(where);
  if (statement.planned || SEVERAL.test(where.wide) || where.wide.includes(plans.labels.get(key) ?? '\n')) return null; // prettier-ignore
  if (isOneOfTwo(where.wide) || (key === BASE && BY_PLAN.test(where.wide))) return null;
  const texts = toldIn(where, statement.said).map((text) => (key === BASE ? beforeIt(text) : text));
  const told = texts.map((text) => conditionsIn(text, plans, index).filter(({ stated }) => stated || !TYPICAL.test(where.wide))).find((all) => all.length > 0); // prettier-ignore
  if (told === undefined) return null;
  const label = plans.labels.get(key) ?? '';
  const changes = key === EARLIEST ? { retireAt: Number(index.values.get('retirement.earliestAge')) } : (plans.changed.get(key) ?? {}); // prettier-ignore
  if (key === EARLIEST && /\bearl(?:y|iest)\b|\bsoonest\b/i.test(where.wide)) return null;
  const isPlain = Object.keys(changes).length > 0 || key.startsWith('retirement');
  const all = told.some(({ stated }) => stated) ? told.filter(({ stated }) => stated) : told;
  if (all.some(({ of }) => of(key, label, changes)) || (!isPlain && isNamedIn(where.passage, label))) return null;
  return all[0]?.words ?? null;
}

/** Of the chance of the plan as it is only what leads to it, or an "if" behind it: "71%, with an income of $65,600" sets none. */
const beforeIt = (said: string): string => (CONDITION.test(said) ? said : (said.split(FIGURE)[0] ?? ''));

/** Where the condition of a chance may stand, the nearest first. */
function toldIn({ among, wide }: Placed, said: string): string[] {
  const before = wide.slice(0, wide.indexOf(FIGURE));
  const lead = before.slice(before.lastIndexOf('—') + 1).replace(CONTRAST, ' ');
  return [said, among.replace(CONTRAST, ' '), lead.slice(lead.lastIndexOf(';') + 1), lead];
}

/** What a text sets as conditions that some changed plan has and the plan as it is has not. */
function conditionsIn(text: string, plans: Plans, { values }: FactIndex): Condition[] {
  const { base, changed, labels } = plans;
  const found: Condition[] = [];
  const spoken = spokenPlan(text, plans);
  for (const [one, { values, changed: isChanged, kept }] of spoken) {
    if (one === 'retireAt' && values.includes(base[one] ?? Number.NaN)) found.push({ stated: true, words: WORDS[one], of: (_, __, { [one]: own = base[one] }) => own === base[one] }); // prettier-ignore
    const own = base[one];
    // "Living on $60,400" where $60,600 would last: who lives on about what lasts says their own income, and no other.
    const others = values.filter((value) => value !== own && !(own !== undefined && isSum(one) && values.includes(own) && Math.abs(value - own) <= 0.01 * own)); // prettier-ignore
    const way = MORE.test(text) === LESS.test(text) ? 0 : MORE.test(text) ? 1 : -1;
    const isOf = ({ [one]: own }: Changes) => own !== undefined && (others.length === 0 ? way * (own - (base[one] ?? own)) >= 0 : others.includes(own)); // prettier-ignore
    const stated = others.length > 0;
    if (stated || (values.length === 0 && isChanged && !kept))
      found.push({ stated, words: stated ? `${WORDS[one]} (${String(others[0])})` : WORDS[one], of: (_, __, own) => isOf(own) }); // prettier-ignore
  }
  for (const turn of turnsIn(text)) {
    const change = turn.slice('whatIf:'.length);
    const part = PART_OF[change];
    if (part === undefined ? ![...changed.keys()].some((key) => key.includes(`.${change}`)) : isToldAsChanged(spoken.get(part))) continue; // prettier-ignore
    const said = change.endsWith('equity') ? A_MIX : new RegExp(change, 'i');
    found.push({ stated: false, words: change.replace('_equity', ' in stocks'), of: (key, label, own) => (part === undefined ? key.includes(`.${change}`) || (key.startsWith('question') && said.test(label)) : own[part] !== undefined) }); // prettier-ignore
  }
  const all = [...labels.values()];
  const figures = [
    ...everyMatch(STOCKS, text).map(([words, first, second]) => ({ words, figure: `${first ?? second ?? ''}%` })),
    ...everyMatch(BY, text).map(([words, digits = '']) => ({ words, figure: `${digits}%` })),
    ...everyMatch(SUM, text).map(([words, digits = '', scale = '']) => ({ words, figure: usd(Number(digits.replaceAll(',', '')) * (SCALE[scale.toLowerCase()] ?? 1)) })), // prettier-ignore
  ];
  // What is there and what is planned are no change of it.
  const planned = [base.income, base.contribute, values.get('portfolio.value')].flatMap((sum) =>
    typeof sum === 'number' ? [usd(sum)] : [],
  );
  for (const { words, figure } of figures) {
    if (!planned.includes(figure) && all.some((label) => hasFigure(changeOf(label), figure))) found.push({ stated: true, words: words.trim(), of: (_, label) => hasFigure(changeOf(label), figure) }); // prettier-ignore
  }
  return found;
}

const isSum = (one: Dimension): boolean => one === 'income' || one === 'contribute';

/** Whether words of that part of a plan have said which way it is changed. */
const isToldAsChanged = (said: Spoken | undefined): boolean => said !== undefined && (said.values.length > 0 || (said.changed && !said.kept)); // prettier-ignore

/** A label without what it is compared with: "instead of the 85% simulated". */
const changeOf = (label: string): string => label.replace(/ instead of [^,;]*/g, '');
const hasFigure = (label: string, figure: string): boolean => new RegExp(String.raw`(?<![\d.,])${figure.replace('$', String.raw`\$`)}(?![\d]|,\d)`).test(label); // prettier-ignore

/** Whether a text has a word or a figure of a change of another kind than those above: "a crash", "claim". */
const isNamedIn = (text: string, label: string): boolean =>
  everyMatch(/\$?\d[\d,.]*\d|\p{L}{4,}/gu, changeOf(label)).some(([word]) => !COMMON.test(word) && text.toLowerCase().includes(word.toLowerCase().slice(0, 6))); // prettier-ignore
