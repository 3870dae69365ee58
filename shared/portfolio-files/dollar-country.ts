import { textOf, type Section, type Table } from './find-sections.ts';
import type { TableRow } from './table-row.ts';

/** A currency that is written with "$" at home, and by what a file shows that it is of there. */
interface DollarCountry {
  code: string;
  /** What it is called, in the plural. */
  called: string;
  /** Places, exchanges, brokers and time zones, in what stands above, below or over the columns. */
  words: RegExp;
  /** Exchanges, as a column of them has them. */
  exchanges: RegExp;
  /** Kinds of accounts that this country alone has. */
  accounts: RegExp;
  /** Codes of securities that are traded there and not in America: each by itself, for a form of theirs (D05) is also what a person calls a holding (HY2). */
  codes: RegExp;
}

const NEVER = /(?!)/;
const oneOf = (codes: string): RegExp => new RegExp(`^(?:${codes.replaceAll(' ', '|')})$`);

const COUNTRIES: readonly DollarCountry[] = [
  {
    code: 'AUD',
    called: 'Australian dollars',
    words:
      /\b(?:sydney|melbourne|brisbane|perth|AE[SD]T|AWST|ASX|CHESS|commsec|commonwealth securities|selfwealth|nabtrade|cmc markets|bell direct|westpac|pearler|superhero|australian?|AUD)\b|\bAU?\$/i,
    exchanges: /^(?:X?ASX|CHI-X AU|CXA)$/,
    accounts: /\bSMSF\b|\bsuper(?:annuation)?\b(?! ?saver)/i,
    codes: oneOf(
      'AU[A-Z0-9]{9}\\d VAS VGS VDHG VDGR VDBA VAP VAF VGE VHY VGAD VGB VISM VSO A200 STW IOZ NDQ IHVV DHHF BGBL ETHI CBA WBC NAB ANZ TLS MQG FMG WOW GMG QAN XRO TCL S32 PLS BXB QBE AFI ARG MLT',
    ),
  },
  {
    code: 'CAD',
    called: 'Canadian dollars',
    words:
      /\b(?:toronto|montr[eé]al|vancouver|TSX|questrade|wealthsimple|qtrade|disnat|desjardins|CIBC|RBC|BMO|td direct|scotia ?itrade|scotiamcleod|canad(?:a|ian)|CDN|CAD)\b|\bCA?\$/i,
    exchanges: /^(?:X?TSX|XTSE|TSX-?V|XTSX|NEO|NEOE|CNSX)$/,
    accounts: /\b(?:TFSA|RRSP|RRIF|RESP|LIRA|FHSA|CELI|REER|RSP)\b/,
    codes: oneOf(
      'CA[A-Z0-9]{9}\\d XEQT VEQT ZEQT XGRO VGRO XBAL VBAL VFV ZSP XIC VCN XIU XAW XUU VUN XEF XEC ZCN ZAG XBB VAB HXT HXS ZWC CDZ XDIV XEI VDY XRE VRE ZQQ XQQ',
    ),
  },
  {
    code: 'NZD',
    called: 'New Zealand dollars',
    words: /\b(?:auckland|wellington|NZX|NZ[SD]T|sharesies|jarden|asb securities|new zealand|NZD)\b|\bNZ\$/i,
    exchanges: /^(?:NZX|XNZE|NZSX)$/,
    accounts: /\bkiwisaver\b/i,
    codes: oneOf('NZ[A-Z0-9]{9}\\d FNZ USF FPH SPK MEL ATM FBU MFT RYM'),
  },
  {
    code: 'HKD',
    called: 'Hong Kong dollars',
    words: /\b(?:hong kong|HKEX|SEHK|HKT|HKD)\b|\bHK\$/i,
    exchanges: /^(?:HKEX|SEHK|XHKG|HK)$/,
    accounts: /\bMPF\b/,
    codes: oneOf('HK\\d{10} 0\\d{3,4}'),
  },
  {
    code: 'SGD',
    called: 'Singapore dollars',
    words: /\b(?:singapore|SGX|SGT|SGD|POEMS|OCBC)\b|\bS\$/i,
    exchanges: /^(?:SGX|XSES|SES)$/,
    accounts: /\b(?:CPF|SRS)\b/,
    codes: oneOf(
      'SG[A-Z0-9]{9}\\d D05 O39 U11 Z74 C6L S63 S68 C09 C07 C52 F34 G13 J36 V03 Y92 U96 U14 BN4 BS6 9CI H78 E5H S58 ES3 G3B CLR A17U C38U M44U ME8U N2IU AJBU K71U T82U BUOU J69U',
    ),
  },
  {
    code: 'MXN',
    called: 'Mexican pesos',
    words: /\b(?:m[eé]xico|BMV|GBM\+?|pesos|MXN)\b/i,
    exchanges: /^(?:BMV|XMEX|BIVA)$/,
    accounts: NEVER,
    codes: oneOf('MX[A-Z0-9]{9}\\d'),
  },
];

