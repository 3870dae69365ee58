const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const SIGNS: Record<string, string> = {
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
};

/** Alternatives for a regular expression: every sign but the bare dollar, which many countries use. */
export const CURRENCY_SIGNS = Object.keys(SIGNS)
  .toSorted((a, b) => b.length - a.length)
  .filter((sign) => !/^[A-Z]{4}/.test(sign))
  .map((sign) => sign.replace('$', '\\$'))
  .join('|');

/** Currencies that are written with the bare dollar sign at home: dollars and pesos. */
const DOLLARS = new Set(
  'USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP BMD BSD BBD BZD FJD JMD KYD LRD NAD SBD SRD TTD XCD BND GYD'.split(
    ' ',
  ),
);

/** Whether "$" alone can mean a currency: of pounds or euros it cannot. */
export const isWrittenWithDollar = (code: string): boolean => DOLLARS.has(code);

export const isCurrencyCode = (text: string): boolean => CODES.has(text);

/** Currencies that people hold as cash under a name; of others the name is that of something else as well (XAU is gold). */
const HELD = 'USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK HKD SGD CNY MXN'.split(' ');
const english = new Intl.DisplayNames('en', { type: 'currency' });
const NAMED = new Map(HELD.map((code) => [(english.of(code) ?? '').toLowerCase(), code]));

/** Alternatives for a regular expression: the names in English, in the singular. "Sterling" alone is a bank's name, too. */
export const NAMES_OF_CURRENCIES = [...NAMED.keys(), 'pounds? sterling', 'pound', 'yen']
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', '[ -]'))
  .join('|');

/** The code of a currency that a text names in English: "US DOLLAR", "Swiss francs", "Pound sterling cash", "US Dollar (USD)"; null for any other text. */
export function currencyNamed(text: string): string | null {
  const [, words = '', code = ''] = /^(.+?)\s*\(([A-Z]{3})\)$/i.exec(text.trim()) ?? [];
  return code !== '' && namedCode(words) === code.toUpperCase() ? code.toUpperCase() : namedCode(text);
}

function namedCode(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll('-', ' ')
    .replace(/ (?:cash|currency|balance)$/, '')
    .replace(/s$/, '');
  if (/^(?:(?:british )?pounds?(?: sterling)?|sterling)$/.test(plain)) return 'GBP';
  return NAMED.get(plain === 'yen' ? 'japanese yen' : plain) ?? null;
}

/** `perUnit`: how many of the quoted unit make one of the currency; 100 for London's pence. */
export interface QuotedCurrency {
  code: string;
  perUnit: 1 | 100;
}

/** A currency as files write it: USD, usd, US$, €, GBX or GBp (pence). "$" alone is US dollars. Null for anything else. */
export function readCurrency(text: string): QuotedCurrency | null {
  const trimmed = text.trim();
  if (trimmed === 'GBp' || /^gbx$/i.test(trimmed)) return { code: 'GBP', perUnit: 100 };
  if (trimmed === '$') return { code: 'USD', perUnit: 1 };
  const code = SIGNS[trimmed.toUpperCase()] ?? trimmed.toUpperCase();
  return isCurrencyCode(code) ? { code, perUnit: 1 } : null;
}
