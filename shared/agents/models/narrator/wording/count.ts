const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "no accounts", "one account", "three accounts", "14 accounts". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${inWords(amount)} ${amount === 1 ? noun : plural}`;
}

/** "three", or "14". */
export function inWords(amount: number): string {
  return small[amount] ?? amount.toLocaleString('en-US');
}

/** "is" or "are", "was" or "were", for so many. */
export function verb(amount: number, one: string, many: string): string {
  return amount === 1 ? one : many;
}
