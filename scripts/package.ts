// npm run package: every function to dist/NAME.zip, with a table of sizes. See scripts/packaging.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comesWithNextStart } from './laptop/comes-with-next-start.ts';
import { describeLeftBehind } from './packaging/left-behind.ts';
import { packageAll } from './packaging/package-all.ts';
import type { PackedAll } from './packaging/package-all.ts';
import type { PackedFunction } from './packaging/package-function.ts';
import { PackagingError } from './packaging/packaging-error.ts';
import { moduleLines, serviceTable, sizeTable } from './packaging/size-report.ts';
import { readFleet } from './terraform/fleet.ts';
import { describeOpenRoutes } from './terraform/open-routes.ts';
import { describeSwitchedOff } from './terraform/switched-off.ts';

const help = `Usage: npm run package [-- --force] [--modules]

Packages each folder of lambdas/ as dist/NAME.zip and lists them in dist/functions.json, and each folder of
services/ as dist/services/NAME and lists them in dist/services.json.

  --force    package anew what has not changed, too
  --modules  list each function's ten largest modules (always in dist/sizes.md)
  --help     this text

A zip has what the code imports, and no other file of the folder: those that stay behind are named. A fleet that
runs already goes on with what it was started with.

Fails when a zip is larger than the zipBudget in its lambda.json.`;

function options() {
  const { values } = parseArgs({
    options: { force: { type: 'boolean' }, modules: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return values;
}

function print({ functions: packed, services }: PackedAll, modules: boolean): void {
  console.log(sizeTable(packed));
  if (services.length > 0) console.log(`\n${serviceTable(services)}\n`);
  const unchanged = packed.filter(({ rebuilt }) => !rebuilt).length;
  if (unchanged > 0) console.log(`${unchanged} of ${packed.length} unchanged since the last time.`);
  if (!modules) return;
  for (const { name, record } of packed) console.log(`\n${name}\n${moduleLines(record.largest)}`);
}

async function main(): Promise<number> {
  let values: ReturnType<typeof options>;
  try {
    values = options();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 1;
  }
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  const root = fileURLToPath(new URL('..', import.meta.url));
  const done: PackedFunction[] = [];
  try {
    const report = (one: PackedFunction) => done.push(one);
    const packed = await packageAll({ root, force: values.force ?? false, report });
    print(packed, values.modules ?? false);
    const fleet = readFleet(root);
    for (const line of [
      ...describeLeftBehind(root, packed.functions),
      ...describeOpenRoutes(fleet),
      ...describeSwitchedOff(fleet),
      ...comesWithNextStart(fleet),
    ])
      console.log(`\n${line}`);
    return 0;
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    if (done.length > 0) console.error(`${sizeTable(done.toSorted((a, b) => (a.name < b.name ? -1 : 1)))}\n`);
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
