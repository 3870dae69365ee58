// npm run check-job [-- ID]: how an analysis went, the newest where none is named. Changes nothing.
import { Option } from 'commander';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, tellTarget, type TargetFlag } from './target/target-option.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';

interface Flags extends TargetFlag {
  json: boolean;
  id: string | undefined;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'check-job',
    does: 'Shows how an analysis went: steps, attempts, times, what was degraded, calls of models and their cost, checks of texts. Changes nothing.',
    examples: [
      ['npm run check-job', 'the newest analysis of anybody'],
      ['npm run check-job -- 0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60', 'that one'],
      ['npm run --silent check-job -- --json', 'as JSON'],
    ],
    notes: [
      'It shows nothing of what the person owns: for that there is npm run report.',
      'Exit code: 0 completed; 2 not ended yet; 3 partial; 4 failed; 1 there is no such job, or it could not be asked.',
    ],
  })
    .argument('[id]', 'the ID of its job (default: the newest)')
    .addOption(new Option('--json', 'as JSON on standard output').default(false));
  command.parse([...argv], { from: 'user' });
  const [id] = command.args;
  if (id !== undefined && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
    throw new CommandError(`"${id}" is not the ID of a job.`, [
      'It looks like 0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60; without one, the newest analysis is taken.',
    ]);
  }
  return { ...command.opts<Omit<Flags, 'id'>>(), id };
}

const exitCodes = { completed: 0, pending: 2, running: 2, partial: 3, failed: 4 } as const;

async function checkJob(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), async (target) => {
    tellTarget(flags, target);
    const report = await withDatabase(target, async (db) => (await import('./jobs/read-job.ts')).readJob(db, flags.id));
    if (report === undefined) {
      throw flags.id === undefined
        ? new CommandError(`There is no analysis on ${target.label} yet.`, [
            `Make one: npm run analyze -- FILE --target ${target.name}`,
          ])
        : new CommandError(`There is no job ${flags.id} on ${target.label}.`, ['Is it on the other --target?']);
    }
    if (flags.json) {
      const { written, ...rest } = report;
      process.stdout.write(
        `${JSON.stringify({ target: target.name, ...rest, written: Object.fromEntries(written) }, null, 2)}\n`,
      );
    } else {
      const { describeJob } = await import('./jobs/describe-job.ts');
      process.stdout.write(`${describeJob(report, target.name, painter(process.stdout), Date.now()).join('\n')}\n`);
    }
    return exitCodes[report.job.status];
  });
}

await runCommand(() => checkJob(readFlags(process.argv.slice(2))));
