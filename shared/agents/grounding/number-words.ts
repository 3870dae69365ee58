/** Numbers in words, as people write them in English: "seventy-one", "two hundred and fifty thousand", "a dozen". */

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const small = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
]);
const scales: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }; // prettier-ignore
const halves: Readonly<Record<string, number>> = { 'a quarter': 0.25, 'one quarter': 0.25, 'a third': 1 / 3, half: 0.5, 'a half': 0.5, 'one half': 0.5, 'three quarters': 0.75 }; // prettier-ignore

/** Either case for the first letter of each word, as at the start of a sentence or in a title. */
const either = (list: readonly string[]) => list.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|'); // prettier-ignore
/** "A cool million". */
const COOL = '(?:cool|whole|full|good|round|clean|solid|tidy|neat|flat)';
const A = `[Aa]n?(?: ${COOL}(?= (?:dozen|hundred|thousand|[mbtr]+illion)))?`;
const TENS = either(tens);
const ONE = either(ones.slice(1, 10));
const SMALL = `(?:(?:${TENS})(?:[- ](?:${ONE}))?|${either(ones.toReversed())})`;
/** And as people say them: "eight hundred grand", "two mil"; a "grand total" is none. */
const BIG = `${either(Object.keys(scales))}|grand(?! (?:total|scheme|plan|sum|design|scale|finale))|mill?(?= (?:dollars|bucks)|[.,;:!)]|$)`;
const SPOKEN: Readonly<Record<string, string>> = { grand: 'thousand', mil: 'million', mill: 'million' };
const HALF = '(?:[Hh]alf|[Aa] quarter of|[Tt]hree[ -]quarters of|[Aa] third of|[Tt]wo[ -]thirds of)';
const HALF_OF = `(?:${HALF} an?|[Aa](?: ${COOL})? (?:half|quarter)(?= [mbtr]+illion)) (?:${BIG})`;
const TAIL = `(?:[ -](?:${BIG})(?:[ -](?:and[ -])?${SMALL}(?![ -](?:in|out of)\\b))?)`;
const POINT = `(?: point (?:${either(ones.slice(0, 10))})(?:[ -](?:${either(ones.slice(0, 10))}))*)`;
const AND_A_HALF = '(?: and (?:a half|a quarter|three[ -]quarters))';

/** A regular expression's source for any number in words; with small or capital initials. */
export const NUMBER_WORDS = `(?:${HALF_OF}|(?:${A}|${SMALL}${POINT}?${AND_A_HALF}?)${TAIL}+|${SMALL}(?:${POINT}|${AND_A_HALF})?)`;

/** The same for numbers above twelve alone, which ordinary language does not use for anything but counting. */
export const LARGE_NUMBER_WORDS = `(?:${HALF_OF}|(?:${A}|${SMALL}${POINT}?${AND_A_HALF}?)${TAIL}+|(?:(?:${TENS})(?:[- ](?:${ONE}))?|${either(ones.slice(13))})(?:${POINT}|${AND_A_HALF})?)`;

/** Of a million. */
const PARTS: Readonly<Record<string, number>> = { half: 0.5, 'a quarter of': 0.25, 'three quarters of': 0.75, 'a third of': 1 / 3, 'two thirds of': 2 / 3 }; // prettier-ignore

const cool = new RegExp(` ${COOL}\\b`);

/** The value of a number in words, and the size of its last place; null where the text is none. */
export function readNumberWords(text: string): { value: number; place: number } | null {
  const spoken = text.toLowerCase().replaceAll('-', ' ').replace(cool, '').replace(/\b(?:grand|mill?)\b/, (word) => SPOKEN[word] ?? word); // prettier-ignore
  const words = spoken.replace(/^a (?=(?:half|quarter) [mbtr]+illion)/, '').replace(/^(half|quarter) (?=[mbtr]+illion)/, (_, part: string) => (part === 'half' ? 'half a ' : 'a quarter of a ')); // prettier-ignore
  const part = /^(half|a quarter of|three quarters of|a third of|two thirds of) an? (\w+)$/.exec(words);
  if (part !== null) {
    const value = (PARTS[part[1] ?? ''] ?? Number.NaN) * (scales[part[2] ?? ''] ?? Number.NaN);
    if (Number.isNaN(value)) return null;
    return { value, place: Number.isInteger(value) ? placeOf(value) : value / 7 };
  }
  const half = / and (a half|a quarter|three quarters)/.exec(words);
  const [, whole = words, decimals] = /^(.*?) point (\w+(?: \w+)*?)(?= (?:dozen|hundred|thousand|[mbtr]+illion)|$)/.exec(words) ?? []; // prettier-ignore
  const scaled = words.replace(half?.[0] ?? ' point ', ' ');
  let total = 0;
  let group = 0;
  let seen = false;
  for (const word of (decimals === undefined ? scaled : whole).split(' ')) {
    const scale = scales[word];
    const value = /^an?$/.test(word) ? 1 : small.get(word);
    if (scale !== undefined && scale >= 1000) {
      total += Math.max(group, 1) * scale;
      group = 0;
    } else if (scale !== undefined) group = Math.max(group, 1) * scale;
    else if (value !== undefined) group += value;
    else if (word !== 'and' && word !== '') return null;
    seen = true;
  }
  if (!seen) return null;
  const value = total + group;
  if (decimals !== undefined) {
    const digits = decimals.trim().split(' ').map((word) => small.get(word) ?? 0).join(''); // prettier-ignore
    const scale = scales[/(\w+)$/.exec(words)?.[1] ?? ''] ?? 1;
    return { value: Number(`${whole === '' ? 0 : value}.${digits}`) * scale, place: 10 ** -digits.length * scale };
  }
  if (half !== null) {
    const unit = [...words.matchAll(/\b(dozen|hundred|thousand|million|billion|trillion)\b/g)].at(-1)?.[1] ?? '';
    const scale = scales[unit] ?? 1;
    return { value: value + (halves[half[1] ?? ''] ?? 0) * scale, place: 0.5 * scale };
  }
  return { value, place: placeOf(value) };
}

/** The size of the last place of a whole number that is not zero: 10,000 of 250,000. */
function placeOf(value: number): number {
  if (value === 0 || !Number.isInteger(value)) return 1;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}
