import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { readAccountType, readTypeOfName, type NamedType } from '../../../shared/portfolio-files/account-type.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

const told = (name: string): string => {
  const named: NamedType | null = readTypeOfName(name);
  return named === null ? 'nothing' : `${named.plain ? '' : 'perhaps '}${named.type}`;
};
const each = (type: string, names: string): [string, string][] => names.split(', ').map((name) => [name, type]);

describe('an account is taxed as its name says, and what the name does not say plainly is no certainty', () => {
  test.each([
    // Windows into brokerage inside employers' plans.
    ...each('tax_deferred', 'BROKERAGELINK, BrokerageLink, Brokerage Link Plus, PCRA, TradeLink Plus'),
    ...each('tax_deferred', 'Schwab Personal Choice Retirement Account, Self-directed brokerage account (401k)'),
    ...each(
      'tax_free',
      'BROKERAGELINK ROTH, PCRA Roth, Roth 401(k), 401(k) Roth, Roth TSP, Rollover Roth IRA, ROTHIRA',
    ),
    ...each('perhaps tax_deferred', 'SDBA, Brokerage window, Self-directed window, Vanguard Brokerage Option'),
    ...each('perhaps taxable', 'Self-Directed Brokerage Account, Ally Invest Self-Directed, After-tax, Personal'),
    // What an account is said not to be.
    ...each(
      'taxable',
      'Non-IRA, Non-IRA brokerage, NonIRA, NON-IRA TRUST, Not a 401(k), outside my IRA, Non-registered',
    ),
    ...each('taxable', 'Non-qualified, Non-Retirement, Taxable retirement, After-tax brokerage, Non-Roth brokerage'),
    ...each('tax_deferred', 'Non-Roth 401(k), Non-Qualified Deferred Compensation, IRA (not Roth)'),
    ...each('nothing', 'Non-Roth'),
    ...each('perhaps tax_free', 'Non-taxable, Tax-exempt, FHSA'),
    // On the way to Roth, or of both kinds.
    ...each('tax_free', 'Roth Conversion IRA'),
    ...each('perhaps tax_free', 'Roth conversion ladder, Backdoor Roth IRA'),
    ...each('perhaps tax_deferred', 'Traditional IRA for Roth conversion, Roth and Traditional 401k, After-tax 401(k)'),
    // Employers' plans.
    ...each(
      'tax_deferred',
      'Profit Sharing, Money Purchase Plan, 401 k, 401-k, 403(b)(7), 457(b), Solo-K, SARSEP, TSP',
    ),
    ...each(
      'perhaps tax_deferred',
      'INTEL SAVINGS PLAN, ACME Savings & Investment Plan, Cash balance plan, SEP, SIMPLE',
    ),
    ...each('taxable', 'Savings, Northern Trust, Individual - TOD, JTWROS, UTMA, GIA, TDA Individual'),
    ...each('tax_free', 'HSA, H.S.A., Health Savings Account, HSBA'),
    ...each('other', '529, My 529 plan, Coverdell ESA, Education IRA, College Savings Plan'),
    // Numbers, people and words that only look like kinds of accounts.
    ...each(
      'nothing',
      'Account ending 457, Account ending 529, Z12-529, 87654321, Sep 2025 buys, My simple portfolio, Lisa',
    ),
    ...each('nothing', 'Embankment, Able Smith, Miranda, Work plan, Mein Depot, PEA'),
    ...each('perhaps tax_deferred', 'Ira Smith, Fidelity Ira, Retirement, Retirement savings, Annuity'),
    ...each('perhaps taxable', 'Ira Smith joint, Joint retirement brokerage'),
    ...each('taxable', 'Ira’s brokerage'),
    // Abroad.
    ...each('tax_free', 'Stocks & Shares Isa, ISA, LISA, JISA, TFSA, NISA'),
    ...each('tax_deferred', 'SIPP, Workplace pension, Group RRSP, RRIF, Riester-Rente, Rürup, bAV, Säule 3a'),
    ...each('perhaps tax_deferred', 'LIRA, Stake Super, Hostplus super fund'),
    ...each('tax_free', 'CELI'),
    ...each('tax_deferred', 'RSP, Spousal RSP, RIF, REER, SMSF'),
    // Brokers whose names hold a word that says what other accounts are.
    ...each(
      'tax_free',
      'E*TRADE Roth IRA, eTrade Roth 401k, ETRADE Roth, WellsTrade - Roth IRA *1234, Trading Roth IRA, TD Ameritrade Roth IRA',
    ),
    ...each(
      'tax_free',
      'Trading 212 ISA, TradeStation Roth IRA, Solo 401k Roth - E*TRADE, Empower Retirement Roth IRA',
    ),
    ...each('tax_deferred', 'E*TRADE Traditional IRA, WellsTrade IRA, IRA Financial 401(k), TradeLink'),
    ...each('taxable', 'E*TRADE Individual Brokerage, IRA Financial checking, Empower Retirement brokerage'),
    ...each('nothing', 'E*TRADE, WellsTrade, Trading 212 Invest, IRA Services, Simple Investing'),
    ...each('perhaps tax_deferred', 'E*TRADE Roth and Traditional 401k'),
    // Roth, too, is a name that people have.
    ...each('perhaps taxable', 'Eli and Sue Roth joint, Roth Family Trust, Roth UTMA'),
    ...each('taxable', 'Tax-free bond savings, Tax-exempt bond brokerage'),
    ...each('perhaps other', 'RESP'),
  ])('%s: %s', (name, type) => {
    expect(told(name)).toBe(type);
  });

  const sheltered = fc.constantFrom(
    'Roth IRA',
    'Rollover IRA',
    '401(k)',
    'BrokerageLink',
    'HSA',
    '403(b)',
    'SIPP',
    'TFSA',
  );
  const ordinary = fc.constantFrom('brokerage', 'individual', 'cash', 'Schwab', 'trust', 'my', '...123');

  test('words that accounts of every kind have make no shelter taxable, on either side and in any case', () => {
    fc.assert(
      fc.property(sheltered, ordinary, fc.boolean(), fc.boolean(), (kind, word, before, loud) => {
        const name = before ? `${word} ${kind}` : `${kind} ${word}`;
        expect(readTypeOfName(loud ? name.toUpperCase() : name)).toEqual(readTypeOfName(kind));
      }),
    );
  });

  test('a name that denies a kind of account is never taken for it', () => {
    const denial = fc.constantFrom('Non-', 'non ', 'NON', 'Not a ', 'not an ', 'outside my ');
    const kinds = fc.constantFrom('IRA', '401(k)', '401k', 'retirement', 'pension', 'ISA', 'TFSA', 'HSA', 'RRSP');
    const rest = fc.constantFrom('', ' brokerage', ' account', ' trust');
    fc.assert(
      fc.property(denial, kinds, rest, (no, kind, more) => {
        expect(told(`${no}${kind}${more}`)).toBe('taxable');
      }),
    );
  });

  test('a number, however it is masked, says nothing', () => {
    const digits = fc.stringMatching(/^\d{3,9}$/);
    const mask = fc.constantFrom('Account ending ', 'X', '...', '#', '***', 'Acct ', 'Z1-', '00');
    fc.assert(fc.property(mask, digits, (hidden, number) => told(`${hidden}${number}`) === 'nothing'));
  });

  test('any name at all is read, in little time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => told(name) !== ''));
  });
});

