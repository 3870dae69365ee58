// npm run plan-schema: writes examples/plan.schema.json and examples/plan.md from the zod schema of a retirement plan.
import { readFileSync, writeFileSync } from 'node:fs';
import { Option } from 'commander';
import { planDocument } from './retirement/plan-document.ts';
import { newCommand } from './terminal/command.ts';

const HELP = `
For whoever has changed what a plan may say: both files are made of its schema, and a test compares them.

Exit code: 0, or 1 where --check finds one that is not up to date.`;

const command = newCommand(
  'plan-schema',
  'Writes the schema and the field list of retirement plans, examples/plan.schema.json and examples/plan.md.',
  HELP,
).addOption(new Option('--check', 'write nothing, and say which are not up to date').default(false));
command.parse(process.argv.slice(2), { from: 'user' });
const { check } = command.opts<{ check: boolean }>();

const root = new URL('../', import.meta.url);
const stale: string[] = [];
for (const [file, content] of Object.entries(await planDocument())) {
  const url = new URL(file, root);
  if (!check) writeFileSync(url, content);
  else if (readFileSync(url, 'utf8') !== content) stale.push(file);
}
if (stale.length > 0) {
  process.stderr.write(`Not up to date: ${stale.join(', ')}. Write them anew: npm run plan-schema\n`);
  process.exitCode = 1;
}
