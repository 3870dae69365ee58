/** What the outermost band of a fan holds, of "simulated futures" or "historical starts": "9 in 10 futures". */
export const outerBand = (futures: string): string => `9 in 10 ${futures.split(' ').at(-1) ?? futures}`;
