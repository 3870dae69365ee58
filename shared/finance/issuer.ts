import type { Instrument } from '../schemas/classification.ts';

/**
 * Companies whose stock trades under several tickers, so that a share in the company is not mistaken for two. The
 * tickers are the exchanges' (NYSE, Nasdaq) as of 2026-01; the first is the one the company is usually quoted by.
 */
const SHARE_CLASSES: readonly { name: string; symbols: readonly string[] }[] = [
  { name: 'Alphabet', symbols: ['GOOGL', 'GOOG'] },
  { name: 'Berkshire Hathaway', symbols: ['BRK.B', 'BRK.A', 'BRK-B', 'BRK-A', 'BRK/B', 'BRK/A', 'BRKB', 'BRKA'] },
  { name: 'Fox Corporation', symbols: ['FOXA', 'FOX'] },
  { name: 'News Corp', symbols: ['NWSA', 'NWS'] },
  { name: 'Under Armour', symbols: ['UAA', 'UA'] },
  { name: 'Zillow', symbols: ['Z', 'ZG'] },
  { name: 'Lennar', symbols: ['LEN', 'LEN.B', 'LEN-B'] },
  { name: 'Brown-Forman', symbols: ['BF.B', 'BF.A', 'BF-B', 'BF-A'] },
  { name: 'Heico', symbols: ['HEI', 'HEI.A', 'HEI-A'] },
  { name: 'Liberty Global', symbols: ['LBTYA', 'LBTYK', 'LBTYB'] },
];

const nameBySymbol = new Map(SHARE_CLASSES.flatMap(({ name, symbols }) => symbols.map((symbol) => [symbol, name])));

/**
 * The company behind a stock: its name where several tickers may share it, as of two exchanges or an ADR (the reference set writes
 * all of a company's alike but for what stands in brackets at the end), else null.
 */
export function issuerOf(symbol: string, instrument: Instrument | undefined): string | null {
  const shared = nameBySymbol.get(symbol);
  if (shared !== undefined) return shared;
  return instrument !== undefined && isListed(instrument) ? withoutListing(instrument.name) : null;
}

const isListed = ({ type, classification }: Instrument): boolean =>
  type === 'stock' && classification?.source === 'reference';

const withoutListing = (name: string): string => name.replace(/ \([^)]*\)$/, '');

/**
 * What an instrument is called where it is held in a currency: the brackets behind a company's name tell of its listing in New York
 * ("ADR"), which is in dollars, and the same ticker may be that of the share at home.
 */
export const listedName = (instrument: Instrument, currency: string): string =>
  currency !== 'USD' && isListed(instrument) ? withoutListing(instrument.name) : instrument.name;

/** From this share on, a bond is a government's. */
const MOSTLY = 0.5;
/** A deposit until a day is cash: nothing of it is invested, and at a bank it is insured up to a limit (FDIC: $250,000). */
const CASH_LIKE = 0.9;
/** Where a bond's name goes on to its coupon, its day or its kind: "FORD MOTOR CREDIT CO LLC 5.125% 06/16/2030". */
const TERMS = /\s+(?:\d[\d./]*\s?%?|due|zero|var|\().*$/i;

/** Whether an instrument is one single bond that no national government owes; bonds of states and cities are. */
export function isOneDebtors({ type, classification }: Pick<Instrument, 'type' | 'classification'>): boolean {
  if (type !== 'bond') return false;
  if ((classification?.assetClasses.cash ?? 0) >= CASH_LIKE) return false;
  return (classification?.sectors.government_bonds ?? 0) < MOSTLY;
}

/**
 * Who owes a single bond: the first six places of its CUSIP are the issuer's (CUSIP Global Services), also within an
 * American ISIN; where its symbol is neither, the name before its terms tells it.
 */
export function debtorOf(symbol: string, title: string | null): { key: string; name: string } {
  const said = title?.replace(TERMS, '').trim() ?? '';
  const name = said === '' ? symbol : said;
  const issuer = /^(?:US)?([0-9A-Z]{6})[0-9A-Z]{2}\d(?:\d)?$/.exec(symbol);
  const isCode = issuer !== null && symbol.length === (symbol.startsWith('US') && symbol.length === 12 ? 12 : 9);
  return { key: `debtor ${isCode ? (issuer[1] ?? symbol) : name.toLowerCase()}`, name };
}
