import { describe, expect, test } from '@jest/globals';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { listingCurrency } from '../../shared/portfolio-files/listing-currency.ts';
import { instrument } from '../../shared/schemas/classification.ts';

describe('reference set', () => {
  test.each(referenceInstruments.map((one) => [one.symbol, one] as const))(
    '%s has weights that do not sum to one, or a field that does not fit',
    (_, one) => {
      expect(instrument.safeParse(one).error?.issues).toBeUndefined();
    },
  );

  test('a symbol is there twice', () => {
    const symbols = referenceInstruments.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
  });

  test('fewer than sixty instruments, or a kind that people hold is missing', () => {
    expect(referenceInstruments.length).toBeGreaterThanOrEqual(60);
    const classes = new Set(
      referenceInstruments.flatMap(({ classification }) => Object.keys(classification?.assetClasses ?? {})),
    );
    expect([...classes].sort()).toEqual([
      'alternatives',
      'cash',
      'commodities',
      'equity',
      'fixed_income',
      'real_estate',
    ]);
  });

  test('a company has a cost, an index fund of a great house has none, or a cost is a percentage', () => {
    for (const { symbol, type, expenseRatio } of referenceInstruments) {
      if (type === 'stock') expect([symbol, expenseRatio]).toEqual([symbol, null]);
      else expect([symbol, (expenseRatio ?? 0) < 0.03]).toEqual([symbol, true]);
    }
    const known = new Map(referenceInstruments.map(({ symbol, expenseRatio }) => [symbol, expenseRatio]));
    expect(['VTI', 'SCHX', 'USFR', 'JEPI', 'DODGX'].map((symbol) => known.get(symbol))).toEqual([
      0.0003, 0.0003, 0.0015, 0.0035, 0.0051,
    ]);
  });

  /** ISO 6166: letters as numbers from 10 on, then the digits doubled one in two from the right, as Luhn's formula has it. */
  const hasCheckDigit = (isin: string): boolean =>
    Array.from(isin)
      .flatMap((sign) => Array.from(Number.parseInt(sign, 36).toString(), Number))
      .reverse()
      .map((digit, at) => (at % 2 === 0 ? digit : Math.floor((2 * digit) / 10) + ((2 * digit) % 10)))
      .reduce((sum, digit) => sum + digit, 0) %
      10 ===
    0;

  test('an ISIN is mistyped', () => {
    expect(hasCheckDigit('US0378331005')).toBe(true);
    expect(hasCheckDigit('US0378331015')).toBe(false);
    const isins = referenceInstruments.map(({ symbol }) => symbol).filter((symbol) => symbol.length === 12);
    expect(isins.length).toBeGreaterThan(50);
    for (const isin of isins) expect([isin, hasCheckDigit(isin)]).toEqual([isin, true]);
  });

  const bySymbol = new Map(referenceInstruments.map((one) => [one.symbol, one]));
  const said = (symbol: string) => {
    const { name, currency, classification } = bySymbol.get(symbol) ?? {};
    return [name, currency, Object.keys(classification?.regions ?? {}).join()];
  };

  test.each([
    ['T.TO', 'TELUS Corporation', 'CAD', 'north_america'],
    ['T', 'AT&T Inc.', 'USD', 'north_america'],
    ['BA.L', 'BAE Systems plc', 'GBP', 'europe'],
    ['SAN.PA', 'Sanofi', 'EUR', 'europe'],
    ['SAN.MC', 'Banco Santander S.A.', 'EUR', 'europe'],
    ['SHELL.AS', 'Shell plc', 'EUR', 'europe'],
    ['SHEL', 'Shell plc', 'USD', 'europe'],
    ['BHP.L', 'BHP Group Limited', 'GBP', 'pacific'],
    ['7203.T', 'Toyota Motor Corporation', 'JPY', 'pacific'],
    ['0700.HK', 'Tencent Holdings Limited', 'HKD', 'emerging_markets'],
    ['GB00BVZK7T90', 'Unilever PLC', 'GBP', 'europe'],
  ])('%s is another company, or quoted elsewhere', (symbol, ...expected) => {
    expect(said(symbol)).toEqual(expected);
  });

  test.each([
    ['VWCE.DE', 'IE00BK5BQT80', 'EUR'],
    ['VWRL.AS', 'IE00B3RBWM25', 'EUR'],
    ['IWDA.AS', 'IE00B4L5Y983', 'EUR'],
    ['IWDA.L', 'IE00B4L5Y983', 'USD'],
    ['VUSA.L', 'IE00B3XXRP09', 'GBP'],
    ['VUSA.SW', 'IE00B3XXRP09', 'CHF'],
    ['ISF.L', 'IE0005042456', 'GBP'],
  ])('%s is not the fund of %s, or not quoted in %s', (ticker, isin, currency) => {
    const { symbol: _, ...byIsin } = bySymbol.get(isin) ?? {};
    expect(bySymbol.get(ticker)).toEqual({ ...byIsin, symbol: ticker, currency });
  });

  test('the letters of a fund that London has are taken for it where the US has another', () => {
    for (const letters of ['ISF', 'IMID', 'IBTS', 'SPYI', 'SPYY']) expect(bySymbol.has(letters)).toBe(false);
  });

  test('a listing is said to be quoted in another currency than its exchange', () => {
    for (const { symbol, currency } of referenceInstruments) {
      const listed = symbol.endsWith('.SW') ? null : listingCurrency(symbol);
      if (listed !== null) expect([symbol, currency]).toEqual([symbol, listed]);
    }
  });

  test.each([
    [
      'mutual funds',
      'FCNTX AGTHX RGAGX VWENX VWIAX DODGX PIMIX TRBCX FBGRX FMAGX FPURX ABALX CWGIX AIVSX VDIGX RERGX VIIIX',
    ],
    ['exchange-traded funds', 'SCHX DGRO JEPI JEPQ COWZ SMH SOXX ARKK USFR RSP MGK DIA VXF SPYM'],
    ['shares', 'ALL MET AIG PRU TRV CB AFL EPD ET MAIN MSTR ACN MDT ETN'],
  ])('the %s that ordinary 401(k)s and IRAs hold are not known', (_, symbols) => {
    expect(symbols.split(' ').filter((symbol) => !bySymbol.has(symbol))).toEqual([]);
  });
});
