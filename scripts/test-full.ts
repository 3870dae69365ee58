// npm run test:full: the whole pipeline, for a person who is made for it and removed again.
import { Option } from 'commander';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import { changedHere } from './laptop/changed-since-start.ts';
import { ALL_IS_WELL, EXIT_CODES, verdictOf } from './rehearsal/verdict.ts';
import { needApi } from './target/needed.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';

interface Flags extends TargetFlag {
  yes: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'test:full',
    does: 'Makes a test person, has an analysis made for them as anybody would, checks every part of it, and removes both.',
    examples: [
      ['npm run test:full', 'the laptop, or what .env names on AWS'],
      ['npm run test:full -- --target aws --yes', 'what is deployed, without asking'],
    ],
    notes: [
      'API, queue, planner, agents, database; payloads held against the schemas, totals added up anew. On AWS it asks first: language models cost some cents.',
      EXIT_CODES,
    ],
  }).addOption(new Option('--yes', 'do not ask').default(false));
  command.parse([...argv], { from: 'user' });
  return command.opts<Flags>();
}

async function testFull(target: Target, { yes }: Flags): Promise<number> {
  // First the last to come, whose remedy names every stage that it stands on.
  needApi(target);
  if (target.name === 'aws') {
    await confirm(
      `This makes an analysis on ${target.label}; agents with a language model call it, for some cents. Go on?`,
      { yes },
    );
  }
  return withDatabase(target, async (db) => {
    const [{ checks }, { rehearse }, { smallPortfolio, AS_OF, GOALS }, { checkTotals }] = await Promise.all([
      import('./rehearsal/checks.ts'),
      import('./rehearsal/rehearse.ts'),
      import('./rehearsal/smoke-job.ts'),
      import('./rehearsal/totals.ts'),
    ]);
    const shown = checks(process.stdout, painter(process.stdout));
    process.stdout.write(`A whole analysis on ${target.label}:\n`);
    await rehearse({
      target,
      db,
      checks: shown,
      request: { portfolio: smallPortfolio, goals: GOALS, asOf: AS_OF, question: 'Can I stop working at 60?' },
      more: async (jobId, result) => {
        await shown.run('totals', () => checkTotals(db, jobId, result));
      },
    });
    const { says, code } = verdictOf(shown, ALL_IS_WELL, changedHere(target));
    process.stdout.write(`${says}\n`);
    return code;
  });
}

async function run(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) => testFull(target, flags));
}

await runCommand(() => run(readFlags(process.argv.slice(2))));
