// Writes examples/plan.schema.json and examples/plan.md from the zod schema of a retirement plan. With --check it writes
// nothing and fails where they are not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { planDocument } from './retirement/plan-document.ts';

const root = new URL('../', import.meta.url);
const stale: string[] = [];
for (const [file, content] of Object.entries(await planDocument())) {
  const url = new URL(file, root);
  if (!process.argv.includes('--check')) writeFileSync(url, content);
  else if (readFileSync(url, 'utf8') !== content) stale.push(file);
}
if (stale.length > 0) {
  process.stderr.write(`Not up to date: ${stale.join(', ')}. Run: node scripts/plan-schema.ts\n`);
  process.exitCode = 1;
}
