import type { Analysis } from '../../schemas/analysis.ts';
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
    largestDebtor,
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
    {
      name: 'concentration.largestDebtor.name',
      label: 'Largest issuer of single bonds',
      value: largestDebtor?.name,
      unit: 'text',
      how: 'By the value of its single bonds, all of one issuer together; national governments and deposits left out, and what funds hold of it is not in it.',
    },
    {
      name: 'concentration.largestDebtor.weight',
      label: 'Bonds of their largest issuer, share of the portfolio',
      value: largestDebtor?.weight,
      unit: 'fraction',
      how: ofAll,
    },
  ];
}
