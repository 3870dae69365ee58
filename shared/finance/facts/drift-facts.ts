import type { Analysis, DriftTable } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';

/** Weights against targets. */
export function driftFacts({ drift, driftMissing, totals }: Analysis): FactDraft[] {
  return [
    {
      name: 'drift.missing',
      label: 'Why a target is compared with nothing',
      value: driftMissing,
      unit: 'text',
      how: 'Found when comparing.',
    },
    ...tableFacts('assetClass', drift.assetClass, totals.value),
    ...tableFacts('region', drift.region, totals.value),
  ];
}

function tableFacts(kind: 'assetClass' | 'region', table: DriftTable | null, portfolio: number): FactDraft[] {
  if (table === null) return [];
  const at = `drift.${kind}`;
  const what = kind === 'assetClass' ? 'Asset classes' : 'Regions';
  const whole =
    table.scope === 'equity'
      ? 'share of the stocks'
      : table.source === 'default'
        ? 'share of the stocks and bonds'
        : 'share of what is classified';
  const toMove = table.rows.reduce((sum, { toTarget }) => sum + Math.max(0, toTarget), 0);
  return [
    { name: `${at}.source`, label: `${what}: whose target`, value: table.source, unit: 'text', how: table.how },
    {
      name: `${at}.value`,
      label: `${what}: value compared`,
      value: table.value,
      unit: 'usd',
      how: `Sum over ${whole.slice('share of '.length)}.`,
    },
    {
      name: `${at}.value.weight`,
      label: `${what}: value compared, share of the portfolio`,
      value: kind === 'assetClass' && portfolio > 0 ? table.value / portfolio : null,
      unit: 'fraction',
      how: 'Value compared / value of the portfolio.',
    },
    ...(table.laterRetirement === true
      ? [
          {
            name: `${at}.typicalFor`,
            label: `${what}: whom the target is typical for`,
            value: 'your age and age of retirement',
            unit: 'text',
            how: table.how,
          } as const,
        ]
      : []),
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
