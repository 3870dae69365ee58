import type { RetirementResult } from '../../schemas/analysis.ts';
import { termsOf } from '../retirement/terms.ts';
import type { Terms } from '../retirement/terms.ts';
import { earliestFacts } from './earliest-facts.ts';
import type { FactDraft } from './fact-list.ts';

type Simulated = Omit<FactDraft, 'how'> & { how?: string };

const OF_A_SAMPLE = /^retirement\.(?:standardError|interval\.|seed$)/;

/** How the plan comes out. */
export function outcomeFacts(result: RetirementResult): FactDraft[] {
  const { paths, seed, success, interval, sustainableIncome, medianAtRetirement, confidence } = result;
  const terms = termsOf(result);
  const { income, historical } = terms;
  const atCeiling = result.sustainableStop?.by === 'ceiling';
  const how = historical ? `Run from ${paths} starts in history.` : `Simulated: ${paths} futures, seed ${seed}.`;
  const facts: Simulated[] = [
    {
      name: 'retirement.success',
      label: terms.chance,
      value: success,
      unit: 'fraction',
      how: `${how} Share in which the money lasts ${terms.until}.`,
    },
    {
      name: 'retirement.failure',
      label: historical ? 'Share of historical starts from which the money runs out' : 'Chance that the money runs out',
      value: Number((1 - success).toPrecision(12)),
      unit: 'fraction',
      how: historical ? '1 - the share from which it lasts.' : '1 - chance that the money lasts.',
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
      label: 'Chance, lower end of the 95% interval',
      value: interval[0],
      unit: 'fraction',
      how: 'Wilson score interval: sampling error only.',
    },
    {
      name: 'retirement.interval.high',
      label: 'Chance, upper end of the 95% interval',
      value: interval[1],
      unit: 'fraction',
      how: 'Wilson score interval: sampling error only.',
    },
    {
      name: 'retirement.paths',
      label: historical ? 'Starts in history' : 'Futures simulated',
      value: paths,
      unit: 'count',
      how: historical ? 'All that the history is long enough for.' : 'Asked for.',
    },
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
      how:
        result.owed === undefined
          ? 'Value of the portfolio.'
          : result.owed.takenOff === true
            ? 'All that is held, less the debts.'
            : `All that is held; the debts are paid first, out of what is ${result.owed.atOnce === true ? 'held' : 'saved'}.`,
    },
    {
      name: 'retirement.medianAtRetirement',
      label: terms.couple ? 'Median balance when both have retired' : 'Median balance at retirement',
      value: medianAtRetirement,
      unit: 'usd',
      basis: 'real',
    },
    {
      name: 'retirement.medianAtEnd',
      label: medianAtEndLabel(terms),
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
      label: atCeiling
        ? 'Yearly income at the plan’s ceiling, the most it ever spends; it lasts more surely than the confidence asked for'
        : result.plan?.spending.amountIs === undefined
          ? 'Yearly income that would last with the chosen confidence'
          : `Planned yearly amount that would last with the chosen confidence: ${result.plan.spending.amountIs}`,
      value: sustainableIncome,
      unit: 'usd',
      basis: 'real',
      how: `Solved on the same ${historical ? 'starts' : 'futures'} for a share of ${confidence}${atCeiling ? ', and stopped by the ceiling' : ''}.`,
    },
    ...stopFacts(result),
    {
      name: 'retirement.confidence',
      label: result.sustainableStop === undefined ? 'Confidence of the sustainable income' : 'Confidence asked for',
      value: confidence,
      unit: 'fraction',
      how: 'The level that the income is solved for.',
    },
    {
      name: 'retirement.incomeGap',
      label: 'Sustainable income less income wanted',
      value: sustainableIncome === null || income === null ? null : sustainableIncome - income,
      unit: 'usd',
      basis: 'real',
      how: 'Negative: more is wanted than lasts with that confidence.',
    },
    {
      name: 'retirement.withdrawalRate',
      label: 'Income wanted as a share of the median balance at retirement',
      // With other income, what is taken out changes from age to age.
      value: withdrawalRate(result),
      unit: 'fraction',
      how: 'Income wanted / median balance at retirement, both in money of today.',
    },
    {
      name: 'retirement.portfolioMean',
      label: 'Expected yearly return of the mix',
      value: result.portfolioMean,
      unit: 'fraction',
      basis: 'nominal',
      how: 'Arithmetic mean of the assumptions, weighted by the mix; before costs and taxes.',
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
  facts.push(...earliestFacts(result));
  if (result.shortfall !== undefined && result.shortfall !== null) {
    const missing = 'Income that cannot be paid, summed over the years after the money has run out.';
    const real = { unit: 'usd', basis: 'real', how: `${how} ${missing}` } as const;
    facts.push(
      {
        name: 'retirement.shortfall.median',
        label: 'Income that cannot be paid in all, median of the futures that fail',
        value: result.shortfall.p50,
        ...real,
      },
      {
        name: 'retirement.shortfall.p90',
        label: 'Income that cannot be paid in all, 90th percentile of the futures that fail',
        value: result.shortfall.p90,
        ...real,
      },
    );
  }
  for (const { fifth, earlyReturn, success: lasting } of result.sequence ?? []) {
    if (fifth !== 1 && fifth !== 5) continue;
    const which = fifth === 1 ? 'worst' : 'best';
    facts.push(
      {
        name: `retirement.sequence.${which}.success`,
        label: `${terms.chance} if the first five years of ${terms.spendingYears} are among the ${which} fifth`,
        value: lasting,
        unit: 'fraction',
        how: `${how} The ${which} fifth by the real return of the mix over those years.`,
      },
      {
        name: `retirement.sequence.${which}.return`,
        label: `Typical yearly return of the mix over those years, ${which} fifth`,
        value: earlyReturn,
        unit: 'fraction',
        basis: 'real',
        how: 'Median of that fifth, compounded.',
      },
    );
  }
  result.notes.slice(0, 10).forEach((note, index) => {
    facts.push({
      name: `retirement.note.${index + 1}`,
      label: 'Note to the projection',
      value: note,
      unit: 'text',
      how: 'Said by the projection.',
    });
  });
  // Starts that overlap are no sample: errors and intervals would say too much, and there is no seed.
  const told = historical ? facts.filter(({ name }) => !OF_A_SAMPLE.test(name)) : facts;
  return told.map((fact) => ({ how, ...fact }));
}

/** What the plan's own ceiling or floor makes of the sustainable income. */
function stopFacts({ sustainableStop: stop }: RetirementResult): Simulated[] {
  if (stop === undefined || stop.by === 'any') return [];
  const chance = { value: stop.success, unit: 'fraction' } as const;
  if (stop.by === 'ceiling') {
    return [
      {
        name: 'retirement.ceiling.success',
        label: 'Chance that the money lasts with spending at the plan’s ceiling',
        ...chance,
      },
    ];
  }
  return [
    {
      name: 'retirement.floor.amount',
      label: 'The plan’s floor: it never spends less a year',
      value: stop.amount,
      unit: 'usd',
      basis: 'real',
      how: 'Given by the plan.',
    },
    { name: 'retirement.floor.success', label: 'Chance that the money lasts with spending at that floor', ...chance },
  ];
}

function medianAtEndLabel({ end, until, forLife }: Terms): string {
  if (end !== null) return `Median balance at age ${end}`;
  return forLife ? 'Median of what is left when the last person dies' : `Median balance after lasting ${until}`;
}

/** Of a plan with other income, taxes or a rule what is taken out is not what is wanted. */
function withdrawalRate({ goals, medianAtRetirement }: RetirementResult): number | null {
  const alone = goals !== null && goals.taxRate === undefined && (goals.otherIncome ?? []).length === 0;
  return alone && medianAtRetirement > 0 ? goals.income / medianAtRetirement : null;
}
