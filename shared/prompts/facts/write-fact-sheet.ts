import type { Fact } from '../../schemas/fact.ts';
import type { Exception, FactSheet, FactTable } from './fact-sheet.ts';
import { patternOf, titleIn } from './label-pattern.ts';
import { shortNumber } from './short-number.ts';

/** A column of fewer facts is told fact by fact. */
const FEWEST = 3;

interface Placed {
  fact: Fact;
  family: string;
  row: string;
  leaf: string;
}

/** A table being filled: its rows in order, each with its title once a column has one. */
interface Draft {
  family: string;
  columns: FactTable['columns'];
  titles: Map<string, string | undefined>;
  cells: Map<string, FactTable['rows'][number][number]>[];
}

/**
 * Facts in the compact form of prompts. Facts that share a name's pattern "family.row.column" become a table; the order of
 * the facts of one column is kept.
 *
 * @param withHow whether the sheet says how each was computed
 */
export function writeFactSheet(facts: readonly Fact[], withHow: boolean): FactSheet {
  const asOf = mostCommon(facts.map((fact) => fact.asOf)) ?? '';
  const methods = new Map<string, number>();
  const howOf = ({ how }: Fact): number | null => {
    if (!withHow) return null;
    if (!methods.has(how)) methods.set(how, methods.size);
    return methods.get(how) ?? null;
  };
  const inTables = new Set<Fact>();
  const drafts: Draft[] = [];
  const columns = Map.groupBy(facts.flatMap(placed), ({ family, leaf, fact }) => `${family} ${leaf} ${unitOf(fact)}`);
  for (const column of columns.values()) {
    const [first] = column;
    if (first === undefined || column.length < FEWEST || Map.groupBy(column, ({ row }) => row).size < column.length)
      continue;
    addColumn(drafts, first, column, howOf, asOf);
    for (const { fact } of column) inTables.add(fact);
  }
  const singly = facts
    .filter((fact) => !inTables.has(fact))
    .map((fact): FactSheet['facts'][number] => {
      return [fact.name, fact.label, shortened(fact.value), unitOf(fact), ...whence(howOf(fact), fact.asOf, asOf)];
    });
  return { asOf, facts: singly, tables: drafts.map(tableOf), how: [...methods.keys()] };
}

function placed(fact: Fact): Placed[] {
  const end = fact.name.lastIndexOf('.');
  const start = fact.name.lastIndexOf('.', end - 1);
  if (start <= 0) return [];
  const [family, row, leaf] = [fact.name.slice(0, start), fact.name.slice(start + 1, end), fact.name.slice(end + 1)];
  return [{ fact, family, row, leaf }];
}

function addColumn(
  drafts: Draft[],
  { family, leaf, fact: { unit, basis } }: Placed,
  column: readonly Placed[],
  howOf: (fact: Fact) => number | null,
  asOf: string,
): void {
  const pattern = patternOf(column.map(({ fact }) => fact.label));
  const draft =
    drafts.find((one) => one.family === family && takes(one, leaf, column, pattern)) ?? begun(family, column);
  if (draft.columns.length === 0) drafts.push(draft);
  const how = mostCommon(column.map(({ fact }) => howOf(fact))) ?? null;
  const day = mostCommon(column.map(({ fact }) => fact.asOf)) ?? asOf;
  const cells = new Map<string, FactTable['rows'][number][number]>();
  for (const { fact, row } of column) {
    const title = titleIn(fact.label, pattern) ?? undefined;
    if (draft.titles.get(row) === undefined) draft.titles.set(row, title);
    const labelled = fits(fact.label, pattern, draft.titles.get(row));
    const differs: Omit<Exception, 'value'> = {
      ...(!labelled && { label: fact.label }),
      ...(howOf(fact) !== how && { how: howOf(fact) }),
      ...(fact.asOf !== day && { asOf: fact.asOf }),
    };
    const value = shortened(fact.value);
    const plain = value !== null && Object.keys(differs).length === 0;
    cells.set(row, plain ? value : { value, ...differs });
  }
  draft.columns.push([leaf, pattern, unitOf({ unit, basis }), ...whence(how, day, asOf)]);
  draft.cells.push(cells);
}

/** Whether a column has the rows of a table in their order, and for the most part their titles; new rows come last. */
function takes({ titles, columns }: Draft, leaf: string, column: readonly Placed[], pattern: string): boolean {
  if (columns.some(([other]) => other === leaf)) return false;
  const order = new Map([...titles.keys()].map((row, index) => [row, index]));
  let last = -1;
  let strange = 0;
  for (const { row, fact } of column) {
    const at = order.get(row) ?? order.size;
    if (at < last || (order.has(row) && at === last)) return false;
    last = at;
    if (!fits(fact.label, pattern, titles.get(row) ?? titleIn(fact.label, pattern) ?? undefined)) strange += 1;
  }
  return strange * 2 < column.length;
}

const fits = (label: string, pattern: string, title: string | undefined): boolean => {
  const own = titleIn(label, pattern);
  return own === null || (own !== undefined && own === title);
};

function begun(family: string, column: readonly Placed[]): Draft {
  const titles = new Map(column.map(({ row }) => [row, undefined]));
  return { family, columns: [], titles, cells: [] };
}

function tableOf({ family, columns, titles, cells }: Draft): FactTable {
  const rows = [...titles].map(([row, title = '']): FactTable['rows'][number] => {
    const of = cells.map((column) => column.get(row) ?? null);
    while (of.at(-1) === null) of.pop();
    return [row, title, ...of];
  });
  return { family, columns, rows };
}

/** Method and day, as far as they are to be said. */
function whence(how: number | null, day: string, asOf: string): [how?: number | null, day?: string] {
  if (day !== asOf) return [how, day];
  return how === null ? [] : [how];
}

const unitOf = ({ unit, basis }: { unit: Fact['unit']; basis?: Fact['basis'] }): string =>
  basis === undefined ? unit : `${unit} ${basis}`;

const shortened = (value: Fact['value']): Fact['value'] => (typeof value === 'number' ? shortNumber(value) : value);

function mostCommon<T>(all: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce<[T, number] | undefined>(
    (a, b) => (a !== undefined && a[1] >= b[1] ? a : b),
    undefined,
  )?.[0];
}
