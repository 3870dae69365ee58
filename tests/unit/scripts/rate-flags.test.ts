import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { describePreview } from '../../../scripts/analysis/preview.ts';
import { rateIn } from '../../../scripts/analysis/rate-flags.ts';
import { readFiles } from '../../../scripts/analysis/read-files.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';
import { toValue } from '../../../shared/report/remedies.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-rates-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = join(folder, 'my.csv');
writeFileSync(
  file,
  'Symbol,Quantity,Price,Currency,Price date\nVWRL,10,96.5,GBP,2026-11-20\nGBP/USD,,1.25,,2026-11-20\nUSD/EUR,,0.9,,2026-11-20\n',
);
const given = (...flags: string[]) => readOptions([file, '--as-of', '2026-11-20', ...flags]);

describe('the flag for an exchange rate', () => {
  test.each([
    ['EUR/USD=1.08', { from: 'EUR', to: 'USD', rate: '1.08' }],
    ['eurusd: 1,08', { from: 'EUR', to: 'USD', rate: '1.08' }],
    ['JPY/USD 0.0066', { from: 'JPY', to: 'USD', rate: '0.0066' }],
    ['USD/KRW=1380', { from: 'USD', to: 'KRW', rate: '1380' }],
  ])('%s is understood', (text, value) => {
    expect(rateIn(text)).toEqual({ ok: true, value });
  });

  test.each(['EUR/USD', '1.08', 'EUR=1.08', 'EUR/EUR=1', 'EUR/XQQ=2', 'EUR/USD=0', 'EUR/USD=-1', 'USD/JPY=1,080', ''])(
    '"%s" is refused with an example',
    (text) => {
      expect(rateIn(text)).toMatchObject({ ok: false, problem: expect.stringContaining('such as EUR/USD=1.08') });
    },
  );

  test('one pair twice, whichever way round, is refused beside all else that is wrong', () => {
    expect(() => given('--rate', 'GBP/USD=1.3', '--rate', 'USD/GBP=0.8', '--seed', 'x')).toThrow('2 flags are wrong');
  });

  test('it is of the day of the analysis, names its source, and wins over a rate of the file for that day', () => {
    const { request } = readRequest(given('--rate', 'GBP/USD=1.3', '--rate', 'EUR/USD=1.08'));
    const dated = { asOf: '2026-11-20', source: 'given on the command line' };
    expect(request.portfolio?.exchangeRates).toEqual([
      { from: 'GBP', to: 'USD', rate: '1.3', ...dated },
      { from: 'EUR', to: 'USD', rate: '1.08', ...dated },
    ]);
  });

  test('a report without a rate tells of the flag, by the pair that is missing', () => {
    const left = { accountName: 'ISA', symbol: 'VWRL', name: null, quantity: 10, currency: 'GBP' };
    expect(toValue([{ ...left, reason: 'no_exchange_rate' }], 'USD')).toContain('--rate GBP/USD=…');
  });

  test('one that values nothing is swallowed without a word, and one on the way to a rate is called unused', () => {
    const said = (...flags: string[]) => {
      const options = given(...flags);
      return [...readRequest(options).notes, ...describePreview(readFiles(options))].filter((one) =>
        one.includes('not used: '),
      );
    };
    expect(said('--rate', 'GBP/USD=1.3', '--rate', 'CHF/USD=1.1')).toEqual([
      expect.stringContaining(
        '--rate CHF/USD=1.1 was not used: nothing that is held or was traded is in CHF; a column Currency',
      ),
      expect.stringContaining('CHF/USD 1.1 (not used: nothing that is held or was traded is in CHF'),
    ]);
    expect(said('--rate', 'GBP/CHF=1.2', '--rate', 'CHF/USD=1.1')).toEqual([]);
  });
});

describe('a rate that can hardly be meant is used, and told to be in doubt', () => {
  const said = (rate: string) => {
    const options = given('--rate', rate);
    const { request, notes } = readRequest(options);
    const inReport = request.notes?.find(({ topic }) => topic === 'in_doubt')?.items ?? [];
    const shown = [...notes, ...describePreview(readFiles(options))].filter((one) => one.includes('in doubt'));
    return { inReport, shown };
  };

  test('a point left out', () => {
    const doubt =
      'in doubt: one GBP costs about 1.3 USD; it was used, and what is in another currency may be far too large or too small';
    expect(said('GBP/USD=130')).toEqual({
      inReport: [`--rate GBP/USD=130 is ${doubt}`],
      shown: [`--rate GBP/USD=130 is ${doubt}`, expect.stringContaining(`GBP/USD 130 (${doubt})`)],
    });
  });

  test('a pair the wrong way round', () => {
    expect(said('USD/JPY=0.0066').inReport).toEqual([
      expect.stringContaining('one USD costs about 150 JPY, and JPY/USD seems to be meant'),
    ]);
  });

  test.each(['GBP/USD=1.1', 'GBP/USD=2.4', 'GBP/JPY=150', 'USD/JPY=80', 'GBP/ARS=1900'])('but not %s', (rate) => {
    expect(said(rate)).toEqual({ inReport: [], shown: [] });
  });
});
