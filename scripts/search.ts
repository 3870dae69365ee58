// npm run search -- WORDS: passages of the knowledge base.
import { searchAnswer } from '../shared/schemas/knowledge.ts';
import { runCommand } from './analysis/run-command.ts';
import { callKnowledge } from './knowledge/call-knowledge.ts';
import { describeAnswer } from './knowledge/describe-passage.ts';
import { readSearchOptions, type SearchOptions } from './knowledge/search-options.ts';
import { targetOf, tellTarget } from './target/target-option.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';

const NOTHING_FOUND = 3;

async function search({ request, json, ...flag }: SearchOptions): Promise<number> {
  return withTarget(targetOf(flag), async (target) => {
    tellTarget(flag, target);
    const { passages, degraded, lost } = await callKnowledge(target, 'search', request, searchAnswer);
    if (json) process.stdout.write(`${JSON.stringify({ passages, degraded, lost }, null, 2)}\n`);
    else {
      const paint = painter(process.stdout);
      const { isTTY, columns } = process.stdout;
      const width = isTTY ? Math.min(Math.max(columns, 40), 120) : 100;
      process.stdout.write(describeAnswer(passages, paint, width));
    }
    if (degraded !== undefined) process.stderr.write(`${degraded}\n`);
    if (passages.length === 0) {
      const remedy = lost === undefined ? ` To put something in: npm run ingest -- FILE --target ${target.name}` : '';
      process.stderr.write(`Nothing that is known on ${target.label} fits.${remedy}\n`);
    }
    if (lost !== undefined) process.stderr.write(`${lost}\n`);
    return passages.length === 0 ? NOTHING_FOUND : 0;
  });
}

await runCommand(() => search(readSearchOptions(process.argv.slice(2))));
