import { fixed } from '../../finance/amounts.ts';
import type { ProjectedAccount, RetirementResult } from '../../schemas/analysis.ts';
import type { PlanOutline } from '../../schemas/plan-outline.ts';
import { chance, counted, listed, lowerFirst, money, percent, plusMinus } from '../format.ts';
import { paidInFull } from '../../finance/retirement/answers/paid-in-full.ts';
import { MINUS } from '../../charts/figure-format.ts';
import { howSpent, termsOf } from '../../finance/retirement/terms.ts';
import { howSaved } from '../../finance/retirement/saved.ts';
import { canCountOnWorkingTo } from '../../finance/retirement/working-age.ts';
import { besideIncomes, besidePortfolio } from '../other-income.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';
import { nameOf } from '../../finance/retirement/name-of.ts';
import { whatIfTable } from './what-if-table.ts';

function planTable(result: RetirementResult, currency: string): Table {
  const { startingBalance, standardError, paths, seed, confidence } = result;
  const terms = termsOf(result);
  const amountIs = result.plan?.spending.amountIs;
  const row: Row = (label, value, note) => [cell(label, note), cell(value)];
  return {
    id: 'retirement-plan',
    caption: terms.historical ? 'The plan and what history makes of it' : 'The plan and what the simulation found',
    columns: [words('What'), figures('Figure')],
    rows: [
      ...whoRows(result, row),
      row('Balance today', money(startingBalance, currency)),
      ...accountRows(result, currency, row),
      ...savingRows(result, currency, row),
      ...incomeRows(result, currency, row),
      row(
        terms.chance,
        chance(result.success),
        terms.historical
          ? `${terms.until}; starts overlap`
          : `${terms.until}; standard error ${plusMinus(standardError).replace('± ', '')}`,
      ),
      ...(terms.historical
        ? []
        : [
            row(
              '95% interval of that chance',
              `${chance(result.interval[0])} to ${chance(result.interval[1])}`,
              'sampling error only',
            ),
          ]),
      ...medianRows(result, currency, row),
      row(
        terms.forLife ? 'Median of what is left in the end' : 'Median balance at the end',
        money(result.medianAtEnd, currency),
      ),
      ...(result.medianRuinAge === null
        ? []
        : [row('Where money runs out, the median age', String(Math.round(result.medianRuinAge)), ageOf(result))]),
      ...paidRows(result).map(([label, age]) => row(label, age)),
      ...stopRows(result, currency, row),
      ...(result.sustainableIncome === null || result.sustainableStop !== undefined
        ? []
        : [
            row(
              `Yearly ${amountIs === undefined ? 'spending' : 'amount'} that lasts ${terms.historical ? `from ${asked(confidence)} of the starts` : `with ${asked(confidence)} confidence`}`,
              money(result.sustainableIncome, currency),
              terms.constant || result.plan === undefined
                ? undefined
                : [...(amountIs === undefined ? [] : [amountIs]), howSpent(result.plan)].join('; '),
            ),
          ]),
      ...sustainedRows(result, currency, row),
      ...earliestRows(result, row),
      ...(result.shortfall === undefined || result.shortfall === null
        ? []
        : [
            row(
              'Where money runs out, income missing in all',
              money(result.shortfall.p50, currency),
              `median; ${money(result.shortfall.p10, currency)} to ${money(result.shortfall.p90, currency)} in eight of ten of them`,
            ),
          ]),
    ],
    notes: [
      `All money in today's ${currency === 'USD' ? 'dollars' : `money (${currency})`}. ${counted(paths, terms.future)}${terms.historical ? '.' : `, random seed ${seed}.`}`,
      ...(result.plan?.terms ?? []),
    ],
  };
}

type Cells = Table['rows'][number];
type Row = (label: string, value: string, note?: string) => Cells;

/** The chance that a plan asks for, with the decimals it has, up to two: "85%", "97.5%". */
const asked = (confidence: number): string =>
  chance(
    confidence,
    [0, 1].find((decimals) => Math.abs(Number(confidence.toFixed(2 + decimals)) - confidence) < 1e-9) ?? 2,
  );

