import type { Fact } from '../../schemas/fact.ts';
import { symbolOfSlug } from '../../finance/facts/slug.ts';
import { nameInLabel } from '../named-in-facts.ts';

/** What a portfolio holds by its symbols, with the share of each, a fraction. */
export function weightsHeld(facts: readonly Pick<Fact, 'name' | 'value'>[]): Map<string, number> {
  return new Map(
    facts.flatMap(({ name, value }): [string, number][] => {
      const slug = /^holding\.([^.]+)\.weight$/.exec(name)?.[1];
      return slug !== undefined && typeof value === 'number' ? [[symbolOfSlug(slug), value]] : [];
    }),
  );
}

/** The symbols of what a portfolio holds, each at least so much of it, a fraction. */
export const symbolsHeld = (facts: readonly Pick<Fact, 'name' | 'value'>[], least = -Infinity): Set<string> =>
  new Set([...weightsHeld(facts)].flatMap(([symbol, weight]) => (weight >= least ? [symbol] : [])));

/** The symbols and names of what a portfolio holds, as its facts have them. */
export function namesHeld(facts: readonly Pick<Fact, 'name' | 'label'>[]): string[] {
  return facts.flatMap(({ name, label }) => {
    const slug = /^holding\.([^.]+)\./.exec(name)?.[1];
    return slug === undefined ? [] : [symbolOfSlug(slug), nameInLabel({ name, label }) ?? ''];
  });
}

/** What each holding is called, by its symbol, where its fact says so. */
export function namesBySymbol(facts: readonly Pick<Fact, 'name' | 'label'>[]): Map<string, string> {
  return new Map(
    facts.flatMap(({ name, label }): [string, string][] => {
      const slug = /^holding\.([^.]+)\.weight$/.exec(name)?.[1];
      const called = slug === undefined ? null : nameInLabel({ name, label });
      return slug === undefined || called === null ? [] : [[symbolOfSlug(slug), called]];
    }),
  );
}
