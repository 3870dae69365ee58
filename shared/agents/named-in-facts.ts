import type { Fact } from '../schemas/fact.ts';

/** What an account or an instrument is called, out of the label of its fact; null where the label was cut short. */
export function nameInLabel({ name, label }: Pick<Fact, 'name' | 'label'>): string | null {
  if (name.startsWith('allocation.'))
    return /^(.*) \([a-z ]+\), (?:value|share of the portfolio)$/su.exec(label)?.[1] ?? null;
  if (name.startsWith('holding.')) {
    const title = /^(.*), (?:value|share of the portfolio|price|units held|yearly cost)$/su.exec(label)?.[1];
    return title === undefined ? null : (/^\S+ \((.*)\)$/su.exec(title)?.[1] ?? title);
  }
  if (name.startsWith('excluded.')) return /^Left out: \S+ \((.*)\)$/su.exec(label)?.[1] ?? null;
  return null;
}

/** Where the price of a holding came from, out of the fact's method; null for any other fact. */
export function priceSourceIn({ name, how }: Pick<Fact, 'name' | 'how'>): string | null {
  if (!name.startsWith('holding.') || !name.endsWith('.price')) return null;
  const source = /^Source: (.*); as of [\d-]+\.$/su.exec(how)?.[1];
  return source === undefined || source === 'not stated' ? null : source;
}
