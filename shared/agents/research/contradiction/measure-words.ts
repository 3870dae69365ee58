/** What pages call by several words, each as the sorted words of a subject's key, and by which of them it is compared. */
const ALSO: Readonly<Record<string, string>> = {
  ...{ 'assets total': 'assets' },
  ...{ revenues: 'revenue', sales: 'revenue', 'net sales': 'revenue', 'sales total': 'revenue' },
  ...{ 'revenue total': 'revenue', 'revenues total': 'revenue', 'net revenue': 'revenue', 'net revenues': 'revenue' },
  ...{ profit: 'income net', profits: 'income net', earnings: 'income net' },
  ...{ 'net profit': 'income net', 'net profits': 'income net', 'earnings net': 'income net' },
};
const BY_COMPANY = /^(\p{Lu}[\p{Lu}\p{N}.]*) (.+)$/u;
/** A store's revenue is its sales and the fees of its members, and profit may be that of others too: a share of the larger figure. */
const ELSE: Readonly<Record<string, number>> = { assets: 0, revenue: 0.05, 'income net': 0.05 };
/** The same of a growth, in points. */
const POINTS = 2;
/** So many times as much is another thing: an asset manager's assets are its own or its clients'. */
const TIMES = 3;
/** Dollars: of a share there are fewer, and "earnings" may be those of one. */
const LEAST = 1e6;
/** Makers of cars, whose "sales" are cars. */
const COUNTS_CARS = /^(?:F|GM|TSLA|TM|HMC|STLA|RIVN|LCID) /u;
/** Grow as they are told a share. */
const MAY_BE_A_SHARE = /\bearnings$|\bearnings net$/u;

/** A figure as far as it is told in the words of its page. */
interface Worded {
  /** The key of what it is of: as it is compared, and in the page's words. */
  subject: string;
  said: string;
  measure: string;
  value: number;
}

/** Whether words are a measure that every company has one of: nobody's unless it is told whose. */
export const isOfCompany = (words: string): boolean => Object.hasOwn(ALSO, words) || Object.hasOwn(ELSE, words);

/**
 * The key of a subject by the one word under which a company's measure is compared; assets "under management", sales "of stores open a year",
 * "operating" profit and any other that has a word more are their own.
 *
 * @example comparedBy('MRK sales') // 'MRK revenue'
 */
export function comparedBy(key: string): string {
  const [, company = '', words = ''] = BY_COMPANY.exec(key) ?? [];
  const also = Object.hasOwn(ALSO, words) ? ALSO[words] : undefined;
  return also === undefined ? key : `${company} ${also}`;
}

/**
 * By how much two figures of one subject and measure may differ that their pages call by different words, in the figures' unit; null where they
 * may mean two things, as a direction may, and what may be of a share.
 */
export function wordedApart(one: Worded, other: Worded): number | null {
  if (one.said === other.said) return 0;
  const [least = 0, most = 0] = [one, other].map(({ value }) => Math.abs(value)).toSorted((a, b) => a - b);
  if (one.measure.startsWith('level $')) {
    if (least < LEAST || most > TIMES * least) return null;
    return most * (ELSE[BY_COMPANY.exec(one.subject)?.[2] ?? ''] ?? 0);
  }
  const mayBeElse = [one, other].some(({ said }) => COUNTS_CARS.test(said) || MAY_BE_A_SHARE.test(said));
  return one.measure.startsWith('move %') && !mayBeElse ? POINTS : null;
}
