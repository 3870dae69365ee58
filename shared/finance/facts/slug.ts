/**
 * Makes names for one family of facts (holdings, accounts) out of people's words: only characters that a fact's name may
 * have, and never the same twice, so that two accounts "IRA" and "I.R.A." keep their own facts.
 */
export function slugs(normalize: (text: string) => string): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const wanted = normalize(text) || 'unnamed';
    let slug = wanted;
    for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
    taken.add(slug);
    return slug;
  };
}

/** "Roth IRA (Fidelity)" -> "roth-ira-fidelity". */
export function wordSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** A ticker out of its part of a fact's name: BRK_B -> BRK.B. */
export const symbolOfSlug = (slug: string): string => slug.replaceAll('_', '.');

/** A ticker as it is, but for the dot, which separates the parts of a fact's name: BRK.B -> BRK_B. */
export function symbolSlug(symbol: string): string {
  return symbol
    .replaceAll('.', '_')
    .replace(/[^A-Za-z0-9_^:/=-]/g, '-')
    .slice(0, 40);
}
