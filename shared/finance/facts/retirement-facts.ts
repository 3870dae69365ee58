import type { Analysis, RetirementResult } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { slugs, symbolSlug } from './slug.ts';

type Simulated = Omit<FactDraft, 'how'> & { how?: string };

/** The goals, the projection, its what-ifs and its assumptions; one fact where there is no projection: why. */
export function retirementFacts({ retirement, retirementMissing }: Analysis): FactDraft[] {
  if (retirement === null) {
    const how = 'Found when preparing the projection.';
    return [
      {
        name: 'retirement.missing',
        label: 'Why there is no retirement projection',
        value: retirementMissing,
        unit: 'text',
        how,
      },
    ];
  }
  return [
    ...goalFacts(retirement),
    ...outcomeFacts(retirement),
    ...balanceFacts(retirement),
    ...whatIfFacts(retirement),
    ...assumptionFacts(retirement),
  ];
}

function goalFacts({ goals }: RetirementResult): FactDraft[] {
  const how = 'Given by the person.';
  const toRetirement = Math.max(0, goals.retireAt - goals.age);
  return [
    { name: 'goals.age', label: 'Age today', value: goals.age, unit: 'age', how },
    { name: 'goals.retireAt', label: 'Age at retirement', value: goals.retireAt, unit: 'age', how },
    {
      name: 'goals.lifeExpectancy',
      label: 'Age the money must last to',
      value: goals.lifeExpectancy,
      unit: 'age',
      how,
    },
    {
      name: 'goals.income',
      label: 'Yearly income wanted in retirement',
      value: goals.income,
      unit: 'usd',
      basis: 'real',
      how,
    },
    {
      name: 'goals.contribute',
      label: 'Saved each year until retirement',
      value: goals.contribute,
      unit: 'usd',
      basis: 'real',
      how,
    },
    {
      name: 'goals.yearsToRetirement',
      label: 'Years to retirement',
      value: toRetirement,
      unit: 'years',
      how: 'Retirement age - age, not below 0.',
    },
    {
      name: 'goals.yearsInRetirement',
      label: 'Years the money must last in retirement',
      value: goals.lifeExpectancy - Math.max(goals.age, goals.retireAt),
      unit: 'years',
      how: 'Age the money must last to - age at retirement (or today, where later).',
    },
  ];
}

function outcomeFacts(result: RetirementResult): FactDraft[] {
  const { paths, seed, success, interval, goals, sustainableIncome, medianAtRetirement, confidence } = result;
  const how = `Simulated: ${paths} futures, seed ${seed}.`;
  const facts: Simulated[] = [
    {
      name: 'retirement.success',
      label: 'Chance that the money lasts',
      value: success,
      unit: 'fraction',
      how: `${how} Share in which the money lasts to age ${goals.lifeExpectancy}.`,
    },
    {
      name: 'retirement.failure',
      label: 'Chance that the money runs out',
      value: Number((1 - success).toPrecision(12)),
      unit: 'fraction',
      how: '1 - chance that the money lasts.',
    },
    {
      name: 'retirement.standardError',
      label: 'Standard error of the chance',
      value: result.standardError,
      unit: 'points',
      how: 'sqrt(p (1 - p) / n), sampling error only.',
    },
    {
      name: 'retirement.interval.low',
      label: 'Chance, lower end of the 95 % interval',
      value: interval[0],
      unit: 'fraction',
      how: 'Wilson score interval: sampling error only.',
    },
    {
      name: 'retirement.interval.high',
      label: 'Chance, upper end of the 95 % interval',
      value: interval[1],
      unit: 'fraction',
      how: 'Wilson score interval: sampling error only.',
    },
    { name: 'retirement.paths', label: 'Futures simulated', value: paths, unit: 'count', how: 'Asked for.' },
    {
      name: 'retirement.seed',
      label: 'Random seed',
      value: seed,
      unit: 'count',
      how: 'Asked for; the same seed gives the same figures.',
    },
    {
      name: 'retirement.startingBalance',
      label: 'Balance the projection starts from',
      value: result.startingBalance,
      unit: 'usd',
      how: 'Value of the portfolio.',
    },
    {
      name: 'retirement.medianAtRetirement',
      label: 'Median balance at retirement',
      value: medianAtRetirement,
      unit: 'usd',
      basis: 'real',
    },
    {
      name: 'retirement.medianAtEnd',
      label: `Median balance at age ${goals.lifeExpectancy}`,
      value: result.medianAtEnd,
      unit: 'usd',
      basis: 'real',
    },
    {
      name: 'retirement.medianRuinAge',
      label: 'Median age at which money runs out, where it does',
      value: result.medianRuinAge,
      unit: 'age',
    },
    {
      name: 'retirement.p10RuinAge',
      label: 'Age by which it has run out in the earliest tenth of those',
      value: result.p10RuinAge,
      unit: 'age',
    },
    {
      name: 'retirement.sustainableIncome',
      label: 'Yearly income that would last with the chosen confidence',
      value: sustainableIncome,
      unit: 'usd',
      basis: 'real',
      how: `Solved on the same futures for a chance of ${confidence}.`,
    },
    {
      name: 'retirement.confidence',
      label: 'Confidence of the sustainable income',
      value: confidence,
      unit: 'fraction',
      how: 'The level that the income is solved for.',
    },
    {
      name: 'retirement.incomeGap',
      label: 'Sustainable income less income wanted',
      value: sustainableIncome === null ? null : sustainableIncome - goals.income,
      unit: 'usd',
      basis: 'real',
      how: 'Negative: more is wanted than lasts with that confidence.',
    },
    {
      name: 'retirement.withdrawalRate',
      label: 'Income wanted as a share of the median balance at retirement',
      value: medianAtRetirement > 0 ? goals.income / medianAtRetirement : null,
      unit: 'fraction',
      how: 'Income wanted / median balance at retirement, both in money of today.',
    },
    {
      name: 'retirement.portfolioMean',
      label: 'Expected yearly return of the mix',
      value: result.portfolioMean,
      unit: 'fraction',
      basis: 'nominal',
      how: 'Arithmetic mean of the assumptions, weighted by the mix.',
    },
    {
      name: 'retirement.portfolioVolatility',
      label: 'Yearly volatility of the mix',
      value: result.portfolioVolatility,
      unit: 'fraction',
      basis: 'nominal',
      how: 'sqrt(w S w) over the assumptions (Markowitz 1952).',
    },
  ];
  result.notes.slice(0, 10).forEach((note, index) => {
    facts.push({
      name: `retirement.note.${index + 1}`,
      label: 'Note to the projection',
      value: note,
      unit: 'text',
      how: 'Said by the projection.',
    });
  });
  return facts.map((fact) => ({ how, ...fact }));
}

