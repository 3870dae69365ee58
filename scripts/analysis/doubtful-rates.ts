import { quotation } from '../../shared/portfolio-files/file-problem.ts';
import type { StatedRate } from '../../shared/portfolio-files/with-exchange-rates.ts';
import type { ReadFiles } from './read-files.ts';

/** What one of a currency costs in dollars, roughly: rates of 2026, which move by a part of themselves in a year. Of others nothing is known. */
const DOLLARS: Readonly<Record<string, number>> = {
  ...{ USD: 1, EUR: 1.15, GBP: 1.33, CHF: 1.24, CAD: 0.72, AUD: 0.66, NZD: 0.59, SGD: 0.77, JPY: 0.0066, CNY: 0.14 },
  ...{ HKD: 0.13, TWD: 0.032, KRW: 0.0007, INR: 0.0114, SEK: 0.105, NOK: 0.1, DKK: 0.154, PLN: 0.27, CZK: 0.047 },
  ...{ MXN: 0.054, BRL: 0.18, ZAR: 0.057, ILS: 0.3, THB: 0.031 },
};
/** So far no rate of these has moved in decades: a point was left out, or the pair is the other way round. */
const FAR = 5;

const isFar = (ratio: number): boolean => ratio > FAR || ratio < 1 / FAR;

/** Why an exchange rate can hardly be meant; null where it can, or nothing is known of its currencies. */
export function whyDoubtful({ from, to, rate }: Pick<StatedRate, 'from' | 'to' | 'rate'>): string | null {
  const [one, other] = [DOLLARS[from], DOLLARS[to]];
  if (one === undefined || other === undefined) return null;
  const usual = one / other;
  if (!isFar(Number(rate) / usual)) return null;
  const about = `one ${from} costs about ${Number(usual.toPrecision(2))} ${to}`;
  const isTurned = !isFar(Number(rate) * usual);
  return `in doubt: ${about}${isTurned ? `, and ${to}/${from} seems to be meant` : ''}; it was used, and what is in another currency may be far too large or too small`;
}

/** What is said of the exchange rates, of the command line and of files, that can hardly be meant. */
export function doubtfulRates({ held, prices, rates }: Pick<ReadFiles, 'held' | 'prices' | 'rates'>): string[] {
  const all = [...rates, ...(prices?.rates ?? []), ...held.portfolio.exchangeRates];
  const said = all.flatMap((one) => {
    const why = whyDoubtful(one);
    const whose = rates.includes(one) ? `--rate ${one.from}/${one.to}=${one.rate}` : `${one.from}/${one.to} ${one.rate} (${quotation(one.source ?? 'of a file')})`; // prettier-ignore
    return why === null ? [] : [`${whose} is ${why}`];
  });
  return [...new Set(said)];
}
