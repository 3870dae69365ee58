/** Endings of English words, longest first, with what stands for them; a stem keeps at least three letters. */
const endings: readonly (readonly [ending: string, instead: string])[] = [
  ['izations', 'ize'],
  ['isations', 'ize'],
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['ements', ''],
  ['ments', ''],
  ['ement', ''],
  ['ment', ''],
  ['ations', 'ate'],
  ['ation', 'ate'],
  ['ities', ''],
  ['ity', ''],
  ['ional', 'ion'],
  ['ising', 'ize'],
  ['izing', 'ize'],
  ['ised', 'ize'],
  ['ise', 'ize'],
  ['fully', ''],
  ['ers', ''],
  ['ings', ''],
  ['ing', ''],
  ['ied', 'y'],
  ['ies', 'y'],
  ['sses', 'ss'],
  ['xes', 'x'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['ed', ''],
  ['er', ''],
  ['ly', ''],
];

/**
 * A word without its ending, so that its forms are one: yields and yielding are `yield`. Crude on purpose, and only ever
 * compared with other stems.
 */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const found = endings.find(([ending]) => word.endsWith(ending) && word.length - ending.length >= 3);
  const base = found === undefined ? word : word.slice(0, -found[0].length) + found[1];
  const singular = found === undefined && /[^s]s$/.test(base) ? base.slice(0, -1) : base;
  // Doubled by the ending, and silent before it: planned, plan; rated, rate.
  return singular.replace(/([bdfgmnprt])\1$/, '$1').replace(/(.{3})e$/, '$1');
}
