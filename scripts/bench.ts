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

/** The quick ones first, so that there is something to read soon; what is not named here comes last. */
const ABOUT: Readonly<Record<string, string>> = {
  'finance-portfolio': 'valuation, allocation and rebalancing of 10,000 positions',
  search: 'how good and how fast the search of the knowledge base is: by words, by meaning, by both',
  'rds-data': 'start, latency and memory of the laptop’s RDS Data API',
  vectors: 'the laptop’s S3 Vectors: a query over 10,000, recall, memory of 100,000',
  fleet: 'the main job over the packaged zips: imports, statements, start, latency, memory',
  retirement: 'the simulation beside a plain loop and numpy; workers and memory',
  grounding: 'the check of a report’s figures, and the lies about 1,000 portfolios that it believes',
};

function knownNames(): string[] {
  const found = readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
  const ordered = Object.keys(ABOUT).filter((name) => found.includes(name));
  return [...ordered, ...found.filter((name) => !ordered.includes(name))];
}

const help = (): string =>
  [
    'npm run bench                    every benchmark, in this order',
    'npm run bench -- NAME ...        one, or several, by name; finance stands for retirement and finance-portfolio',
    '',
    ...knownNames().map((name) => `  ${name.padEnd(20)} ${ABOUT[name] ?? ''}`.trimEnd()),
    '',
    'How long each took, on which machine, and what it measured: benchmarks/README.md. Tables go to standard output,',
    'progress to standard error. Times mean little on a machine that does other work.',
  ].join('\n');

function namesToRun(wanted: readonly string[]): readonly string[] {
  const known = knownNames();
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
  const wanted = process.argv.slice(2);
  if (wanted.includes('--help') || wanted.includes('-h')) {
    process.stdout.write(`${help()}\n`);
    return 0;
  }
  const names = namesToRun(wanted);
  for (const [index, name] of names.entries()) {
    process.stdout.write(`\n== ${name}${names.length > 1 ? ` (${index + 1} of ${names.length})` : ''}\n`);
    const began = performance.now();
    const code = await runChild(process.execPath, [join(folder, `${name}.ts`)]);
    if (code !== 0) return code;
    process.stdout.write(`${name} took ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  }
  return 0;
});
