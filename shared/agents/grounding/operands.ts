import type { Context } from './context.ts';
import type { FactIndex, Quantity, Shelf } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { isThing, kindOf } from './subject-kinds.ts';
import { partTolerance } from './tolerance.ts';

/** A figure of a text that is a fact, with what is known of that fact. */
export interface Grounded {
  figure: Figure;
  fact: string;
}

/** What a writer can have reckoned with. */
export interface Operand {
  /** In the unit of a figure: percent are 63 for 63%. */
  value: number;
  fact: string;
  subjects: readonly string[];
  /** Where the figure stands that states it; of a thing that is only named, where that is. */
  at: number;
  /** As the text shows it. */
  shown?: number;
}

/** All that a figure of a text may have been reckoned from. */
export interface Reckoning {
  figure: Figure;
  context: Context;
  index: FactIndex;
  /** The figures of the text that are facts, in their order. */
  grounded: readonly Grounded[];
}

const shelfOf = (kind: Figure['kind']): Shelf | null =>
  kind === 'money' || kind === 'percent' || kind === 'points' || kind === 'number' ? kind : null;

const quantityOf = (index: FactIndex, shelf: Shelf, fact: string, near: number): Quantity | undefined =>
  index[shelf]
    .filter((one) => one.fact === fact)
    .sort((a, b) => Math.abs(a.value - near) - Math.abs(b.value - near))[0];

/** The facts of one kind that stand in the sentence of a figure or the one before, by the value of the fact, not as rounded in the text. */
export function statedOperands({ context, grounded, index }: Reckoning, kind: Figure['kind']): Operand[] {
  const [from, until] = context.within;
  return grounded.flatMap(({ figure, fact }): Operand[] => {
    const shelf = shelfOf(figure.kind);
    if (figure.kind !== kind || shelf === null || figure.start < from || figure.start >= until) return [];
    // "$2,500 a month" is reckoned with as what it is a year.
    const quantity = quantityOf(index, shelf, fact.replace(/ \/ \d+$/, ''), figure.value);
    const [value, subjects] = [quantity?.value ?? figure.value, quantity?.meaning.subjects ?? []];
    return [{ value, fact: quantity?.fact ?? fact, subjects, at: figure.start, shown: figure.value }];
  });
}

/** The parts of a whole that are named one after another before a figure, or behind it, each with its own fact of one kind. */
export function namedOperands(
  { context, index }: Reckoning,
  kind: 'money' | 'percent' | 'points',
  of: RegExp,
  names: readonly { subjects: readonly string[]; start: number }[] = context.names,
): Operand[] {
  return names.flatMap(({ subjects, start }) => {
    const found = subjects.filter(isThing).flatMap((subject): Operand[] => {
      const own = index[kind].find(({ fact, meaning }) => of.test(fact) && meaning.subjects[0] === subject);
      return own === undefined ? [] : [{ value: own.value, fact: own.fact, subjects: own.meaning.subjects, at: start }];
    });
    // Gold is a class and the fund that holds it: one part, named once.
    return found.filter(({ subjects: [one = ''] }) => kindOf(one) === kindOf(found[0]?.subjects[0] ?? ''));
  });
}

/** The value of one fact, with the sign dropped; none where there is no such fact. */
export function factOperand(index: FactIndex, kind: Shelf, fact: string): Operand[] {
  // What a fact only implies stands before it.
  const own = index[kind].findLast((one) => one.fact === fact);
  return own === undefined ? [] : [{ value: own.value, fact, subjects: own.meaning.subjects, at: -1 }];
}

/** The median balances at the ages that a sentence names, where it speaks of balances. */
export function balancesNamed({ context, index }: Reckoning): Operand[] {
  if (!/\b(?:balances?|median|typical\w*|middle)\b/i.test(context.sentence)) return [];
  return index.money.flatMap(({ fact, value, meaning: { subjects } }) =>
    fact.startsWith('retirement.balance.p50.') && subjects.every((one) => one === 'pct:50' || context.named.has(one))
      ? [{ fact, value, subjects, at: -1 }]
      : [],
  );
}

/** Whether something reckoned can be of what the words beside it name: one of the facts must be of that thing. */
export function areOfWhatIsNamed(operands: readonly Operand[], { beside, attached }: Context): boolean {
  const named = [...new Set([...beside, ...attached])].filter(isThing);
  return (
    named.length === 0 ||
    operands.some(({ subjects }) => subjects.some((subject) => named.includes(subject) || subject === 'plan:named'))
  );
}

/** "Two thirds" as a percentage, with the room that a part has. */
export const asPercent = (figure: Figure): Figure =>
  figure.kind === 'odds' ? { ...figure, kind: 'percent', value: figure.value * 100, place: Math.min(7, 2 * partTolerance(figure)) } : figure; // prettier-ignore

/** Room for what a text rounds: half of its last place, more where it says so; of money never more than 4% of what it says. */
export function roomOf({ kind, value, place, approximate, bound }: Figure): number {
  const most = kind === 'money' ? 0.04 * value : place;
  return Math.min(approximate || bound !== 0 ? place : place / 2, most) + 1e-6 * Math.max(1, value);
}

/** Whether a figure is what has been reckoned, rounded. */
export const isAbout = (figure: Figure, value: number): boolean => Math.abs(figure.value - value) <= roomOf(figure);
