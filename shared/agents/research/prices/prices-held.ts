import type { Fact } from '../../../schemas/fact.ts';
import { symbolOfSlug } from '../../../finance/facts/slug.ts';
import { nameInLabel } from '../../named-in-facts.ts';
import type { KnownPrice } from './known-price.ts';

const PRICE = /^holding\.([^.]+)\.price$/;

/** What the holdings cost by the facts, of those whose price is in dollars. */
export function pricesHeld(facts: readonly Fact[]): KnownPrice[] {
  const names = new Map(facts.map((fact) => [fact.name, fact]));
  return facts.flatMap(({ name, value, unit, asOf }) => {
    const key = PRICE.exec(name)?.[1];
    if (key === undefined || typeof value !== 'number' || value <= 0 || unit !== 'usd') return [];
    const named = names.get(`holding.${key}.name`)?.value ?? nameOf(names.get(`holding.${key}.weight`));
    const symbol = symbolOfSlug(key);
    return [{ symbol, name: typeof named === 'string' ? named : symbol, usd: value, day: asOf }];
  });
}

const nameOf = (fact: Fact | undefined): string | undefined => fact && (nameInLabel(fact) ?? undefined);
