// npm run check-db: what is in the database, and what is wrong with it. Changes nothing.
import { Option } from 'commander';
import { runCommand } from './analysis/run-command.ts';
import { countFindings, type Found } from './database/count-findings.ts';
import type { Finding } from './database/findings.ts';
import { missingDocuments } from './database/missing-documents.ts';
import { readMigrationState, type MigrationState } from './database/migration-state.ts';
import { roleProblems } from './database/role-problems.ts';
import { readTables, type DatabaseState } from './database/read-tables.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';
import { bytesText, table } from './terminal/table.ts';

interface Flags extends TargetFlag {
  json: boolean;
}
interface Checked {
  state: DatabaseState;
  migrations: MigrationState;
  /** What is wrong with the roles, in words. */
  roles: string[];
  found: Found[];
  unasked: Finding[];
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'check-db',
    does: 'Shows the tables of the database with their rows and sizes, its migrations and roles, and what is wrong in it. Changes nothing.',
    examples: [
      ['npm run check-db', 'of the laptop, or of what .env names on AWS'],
      ['npm run check-db -- --target aws', 'of the one on AWS; one that sleeps takes half a minute'],
      ['npm run --silent check-db -- --json', 'as JSON'],
    ],
    notes: [
      'Exit code: 0 nothing is wrong; 3 something is, or a migration or a role is missing; 1 it could not be asked.',
    ],
  }).addOption(new Option('--json', 'as JSON on standard output').default(false));
  command.parse([...argv], { from: 'user' });
  return command.opts<Flags>();
}

const isWrong = ({ migrations, roles, found }: Checked): boolean =>
  migrations.pending.length > 0 ||
  migrations.unknown > 0 ||
  roles.length > 0 ||
  found.some(({ finding }) => finding.kind === 'fault');

function describe(checked: Checked, where: string, target: string): string[] {
  const { state, migrations, roles, found, unasked } = checked;
  const paint = painter(process.stdout);
  const number = (count: number): string => count.toLocaleString('en-US');
  const rows = state.tables.map(({ name, rows: count, bytes }) => [name, number(count), bytesText(bytes)]);
  const { applied, pending, unknown } = migrations;
  return [
    `Database of ${where}: PostgreSQL ${state.version}, ${bytesText(state.bytes)}`,
    '',
    ...table(['Table', 'Rows', 'Size'], rows, { right: [1, 2] }),
    '',
    `Migrations: ${applied.length} applied${applied.length === 0 ? '' : `, the newest ${applied.at(-1) ?? ''}`}`,
    ...(pending.length === 0
      ? []
      : [
          paint(`  ${pending.length} to be applied: ${pending.join(', ')}`, 'red'),
          `  Apply them: npm run migrate -- --target ${target}`,
        ]),
    ...(unknown === 0
      ? []
      : [paint(`  ${unknown} are newer than this checkout: bring it up to date (git pull).`, 'red')]),
    ...roles.map((one) => paint(`✗ ${one}`, 'red')),
    ...(roles.length === 0 ? [] : [`  Put that right: npm run migrate -- --target ${target}`]),
    ...found.flatMap(({ finding: { kind, says, remedy }, count }) => [
      kind === 'fault' ? paint(`✗ ${says} (${number(count)})`, 'red') : `· ${says} (${number(count)})`,
      ...(remedy === '' ? [] : [`  ${remedy}`]),
    ]),
    ...(unasked.length === 0
      ? []
      : [`Not asked, as their tables or columns are not there: ${unasked.length} of the checks.`]),
    ...(isWrong(checked) ? [] : [paint('✓ Nothing is wrong.', 'green')]),
  ];
}

async function checkDatabase(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), async (target) => {
    const checked = await withDatabase(target, async (db): Promise<Checked> => {
      const state = await readTables(db);
      const migrations = await readMigrationState(db);
      const roles = await roleProblems(db, target);
      const { found: counted, unasked } = await countFindings(db, state.tables);
      const found = counted.map(({ finding, count }) => ({
        finding: { ...finding, remedy: finding.remedy.replaceAll('TARGET', target.name) },
        count,
      }));
      found.push(...(await missingDocuments(db, target, state.tables)));
      return { state, migrations, roles, found, unasked };
    });
    if (flags.json) {
      const { state, migrations, roles, found, unasked } = checked;
      const tables = state.tables.map(({ columns, ...one }) => ({ ...one, columns: [...columns] }));
      const findings = found.map(({ finding: { kind, says, remedy }, count }) => ({ kind, says, remedy, count }));
      const document = {
        target: target.name,
        ...state,
        tables,
        migrations,
        roles,
        findings,
        unasked: unasked.map(({ says }) => says),
      };
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    } else process.stdout.write(`${describe(checked, target.label, target.name).join('\n')}\n`);
    return isWrong(checked) ? 3 : 0;
  });
}

await runCommand(() => checkDatabase(readFlags(process.argv.slice(2))));
