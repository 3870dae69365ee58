import type { JobResult } from '../../schemas/job.ts';
import { performanceTable } from './performance-table.ts';
import { retirementTables } from './retirement-tables.ts';
import { purchasesTable } from './purchases-table.ts';
import { riskTable } from './risk-table.ts';
import { sourcesTable } from './sources-table.ts';
import type { Table } from './table.ts';
import { tradesTables } from './trades-table.ts';

/** The section that a table stands under, by the table's id. */
const under: Readonly<Record<string, string>> = {
  performance: 'performance',
  risk: 'risks',
  trades: 'recommendations',
  'trades-weights': 'recommendations',
  purchases: 'recommendations',
  sources: 'market-context',
  'retirement-plan': 'retirement-assumptions',
  'retirement-what-ifs': 'what-would-change-it',
  'retirement-what-ifs-all-years': 'what-would-change-it',
  'retirement-assumptions': 'retirement-assumptions',
};

/** A table that a section has under it, where that section was written. */
export interface PlacedTable {
  readonly section: string;
  readonly table: Table;
}

/** The tables that belong to what a section says, of the portfolio and of retirement. */
export function tablesBeside(result: JobResult): { portfolio: PlacedTable[]; retirement: PlacedTable[] } {
  const { analysis } = result;
  if (analysis === null) return { portfolio: [], retirement: [] };
  const placed = (all: readonly (Table | null)[]) =>
    all.flatMap((table) => (table === null ? [] : [{ section: under[table.id] ?? '', table }]));
  const { retirement, baseCurrency } = analysis;
  return {
    portfolio: placed([
      performanceTable(analysis),
      riskTable(analysis),
      ...tradesTables(analysis),
      purchasesTable(analysis),
      sourcesTable(result),
    ]),
    retirement: placed(retirement === null ? [] : retirementTables(retirement, baseCurrency)),
  };
}
