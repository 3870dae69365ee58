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

/** The company behind a stock's ticker: its name where several tickers share it, else null. */
export function sharedIssuer(symbol: string): string | null {
  return nameBySymbol.get(symbol) ?? null;
}
