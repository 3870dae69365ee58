import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';

const fact = (name: string, value: Fact['value'], unit: Fact['unit'], label = name): Fact => {
  return { name, label, value, unit, asOf: '2026-03-31', how: 'As given.' };
};
const facts = [
  fact('portfolio.value', 100_000, 'usd', 'Value of the portfolio'),
  fact('portfolio.holdings', 3, 'count', 'Different instruments held'),
  fact('allocation.assetClass.equity.weight', 0.7, 'fraction', 'Stocks (asset class), share of the portfolio'),
  fact('allocation.assetClass.fixed_income.weight', 0.2, 'fraction', 'Bonds (asset class), share of the portfolio'),
  fact('allocation.account.roth-ira.weight', 0.6, 'fraction', 'Roth IRA (account), share of the portfolio'),
  fact('allocation.account.401-k.weight', 0.4, 'fraction', '401(k) (account), share of the portfolio'),
  fact('allocation.accountType.tax_free.weight', 0.17, 'fraction', 'Tax-free (account type), share of the portfolio'),
  fact('holding.MSFT.name', 'Microsoft Corporation', 'text', 'MSFT, name'),
  fact('holding.MSFT.value', 12_000, 'usd', 'MSFT (Microsoft Corporation), value'),
  fact('holding.MSFT.weight', 0.12, 'fraction', 'MSFT (Microsoft Corporation), share of the portfolio'),
  fact('holding.MSFT.gain', 6000, 'usd', 'MSFT, unrealized gain'),
  fact('holding.MSFT.gainRatio', 1, 'fraction', 'MSFT, unrealized gain as a share of cost'),
  fact('holding.VTI.weight', 0.58, 'fraction', 'VTI (Vanguard Total Stock Market ETF), share of the portfolio'),
  fact('holding.VTI.gain', -20, 'usd', 'VTI, unrealized gain'),
  fact('retirement.success', 0.72, 'fraction', 'Chance that the money lasts'),
  fact('retirement.confidence', 0.85, 'fraction', 'Confidence of the sustainable income'),
  fact('excluded.count', 1, 'count', 'Positions left out of every total'),
  fact('stale.count', 3, 'count', 'Holdings with an old price'),
];
const PAGE = { text: 'Analysts at Morningstar expect bonds to do better.', source: 'Morningstar outlook' };
const problems = (written: string, passages: readonly { text: string; source: string }[] = []): string[] => {
  const { text, marks } = readMarks(written);
  return checkGrounding([{ at: 'body', text, marks }], facts, passages).problems;
};

describe('a saying without a figure that facts decide', () => {
  test.each([
    'You own more bonds than stocks.',
    'Bonds outweigh stocks in your portfolio.',
    'Microsoft is a larger position than VTI.',
    'Your 401(k) is the largest account.',
    'Most of your money is in tax-free accounts.',
    'The bulk of your portfolio is in bonds.',
    'Every position has a price.',
    'None of your holdings has an old price.',
    'All of your positions are profitable.',
    'Microsoft has halved since you bought it.',
    'Your plan holds in nearly all simulated futures.',
  ])('is a stray where it is not so: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    'You own more stocks than bonds.',
    'If you owned more bonds than stocks, it would swing less.',
    'The Roth IRA is the largest account.',
    'Your 401(k) is the second largest account.',
    'Most of the portfolio is in stocks.',
    'Most of your money is not in tax-free accounts.',
    'Not every position has a price.',
    'Microsoft has doubled since you bought it.',
    'Microsoft has [doubled](holding.MSFT.gainRatio) in your hands.',
    'Your plan holds in most simulated futures.',
    'Bonds are calmer than stocks.',
  ])('passes where it is so, or nothing decides it: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('people and things that facts may know of', () => {
  const held = (name: string, label = name) => fact('holding.X.name', name, 'text', label);
  const strays = (text: string, ...more: Fact[]) => checkGrounding([text], [...facts, ...more]).strays;

  test.each([
    ['Your son is provided for.', held('Sony Group Corporation')],
    ['The plan pays off your mortgage; all is well.', held('iShares Mortgage-Backed Securities ETF')],
    ['Your life insurance covers the rest.', held('SPDR S&P Insurance ETF')],
    ['The plan counts the income of your wife!', fact('goals.people.1.age', 45, 'count', 'Age')],
    ['Your partner: provided for.', held('Harbor Point Partners II')],
    ['Your fiancé has an income, too.', fact('goals.people.1.name', 'Ana', 'text', 'Name')],
  ])('are not known by a word within another, or of a fund: %s', (text, known) => {
    expect(strays(text, known)).not.toEqual([]);
  });

  test.each([
    ['Your son is provided for.', fact('goals.spending.1.label', 'College of my son', 'text', 'Spending')],
    ['The plan pays off your mortgage.', fact('goals.spending.1.label', 'Mortgage', 'text', 'Spending')],
    ['The plan counts the income of your wife.', fact('goals.people.2.age', 45, 'count', 'Age')],
    ['Your mortgage-backed fund swings little.', held('iShares Mortgage-Backed Securities ETF')],
    ['Your mortgage REIT swings.', held('Annaly Capital')],
  ])('are told of where one does: %s', (text, known) => {
    expect(strays(text, known)).toEqual([]);
  });
});

