import type { Fact } from '../../schemas/fact.ts';
import type { Quantity, Shelf } from './fact-index.ts';

/**
 * What people say of two facts together as if it were one: what a holding cost, whose gain is how much of all gains, how much
 * of the stocks is abroad, what comes in from several pensions. Each needs the words that say so in its clause.
 */
export function reckonedFrom(facts: readonly Fact[]): (readonly [Shelf, Quantity])[] {
  const byName = new Map(facts.map(({ name, value }) => [name, value]));
  const number = (name: string): number | null => {
    const value = byName.get(name);
    return typeof value === 'number' ? value : null;
  };
  return [
    ...gainsOf(facts, number),
    ...abroad(number),
    ...inMoney(facts, number, byName),
    ...paidTogether(facts, number, byName),
  ];
}

type Numbers = (name: string) => number | null;

function gainsOf(facts: readonly Fact[], number: Numbers): (readonly [Shelf, Quantity])[] {
  const all = number('portfolio.gain');
  const ratio = number('portfolio.gain.ratio');
  const whole: (readonly [Shelf, Quantity])[] =
    all === null || ratio === null || ratio === 0
      ? []
      : [['money', { value: all / ratio, fact: 'portfolio.gain / portfolio.gain.ratio', meaning: { subjects: [], topic: 'gain', says: 'paid' } }]]; // prettier-ignore
  const each = facts.flatMap(({ name, value: gain }): (readonly [Shelf, Quantity])[] => {
    const key = /^holding\.([^.]+)\.gain$/.exec(name)?.[1];
    const value = number(`holding.${key ?? ''}.value`);
    if (key === undefined || value === null || typeof gain !== 'number') return [];
    const subjects = [`holding:${key}`];
    const cost: readonly [Shelf, Quantity] = [
      'money',
      {
        value: value - gain,
        fact: `holding.${key}.value - ${name}`,
        meaning: { subjects, topic: 'gain', says: 'paid' },
      },
    ];
    if (all === null || all <= 0 || gain <= 0) return [cost];
    const share = { value: (100 * gain) / all, fact: `${name} / portfolio.gain`, meaning: { subjects, topic: 'gain', says: 'gainShare' } } as const; // prettier-ignore
    return [cost, ['percent', share]];
  });
  return [...whole, ...each];
}

function abroad(number: Numbers): (readonly [Shelf, Quantity])[] {
  const home = number('drift.region.north_america.weight');
  const stocks = number('drift.region.value');
  if (home === null) return [];
  const meaning = {
    subjects: ['class:equity'],
    topic: 'share',
    says: 'abroad',
  } as const;
  const fact = '1 - drift.region.north_america.weight';
  const aim = number('drift.region.north_america.target');
  const aimed: (readonly [Shelf, Quantity])[] =
    aim === null
      ? []
      : [
          ['percent', { value: 100 * (1 - aim), fact: '1 - drift.region.north_america.target', meaning: { subjects: ['class:equity'], topic: 'target', says: 'abroadWorld', needsTopic: true } }],
          ['points', { value: 100 * Math.abs(home - aim), fact: 'drift.region.north_america.drift', meaning: { subjects: ['class:equity'], topic: 'drift', says: 'abroad', direction: { words: 'drift', up: home < aim } } }],
        ]; // prettier-ignore
  const share = ['percent', { value: 100 * (1 - home), fact, meaning }] as const;
  return stocks === null
    ? [share, ...aimed]
    : [
        share,
        ...aimed,
        [
          'money',
          {
            value: stocks * (1 - home),
            fact: `drift.region.value * (${fact})`,
            meaning,
          },
        ],
      ];
}

