import type { FactIndex } from '../fact-index.ts';
import { factsOfExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { worthOfFact } from './worth.ts';
import type { Worth } from './worth.ts';

/** Why a sum of facts means nothing, in words for its writer. */
export class SumFault extends Error {
  override readonly name = 'SumFault';
}

/**
 * The value of an expression in the units of its facts: dollars less dollars are dollars, dollars by dollars a part or a number of
 * times, an age less an age years. A plain number only divides or multiplies, and 1 is the whole that a share is taken from.
 *
 * @throws {SumFault} where the units do not go together, or a fact is no number
 */
export function evaluate(one: Expression, index: FactIndex): Worth {
  if (one.kind === 'number') return { value: one.value, unit: 'plain', sort: 'plain' };
  if (one.kind === 'fact') {
    const worth = worthOfFact(one.name, index);
    if (worth === null) throw new SumFault(`${one.name} is no number`);
    return worth;
  }
  const [left, right] = [evaluate(one.left, index), evaluate(one.right, index)];
  const made =
    one.by === '+' || one.by === '-'
      ? added(left, right, one.by === '+' ? 1 : -1)
      : one.by === '*'
        ? times(left, right)
        : parted(left, right);
  if (made === null || !Number.isFinite(made.value)) {
    throw new SumFault(`${factsOfExpression(one).join(' and ')} cannot be reckoned with like that`);
  }
  return made;
}

function added(left: Worth, right: Worth, sign: 1 | -1): Worth | null {
  const value = left.value + sign * right.value;
  // "1 - share": what a share leaves of the whole.
  if (left.unit === 'plain' && left.value === 1 && sign === -1 && right.unit === 'fraction') return { ...right, value };
  if (left.unit === 'plain' || right.unit === 'plain') return null;
  const ages = [left.unit, right.unit].filter((unit) => unit === 'age').length;
  if (ages === 2) return sign === -1 ? { value, unit: 'years', sort: 'years' } : null;
  if (ages === 1) return (right.unit === 'years' || (left.unit === 'years' && sign === 1)) ? { value, unit: 'age', sort: 'age' } : null; // prettier-ignore
  if (left.unit === 'ratio' || !areAlike(left, right)) return null;
  // Two chances have no sum; one with what changes it has.
  if (sign === 1 && left.sort === 'chance' && left.unit === right.unit) return null;
  const parts = left.unit === 'points' || right.unit === 'points' ? 'points' : left.unit;
  return { value, unit: parts, sort: left.sort === 'any' ? right.sort : left.sort };
}

/** Shares go with shares and chances with chances; what is so much a year goes with nothing that is not. */
function areAlike(left: Worth, right: Worth): boolean {
  const [one, other] = [left.unit, right.unit].map((unit) => (unit === 'points' ? 'fraction' : unit));
  return (
    one === other &&
    left.sort !== 'alone' &&
    right.sort !== 'alone' &&
    (left.sort === right.sort || left.sort === 'any' || right.sort === 'any')
  );
}

function times(left: Worth, right: Worth): Worth | null {
  const value = left.value * right.value;
  if (left.unit === 'plain') return { ...right, value };
  if (right.unit === 'plain') return { ...left, value };
  const [money, other] = left.unit === 'usd' ? [left, right] : [right, left];
  if (money.unit === 'usd' && other.unit === 'years') return { value, unit: 'usd', sort: 'amount' };
  if (money.unit === 'usd' && other.unit === 'fraction') return { ...money, value };
  // Units at a price.
  if (money.unit === 'usd' && other.unit === 'ratio') return { value, unit: 'usd', sort: 'amount' };
  return left.unit === 'fraction' && right.unit === 'fraction' ? { ...left, value } : null;
}

function parted(left: Worth, right: Worth): Worth | null {
  const value = left.value / right.value;
  if (right.unit === 'plain') return { ...left, value };
  // An amount in another currency.
  if (left.unit === 'usd' && right.unit === 'ratio' && right.sort === 'rate')
    return { value, unit: 'usd', sort: 'foreign' };
  if (left.unit === 'usd' && right.unit === 'fraction') return { ...left, value };
  const same = left.unit === right.unit && left.unit !== 'age';
  return same ? { value, unit: 'quotient', sort: left.sort === right.sort ? 'any' : 'years' } : null;
}