/** The median balance when work stops, and where spending begins at another age when that does. */
function medianRows(result: RetirementResult, currency: string, row: Row): Cells[] {
  const { age, workStops, spendingFrom, couple } = termsOf(result);
  const apart = workStops !== spendingFrom;
  const begins = result.balance.p50[Math.ceil(spendingFrom - age - 1e-9)];
  const stops = couple ? (apart ? 'when both have retired' : 'when spending begins') : 'at retirement';
  const note = (at: number) => (apart ? whenAged(result, at) : undefined);
  return [
    ...(workStops > age
      ? [row(`Median balance ${stops}`, money(result.medianAtRetirement, currency), note(workStops))]
      : []),
    ...(apart && spendingFrom > age && begins !== undefined
      ? [row('Median balance when spending begins', money(begins, currency), note(spendingFrom))]
      : []),
  ];
}

/** When work could stop with the chosen confidence; of a couple an age for each who still works. */
function earliestRows(result: RetirementResult, row: Row): Cells[] {
  const { earliestRetirement: found, confidence, plan } = result;
  if (found === undefined || found === null) return [];
  const { historical, workStops, spendingFrom } = termsOf(result);
  const sure = historical
    ? `that lasts from ${asked(confidence)} of the starts`
    : `with ${asked(confidence)} confidence`;
  const from = found.spendingFrom;
  const spends =
    from === undefined
      ? ''
      : `; spending begins ${whenAged(result, from)}${from === spendingFrom ? ', as planned' : ''}`;
  const then = `${historical ? 'share' : 'chance'} then ${chance(found.success)}${spends}`;
  const late = '; later than people can count on working';
  if (found.ages === undefined || plan === undefined) {
    const note = `${then}${canCountOnWorkingTo(found.age, workStops) ? '' : late}`;
    return [row(`Earliest age of retirement ${sure}`, String(found.age), note)];
  }
  const { ages } = found;
  const working = plan.people.flatMap(({ age, retireAt }, index) =>
    retireAt > age ? [{ who: nameOf(plan.people, index), retireAt, at: ages[index] ?? retireAt }] : [],
  );
  const who = working.map(({ who: name, at }) => `${name} at ${at}`).join(', ');
  const counted = working.every(({ at, retireAt }) => canCountOnWorkingTo(at, retireAt));
  const alike = working.length > 1 ? ', both moved alike' : '';
  return [
    row(
      `Earliest ages of retirement ${sure}${alike}`,
      working.map(({ at }) => String(at)).join(' and '),
      `${who}; ${then}${counted ? '' : late}`,
    ),
    ...plan.people.flatMap(({ retireAt }, index): Cells[] => {
      const one = found.alone?.[index] ?? null;
      const name = nameOf(plan.people, index);
      const other = working.find(({ who: each }) => each !== name);
      if (one === null || other === undefined || one.age === retireAt) return [];
      const credible = canCountOnWorkingTo(one.age, retireAt) ? '' : late;
      const note = `${other.who} at ${other.retireAt} as planned; ${historical ? 'share' : 'chance'} then ${chance(one.success)}${credible}`;
      return [row(`Earliest age ${sure} of ${name} alone`, String(one.age), note)];
    }),
  ];
}

/** "at 68", of a couple "when Ana is 68". */
const whenAged = ({ plan }: RetirementResult, age: number): string =>
  plan !== undefined && plan.people.length > 1 ? `when ${nameOf(plan.people, 0)} is ${age}` : `at ${age}`;

/** Of a couple, whose age an age is. */
const ageOf = ({ plan }: RetirementResult): string | undefined =>
  plan !== undefined && plan.people.length > 1 ? `of ${nameOf(plan.people, 0)}` : undefined;

function whoRows({ goals, plan }: RetirementResult, row: Row): Cells[] {
  if (plan !== undefined) {
    return plan.people.map(({ name, age, retireAt, lives }, index) => {
      const who = name ?? (plan.people.length === 1 ? 'You' : index === 0 ? 'First person' : 'Second person');
      const retires = retireAt <= age ? 'retired already' : `retires at ${retireAt}`;
      return row(`${who}, age today`, String(age), `${retires}; lives ${lives}`);
    });
  }
  if (goals === null) return [];
  const retired = goals.retireAt <= goals.age ? 'retired already: spending starts today' : undefined;
  return [
    row('Age today', String(goals.age), retired),
    row('Retirement age', String(goals.retireAt)),
    row('The money must last to age', String(goals.lifeExpectancy)),
  ];
}

