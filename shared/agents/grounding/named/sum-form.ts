import type { FactIndex } from '../fact-index.ts';
import { evaluate, SumFault } from './evaluate.ts';
import { factsOfExpression, writeExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import type { Worth } from './worth.ts';

/** What a sum of facts does: it adds parts, leaves a rest, compares two, or takes one of the other. */
export type SumKind = 'period' | 'sum' | 'rest' | 'difference' | 'quotient' | 'growth' | 'product';

/** A sum of facts of which there is one step, as people say one in a sentence. */
export interface SumForm {
  kind: SumKind;
  worth: Worth;
  /** The facts of each side; of a sum all on one side. */
  left: readonly string[];
  right: readonly string[];
  /** What each side comes to. */
  sides: readonly [number, number];
  /** Plain numbers in it, which the words have to say too. */
  numbers: readonly number[];
}

type Joined = Extract<Expression, { kind: 'joined' }>;

const PERIODS: ReadonlySet<number> = new Set([12, 52, 365, 4]);
/** So many parts make a sum that a reader can follow. */
const MOST_PARTS = 12;

/**
 * The form of an expression: parts of one kind added up, and at most one step with them. What would hit any size that somebody wants,
 * facts of all kinds joined until it comes out, has none.
 *
 * @throws {SumFault} where it is of no such form, or its units do not go together
 */
export function formOf(named: Expression, index: FactIndex): SumForm {
  const whole = underOne(named);
  const worth = evaluate(whole, index);
  const { kernel, period } = withoutNumbers(whole, index);
  const numbers = numbersIn(whole).slice(period ? 1 : 0);
  if (kernel.kind === 'joined' && new Set(factsOfExpression(whole)).size === 2) {
    const two = twoIn(kernel, index);
    if (two !== null) return { worth: period ? { ...worth, sort: 'periodic' } : worth, numbers, ...two };
  }
  const made = { worth: period ? { ...worth, sort: 'periodic' as const } : worth, numbers };
  const parts = partsOf(kernel, index);
  if (parts !== null) {
    const kind = parts.length > 1 ? 'sum' : period ? 'period' : 'product';
    return { ...made, kind, left: parts, right: [], sides: [evaluate(kernel, index).value, 0] };
  }
  if (kernel.kind !== 'joined') throw new SumFault('it names no fact');
  const { by, left, right } = kernel;
  if (by === '+') throw new SumFault('those facts are no parts of one thing');
  if (by === '-' && left.kind === 'number') {
    const rest = partsOf(right, index);
    if (rest === null) throw tooMuch();
    return { ...made, kind: 'rest', left: rest, right: [], sides: [1, evaluate(right, index).value] };
  }
  const sides = [evaluate(left, index).value, evaluate(right, index).value] as const;
  const others = partsOf(right, index) ?? (by === '*' ? restIn(right, index) : null);
  if (others === null) throw tooMuch();
  const own = partsOf(left, index);
  if (own !== null) {
    const kind = by === '-' ? 'difference' : by === '/' ? 'quotient' : 'product';
    if (kind === 'difference' && !areComparable(own, others)) throw new SumFault('those facts are of different things');
    return { ...made, kind, left: own, right: others, sides };
  }
  // What is left after several: "what is wanted, less the pension, less Social Security".
  const chain = by === '-' ? chainOf(kernel, index) : null;
  if (chain === null) throw tooMuch();
  return { ...made, kind: chain.first === null ? 'rest' : 'difference', left: chain.first ?? chain.taken, right: chain.first === null ? [] : chain.taken, sides }; // prettier-ignore
}

/** Two facts, each of which may stand in it twice: "what it is worth, by what was paid for it". */
function twoIn(
  { by, left, right }: Joined,
  index: FactIndex,
): Pick<SumForm, 'kind' | 'left' | 'right' | 'sides'> | null {
  const [own, others] = [left, right].map((side) => [...new Set(factsOfExpression(side))]);
  if (own === undefined || others === undefined || own.length + others.length < 3) return null;
  const kind = by === '/' ? (left.kind === 'joined' && left.by === '-' && right.kind === 'fact' ? 'growth' : 'quotient') : by === '*' ? 'product' : 'difference'; // prettier-ignore
  return { kind, left: own, right: others, sides: [evaluate(left, index).value, evaluate(right, index).value] };
}

const tooMuch = () => new SumFault('it takes more than one step; use one, or a fact');

/** "a / c + b / c" as what it is: parts of one whole, added up. */
function underOne(one: Expression): Expression {
  if (one.kind !== 'joined' || one.by !== '+') return one;
  const [left, right] = [underOne(one.left), underOne(one.right)];
  if (left.kind !== 'joined' || right.kind !== 'joined' || left.by !== '/' || right.by !== '/')
    return { ...one, left, right };
  if (writeExpression(left.right) !== writeExpression(right.right)) return { ...one, left, right };
  return {
    kind: 'joined',
    by: '/',
    left: { kind: 'joined', by: '+', left: left.left, right: right.left },
    right: left.right,
  };
}

/** The expression without the plain numbers that multiply or divide all of it. */
function withoutNumbers(whole: Expression, index: FactIndex): { kernel: Expression; period: boolean } {
  let [kernel, period] = [whole, false];
  while (kernel.kind === 'joined' && (kernel.by === '*' || kernel.by === '/')) {
    const { by, left, right } = kernel;
    if (right.kind === 'number') {
      period ||= by === '/' && PERIODS.has(right.value) && evaluate(left, index).sort === 'yearly';
      kernel = left;
    } else if (left.kind === 'number' && by === '*') kernel = right;
    else break;
  }
  return { kernel, period };
}

/** All plain numbers, the outermost first; the whole that a share is taken from is none. */
function numbersIn(one: Expression): number[] {
  if (one.kind === 'number') return [one.value];
  if (one.kind === 'fact') return [];
  const whole = one.by === '-' && one.left.kind === 'number';
  return [...numbersIn(one.right), ...(whole ? [] : numbersIn(one.left))];
}

/** The facts of a sum of facts of one family, or of any two that may be added; null where it is no such sum. */
function partsOf(one: Expression, index: FactIndex): string[] | null {
  if (one.kind === 'fact') return [one.name];
  // "Months of spending": what is a twelfth of a year's is one part.
  if (one.kind === 'joined' && one.by === '/' && one.left.kind === 'fact' && one.right.kind === 'number' && PERIODS.has(one.right.value)) return [one.left.name]; // prettier-ignore
  if (one.kind !== 'joined' || one.by !== '+') return null;
  const parts = [partsOf(one.left, index), partsOf(one.right, index)];
  if (parts.includes(null)) return null;
  const all = parts.flatMap((part) => part ?? []);
  const families = new Set(all.map((name) => familyOf(name, index)));
  if (new Set(all).size < all.length) throw new SumFault('it adds a fact to itself');
  return all.length <= MOST_PARTS && (families.size === 1 || (all.length === 2 && goTogether(all))) ? all : null;
}

/** Cash beside a class or a holding; what a bad time leaves of the portfolio; a chance with what changes it; a return with its swings. */
const TOGETHER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:portfolio\.cash|cash\.\w+)\b/,
    /^(?:allocation\.assetClass|holding|cash|unclassified)\.[^.]+\.(?:value|weight)$/,
  ],
  [/^(?:portfolio\.value|retirement\.startingBalance)$/, /^risk\.stress\.\w+\.change$|^rebalancing\.newMoney\.amount$/],
  [/^(?:retirement|question)\b.*\.success$/, /\.change$/],
  [/^(?:risk|retirement)\b.*[mM]ean$/, /^(?:risk|retirement)\b.*olatility$/],
  [/^assumption\.(\w+)\.mean$/, /^assumption\.(\w+)\.volatility$/],
  [/^goals\.\w+$/, /^goals\.years/],
];

