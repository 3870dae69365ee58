/** A number of things, each with its noun: "1 piece", "2 pieces", "1,000 vectors". `more` is for a plural that does not end in s. */
export const counted = (count: number, noun: string, more = `${noun}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? noun : more}`;
