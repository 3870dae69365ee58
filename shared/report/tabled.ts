import type { ChartSpec } from '../schemas/chart.ts';

/** Charts whose every figure stands in a table of the report. */
const tabled = new Set([
  'top-holdings',
  'gains',
  'asset-classes',
  'regions',
  'sectors',
  'accounts',
  'account-types',
  'currencies',
  'drift-asset-classes',
  'drift-regions',
  'to-target',
  'stress',
  'retirement-what-ifs',
  'retirement-assumptions',
]);

/** A line of dashes under the heads of a Markdown table. */
const TABLE = /^\|(?:\s*:?-+:?\s*\|)+\s*$/m;

/** Whether the report gives a chart's figures in a table too; the fan's are in its section's text, where that has a table. */
export const isTabled = ({ id }: ChartSpec, body: string): boolean =>
  tabled.has(id) || (id === 'retirement-balance' && TABLE.test(body));