const goTogether = (all: readonly string[]): boolean =>
  TOGETHER.some(
    ([one, other]) =>
    [all, all.toReversed()].some(([first = '', second = '']) => one.test(first) && other.test(second) && one.exec(first)?.[1] === other.exec(second)?.[1]), // prettier-ignore
  ) || areOfOneRow(all);

/** "Its weight, less what it is above its target". */
const areOfOneRow = ([one = '', other = '']: readonly string[]): boolean =>
  /\.(?:target|drift)$/.test(one) !== /\.(?:target|drift)$/.test(other) && rowOf(one) === rowOf(other);

const rowOf = (name: string) => name.slice(0, name.lastIndexOf('.'));
/** What is aimed at, or how far off it something is: only that of the same thing goes with it. */
const AIMED = /^drift\.\w+\.[^.]+\.(?:target|drift|toTarget)$/;

/** Whether two facts may be compared, as far as their names say. */
export function areComparable(left: readonly string[], right: readonly string[]): boolean {
  const aimed = [...left, ...right].filter((name) => AIMED.test(name));
  if (aimed.length !== 1) return true;
  const key = (name: string) => name.split('.').at(-2);
  return [...left, ...right].every((name) => key(name) === key(aimed[0] ?? ''));
}

/** "1 - share", where it is multiplied with. */
const restIn = (one: Expression, index: FactIndex): string[] | null =>
  one.kind === 'joined' && one.by === '-' && one.left.kind === 'number' ? partsOf(one.right, index) : null;

function chainOf(one: Expression, index: FactIndex): { first: string[] | null; taken: string[] } | null {
  const taken: string[] = [];
  let rest = one;
  while (rest.kind === 'joined' && rest.by === '-') {
    const parts = partsOf(rest.right, index);
    if (parts === null) return null;
    taken.unshift(...parts);
    rest = rest.left;
  }
  const first = rest.kind === 'number' ? null : partsOf(rest, index);
  if (first === null && rest.kind !== 'number') return null;
  const families = new Set(taken.map((name) => familyOf(name, index)));
  return families.size === 1 && taken.length <= MOST_PARTS ? { first, taken } : null;
}

/** Facts that differ in their row alone are of one family, and so is all that is so much a year. */
function familyOf(name: string, index: FactIndex): string {
  if (index.meanings(name).yearly === true) return 'yearly';
  const parts = name.split('.');
  return parts.length < 3 ? name : [...parts.slice(0, -2), parts.at(-1)].join('.');
}
