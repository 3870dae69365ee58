import type { Fact } from '../schemas/fact.ts';

/** Kinds of products whose very name says so: an insurer's contract, in many 401(k) plans. */
const PRODUCT =
  /\bGuaranteed (?:Account|Annuity|Certificate|Contract|Fund|Income|Interest|Investment|Minimum|Option|Period|Pool|Rate|Retirement)\b/gu;

/**
 * Takes such words out of a text where the facts have them as part of a name: "Guaranteed Interest Account" is what a holding
 * is called and promises nothing. Any other word of a name stays, for names are typed by anybody.
 */
export function withoutProductNames(facts: readonly Fact[]): (text: string) => string {
  const named = new Set(
    facts
      .flatMap(({ label, value }) => [label, ...(typeof value === 'string' ? [value] : [])])
      .flatMap((said) => said.match(PRODUCT) ?? []),
  );
  if (named.size === 0) return (text) => text;
  return (text) => text.replaceAll(PRODUCT, (words) => (named.has(words) ? '…' : words));
}
