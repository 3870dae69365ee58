import { table } from '../terminal/table.ts';
import type { Spent } from './actual.ts';
import { money } from './report.ts';

/** In dollars: what is below it is shown together. */
const SMALL = 0.005;

/**
 * What an account has used, by service, and what AWS gives back of it, in lines that add up.
 *
 * @param project only what carries its tag was asked for; undefined: the whole account
 */
export function describeSpent(spent: Spent, project: string | undefined): string[] {
  const { from, to, services, usd, credits, refunds, taxes, toPay } = spent;
  const whose = project === undefined ? 'The whole account' : `What is tagged project=${project}`;
  const named = services.filter((one) => Math.abs(one.usd) >= SMALL);
  const rest = services.filter((one) => Math.abs(one.usd) < SMALL).reduce((sum, one) => sum + one.usd, 0);
  const rows = [
    ...named.map((one) => [one.service, money(one.usd)]),
    ...(Math.abs(rest) >= SMALL ? [['others, each below half a cent', money(rest)]] : []),
  ];
  const beside = [
    ['Credits', credits],
    ['Refunds', refunds],
    ['Taxes', taxes],
  ] as const;
  const told = beside.filter(([, amount]) => Math.abs(amount) >= SMALL);
  return [
    `${whose} used ${money(usd)} from ${from} to before ${to}, up to a day late and without what AWS gives back:`,
    ...(rows.length === 0 ? ['nothing of half a cent or more'] : table(['service', 'used'], rows, { right: [1] })),
    ...told.map(([what, amount]) => `${what}: ${money(amount)}`),
    ...(told.length === 0 ? [] : [`To pay of that: ${money(toPay)}`]),
    ...(credits < -SMALL ? ['When the credits are used up or expire, what was used is what you pay.'] : []),
    ...(project !== undefined && services.length === 0
      ? [
          'Is "project" activated? As an administrator: console, Billing and Cost Management, Cost allocation tags; it counts from the day after.',
        ]
      : []),
  ];
}
