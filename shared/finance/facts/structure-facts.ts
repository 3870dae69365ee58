import type { Analysis, DriftTable } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';

/** How much hangs on few holdings. */
export function concentrationFacts({ concentration }: Analysis): FactDraft[] {
  const {
    herfindahl,
    effectiveHoldings,
    largestSymbol,
    largestWeight,
    topFiveWeight,
    singleStockWeight,
    largestIssuer,
  } = concentration;
  const hhi = 'Sum of squared weights among the holdings without cash (Herfindahl-Hirschman); a fund is one holding.';
  const ofAll = 'Value / value of the portfolio, cash included.';
  return [
    {
      name: 'concentration.herfindahl',
      label: 'Herfindahl index of the holdings',
      value: herfindahl,
      unit: 'ratio',
      how: hhi,
    },
    {
      name: 'concentration.effectiveHoldings',
      label: 'Effective number of holdings',
      value: effectiveHoldings,
      unit: 'ratio',
      how: `1 / Herfindahl index. ${hhi}`,
    },
    {
      name: 'concentration.largest.symbol',
      label: 'Largest holding',
      value: largestSymbol,
      unit: 'text',
      how: 'By value; cash left out.',
    },
    {
      name: 'concentration.largest.weight',
      label: 'Largest holding, share of the portfolio',
      value: largestSymbol === null ? null : largestWeight,
      unit: 'fraction',
      how: ofAll,
    },
    {
      name: 'concentration.topFive.weight',
      label: 'Five largest holdings, share of the portfolio',
      value: largestSymbol === null ? null : topFiveWeight,
      unit: 'fraction',
      how: ofAll,
    },
    {
      name: 'concentration.singleStock.weight',
      label: "Single companies' stocks, share of the portfolio",
      value: singleStockWeight,
      unit: 'fraction',
      how: ofAll,
    },
    {
      name: 'concentration.largestIssuer.name',
      label: 'Largest single company',
      value: largestIssuer?.name,
      unit: 'text',
      how: 'By the value of its own stocks, share classes together; what funds hold of it is not in it.',
    },
    {
      name: 'concentration.largestIssuer.weight',
      label: 'Largest single company, share of the portfolio',
      value: largestIssuer?.weight,
      unit: 'fraction',
      how: ofAll,
    },
  ];
}

/** Weights against targets. */
export function driftFacts({ drift }: Analysis): FactDraft[] {
  return [...tableFacts('assetClass', drift.assetClass), ...tableFacts('region', drift.region)];
}

function tableFacts(kind: 'assetClass' | 'region', table: DriftTable | null): FactDraft[] {
  if (table === null) return [];
  const at = `drift.${kind}`;
  const what = kind === 'assetClass' ? 'Asset classes' : 'Regions';
  const whole = table.scope === 'equity' ? 'share of the stocks' : 'share of what is classified';
  const toMove = table.rows.reduce((sum, { toTarget }) => sum + Math.max(0, toTarget), 0);
  return [
    { name: `${at}.source`, label: `${what}: whose target`, value: table.source, unit: 'text', how: table.how },
    {
      name: `${at}.value`,
      label: `${what}: value compared`,
      value: table.value,
      unit: 'usd',
      how: `The ${whole.slice(9)}.`,
    },
    {
      name: `${at}.turnover`,
      label: `${what}: share that would have to change hands`,
      value: table.turnover,
      unit: 'fraction',
      how: 'Half the sum of the absolute drifts.',
    },
    {
      name: `${at}.toMove`,
      label: `${what}: money that would have to move`,
      value: Math.round(toMove * 100) / 100,
      unit: 'usd',
      how: 'Sum of what is below target.',
    },
    ...table.rows.flatMap(({ key, label, weight, target, drift, toTarget }): FactDraft[] => [
      {
        name: `${at}.${key}.weight`,
        label: `${label}, ${whole}`,
        value: weight,
        unit: 'fraction',
        how: `Value / ${whole.slice(9)}, look-through.`,
      },
      { name: `${at}.${key}.target`, label: `${label}, target`, value: target, unit: 'fraction', how: table.how },
      {
        name: `${at}.${key}.drift`,
        label: `${label}, above (+) or below (-) target`,
        value: drift,
        unit: 'points',
        how: 'Weight - target.',
      },
      {
        name: `${at}.${key}.toTarget`,
        label: `${label}, to buy (+) or sell (-) to reach the target`,
        value: toTarget,
        unit: 'usd',
        how: 'Target x value compared - value held.',
      },
    ]),
  ];
}

/** What holding the funds costs. */
export function costFacts({ costs }: Analysis): FactDraft[] {
  const { weightedExpenseRatio, coverage, yearlyCost, overYears } = costs;
  const how = 'Sum of value x expense ratio / value whose ratio is known; stocks and balances cost 0.';
  return [
    { name: 'costs.expenseRatio', label: 'Weighted expense ratio', value: weightedExpenseRatio, unit: 'fraction', how },
    {
      name: 'costs.coverage',
      label: 'Share of the invested value whose yearly cost is known',
      value: coverage,
      unit: 'fraction',
      how: 'Value whose ratio is known / invested.',
    },
    {
      name: 'costs.yearly',
      label: "Funds' costs a year, at today's value",
      value: yearlyCost,
      unit: 'usd',
      basis: 'nominal',
      how: 'Sum of value x expense ratio.',
    },
    {
      name: 'costs.overYears.years',
      label: 'Years of the cost illustration',
      value: overYears?.years,
      unit: 'years',
      how: 'As in the SEC bulletin on fees.',
    },
    {
      name: 'costs.overYears.growth',
      label: 'Growth a year before costs in the cost illustration',
      value: overYears?.growth,
      unit: 'fraction',
      basis: 'nominal',
      how: 'As in the SEC bulletin on fees; an illustration, no forecast.',
    },
    {
      name: 'costs.overYears.cost',
      label: "What the funds' costs take over these years",
      value: overYears?.cost,
      unit: 'usd',
      basis: 'nominal',
      how: 'V (1+g)^n - V ((1+g)(1-c))^n: fees and the growth they would have earned (SEC, How Fees and Expenses Affect Your Investment Portfolio).',
    },
  ];
}
