import { isAbsurd } from './is-absurd.ts';
import { areAbout, isContradicted, type KnownPrice } from './known-price.ts';

/**
 * Whether a text says a price or a move of a security that Alex knows to be false, or that cannot be: who does is believed in
 * nothing else.
 *
 * @param sentences as they are read (`viewOf`), the title one of them
 * @param written the day of the text, ISO
 * @param about the one security that the whole text is about, where it is one
 */
export function saysFalsePrice(
  sentences: readonly string[],
  known: readonly KnownPrice[],
  { written, about }: { written: string; about?: string | undefined },
): boolean {
  const meant = known.find(({ symbol }) => symbol === about);
  return sentences.some((one, at) => {
    if (isAbsurd(one) || isContradicted(one, known, { written })) return true;
    const isUnnamed = meant !== undefined && isContradicted(one, known, { written, about });
    return isUnnamed && areAbout(sentences.slice(0, at), meant);
  });
}
