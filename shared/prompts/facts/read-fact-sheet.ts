import { factUnit } from '../../schemas/fact.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { Exception, FactSheet } from './fact-sheet.ts';
import { labelFrom } from './label-pattern.ts';

/** The method of facts in a sheet that leaves it out. */
export const LEFT_OUT = 'Not said here.';

/** The facts of a sheet, each by itself again; values as short as the sheet has them, and no order between columns. */
export function readFactSheet({ asOf: day, facts, tables, how: methods }: FactSheet): Fact[] {
  const read = (
    name: string,
    label: string,
    value: Fact['value'],
    unit: string,
    how: number | null,
    asOf: string,
  ): Fact => {
    const method = how === null ? undefined : methods[how];
    return { name, label, value, ...readUnit(unit), asOf, how: method ?? LEFT_OUT };
  };
  return [
    ...facts.map(([name, label, value, unit, how = null, asOf = day]) => read(name, label, value, unit, how, asOf)),
    ...tables.flatMap(({ family, columns, rows }) =>
      rows.flatMap(([row, title, ...cells]) =>
        columns.flatMap(([leaf, pattern, unit, how = null, asOf = day], index) => {
          const cell = cells[index] ?? null;
          if (cell === null) return [];
          const one: Exception = typeof cell === 'object' ? cell : { value: cell };
          const { value, label = labelFrom(pattern, title) } = one;
          return [read(`${family}.${row}.${leaf}`, label, value, unit, one.how ?? how, one.asOf ?? asOf)];
        }),
      ),
    ),
  ];
}

function readUnit(text: string): Pick<Fact, 'unit' | 'basis'> {
  const [unit, basis] = text.split(' ');
  const read = factUnit.parse(unit);
  return basis === 'nominal' || basis === 'real' ? { unit: read, basis } : { unit: read };
}
