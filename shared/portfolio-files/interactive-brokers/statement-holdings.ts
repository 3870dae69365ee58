import { columnMap } from '../column-map.ts';
import type { Section, Table } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import { readNumber } from '../number-text.ts';
import type { Row } from '../split-rows.ts';
import type { ActivityStatement } from './activity-statement.ts';
import { cashSection } from './statement-cash.ts';
import { rateSection } from './statement-rates.ts';
import { statementRows } from './statement-rows.ts';

/** What a statement says is held at the end of its period. */
export interface StatementHoldings {
  positions: Section[];
  cash: Section;
  rates: Section;
  /** What is held is stated, be it nothing; else only its transactions can tell. */
  areStated: boolean;
  /** What is left of its money is stated. */
  cashIsStated: boolean;
}

export function statementHoldings(
  { bySection, base, names }: ActivityStatement,
  findings: Findings,
): StatementHoldings {
  const positions = positionSections(bySection.get('Open Positions') ?? [], names);
  const { section: cash, isStated: cashIsStated } = cashSection(bySection, base, findings);
  const areStated = positions.length > 0 || isWorthCashAlone(bySection.get('Net Asset Value') ?? []);
  return { positions, cash, rates: rateSection(bySection, base), areStated, cashIsStated };
}

/** Sections of what is held as one table, whose prices are those of the period's last day. */
export const holdingsTable = ({ period, common }: ActivityStatement, sections: Section[]): Table => ({
  ...common,
  preamble: period === '' ? [] : [{ line: 1, cells: [`Prices as of ${period.split(' - ').at(-1) ?? ''}`] }],
  sections,
});

/** Of what an account is worth: no holdings, but cash, what is due soon, and figures of all. */
const NO_HOLDING = /^(?:cash|total|.*\baccruals?|time weighted.*)\s*$/i;

/** Whether what the account is worth shows that nothing but cash is left; statements without positions have no section of them. */
function isWorthCashAlone(netAssets: readonly Row[]): boolean {
  const classes = statementRows(netAssets).filter(({ cell }) => /\S/.test(cell('Asset Class')));
  return (
    classes.length > 0 &&
    classes
      .filter(({ cell }) => !NO_HOLDING.test(cell('Asset Class')))
      .every(({ cell }) => {
        const total = readNumber(cell('Current Total'), '.');
        return total.kind === 'number' && Number(total.value) === 0;
      })
  );
}

/** A header may come again for another kind of asset, with other columns. Lots repeat what their summary holds. */
function positionSections(rows: readonly Row[], names: ReadonlyMap<string, string>): Section[] {
  const sections: Section[] = [];
  for (const { line, cells } of rows) {
    const current = sections.at(-1);
    if (cells[1] === 'Header') {
      sections.push({ title: '', headerLine: line, columns: columnMap([...cells, 'Description']), rows: [] });
    } else if (cells[1] === 'Data' && cells[2] !== 'Lot' && current !== undefined) {
      const width = current.columns.headers.length - 1;
      const symbol = cells[current.columns.positions.get('symbol') ?? -1] ?? '';
      const padded = Array.from({ length: Math.max(width, cells.length) }, (_, place) => cells[place] ?? '');
      current.rows.push({ line, cells: [...padded, names.get(symbol) ?? ''] });
    }
  }
  return sections;
}
