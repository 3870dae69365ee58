const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?:['’]s)?(?!\\p{L})`, 'iu');

/** What a column was of before, and what it shall be one day: "Beginning Quantity", "Last Year Value", "Target Shares". */
const PAST = word(
  'begin(?:ning)?|opening|start(?:ing)?|initial|orig(?:inal)?|prev(?:ious)?|prior|yesterdays?|former|old|' +
    'last (?:year|quarter|month|week|statement|period)|(?:years?|quarters?|months?|weeks?|days?) ago|before|' +
    'anfangs\\p{L}*|vorjahr\\p{L}*|vormonat\\p{L}*|vortag\\p{L}*',
);
const PLANNED = word(
  'target(?:s|ed)?|desired|goals?|planned|ideal|model|proposed|projected|forecast|future|intended|recommended|' +
    'optimal|wanted|needed|soll\\p{L}*|ziel\\p{L}*',
);
const UNVESTED = word('un-?vested|non-?vested|not (?:yet )?vested|granted|awarded');
const VESTED = word('vested');
const NOW = word(
  'end(?:ing)?|closing|current(?:ly)?|now|todays?|latest|actual(?:ly)?|present|newest|held|owned|on hand|total|live|' +
    'this (?:year|quarter|month|week)|aktuell\\p{L}*|heut\\p{L}*|actuel\\p{L}*|actual|attual\\p{L}*|huidig\\p{L}*',
);

/** Whether a column says what was, or what shall be, and not what is. */
export const isOfAnotherTime = (header: string): boolean => PAST.test(header) || PLANNED.test(header);

/** Whether a column says that it tells what is. */
export const isOfNow = (header: string): boolean => NOW.test(header);

/** Whether a column is of what was promised, and is its owner's once it has vested. */
export const isNotVested = (header: string): boolean => UNVESTED.test(header);
export const isVested = (header: string): boolean => VESTED.test(header) && !UNVESTED.test(header);