describe('what a holding is called', () => {
  const newmont = [
    fact('holding.NEM.name', 'Newmont Corporation', 'text', 'NEM, name'),
    fact('holding.NEM.value', 5000, 'usd', 'NEM (Newmont Corporation), value'),
    fact('holding.NEM.assetClass', 'Stocks', 'text', 'NEM, asset class'),
  ];
  const found = (text: string) => checkGrounding([text], [...facts, ...newmont]).problems;

  test('is no other kind of fund, and the fault says which', () => {
    expect(found('Newmont is a gold partnership.').join()).toContain('of the class Stocks (holding.NEM.assetClass), no gold partnership');
  }); // prettier-ignore

  test.each(['Newmont is a gold company.', 'Newmont is a real estate company.', 'Newmont is a real estate trust.'])(
    'may be the business of a company: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('a saying that only weighs, or is denied, at its first place', () => {
  test.each([
    ['Whether every position has a price, the list says.', 'Every position has a price.'],
    ['If none of your holdings is old, so be it.', 'Better still, none of your holdings is stale.'],
    ['Whether all your positions are profitable, the list says.', 'All your positions are profitable.'],
    ['Should only one holding have an old price, no matter; only one holding has an old price if you sell.', 'Only one holding has an old price.'],
    ['Whether taxes are included is a question of the plan.', 'Taxes are included.'],
    ['Nothing tells that your portfolio has beaten the market.', 'Your portfolio has beaten the market.'],
    ['Nobody says that your portfolio grew last year.', 'Your portfolio grew last year.'],
    ['Nobody says that you are a millionaire.', 'Now you are a millionaire.'],
    ['If the money lasts in nearly all simulated futures, relax.', 'The money lasts in nearly all simulated futures.'],
    ['If the plan fails in hardly any futures, relax.', 'The plan fails in hardly any futures.'],
  ])('is a stray at its second: %s %s', (weighed, lie) => {
    expect(problems(weighed)).toEqual([]);
    const [first, ...more] = checkGrounding([`${weighed} ${lie}`], facts).findings.filter((one) => one.fact === null);
    expect(first?.start).toBeGreaterThan(weighed.length);
    expect(more).toEqual([]);
  }); // prettier-ignore

  test('is each time a stray where each time it is said', () => {
    const { findings } = checkGrounding(['Every position has a price. Yes, every position has a price.'], facts);
    expect(findings.map(({ start }) => start)).toEqual([0, 33]);
  });
});

describe('the largest of its kind', () => {
  const level = [...facts.filter(({ name }) => !/^holding\.\w+\.weight$/.test(name)), ...[['VTI', 0.4], ['MSFT', 0.396], ['BND', 0.2]].map(([key, weight]) => fact(`holding.${key}.weight`, weight ?? 0, 'fraction', `${key} (${key} Fund), share of the portfolio`))]; // prettier-ignore
  const strays = (text: string) => checkGrounding([text], level).strays;

  test.each([
    'Microsoft is your largest holding.',
    'Microsoft is the largest line of the portfolio.',
    'Microsoft remains your biggest stake and would fall most.',
    'Your 401(k) is the largest account, which could change.',
  ])('is not another, whatever else the sentence weighs: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    'If you sold some of it, Microsoft is your largest holding.',
    'VTI is your largest holding and would fall most.',
    'With the target reached, bonds are the largest asset class.',
  ])('may be another where that is only weighed: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test('is the one that is a little larger, and the second is the other one', () => {
    expect(strays('VTI is the largest holding.')).toEqual([]);
    expect(strays('MSFT is the largest holding.')).toEqual(['MSFT']);
    expect(strays('MSFT is the second largest holding.')).toEqual([]);
    expect(strays('VTI is the second largest holding.')).toEqual(['VTI']);
    expect(strays('BND is the third largest holding.')).toEqual([]);
    expect(strays('BND is the second largest holding.')).toEqual(['BND']);
    const worthless = [fact('holding.VTI.weight', 0, 'fraction', 'VTI (VTI Fund), share of the portfolio')];
    expect(checkGrounding(['VTI is the largest holding.'], worthless).strays).toEqual([]);
  });
});

