/** Exchanges as spreadsheets and charting sites put them before a ticker, and their suffixes as Yahoo writes them. */
const BEFORE: Readonly<Record<string, string>> = {
  ...{
    XETR: 'DE',
    XETRA: 'DE',
    ETR: 'DE',
    LON: 'L',
    LSE: 'L',
    AMS: 'AS',
    EPA: 'PA',
    EBR: 'BR',
    ELI: 'LS',
    BIT: 'MI',
    MIL: 'MI',
  },
  ...{
    BME: 'MC',
    SWX: 'SW',
    VIE: 'VI',
    CPH: 'CO',
    STO: 'ST',
    HEL: 'HE',
    OSL: 'OL',
    TSX: 'TO',
    TYO: 'T',
    ASX: 'AX',
    HKG: 'HK',
  },
};
/** As Bloomberg writes them behind it. */
const BEHIND: Readonly<Record<string, string>> = {
  ...{ GY: 'DE', GR: 'DE', LN: 'L', NA: 'AS', FP: 'PA', IM: 'MI', SM: 'MC', SW: 'SW' },
};
/** And where it says "Equity" after them as well, for they are words or other abbreviations too: GOLD AU. */
const BEHIND_WITH_EQUITY: Readonly<Record<string, string>> = {
  ...{
    ...BEHIND,
    BB: 'BR',
    PL: 'LS',
    AV: 'VI',
    DC: 'CO',
    SS: 'ST',
    FH: 'HE',
    NO: 'OL',
    CN: 'TO',
    CT: 'TO',
    JP: 'T',
    JT: 'T',
  },
  ...{ AU: 'AX', HK: 'HK' },
};

const PREFIXED = /^([A-Z]{3,5})\s?:\s?([A-Z0-9-]{1,10}?)(?:\.([A-Z])?)?$/;
/** Behind what is no ticker the letters are no exchange: "CASH NA" is cash of no price, "GOLD GR" grams. */
const BLOOMBERG =
  /^(?!(?:CASH|GOLD|SILVER|TOTAL|FUND|BOND|OTHER|NONE) )([A-Z0-9]{1,6})(?:\/([A-Z]))? ([A-Z]{2})( EQUITY)?$/;

/**
 * A ticker with its exchange in the form that Alex uses, VWCE.DE, where it is written XETR:VWCE or VWCE GY Equity; null where it
 * names no exchange outside the US that is known here. In capital letters.
 */
export function listedSymbol(text: string): string | null {
  const before = PREFIXED.exec(text);
  if (before !== null) return joined(before[2], before[3], exchangeOf(before[1] ?? '', before[2] ?? ''));
  const behind = BLOOMBERG.exec(text);
  if (behind === null) return null;
  const exchanges = behind[4] === undefined ? BEHIND : BEHIND_WITH_EQUITY;
  return joined(behind[1], behind[2], exchanges[behind[3] ?? '']);
}

/** Google's TSE is Toronto and others' Tokyo, where tickers begin with a digit. */
const exchangeOf = (name: string, ticker: string): string | undefined =>
  name === 'TSE' ? (/^\d/.test(ticker) ? 'T' : 'TO') : BEFORE[name];

function joined(ticker = '', shareClass: string | undefined, exchange: string | undefined): string | null {
  if (exchange === undefined) return null;
  const whole = shareClass === undefined ? ticker : `${ticker}-${shareClass}`;
  return `${exchange === 'HK' ? whole.padStart(4, '0') : whole}.${exchange}`;
}
