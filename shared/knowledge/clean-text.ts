import { readRaised } from './raised/read-raised.ts';

/**
 * Characters that nobody sees: soft hyphens, zero-width spaces, marks of text direction, Unicode's tags. Pages hide words for
 * machines in them, or break words with them that are then not found.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** One line of text: composed characters (NFC), nothing unseen, no marks of notes, single spaces, none at the ends. */
export function cleanText(text: string): string {
  return readRaised(text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ')).trim();
}
