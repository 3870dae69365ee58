/** Sizes in words that stand for many numbers: "a seven-figure sum", "tens of thousands of dollars", "dozens of your funds", "double digits". */

const N: Readonly<Record<string, number>> = { four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 };
const NAMED_DIGITS = '(?:[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[4-9])';
const SCALES: Readonly<Record<string, number>> = { dozen: 12, hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9 };
const MANY = `(?:[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions)`;
const PLURAL = `(?:(?:[Tt]ens|[Hh]undreds) of (?:thousands|millions|billions)|${MANY})`;
const SEVERAL = `(?:[Aa] couple(?: of)?|[Aa] few|[Ss]everal) (?:hundred(?: (?:thousand|million))?|thousand|million|billion)`;
/** What makes an amount of money of a word that could count anything: behind it, and before it. */
const OF_MONEY = String.raw`(?=(?: of)? (?:US )?(?:dollars|bucks)\b| (?:more |less |extra )?(?:in|to|for|on|of) (?:your |the |yearly |annual |hidden )*(?:fees?|costs?|cash|tax(?:es)?|income|interest|dividends?|charges|commissions|debts?|gains?|losses|savings)\b| (?:more |less )?(?:an?|each|every|per) (?:year|month|week)\b| over (?:\w+ ){1,2}years\b| (?:above|below|short of|over|under) (?:the |its |your )?(?:target|plan)\b)`;
const COSTS = String.raw`(?<=\b(?:[Cc]osts?|[Pp]ay|[Pp]ays|[Pp]aying|[Ll]os(?:e|es|ing|t)|[Ww]orth|[Tt]akes?|[Ss]wallows?|[Dd]evours?|[Ee]ats? up|[Bb]urns?|[Ee]arn(?:s|ed)?|[Ss]av(?:e|es|ed)|[Ss]pend|(?:[Cc]om(?:e|es)|[Aa]dds? up|[Aa]mounts?|[Rr]uns?|[Cc]ounts?|[Gg]oes|[Ss]tands?|[Ii]s|[Aa]re|[Rr]eache(?:s|d)) (?:well |deep |far )?(?:in(?: the|to(?: the)?)|to)) (?:you |them |up |me |many |literally |the )?)`;
/** What a portfolio holds: companies of an index and simulated futures are counted elsewhere. */
const HELD = '(?:holdings|positions|funds|etfs|ETFs|accounts|instruments|securities|investments|stocks|trades|tickers)';
const COUNTS =
  '(?:(?:[Ss]everal |[Aa] few |[Mm]any )?(?:[Dd]ozens?|[Ss]cores|[Hh]undreds|[Tt]housands)|[Aa] handful|(?:[Aa] couple(?: of)?|[Aa] few|[Ss]everal) (?:hundred|thousand|dozen)|[Aa] (?:hundred|thousand))';
const PORTFOLIO = '(?:your|the|this) (?:\\w+ )?portfolio';

/** As the alternatives of the grammar, by kind. Looking back at what stands before takes long: that the words fit is seen first. */
export const MAGNITUDES: readonly (readonly [kind: string, pattern: string])[] = [
  ['figures', String.raw`\b${NAMED_DIGITS}-figures?\b|(?=${NAMED_DIGITS} figures)(?<=\b(?:to|into|worth|reach(?:es)?|in(?:to)? the|mid|low|high|hits?|tops?) )${NAMED_DIGITS} figures\b`],
  ['plural', `\\b(?:${PLURAL}|${SEVERAL})${OF_MONEY}(?:(?: of)? (?:US )?(?:dollars|bucks)\\b)?|(?=${PLURAL}|${SEVERAL})${COSTS}(?:${PLURAL}|${SEVERAL})\\b(?! (?:of (?!dollars)|shares|units|companies|years|times|points))`],
  ['many', String.raw`\b${COUNTS}(?=(?: of)? (?:of )?(?:your|its) (?:\w+ )?${HELD}\b| (?:of )?(?:\w+ )?${HELD} (?:in|make up|fill) ${PORTFOLIO})|(?=${COUNTS})(?<=\b[Yy]ou (?:now |currently |also )?(?:hold|own|have) )${COUNTS}(?=(?: of)? (?:different |separate |other )?${HELD}\b)`],
  ['digits', String.raw`\b(?:[Ss]ingle|[Dd]ouble|[Tt]riple)[\s-](?:digits\b|digit\b(?! (?:number|count|ages?|grades?|scores?)))`],
]; // prettier-ignore

/** What each stands for: "thousands" are no twelve hundred, and where hundreds of thousands are meant nobody says so. */
const SIZES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  handful: [3, 10],
  dozen: [10.5, 13.5],
  dozens: [20, 300],
  scores: [35, 300],
  hundreds: [150, 2000],
  thousands: [1500, 1e5],
  'tens of thousands': [15_000, 2e5],
  'hundreds of thousands': [150_000, 2e6],
  millions: [1.5e6, 1e9],
  'tens of millions': [15e6, 2e8],
  'hundreds of millions': [150e6, 2e9],
  billions: [1.5e9, 1e12],
  single: [0, 10],
  double: [10, 100],
  triple: [100, 1000],
};
/** Of a scale in the singular. */
const FACTORS: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/^a couple\b/, 1.5, 2.5],
  [/^(?:a few|several|many)\b/, 1.9, 10],
  [/^a\b/, 0.9, 1.1],
];

/** The numbers that a size in words stands for, from the first up to the second without it: dollars, percent of "digits", or a count. */
export function withinOf(group: string, text: string): readonly [from: number, to: number] {
  const said = text.toLowerCase().replace(/(?: of)? (?:us )?(?:dollars|bucks)$/, '');
  if (group === 'figures') {
    const digits = N[said.split(/[\s-]/)[0] ?? ''] ?? Number.parseInt(said, 10);
    return [10 ** (digits - 1), 10 ** digits];
  }
  const plain = said.replace(
    /^(?:a|many|several|a few) (?=handful|dozens?|scores|hundreds|thousands)|[\s-]digits?$/,
    '',
  );
  const own = SIZES[plain === 'dozen' && !said.startsWith('a dozen') ? 'dozens' : plain];
  if (own !== undefined) return own;
  const [, from, to] = FACTORS.find(([words]) => words.test(said)) ?? [/^/, 1, 1];
  const unit = said.split(' ').reduce((product, word) => product * (SCALES[word] ?? 1), 1);
  return [from * unit, to * unit];
}
