// Sizes for a person: the table, the largest modules, and what is said when a function outgrows its budget.
import type { ModuleSize } from './module-sizes.ts';
import type { PackedFunction } from './package-function.ts';
import type { PackedService } from './package-services.ts';

const kib = (bytes: number) => (bytes / 1024).toFixed(1);

const headings = ['function', 'bundle KiB', 'zip KiB', 'budget KiB'] as const;

function rowOf({ name, config, record }: PackedFunction): string[] {
  return [name, kib(record.bundleBytes), kib(record.zipBytes), String(config.zipBudget)];
}

/** A table for a terminal. */
export function sizeTable(functions: readonly PackedFunction[]): string {
  return laidOut([[...headings], ...functions.map(rowOf)]);
}

/** The same for services, which have no zip: a folder of files. */
export function serviceTable(services: readonly PackedService[]): string {
  const rows = services.map(({ name, bytes, files }) => [name, kib(bytes), String(files)]);
  return laidOut([['service', 'bundle KiB', 'files'], ...rows]);
}

function laidOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** Lines such as "  41.2 KiB  zod/v4/core/schemas.js". */
export function moduleLines(modules: readonly ModuleSize[]): string {
  return modules.map(({ module, bytes }) => `  ${kib(bytes).padStart(7)} KiB  ${module}`).join('\n');
}

export function isOverBudget({ config, record }: PackedFunction): boolean {
  return record.zipBytes > config.zipBudget * 1024;
}

export function budgetMessage(functions: readonly PackedFunction[]): string {
  return functions
    .map(
      ({ name, config, record }) =>
        `${name}.zip is ${kib(record.zipBytes)} KiB and its budget is ${config.zipBudget} KiB ` +
        `(zipBudget in lambdas/${name}/lambda.json). Its largest modules, minified:\n${moduleLines(record.largest)}`,
    )
    .join('\n');
}

/** dist/sizes.md */
export function sizesMarkdown(functions: readonly PackedFunction[]): string {
  const table = [
    `| ${headings.join(' | ')} |`,
    '| --- | ---: | ---: | ---: |',
    ...functions.map((one) => `| ${rowOf(one).join(' | ')} |`),
  ];
  const details = functions.flatMap(({ name, record }) => [
    `\n## ${name}: largest modules, minified\n\n| module | KiB |\n| --- | ---: |`,
    ...record.largest.map(({ module, bytes }) => `| ${module} | ${kib(bytes)} |`),
  ]);
  return `# Sizes of the packaged functions\n\n${[...table, ...details].join('\n')}\n`;
}
