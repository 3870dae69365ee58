import { DIGITS, PARTS, WORDS, readNumeral } from './numeral.ts';

/** A share as people say it: "one in four", "a quarter", "every second", "27.5%"; read by `shareOf`. */
export const SHARE = String.raw`(?:(?<some>${WORDS}|${DIGITS})(?: \w+)?[ -](?:in|out of)[ -](?:every |each )?(?<all>${WORDS}|${DIGITS})|(?<every>every (?:second|other))|(?<part>(?:(?:an?|one|two|three) )?(?:${Object.keys(PARTS).join('|')})s?|most)|(?<percent>${DIGITS}) ?(?:%|percent))`;

/** The share that the groups of a match say, as a fraction; half for "most", and no number where they say none. */
export function shareOf({ some, all, every, part, percent }: Record<string, string | undefined>): number {
  const number = (words: string) => readNumeral(words.toLowerCase()).value;
  if (some !== undefined && all !== undefined) return number(some) / number(all);
  if (percent !== undefined) return number(percent) / 100;
  const said = part?.toLowerCase() ?? '';
  if (every !== undefined || said === 'most') return 0.5;
  const [, times = 'one', of = ''] = /^(?:(an?|one|two|three) )?(.+?)s?$/u.exec(said) ?? [];
  return number(times.replace(/^an?$/u, 'one')) * (1 / (PARTS[of] ?? Number.NaN));
}
