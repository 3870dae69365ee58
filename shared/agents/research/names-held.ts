import type { Fact } from '../../schemas/fact.ts';
import { nameInLabel } from '../named-in-facts.ts';

/** The symbols and names of what a portfolio holds, as its facts have them. */
export function namesHeld(facts: readonly Pick<Fact, 'name' | 'label'>[]): string[] {
  return facts.flatMap(({ name, label }) => {
    const symbol = /^holding\.([^.]+)\./.exec(name)?.[1];
    return symbol === undefined ? [] : [symbol.replaceAll('_', '.'), nameInLabel({ name, label }) ?? ''];
  });
}