const taxed: Readonly<Record<ProjectedAccount['type'], string>> = {
  taxable: 'of each year’s return in tax',
  tax_deferred: 'of what is withdrawn in tax',
  tax_free: 'no tax',
};

/** What is taken off each account, where anything is. */
function accountRows({ accounts = [] }: RetirementResult, currency: string, row: Row): Cells[] {
  if (!accounts.some(({ taxRate }) => taxRate > 0)) {
    const [fee, ...others] = [...new Set(accounts.map((account) => account.fee))];
    return fee === undefined || fee === 0 || others.length > 0
      ? []
      : [row('Costs taken off each year', percent(fee, 2))];
  }
  return accounts
    .filter(({ balance }) => balance > 0)
    .map(({ name, type, balance, taxRate, fee }) => {
      const tax = taxRate === 0 ? 'no tax' : `${percent(taxRate)} ${taxed[type]}`;
      return row(
        `Of it, ${name}`,
        money(balance, currency),
        `${tax}${fee > 0 ? `; ${percent(fee, 2)} a year in costs` : ''}`,
      );
    });
}

/** What is saved: one sum until retirement, or each by its own terms. */
function savingRows(result: RetirementResult, currency: string, row: Row): Cells[] {
  const { savings } = result.plan ?? {};
  if (savings === undefined) return [row('Saved each year until retirement', money(termsOf(result).saved, currency))];
  return savings.map((saving) =>
    row(
      saving.whose === null ? 'Saved each year' : `Saved each year by ${saving.whose}`,
      money(saving.amount, currency),
      saving.growth === 0 ? howSaved(saving) : `as of today; ${howSaved(saving)}`,
    ),
  );
}

/** What is wanted, and what pays a part of it. */
function incomeRows(result: RetirementResult, currency: string, row: Row): Cells[] {
  const { plan } = result;
  const { income, taxWords, age, spendingFrom, spendingYears } = termsOf(result);
  const incomes = besideIncomes(result);
  const paid = incomes.map(({ label, amount, when }) =>
    row(`Of it, ${label}`, money(amount, currency), when.replace(/^from /, 'from age ')),
  );
  if (plan !== undefined) {
    const begins = spendingFrom > age ? `beginning ${whenAged(result, spendingFrom)}` : 'from today on';
    return [
      row(
        `Wanted each year${spendingYears === 'retirement' ? ' in retirement' : `, ${begins}`}`,
        income === null ? 'by rule' : money(income, currency),
        `${taxWords}, other income included; ${howSpent(plan)}`,
      ),
      ...boundRows(plan, currency, row),
      ...paid,
      ...plan.spending.goals.map(({ name, age, amount }) =>
        row(`Once, ${name}`, money(amount, currency), `at age ${age}`),
      ),
    ];
  }
  if (paid.length > 0) {
    return [
      row('Wanted each year in retirement', money(income ?? 0, currency), `${taxWords}, other income included`),
      ...paid,
    ];
  }
  return [
    row(
      'Wanted each year from the portfolio',
      money(income ?? 0, currency),
      `${taxWords}; ${besidePortfolio(result, currency)}`,
    ),
  ];
}

/** What spending never goes below or above. */
const boundRows = ({ people, spending }: PlanOutline, currency: string, row: Row): Cells[] =>
  [['below', spending.floor] as const, ['above', spending.ceiling] as const].flatMap(([side, sum]) => {
    if (sum === undefined) return [];
    const isLess = people.length > 1 && spending.survivorShare < 1;
    const alone = isLess ? `one alone: ${money(sum * spending.survivorShare, currency)}` : undefined;
    return [row(`Of it, never ${side}`, money(sum, currency), alone)];
  });

/** Until which age the income is paid in full, in most futures and in half of them. */
function paidRows(result: RetirementResult): [string, string][] {
  const { spending } = result;
  const { income, constant, spendingFrom, historical } = termsOf(result);
  if (spending === undefined || income === null || income === 0 || !constant) return [];
  const until = paidInFull(spending, spendingFrom, income);
  const those = historical ? 'starts' : 'futures';
  const shares = [
    [`19 of 20 ${those}`, until.p5],
    [`3 of 4 ${those}`, until.p25],
    [`half of the ${those}`, until.p50],
  ] as const;
  return shares.map(([share, age]) => [
    `That spending is paid in full, in ${share}`,
    age === null ? 'to the end' : `until age ${age}`,
  ]);
}

