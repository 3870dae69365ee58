import { everyMatch } from '../../every-match.ts';
import { withoutAddresses } from './addresses.ts';
import { hasLeet } from './leet.ts';
import { LETTERS_APART } from './plain-reading.ts';

/** Hides text from rules and not from a reader, or shows it in another order than it is stored in. A soft hyphen only parts a line. */
const UNSEEN =
  /[\p{L}\p{N}](?:(?!\u00ad)\p{Default_Ignorable_Code_Point})+[\p{L}\p{N}]|[\u202d\u202e]|[\u{e0020}-\u{e007f}]/u;
/** A Latin letter under a mark that makes no letter with it: strokes, piles of marks. */
const MARKED = /\p{Script=Latin}\p{M}/u;
/** Letters of phonetics, small capitals, letters in rings and boxes and those of formulas are in no word. */
const ODD =
  /[\u0250-\u02af\u1d00-\u1d7f\u249c-\u24e9\ua720-\ua7ff\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]|[\u{1f130}-\u{1f1ff}]{3}/u;
const WORD = /[\p{L}\p{M}]+/gu;
/** Short forms of what is compared, as heads of tables have them side by side: "Q/Q | Y/Y", "P/E, P/B", "N/A". */
const COMPARED =
  /(?<![\p{L}\p{N}/])(?:([QYMWDHqymwdh])\/\1|P\/[BEFS]|[DE]\/[EP]|[AL]\/[PRS]|N\/A|[BP]\/[LS]|H\/L)(?![\p{L}\p{N}/])/gu;
/** "ΔGDP", "TGFβ", "μm". */
const GREEK_SIGN = /^Δ\p{Lu}{2,}$|^\p{Lu}{2,}[βγδ]$|^[μΩ]\p{Script=Latin}{1,2}$/u;
/** A sign in a letter's place: "c@sh"; for the first: "$ell". */
const SIGNS =
  /\p{L}[@|*]\p{L}|\p{Ll}!\p{Ll}|(?<![\p{L}\p{N}])[$@!]\p{Ll}{2}|(?<!\b(?:US|HK|NZ|CA|AU|NT|TT|SG|MX|[ACRS]))(?<=\p{L})\$(?!\p{N})/u;
/** "noww", "selllll". */
const DRAWN_OUT = /(?!www)(?<!i)(\p{Ll})\1\1/u;
/** Letters and digits for a program. */
const ENCODED = /(?=[A-Za-z0-9+/=]{0,40}\d)[A-Za-z0-9+/=]{30,}/u;

/**
 * Whether words are made to look like others than they are to a program: alphabets mixed in one word, characters that nobody
 * sees within words, letters set apart, digits in the place of letters. No report writes like that, whatever it says.
 *
 * @param written as the page has it, before anything is cleaned
 */
export function isDisguised(written: string): boolean {
  const text = written.normalize('NFC');
  const composed = written.normalize('NFKC');
  const told = withoutAddresses(composed);
  return (
    [UNSEEN, MARKED, ODD].some((pattern) => pattern.test(text)) ||
    [DRAWN_OUT, ENCODED, SIGNS].some((pattern) => pattern.test(told)) ||
    hasLeet(told) ||
    (composed.match(WORD) ?? []).some(mixesAlphabets) ||
    everyMatch(LETTERS_APART, told.replace(COMPARED, '%')).some(([run]) => isSpelled(run))
  );
}

/** Latin letters and those of another alphabet in one word. */
function mixesAlphabets(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u.test(word) && !GREEK_SIGN.test(word); // prettier-ignore
}

/**
 * A word spelled out, and no list ("A, B, C and D"), rating or short form ("the U.S. S.E.C."): small letters, or at least four large
 * ones that are not points of a short form of two or three.
 */
function isSpelled(run: string): boolean {
  const letters = run.match(/\p{L}/gu) ?? [];
  if (letters.filter((letter) => /\p{Ll}/u.test(letter) && letter !== 'a').length >= 2) return letters.length >= 3;
  if (/[-_*|/~]/u.test(run)) return letters.length >= 3;
  const groups = run.split(/\.\s|,\s?/u).map((group) => group.match(/\p{L}/gu)?.length ?? 0);
  return Math.max(0, ...groups) >= 4;
}