describe('a holding', () => {
  const known = [...facts, fact('holding.MSFT.assetClass', 'Stocks', 'text'), fact('holding.MSFT.price', 400, 'usd'), fact('holding.VTI.name', 'Vanguard Total Stock Market ETF', 'text')]; // prettier-ignore
  const said = (text: string) => checkGrounding([text], known).problems;

  test('that has a price is not called unpriced', () => {
    expect(said('Microsoft has no price.').join()).toContain('holding.MSFT.price');
    expect(said('VTI has no price.')).toEqual([]);
  });

  test('is a fund of its own class, and of none where no fact says one', () => {
    expect(said('Microsoft is a low-risk bond fund.').join()).toContain('Stocks');
    expect(said('VTI is a broad stock fund.').join()).toContain('no fact says');
    expect(said('Microsoft is a stock fund.')).toEqual([]);
  });

  test('of which only the value is told may be what it is', () => {
    const small = [...facts, fact('holding.VNQ.value', 90, 'usd', 'VNQ (Vanguard Real Estate ETF), value')];
    expect(checkGrounding(['VNQ is a real estate fund.'], small).problems).toEqual([]);
  });
});

test('accounts are not all of one kind where some are of another, said once or twice', () => {
  const lie = 'Your accounts are all tax-free.';
  expect(problems(lie).join()).toContain('17.0%');
  expect(problems(`Your accounts are all tax-deferred, or so. ${lie}`).join()).toContain('17.0%');
});

describe('two figures that are right', () => {
  const said = (how: string) => `The chance of [72%](retirement.success) that it lasts ${how} the [85%](retirement.confidence) you asked for.`; // prettier-ignore

  test('are not in the wrong order', () => {
    expect(problems(said('is above'))).not.toEqual([]);
    expect(problems(said('exceeds'))).not.toEqual([]);
    expect(problems(said('is well below'))).toEqual([]);
  });

  test('do not rise to less', () => {
    expect(problems('The chance that it lasts rises from 85% to 72%.').join(' ')).toContain('85% is more than 72%');
  });
});

describe('an authority', () => {
  const INVENTED = [
    'According to Morningstar, your funds are among the best.',
    'Analysts at JPMorgan rate your mix as strong.',
    'Goldman Sachs expects stocks to do well.',
    'The Wall Street Journal reports that bond funds are recovering.',
    'A Fed study shows that portfolios like yours beat the market.',
    'As BlackRock points out, most savers do fine.',
    'Experts agree that this mix is sound.',
  ];
  test.each(INVENTED)('that nobody cites is a stray: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test('that a cited passage has is none', () => {
    expect(problems('According to Morningstar, bonds may do better.', [PAGE])).toEqual([]);
    expect(problems('Analysts at JPMorgan expect bonds to do better.', [PAGE])).not.toEqual([]);
  });

  test.each([
    'According to the simulation, the money may not last.',
    'According to your plan, you stop working later.',
    'The report shows that most of it is in stocks.',
  ])('is none that is ours: %s', (text) => {
    // prettier-ignore
    expect(problems(text)).toEqual([]);
  });
});
