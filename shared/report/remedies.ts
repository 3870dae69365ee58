import type { Analysis } from '../schemas/analysis.ts';

/** What a person can do about what a report lacks, in the words of the command line and of its files. */

/** How to have counted what was left out. */
export function toValue(excluded: Analysis['excluded'], base: string): string {
  const price = excluded.some(({ reason }) => reason === 'no_price');
  const rate = excluded.some(({ reason }) => reason === 'no_exchange_rate');
  const [pair = `EUR/${base}`] = excluded.flatMap(({ reason, currency }) =>
    reason === 'no_exchange_rate' && currency !== undefined ? [`${currency}/${base}`] : [],
  );
  return [
    ...(price || !rate
      ? [
          'To give a price: fill in the columns Price and Price date of the portfolio file, or put the symbol, its price and the date on a line of a CSV and name that with --prices.',
        ]
      : []),
    ...(rate
      ? [
          `To give an exchange rate: add --rate ${pair}=… to the command, with what one of the first costs in the second, or put a line with that pair as its symbol and that price into the CSV for --prices. Or set MARKET_SOURCES=ecb where Alex runs, and it asks the European Central Bank, which needs no key.`,
        ]
      : []),
  ].join(' ');
}

export const TO_CLASSIFY =
  'To classify a holding yourself: give its position a “classification” in a portfolio file in JSON, with its shares by assetClasses, regions and sectors, each adding up to 1, with “unknown” for a region or sector that you do not know; examples/README.md shows one. In a CSV its ticker in a column Symbol, or else its full name in the column Name, helps.';

export const TO_CORRECT_A_GUESS =
  'A classification of your own takes its place: give the position a “classification” in a portfolio file in JSON (examples/README.md shows one).';

export const TO_SETTLE_A_DOUBT =
  'After a split, give the number of shares and the price of after it; where the price is mistyped, correct it. Where it is right as it stands, nothing is to be done.';

export const TO_TELL_APART =
  'Where a price is mistyped, correct it. Units of a fund that goes by its company’s ticker are no shares: give them a short code of their own. Where both are right as they stand, nothing is to be done.';

export const TO_ASK_AGAIN = 'What failed may answer later: run the analysis again then.';

export const TO_PRICE_ANEW = 'Newer prices count when a CSV of symbol, price and date is named with --prices.';

export const TO_PROJECT =
  'For a projection give --age, --retire-at and --income, or “goals” in a portfolio file in JSON.';

export const TO_STATE_A_RATE =
  'The rate on the lender’s statement takes its place: write it in a column “Interest rate” on the line of the debt (5.25%), or as “interestRate” of the balance in a portfolio file in JSON (0.0525).';
