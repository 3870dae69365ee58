import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { closestNames } from './closest-names.ts';
import { ExpressionFault, factsOfExpression, parseExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { nameFact } from './name-fact.ts';
import { nameSum } from './name-sum.ts';
import type { WholeText } from './whole-text.ts';

/** Whether a figure is what its writer named. */
export interface Naming {
  /** The fact, or the expression as it was named; null where it is not that. */
  fact: string | null;
  /** What is wrong, for its writer: what follows the quoted mark. Empty where nothing is. */
  fault: string;
  /** The words say plainly that it is not: what they would tell without the name counts for nothing. */
  plainly?: true;
}

/**
 * Holds a figure to the fact or sum of facts that its writer named for it: the names exist, the value is the figure rounded as
 * people round, and the words do not say that it is something else. What has to be told from the words where nothing is named is
 * not asked for here, unless the words speak plainly of another fact.
 */
export function nameFigure(
  figure: Figure,
  target: string,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): Naming {
  const read = readTarget(target, index);
  if ('fault' in read) return { fact: null, fault: read.fault };
  const { expression } = read;
  return expression.kind === 'fact'
    ? nameFact(figure, expression.name, context, whole, index)
    : nameSum(figure, expression, context, whole, index);
}

/** What a target says; or why it says nothing. */
export function readTarget(target: string, index: FactIndex): { expression: Expression } | { fault: string } {
  try {
    const expression = parseExpression(target, (name) => index.values.has(name));
    if (factsOfExpression(expression).length === 0) return { fault: 'it names no fact' };
    return { expression };
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const { unknown, message } = error;
    if (unknown === null) return { fault: message };
    const near = closestNames(unknown, index.values.keys());
    return { fault: `${message}${near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`}` };
  }
}
