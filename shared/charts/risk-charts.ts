import type { Analysis } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { takenOf } from '../finance/risk/taken-as-stocks.ts';
import { money, percent } from './figure-format.ts';

/** What named bad times would have done to the mix, as a share of the portfolio. */
export function riskCharts({ risk, baseCurrency, allocation }: Analysis): ChartSpec[] {
  const stress = risk?.stress.filter((one) => one.return !== 0) ?? [];
  const [worst] = stress.toSorted((a, b) => a.return - b.return);
  if (stress.length < 2 || worst === undefined) return [];
  return [
    {
      id: 'stress',
      kind: 'bars',
      title: 'What past bad times would have done to this mix',
      caption: [
        `The worst for it is ${worst.label}: ${percent(worst.return)}, or ${money(worst.change, baseCurrency)}.`,
        takenOf(worst, allocation) ?? [],
      ]
        .flat()
        .join(' '),
      unit: 'fraction',
      basis: 'nominal',
      facts: stress.flatMap(({ key }) => [`risk.stress.${key}.return`, `risk.stress.${key}.change`]),
      categories: stress.map(({ label }) => label),
      series: [{ label: 'Return of the mix over it', values: stress.map((one) => one.return) }],
      stacked: false,
      horizontal: true,
    },
  ];
}
