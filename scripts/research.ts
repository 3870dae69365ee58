// npm run research [-- --topic "…"]: has the running researcher make a note, follows it, and prints the note and its sources.
import { setTimeout as sleep } from 'node:timers/promises';
import { Option } from 'commander';
import { researchRequest, type ResearchRequest, type ResearchRun } from '../shared/schemas/research.ts';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { researcherOf, type ResearcherClient } from './research/researcher-client.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, tellTarget, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withTarget } from './target/with-target.ts';

interface Options extends TargetFlag {
  topic: string | undefined;
  json: boolean;
}

function readOptions(argv: readonly string[]): Options {
  const command = targetCommand({
    script: 'research',
    does: 'Reads pages on a topic, writes a dated note with its sources, and puts both into the knowledge base.',
    examples: [
      ['npm run research', 'on what is held most and not covered yet'],
      ['npm run research -- --topic "US Treasury yields"', 'on that'],
      ['npm run research -- --target aws', 'by the researcher that is deployed'],
    ],
    notes: [
      'On a laptop Alex has to be running (npm start, in another terminal): its researcher does the work. A schedule has it do so every two\nhours anyway. What it reads: ALEX_RESEARCH_SOURCES, see services/researcher/README.md.',
      'Exit code: 0 a note was stored, 1 none was.',
    ],
  })
    .addOption(new Option('--topic <words>', 'what to read about (default: what is held most and not covered yet)'))
    .addOption(new Option('--json', 'print the whole run as JSON on standard output').default(false));
  command.parse([...argv], { from: 'user' });
  const { topic, json, target } = command.opts<Options>();
  return { topic, json, ...(target !== undefined && { target }) };
}

/** @throws {CommandError} for a topic that no researcher takes */
function requestOf(topic: string | undefined): ResearchRequest {
  const checked = researchRequest.safeParse(topic === undefined ? {} : { topic });
  if (checked.success) return checked.data;
  throw new CommandError(
    '--topic has to be one line of 3 to 200 characters, or a ticker in capitals such as VB or KO.',
  );
}

/** Tells each step as it is done, and gives back the run when it has ended. */
async function follow(researcher: ResearcherClient, id: string): Promise<ResearchRun> {
  for (let told = 0; ;) {
    const run = await researcher.read(id);
    for (const { detail } of run.progress.slice(told)) process.stderr.write(`  ${detail}\n`);
    told = run.progress.length;
    if (run.finishedAt !== null) return run;
    await sleep(500);
  }
}

async function research({ topic, json, ...flag }: Options, target: Target): Promise<number> {
  tellTarget(flag, target);
  const researcher = await researcherOf(target);
  // Only now: that there is no researcher comes before what it would be asked.
  const id = await researcher.request(requestOf(topic));
  process.stderr.write(`Run ${id}\n`);
  const run = await follow(researcher, id);
  if (json) process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
  if (run.note === null) throw new CommandError(run.error ?? 'The run ended without a note.');
  if (!json) process.stdout.write(`\n${run.note.markdown}\nWritten by ${run.note.model}.\n`);
  if (run.degraded !== null) process.stderr.write(`${run.degraded}\n`);
  return 0;
}

async function run(options: Options): Promise<number> {
  return withTarget(targetOf(options), (target) => research(options, target), { running: true });
}

await runCommand(() => run(readOptions(process.argv.slice(2))));