/** The fan at today, retirement, the end and every fifth birthday: enough to talk about, few enough to read. */
function balanceFacts({ balance, goals, paths, seed }: RetirementResult): FactDraft[] {
  const how = `Percentile over ${paths} simulated futures, seed ${seed}.`;
  return balance.ages.flatMap((age, index) => {
    const last = index === balance.ages.length - 1;
    if (index !== 0 && !last && age !== goals.retireAt && age % 5 !== 0) return [];
    return (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((percentile): FactDraft => ({
      name: `retirement.balance.${percentile}.${age}`,
      label: `Balance at age ${age}, ${percentile.slice(1)}th percentile`,
      value: balance[percentile][index],
      unit: 'usd',
      basis: 'real',
      how,
    }));
  });
}

function whatIfFacts({ whatIfs }: RetirementResult): FactDraft[] {
  const slug = slugs(symbolSlug);
  const how = 'Simulated again with this one change, on the same random numbers.';
  return whatIfs.slice(0, 20).flatMap(({ key, label, success, change, standardError }): FactDraft[] => {
    const name = `retirement.whatIf.${slug(key)}`;
    return [
      { name: `${name}.label`, label: 'What if', value: label, unit: 'text', how },
      {
        name: `${name}.success`,
        label: `${label}: chance that the money lasts`,
        value: success,
        unit: 'fraction',
        how,
      },
      { name: `${name}.change`, label: `${label}: change of the chance`, value: change, unit: 'points', how },
      {
        name: `${name}.standardError`,
        label: `${label}: standard error of the change`,
        value: standardError,
        unit: 'points',
        how,
      },
    ];
  });
}

function assumptionFacts({ assumptions, inflation }: RetirementResult): FactDraft[] {
  const slug = slugs(symbolSlug);
  return [
    ...assumptions.slice(0, 20).flatMap(({ key, label, mean, volatility, weight, source }): FactDraft[] => {
      const name = `assumption.${slug(key)}`;
      return [
        {
          name: `${name}.mean`,
          label: `${label}, expected yearly return (arithmetic)`,
          value: mean,
          unit: 'fraction',
          basis: 'nominal',
          how: source,
        },
        {
          name: `${name}.volatility`,
          label: `${label}, yearly volatility`,
          value: volatility,
          unit: 'fraction',
          basis: 'nominal',
          how: source,
        },
        {
          name: `${name}.weight`,
          label: `${label}, share simulated`,
          value: weight,
          unit: 'fraction',
          how: 'Look-through share of what is classified.',
        },
      ];
    }),
    {
      name: 'assumption.inflation.mean',
      label: 'Inflation a year',
      value: inflation.mean,
      unit: 'fraction',
      how: inflation.source,
    },
  ];
}
