// npm run smoke: each function alone, with a small test job that is made for it and removed again.
import { Option } from 'commander';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import { notStarted } from './laptop/not-started.ts';
import { changedHere } from './laptop/changed-since-start.ts';
import { ALL_IS_WELL, EXIT_CODES, verdictOf } from './rehearsal/verdict.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { painter } from './terminal/style.ts';
import { readFleet } from './terraform/fleet.ts';
import { deployCommand } from './terraform/stage-remedy.ts';

interface Flags extends TargetFlag {
  yes: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'smoke',
    does: 'Invokes each function of Alex alone with a small test job, which it makes and removes, and holds every answer against the schemas. A folder of your own is tried with the event that "smoke" in its lambda.json is; without one it is named, and not tried.',
    examples: [
      ['npm run smoke', 'the laptop, or what .env names on AWS'],
      ['npm run smoke -- --target aws --yes', 'what is deployed, without asking'],
    ],
    notes: [
      'On AWS it asks first: agents that have a language model call it, which costs some cents; without agents it is less than one. A function that is not deployed yet is left out.',
      EXIT_CODES,
    ],
  }).addOption(new Option('--yes', 'do not ask').default(false));
  command.parse([...argv], { from: 'user' });
  return command.opts<Flags>();
}

/** Tried beside the agents. */
const OTHERS = ['ingest', 'search', 'api', 'sweeper'];
const AGENTS = ['tagger', 'pricer', 'reporter', 'charter', 'retirement', 'planner'];

async function smoke(target: Target, { yes }: Flags): Promise<number> {
  // Where nothing is deployed nothing is invoked, which is said below.
  if (target.name === 'aws' && Object.keys(target.functions).length > 0) {
    const { functions } = readFleet();
    // Of a folder that is not here nobody knows.
    const calls = Object.keys(target.functions).some((name) => functions.get(name)?.needs.includes('model') ?? true);
    const costs = calls ? '; those with a language model call it, for some cents' : ', for less than a cent';
    await confirm(`This invokes every function on ${target.label}${costs}. Go on?`, { yes });
  }
  const [{ checks, CheckFailed }, { functionsOf }, { smokeKnowledge }, { smokeFolders }] = await Promise.all([
    import('./rehearsal/checks.ts'),
    import('./rehearsal/invoke.ts'),
    import('./rehearsal/smoke-knowledge.ts'),
    import('./rehearsal/smoke-folders.ts'),
  ]);
  const shown = checks(process.stdout, painter(process.stdout));
  const functions = functionsOf(target);
  process.stdout.write(`Each function of ${target.label} alone:\n`);
  try {
    await smokeKnowledge(target, functions, shown);
    const missing = AGENTS.filter((name) => target.functions[name] === undefined);
    // None at all: that stage has not been reached. Some of them: it was not deployed to its end.
    const begun = missing.length < AGENTS.length;
    for (const name of missing) {
      if (begun)
        await shown.run(name, () =>
          Promise.reject(new CheckFailed(`is not there, and other agents are: ${deployCommand(['6-agents'])}`)),
        );
      else shown.skip(name, `not deployed yet (stage 6-agents: ${deployCommand(['6-agents'])})`);
    }
    if (missing.length === 0) {
      await withDatabase(target, async (db) => {
        // After withDatabase, whose import makes drizzle-orm load faster.
        const [{ withTestPerson }, { makeJob }, { smokeAgents }, { smokeEdges }] = await Promise.all([
          import('./rehearsal/test-person.ts'),
          import('./rehearsal/smoke-job.ts'),
          import('./rehearsal/smoke-agents.ts'),
          import('./rehearsal/smoke-edges.ts'),
        ]);
        await withTestPerson(db, async ({ id }) => smokeAgents(db, await makeJob(db, id), functions, shown.run));
        await smokeEdges(functions, shown.run);
      });
    }
    const folders = readFleet().functions;
    const others = [...Object.keys(target.functions), ...notStarted(target, folders)].filter(
      (name) => !AGENTS.includes(name) && !OTHERS.includes(name),
    );
    await smokeFolders(others.sort(), folders, target, functions, shown);
  } finally {
    functions.close();
  }
  if (shown.failed() === 0 && shown.passed() === 0) {
    process.stdout.write('Nothing was tried: none of it is deployed yet.\n');
    return 1;
  }
  const well = shown.skipped() === 0 ? ALL_IS_WELL : `What there is works; ${shown.skipped()} not tried.`;
  const { says, code } = verdictOf(shown, well, changedHere(target));
  process.stdout.write(`${says}${code === 3 ? '' : ' What the test made is removed.'}\n`);
  return code;
}

async function run(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) => smoke(target, flags));
}

await runCommand(() => run(readFlags(process.argv.slice(2))));
