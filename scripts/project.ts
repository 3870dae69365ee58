// npm run --silent project -- plan.json: projects a retirement plan and prints one JSON result on standard output.
// Exit 0 with a result; 1 with what is wrong, field by field, on standard error.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '../shared/errors.ts';
import { answerPlan } from '../shared/finance/retirement/engine.ts';
import { standWhereCalled } from './analysis/caller-folder.ts';
import { showSteps, silentSteps } from './retirement/step-progress.ts';
import { readPlan } from './retirement/read-plan.ts';
import { driveOnWorkers } from './retirement/workers.ts';

const HELP = `Usage: npm run --silent project -- PLAN [--workers N] [--compact]

  PLAN         a retirement plan as JSON; - reads it from standard input
  --workers N  threads to share the paths among (the result is the same, each takes some 35 MB);
               default 1 or 2, by the size of the plan
  --compact    the result on one line

What a plan of more than 100,000 paths is doing is shown on standard error.

Fields of a plan: examples/plan.md; for an editor: examples/plan.schema.json. Try: npm run --silent project -- examples/plan.json
`;

/** More threads are the person's to ask for: with these a million paths stay within 200 MB. */
const MOST_THREADS = 2;
/** Paths that one thread runs in well under a second. */
const PATHS_A_THREAD = 100_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workers: { type: 'string' },
      compact: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  // Before the plan: a --workers whose number was forgotten has taken its place.
  const workers = values.workers === undefined ? undefined : Number(values.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= 64)) {
    throw new InvalidInputError('That is not a number of workers.', [
      { path: '--workers', message: 'must be 1 to 64' },
    ]);
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new InvalidInputError('Give one plan.', [{ path: 'PLAN', message: 'a file name, or - for standard input' }]);
  }
  const plan = await readPlan(file);
  const wanted = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(plan.simulation.paths / PATHS_A_THREAD));
  const progress = plan.simulation.paths > PATHS_A_THREAD ? showSteps(process.stderr) : silentSteps;
  const result = await driveOnWorkers(answerPlan(plan), workers ?? wanted, progress);
  process.stdout.write(`${JSON.stringify(result, null, values.compact ? 0 : 2)}\n`);
}

standWhereCalled('project');
try {
  await main();
} catch (error) {
  if (error instanceof InvalidInputError) {
    process.stderr.write(`${error.message}\n`);
    for (const { path, message } of error.problems) process.stderr.write(`  ${path}: ${message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exitCode = 1;
}
