import type { Fact } from '../../schemas/fact.ts';
import { nameInLabel } from '../named-in-facts.ts';
import { namesHeld } from './names-held.ts';
import { subjectsIn } from './subjects.ts';

/** A number of four digits or more that is no year: an amount, or the number of an account. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])(?!(?:19|20)\d\d(?![\d,.-]*\d))(?:\d[,. -]?){3,}\d/gu;

/**
 * A question about markets without what is a person's: the names of accounts and each of their words ("Anna" of "Anna's IRA"), but
 * those of markets and of what is held, and without amounts and numbers of accounts.
 */
export function withoutPersons(question: string, facts: readonly Fact[]): string {
  const accounts = facts.flatMap((fact) =>
    fact.name.startsWith('allocation.account.') ? (nameInLabel(fact) ?? []) : [],
  );
  const held = new Set(namesHeld(facts).flatMap(wordsOf));
  const persons = new Set(accounts.flatMap(wordsOf).filter((word) => !held.has(word) && subjectsIn(word).length === 0));
  return question
    .replace(LONG_NUMBER, ' ')
    .split(' ')
    .filter((word) => !wordsOf(word).some((one) => persons.has(one)))
    .join(' ');
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.filter((word) => word.length > 2) ?? [];