/** What the plan's own ceiling or floor makes of the spending that lasts. */
function stopRows({ sustainableStop: stop, confidence }: RetirementResult, currency: string, row: Row): Cells[] {
  if (stop === undefined || stop.amount === null) return [];
  return [
    row(
      `Yearly spending at the plan’s ${stop.by}`,
      money(stop.amount, currency),
      `lasts in ${chance(stop.success)}; ${asked(confidence)} was asked for, but ${stop.by === 'ceiling' ? 'more' : 'less'} is never spent`,
    ),
  ];
}

/** What is spent with the amount that lasts, where years spend something else than that. */
function sustainedRows({ sustainableSpending: fan, ...result }: RetirementResult, currency: string, row: Row): Cells[] {
  if (fan === undefined) return [];
  const { spendingFrom } = termsOf(result);
  const from = Math.ceil(spendingFrom);
  return fan.ages.flatMap((age, at) => {
    // The amount itself says what the first year spends, but where the years have shares of it.
    if (age < from || (age - from) % 10 !== 0) return [];
    if (age === from && result.plan?.spending.amountIs === undefined) return [];
    const [low, middle, high] = [fan.p5[at] ?? 0, fan.p50[at] ?? 0, fan.p95[at] ?? 0].map((sum) =>
      money(sum, currency),
    );
    return [
      row(
        `Begun with that, spending at age ${age}`,
        middle ?? '',
        `median; ${low ?? ''} to ${high ?? ''} in nine of ten`,
      ),
    ];
  });
}

/** Pairs that move together, or against each other; the others are taken to have nothing to do with each other. */
function correlated({
  correlations = [],
  correlationSource = '',
}: Pick<RetirementResult, 'correlations' | 'correlationSource'>): string[] {
  if (correlations.length === 0) return [];
  const pairs = correlations
    .filter(({ value }) => value !== 0)
    .map(({ one, other, value }) => `${lowerFirst(one)} with ${lowerFirst(other)} ${signed(value)}`);
  const none = pairs.length < correlations.length ? `${pairs.length === 0 ? 'all' : 'all other pairs'} 0` : '';
  return [`Correlations of yearly returns: ${[...pairs, none].filter(Boolean).join(', ')}. ${correlationSource}`];
}

const signed = (value: number): string => `${value < 0 ? MINUS : ''}${fixed(Math.abs(value), 2)}`;

function assumptionTable({ assumptions, inflation, ...result }: RetirementResult): Table {
  const sources = [...Map.groupBy(assumptions, ({ source }) => source)].map(
    ([source, classes]) => `${listed(classes.map(({ label }) => label))}: ${source}`,
  );
  return {
    id: 'retirement-assumptions',
    caption: result.plan?.returns === 'historical' ? 'What the history holds' : 'What the simulation assumes',
    columns: [
      words('Asset class'),
      figures('Weight'),
      figures(result.plan?.returns === 'historical' ? 'Average return' : 'Expected return'),
      figures('Volatility'),
    ],
    rows: [
      ...assumptions.map(({ label, weight, mean, volatility }) => [
        cell(label),
        cell(percent(weight)),
        cell(percent(mean)),
        cell(percent(volatility)),
      ]),
      [
        cell('The mix together'),
        cell(''),
        cell(percent(result.portfolioMean)),
        cell(percent(result.portfolioVolatility)),
      ],
      [cell('Inflation'), cell(''), cell(percent(inflation.mean)), cell('')],
    ],
    notes: [
      'Returns: the arithmetic mean of a year, before inflation, costs and taxes. Volatility: the standard deviation of a year.',
      ...sources,
      ...correlated(result),
      `Inflation: ${inflation.source}`,
      ...result.notes,
    ],
  };
}

/** The plan with its result, the what-ifs, the assumptions. */
export const retirementTables = (result: RetirementResult, currency: string): Table[] => [
  planTable(result, currency),
  ...whatIfTable(result, currency),
  assumptionTable(result),
];
