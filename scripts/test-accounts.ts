// npm run test:accounts: several accounts of every type, dozens of positions, instruments that nobody has classified.
import { Option } from 'commander';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import { checks, expectThat } from './rehearsal/checks.ts';
import { changedHere } from './laptop/changed-since-start.ts';
import { ALL_IS_WELL, EXIT_CODES, verdictOf } from './rehearsal/verdict.ts';
import { FlagProblems, targetCommand, wholeNumber } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';

interface Flags extends TargetFlag {
  yes: boolean;
  positions: number;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'test:accounts',
    does: 'Stores five accounts, of every type at least one, for a test person, analyses what is stored, checks every part, and removes all of it.',
    examples: [
      ['npm run test:accounts', 'some sixty positions, on the laptop or on what .env names on AWS'],
      ['npm run test:accounts -- --positions 400', 'more of them'],
      ['npm run test:accounts -- --target aws --yes', 'what is deployed, without asking'],
    ],
    notes: [
      'Among the positions are instruments that nobody has classified, one that the person did, one without a price, and cash in euros.',
      EXIT_CODES,
    ],
  })
    .addOption(new Option('--positions <n>', 'how many').default('60'))
    .addOption(new Option('--yes', 'do not ask').default(false));
  command.parse([...argv], { from: 'user' });
  const { positions, ...flags } = command.opts<TargetFlag & { yes: boolean; positions: string }>();
  const problems = new FlagProblems();
  const count = problems.read('--positions', positions, wholeNumber(10, 800));
  problems.throwIfAny();
  return { ...flags, positions: count ?? 60 };
}

async function testAccounts(target: Target, { yes, positions }: Flags): Promise<number> {
  if (target.name === 'aws') {
    await confirm(
      `This makes an analysis on ${target.label}; agents with a language model call it, for some cents. Go on?`,
      { yes },
    );
  }
  return withDatabase(target, async (db) => {
    const [{ rehearse }, { manyAccounts }, { checkTotals }, { checkClassifications }] = await Promise.all([
      import('./rehearsal/rehearse.ts'),
      import('./rehearsal/many-accounts.ts'),
      import('./rehearsal/totals.ts'),
      import('./rehearsal/check-classifications.ts'),
    ]);
    const shown = checks(process.stdout, painter(process.stdout));
    const portfolio = manyAccounts(positions);
    process.stdout.write(`Many accounts on ${target.label}:\n`);
    await rehearse({
      target,
      db,
      checks: shown,
      prepare: async (api) => {
        await shown.run('accounts', async () => {
          const stored = await api.storePortfolio(portfolio);
          const types = new Set((await api.accounts()).map(({ type }) => type));
          expectThat(stored.accounts === portfolio.accounts.length, `${stored.accounts} accounts are stored.`);
          return `${stored.accounts} accounts of ${types.size} types, ${stored.positions} positions stored`;
        });
      },
      request: { goals: { age: 50, retireAt: 67, lifeExpectancy: 95, income: 30_000, contribute: 5000 } },
      more: async (jobId, result) => {
        await shown.run('totals', () => checkTotals(db, jobId, result));
        await shown.run('classified', () => checkClassifications(db, jobId));
      },
    });
    const { says, code } = verdictOf(shown, ALL_IS_WELL, changedHere(target));
    process.stdout.write(`${says}\n`);
    return code;
  });
}

async function run(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) => testAccounts(target, flags));
}

await runCommand(() => run(readFlags(process.argv.slice(2))));