describe('what the person is told of it', () => {
  const read = (names: readonly string[]) => {
    const rows = names.map((name) => `${name},VTI,1,300`).join('\n');
    const bytes = new TextEncoder().encode(`Account,Symbol,Quantity,Price\n${rows}\n`);
    const file = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
    if (!file.ok) throw new Error('the file could not be read');
    return file.notes.filter(({ topic }) => topic === 'account').map(({ message }) => message);
  };

  test('what a name hints at is said to be assumed, and is not among what names say', () => {
    expect(read(['BROKERAGELINK', 'SDBA'])).toEqual([
      'how accounts are taxed was taken from their names: "BROKERAGELINK" tax-deferred',
      '"SDBA" is assumed to be tax-deferred: its name hints at it, and does not say it plainly; a column with its type would',
    ]);
  });

  test('accounts beyond the first twenty are counted, and no note is so long that a report cuts it off', () => {
    const notes = read(Array.from({ length: 37 }, (_, at) => `Roth IRA of ${at + 1}`));
    expect(notes.join('\n').match(/"Roth IRA of \d+" tax-free/g)).toHaveLength(20);
    expect(notes.at(-1)).toMatch(/ and 17 more$/);
    expect(Math.max(...notes.map((note) => `a-file-with-a-rather-long-name.csv: ${note}`.length))).toBeLessThan(300);
  });

  test('a single name that is too long for a list is told all the same', () => {
    expect(read([`Roth ${'long '.repeat(18)}`])).toHaveLength(1);
  });
});

test.each([
  'ESPP',
  'RSU',
  'Stock Plan',
  'Employee stock purchase plan',
  'Crypto',
  'Crypto wallet',
  'Business',
  'LLC',
  'Cash management',
])('a column of kinds of accounts may say %s, which no law shelters, and is no reason to refuse the file', (type) => {
  expect(readAccountType(type)).toBe('taxable');
});

test('a kind of account that nobody knows is still asked about', () => {
  expect(readAccountType('Gold tier')).toBeNull();
});
