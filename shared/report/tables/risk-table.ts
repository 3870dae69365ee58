import type { Analysis } from '../../schemas/analysis.ts';
import type { StressResult } from '../../schemas/risk.ts';
import { wordOfKind } from '../../finance/risk/taken-as-stocks.ts';
import { grouped } from '../../charts/figure-format.ts';
import { listed, percent, plusMinus, signedMoney } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** How far a return of the simulated years is known. */
const open = (standardError: number | undefined): string =>
  standardError === undefined ? '' : `, ${plusMinus(standardError)}`;

const signed = (fraction: number): string => (fraction > 0 ? `+${percent(fraction)}` : percent(fraction));

/** Each source once, after the times that it is for; then those of the rest of what is held, by the time. */
const sourcesOf = (stress: readonly StressResult[]): string[] => [
  ...[...Map.groupBy(stress, ({ source }) => source)].map(
    ([source, times]) => `${listed(times.map(({ label }) => label))}: ${source}.`,
  ),
  ...stress.flatMap(({ label, sources = [] }) => (sources.length === 0 ? [] : [`${label}: ${sources.join('; ')}.`])),
];

/** With a debt every figure is of what is owned, and larger. */
function borrowed({ assetClass }: Analysis['allocation']): string[] {
  const debt = assetClass.find(({ weight }) => weight < 0);
  if (debt === undefined) return [];
  return [
    `Part of what is held is borrowed, ${percent(-debt.weight)} of what is owned. All that is held is counted, and the debt as cash below zero: gains and losses are a larger share of what is owned than they are of what is held.`,
  ];
}

/** What may be lost in a year, and what named bad times would have done; null where no asset class is known. */
export function riskTable({ risk, baseCurrency, allocation }: Analysis): Table | null {
  if (risk === null || risk === undefined) return null;
  const { valueAtRisk, stress, mean, volatility, draws, assumptions } = risk;
  const loss = (label: string, note: string, share: number, value: number) => [
    cell(label, note),
    cell(signed(-share)),
    cell(signedMoney(-value, baseCurrency)),
  ];
  return {
    id: 'risk',
    caption: 'What may be lost',
    columns: [words('What'), figures('Return'), figures('In money')],
    rows: [
      ...valueAtRisk.flatMap(({ confidence, simulated, lossValue, tailValue }) => {
        const often = `one in ${Math.round(1 / (1 - confidence))}`;
        const level = percent(confidence, 0);
        return [
          loss(
            `A ${confidence > 0.97 ? 'very bad' : 'bad'} year, ${often}: this or worse`,
            `value at risk, ${level}${open(simulated.standardError)}`,
            simulated.loss,
            lossValue,
          ),
          loss(
            `The average of such years`,
            `expected shortfall, ${level}${open(simulated.tailStandardError)}`,
            simulated.tail,
            tailValue,
          ),
        ];
      }),
      ...stress.map(({ label, return: returned, change, assumed }) => [
        cell(label, assumed.length > 0 ? `no figure for ${assumed.map(wordOfKind).join(', ')}` : undefined),
        cell(signed(returned)),
        cell(signedMoney(change, baseCurrency)),
      ]),
    ],
    notes: [
      `Years: ${grouped(draws, 0)} simulated ones from the market assumptions "${assumptions}", with an expected return of ${percent(mean)} and a volatility of ${percent(volatility)} for this mix, single companies' own risk included; before inflation.${valueAtRisk.some(({ simulated }) => simulated.standardError !== undefined) ? ' What stands behind ± is one standard error of the return, for so many years being a sample.' : ''}`,
      'Bad times: the mix of today held throughout without trading, at the returns published for its asset classes; before inflation.',
      ...borrowed(allocation),
      ...sourcesOf(stress),
      ...(stress.some(({ assumed }) => assumed.length > 0)
        ? ['What Alex has no figure for is taken to do as stocks did. Cryptocurrencies did not exist before 2009.']
        : []),
    ],
  };
}
