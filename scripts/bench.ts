// npm run bench [-- NAME…]: runs benchmarks/NAME.ts, every one where none is named, each in a process of its own. A group's
// name stands for all of its benchmarks.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { ROOT } from './laptop/paths.ts';
import { runChild } from './setup/run-child.mjs';

const folder = join(ROOT, 'benchmarks');

const GROUPS: Readonly<Record<string, readonly string[]>> = { finance: ['retirement', 'finance-portfolio'] };

function namesToRun(wanted: readonly string[]): readonly string[] {
  const known = readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
  const named = [...new Set(wanted.flatMap((name) => GROUPS[name] ?? [name]))];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new CommandError(`There is no benchmark called ${unknown.join(' or ')}.`, [
      `There are: ${known.join(', ')}; and finance for all of ${(GROUPS.finance ?? []).join(' and ')}.`,
    ]);
  }
  return named.length > 0 ? named : known;
}

await runCommand(async () => {
  for (const name of namesToRun(process.argv.slice(2))) {
    process.stdout.write(`\n== ${name}\n`);
    const code = await runChild(process.execPath, [join(folder, `${name}.ts`)]);
    if (code !== 0) return code;
  }
  return 0;
});
