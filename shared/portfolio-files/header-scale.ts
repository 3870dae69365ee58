const SIGN = '(?:US\\$|[$€£]|USD|EUR|GBP|CHF|dollars|euros|pounds|francs)';
const worded = (words: string, letters: string): RegExp =>
  new RegExp(
    `(?:\\(\\s*|[\\s,/])(?:in\\s+)?(?:(?:${SIGN}[\\s,]*(?:in\\s+)?)?(?:${words})(?:\\s*(?:of\\s+|de\\s+)?${SIGN})?|${SIGN}\\s?(?:${letters})|(?:${letters})\\s?${SIGN})\\s*\\)?\\s*$|\\(\\s*(?:in\\s+)?k\\s*\\)\\s*$`,
    'iu',
  );

/** What the figures of a column are multiplied by, in places: "Value ($k)", "Value in thousands", "Wert in Tsd. EUR". */
const SCALES: readonly (readonly [says: RegExp, places: number])[] = [
  [worded("thousands?|thous\\.?|tsd\\.?|tausend|milliers|miles|['’]?000['’]?s?", 'k|t'), 3],
  [worded('millions?|mio\\.?|mill?\\.?|mn', 'm|mm|mn|mio\\.?'), 6],
];

/** How many places to the left the decimal mark of a column's figures belongs; 0 where its header says nothing of it. */
export const scaleOf = (header: string): number => SCALES.find(([says]) => says.test(header))?.[1] ?? 0;

/** A header without the scale of its figures, whose currency stays: "Value (€k)" is "Value (€)". */
export function withoutScale(header: string): string {
  const [says] = SCALES.find(([one]) => one.test(header)) ?? [];
  if (says === undefined) return header;
  const sign = new RegExp(SIGN, 'iu').exec(says.exec(header)?.[0] ?? '')?.[0];
  return `${header.replace(says, '').trim()}${sign === undefined ? '' : ` (${sign})`}`;
}