/** Amounts that stand among the facts as a share, or as two amounts. */
function inMoney(
  facts: readonly Fact[],
  number: Numbers,
  byName: ReadonlyMap<string, Fact['value']>,
): (readonly [Shelf, Quantity])[] {
  const found: (readonly [Shelf, Quantity])[] = [];
  const add = (value: number | null, fact: string, meaning: Quantity['meaning'], shelf: Shelf = 'money') => {
    if (value !== null && value > 0) found.push([shelf, { value, fact, meaning }]);
  };
  const of = (a: string, b: string, reckon: (a: number, b: number) => number): number | null => {
    const [one, other] = [number(a), number(b)];
    return one === null || other === null ? null : reckon(one, other);
  };
  add(of('portfolio.value', 'concentration.singleStock.weight', (a, b) => a * b), 'portfolio.value * concentration.singleStock.weight', { subjects: [], topic: 'company', says: 'company' }); // prettier-ignore
  // What is saved by terms of its own does not add up so.
  const plain = !facts.some(({ name }) => name.startsWith('goals.saving.'));
  if (plain) add(of('goals.contribute', 'goals.yearsToRetirement', (a, b) => a * b), 'goals.contribute * goals.yearsToRetirement', { subjects: [], topic: 'saving', says: 'savedInAll', once: true }); // prettier-ignore
  add(of('rebalancing.newMoney.amount', 'rebalancing.newMoney.bought', (a, b) => a - b), 'rebalancing.newMoney.amount - rebalancing.newMoney.bought', { subjects: [], topic: 'trade', says: 'leftOver' }); // prettier-ignore
  for (const { name, value: label } of facts) {
    if (!/^question\.whatIf\.\d+\.label$/.test(name) || typeof label !== 'string') continue;
    const [, to = '', from = ''] = /\$([\d,]+) a year instead of \$([\d,]+)/.exec(label) ?? [];
    const [one, other] = [to, from].map((amount) => Number(amount.replaceAll(',', '')));
    if (one !== undefined && other !== undefined && other > 0) add(100 * Math.abs(1 - one / other), name, { subjects: [], topic: 'supposed', needsTopic: true }, 'percent'); // prettier-ignore
  }
  add(of('portfolio.value', 'portfolio.value', (one) => one / 100), 'portfolio.value / 100', { subjects: [], topic: 'worth', says: 'onePercent' }); // prettier-ignore
  const [mean, swing] = [number('risk.mean'), number('risk.volatility')];
  for (const one of mean === null || swing === null ? [] : [mean + swing, Math.abs(mean - swing)])
    add(100 * one, 'risk.mean ± risk.volatility', { subjects: [], topic: 'return', says: 'spread' }, 'percent');
  add(of('retirement.interval.high', 'retirement.interval.low', (high, low) => 50 * (high - low)), '(retirement.interval.high - retirement.interval.low) / 2', { subjects: [], topic: 'error', needsTopic: true }, 'points'); // prettier-ignore
  const base = String(byName.get('portfolio.currency') ?? '');
  for (const { name, value: change } of facts) {
    const [, key, rank] = /^risk\.(?:stress\.(\w+)\.change|loss(\d+)\.(?:value|tailValue))$/.exec(name) ?? [];
    if (typeof change !== 'number' || (key === undefined && rank === undefined)) continue;
    const subjects = key === undefined ? [] : [`stress:${key}`];
    const also = key === undefined ? 'badYear' : 'crisis';
    add(number('portfolio.value') === null ? null : (number('portfolio.value') ?? 0) - Math.abs(change), `portfolio.value - ${name}`, { subjects, topic: null, also, says: 'leftOver' }); // prettier-ignore
  }
  const gap = of('retirement.incomeGap', 'goals.income', (a, b) => (b > 0 ? (-100 * a) / b : 0));
  add(gap, 'retirement.incomeGap / goals.income', { subjects: [], topic: 'gap', needsTopic: true, says: 'ofGoal' }, 'percent'); // prettier-ignore
  const foreign = (which: string) =>
    facts.filter(({ name }) => name.startsWith('allocation.currency.') && name.endsWith(which) && !name.includes(`.${base}.`)); // prettier-ignore
  for (const [which, shelf, times] of [
    ['.value', 'money', 1],
    ['.weight', 'percent', 100],
  ] as const) {
    const parts = foreign(which);
    const value = parts.reduce((sum, one) => sum + Number(one.value), 0) * times;
    add(value, parts.map(({ name }) => name).join(' + '), { subjects: [], topic: null, says: 'foreignMoney' }, shelf);
  }
  for (const [which, shelf, times] of [
    ['value', 'money', 1],
    ['weight', 'percent', 100],
  ] as const) {
    const [deferred, free] = ['tax_deferred', 'tax_free'].map((type) => `allocation.accountType.${type}.${which}`);
    add(of(deferred ?? '', free ?? '', (a, b) => (a + b) * times), `${deferred ?? ''} + ${free ?? ''}`, { subjects: [], topic: null, says: 'sheltered' }, shelf); // prettier-ignore
  }
  for (const { name, value: rate } of facts) {
    const code = /^exchangeRate\.(\w+)$/.exec(name)?.[1];
    if (code === undefined || typeof rate !== 'number' || rate <= 0) continue;
    const held = new Set(['cash', 'allocation.currency'].map((kind) => `${kind}.${code}.value`));
    for (const one of facts.filter((fact) => held.has(fact.name)))
      add(Number(one.value) / rate, `${one.name} / ${name}`, {
        subjects: [`currency:${code}`, ...(one.name.startsWith('cash.') ? ['class:cash'] : [])],
        topic: null,
      });
  }
  for (const { name, value: label } of facts) {
    const change = /^retirement\.whatIf\.(spend|save|less|more)\w*\.label$/.exec(name)?.[1];
    if (change === undefined || typeof label !== 'string') continue;
    const [, amount = ''] = /\$([\d,]+) a year/.exec(label) ?? [];
    const base = number(change === 'spend' ? 'goals.income' : 'goals.contribute');
    const by = base === null || amount === '' ? null : Math.abs(base - Number(amount.replaceAll(',', '')));
    add(by, `${name} - plan`, {
      subjects: [`whatIf:${change}`],
      topic: 'supposed',
      needsTopic: true,
      yearly: true,
    });
    const [, to = '', from = ''] = /(\d+)% instead of the (\d+)%/.exec(label) ?? [];
    if (to !== '') add(Math.abs(Number(to) - Number(from)), name, { subjects: [`whatIf:${change}_equity`, 'class:equity'], topic: 'supposed', says: 'shifted' }, 'points'); // prettier-ignore
  }
  for (const { name, value: label } of facts) {
    if (!name.startsWith('question.whatIf.') || typeof label !== 'string') continue;
    const [, kind = '', to = '', from = ''] = /^(Save|Spend) \$([\d,]+) a year instead of \$([\d,]+)/.exec(label) ?? [];
    const [more, less] = [to, from].map((amount) => Number(amount.replaceAll(',', '')));
    if (kind !== '') add(Math.abs((more ?? 0) - (less ?? 0)), `${name} - plan`, { subjects: [], topic: 'supposed', needsTopic: true, yearly: true }); // prettier-ignore
  }
  for (const { name, value } of facts) {
    const what = /^question\.whatIf\.\d+\.found\.(contribute|income)$/.exec(name)?.[1];
    const planned = what === undefined ? null : number(`goals.${what}`);
    if (planned !== null && typeof value === 'number') add(Math.abs(value - planned), `${name} - goals.${what ?? ''}`, { subjects: [], topic: what === 'income' ? 'income' : 'saving', says: 'gap', yearly: true }); // prettier-ignore
  }
  for (const [which, nouns] of [['holdings', /^(?:holdings?|funds?|positions?|investments?|etfs?|stocks?)$/i], ['accounts', /^accounts?$/i]] as const)
    add((number(`portfolio.${which}`) ?? 0) - 1, `portfolio.${which} - 1`, { subjects: [], topic: 'rest', nouns, says: 'rest' }, 'number'); // prettier-ignore
  for (const { name, value: age } of facts) {
    const who = /^(goals\.people\.\d+)\.age$/.exec(name)?.[1];
    const until = number(`${who ?? ''}.retireAt`);
    if (who !== undefined && until !== null && typeof age === 'number') add(until - age, `${who}.retireAt - ${name}`, { subjects: [], topic: null, nouns: /^years?$/i }, 'number'); // prettier-ignore
  }
  // A company's stock has no yearly cost, and all of them together are what the facts say of single companies.
  const companies = facts.filter(({ name, value }) => /^holding\.[^.]+\.assetClass$/.test(name) && value === 'Stocks' && !byName.has(name.replace(/assetClass$/, 'expenseRatio'))); // prettier-ignore
  const held = companies.reduce((sum, { name }) => sum + (number(name.replace(/assetClass$/, 'weight')) ?? 0), 0);
  if (Math.abs(held - (number('concentration.singleStock.weight') ?? -1)) < 0.001)
    add(companies.length, companies.map(({ name }) => name).join(', '), { subjects: [], topic: null, nouns: /^(?:compan(?:y|ies)|stocks|names|holdings?|positions?)$/i, says: 'company' }, 'number'); // prettier-ignore
  const retirement = facts.filter(({ name, label }) => /^allocation\.account\..*\.weight$/.test(name) && RETIREMENT.test(label)); // prettier-ignore
  add(retirement.length, retirement.map(({ name }) => name).join(', '), { subjects: [], topic: null, nouns: /^(?:accounts?|iras?|plans?)$/i, says: 'retirementAccount' }, 'number'); // prettier-ignore
  return found;
}