/** What shows that the dollars of a file may be another country's. */
export interface OtherDollars {
  code: string;
  called: string;
  /** As a sentence's end: `"Sydney Time" stands above the table`. */
  sign: string;
}

/** A line whose currency nothing says but "$" or nothing. */
export interface DollarLine {
  symbol: string;
  identifier: string;
  account: string;
}

export const dollarLine = (row: TableRow, symbol: string): DollarLine => ({
  symbol,
  identifier: row.text('identifier'),
  account: `${row.text('account')} ${row.text('accountType')} ${row.text('registration')}`,
});

/** Text over, above and below the columns: headers, a preamble, lines of one cell. */
function proseOf({ sections, preamble }: Pick<Table, 'sections' | 'preamble'>): string[] {
  const isProse = (cells: readonly string[]): boolean => cells.filter((cell) => cell.trim() !== '').length === 1;
  return [
    ...preamble.map(textOf),
    ...sections.flatMap(({ title, columns, rows }) => [
      title,
      ...columns.headers,
      ...rows.filter(({ cells }) => isProse(cells)).map(textOf),
    ]),
  ];
}

/** The column of exchanges; -1 where there is none. */
export const exchangeColumn = (headers: readonly string[]): number =>
  headers.findIndex((header) => /\b(?:exchange|market|mic)\b/i.test(header) && !/rate|value|price/i.test(header));

/** What the shares of a market are quoted in that a column names by its country alone, as TD Direct does. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  US: 'USD',
  USA: 'USD',
  CA: 'CAD',
  CAN: 'CAD',
  CDN: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  HK: 'HKD',
  SG: 'SGD',
};

/** The currency of the country whose market a row names; null where it names none, or is traded there in another's dollars (DLR.U). */
export function marketCurrency({ section, row }: TableRow, symbol: string): string | null {
  const cell = (row.cells[exchangeColumn(section.columns.headers)] ?? '').trim().toUpperCase();
  const code = BY_COUNTRY[cell] ?? null;
  return code !== 'USD' && /[.-]U$/.test(symbol) ? null : code;
}

/** What stands in a table's column of exchanges. */
export const exchangesIn = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ columns: { headers }, rows }) => {
    const at = exchangeColumn(headers);
    return at < 0 ? [] : rows.map(({ cells }) => (cells[at] ?? '').trim());
  });

/** The country whose "$" the lines may be in, by the file's words, its exchanges, its accounts or most of its codes; null where nothing shows one. */
export function otherDollars(
  lines: readonly DollarLine[],
  table: Pick<Table, 'sections' | 'preamble'>,
  fileName: string,
): OtherDollars | null {
  const prose = [...proseOf(table), fileName.replace(/[_.-]+/g, ' ')];
  const exchanges = exchangesIn(table.sections);
  for (const { code, called, words, ...by } of COUNTRIES) {
    const word = prose.map((text) => words.exec(text)?.[0]).find((found) => found !== undefined);
    if (word !== undefined) return { code, called, sign: `it says “${word}”` };
    const exchange = exchanges.find((text) => by.exchanges.test(text));
    if (exchange !== undefined) return { code, called, sign: `it lists the exchange ${exchange}` };
    const account = lines.map((line) => by.accounts.exec(line.account)?.[0]).find((found) => found !== undefined);
    if (account !== undefined) return { code, called, sign: `it has an account called ${account}` };
    const own = lines.filter(({ symbol, identifier }) => by.codes.test(symbol) || by.codes.test(identifier));
    if (own.length * 2 >= lines.length && own[0] !== undefined) {
      return { code, called, sign: `${own[0].symbol} is traded where dollars are ${called}` };
    }
  }
  return null;
}

/** Whether what stands above or over the columns says American dollars. */
export function saysAmericanDollars({ sections, preamble }: Pick<Table, 'sections' | 'preamble'>): boolean {
  const says = (text: string): boolean => /\bUSD\b|\bUS ?\$|\bU\.?S\.? ?dollars?\b/i.test(text);
  return preamble.map(textOf).some(says) || sections.some(({ columns }) => columns.headers.some(says));
}