/** Accounts whose names say that they are for retirement. */
const RETIREMENT = /\b(?:ira|401|403|457|roth|pension|retirement|sep|tsp|rollover)\b|40[13]\(?[kb]|457\(?b/i;

/** What several sources of income pay a year together: as each begins, and once the law has cut some of them. */
function paidTogether(
  facts: readonly Fact[],
  number: Numbers,
  byName: ReadonlyMap<string, Fact['value']>,
): (readonly [Shelf, Quantity])[] {
  const rows = facts.flatMap(({ name }) => {
    const row = /^goals\.otherIncome\.(\d+)\.amount$/.exec(name)?.[1];
    const amount = number(name);
    if (row === undefined || amount === null) return [];
    const text = (which: string) => String(byName.get(`goals.otherIncome.${row}.${which}`) ?? '');
    return [{ name, amount, label: text('label'), whose: text('whose') }];
  });
  const cut = rows.map((row): PaidRow => {
    const name = row.name.replace(/amount$/, 'cutAmount');
    const amount = number(name);
    return amount === null ? row : { ...row, name, amount };
  });
  const isCut = cut.some((row, at) => row !== rows[at]);
  return [...paidBy(rows, number), ...(isCut ? paidBy(cut, number) : [])];
}

interface PaidRow {
  name: string;
  amount: number;
  label: string;
  whose: string;
}

/** All of them, those of one kind, and those of one person. */
function paidBy(rows: readonly PaidRow[], number: Numbers): (readonly [Shelf, Quantity])[] {
  const groups = [
    { subjects: [], rows: [...rows] },
    ...[...Map.groupBy(rows, ({ label }) => label)].map(([label, own]) => ({
      subjects: [`paid:${label}`],
      rows: own,
    })),
    ...[...Map.groupBy(rows, ({ whose }) => whose)].map(([, own]) => ({
      subjects: [],
      rows: own,
    })),
  ];
  const income = number('goals.income');
  const all = rows.reduce((sum, { amount }) => sum + amount, 0);
  const covered: (readonly [Shelf, Quantity])[] =
    income === null || income <= 0
      ? []
      : groups
          .filter(({ rows: own }) => own.length > 0)
          .map(({ subjects, rows: own }) => [
            'percent',
            {
              value: (100 * own.reduce((sum, { amount }) => sum + amount, 0)) / income,
              fact: `(${own.map(({ name }) => name).join(' + ')}) / goals.income`,
              meaning: {
                subjects,
                topic: 'otherIncome',
                says: subjects.length === 0 && own.length > 1 ? 'summed' : 'ofSpending',
                needsTopic: true,
              },
            },
          ]);
  if (income !== null && all > 0 && income > all)
    covered.push(['percent', { value: 100 * (1 - all / income), fact: '(goals.income - goals.otherIncome) / goals.income', meaning: { subjects: [], topic: 'income', says: 'fromPortfolio' } }]); // prettier-ignore
  if (income !== null && all > 0 && income > all)
    covered.push(['money', { value: income - all, fact: 'goals.income - goals.otherIncome', meaning: { subjects: [], topic: 'income', says: 'fromPortfolio', yearly: true } }]); // prettier-ignore
  for (const { name, amount, label } of income === null ? [] : rows)
    covered.push(['money', { value: income === null ? 0 : income - amount, fact: `goals.income - ${name}`, meaning: { subjects: [`paid:${label}`], topic: 'income', says: 'fromPortfolio', yearly: true } }]); // prettier-ignore
  return [
    ...covered,
    ...groups.flatMap(({ subjects, rows: own }): (readonly [Shelf, Quantity])[] =>
      own.length < 2
        ? []
        : [
            [
              'money',
              {
                value: own.reduce((sum, { amount }) => sum + amount, 0),
                fact: own.map(({ name }) => name).join(' + '),
                meaning: {
                  subjects,
                  topic: 'otherIncome',
                  says: 'summed',
                  yearly: true,
                },
              },
            ],
          ],
    ),
  ];
}
