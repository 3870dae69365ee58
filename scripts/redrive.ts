// npm run redrive: shows what could not be done, and sends it again. Asks first.
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { awsLimits } from './target/aws-limits.ts';
import { Option } from 'commander';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import type { DeadLetter } from './dead-letters/dead-letter.ts';
import { describeLetter, outlookOf, type Outlook } from './dead-letters/describe-letter.ts';
import { openLetterBox, type LetterBox } from './dead-letters/letter-box.ts';
import { FlagProblems, targetCommand, wholeNumber } from './target/target-command.ts';
import { targetOf, tellTarget, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { counted } from './terminal/counted.ts';
import { stageRemedy } from './terraform/stage-remedy.ts';

interface Flags extends TargetFlag {
  yes: boolean;
  list: boolean;
  reopen: boolean;
  drop: boolean;
  most: number;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'redrive',
    does: 'Shows the dead letters: messages, and on AWS asynchronous and scheduled invocations, that were tried as often as they may be. Sends them again, after asking.',
    examples: [
      ['npm run redrive -- --list', 'shows them, and changes nothing but how often SQS says they were received'],
      ['npm run redrive', 'shows them, asks, and sends them again'],
      ['npm run redrive -- --reopen', 'and lets analyses that have failed be tried again'],
      ['npm run redrive -- --drop', 'instead deletes those whose sending would do nothing'],
    ],
    notes: [
      'First see why they are there (npm run check-job, npm run logs): what has not been mended comes back.',
      'A message goes back to the queue that it came from, a queue of your own too; an analysis only where it has not ended.',
      'On a laptop an asynchronous or scheduled invocation that failed for good leaves no dead letter: it is in the log of its function only.',
      'Exit code: 0 done, or there are none; 3 with --list, there are some; 1 not done, or none of them can be sent.',
    ],
  })
    .addOption(new Option('--list', 'only show them').default(false))
    .addOption(new Option('--reopen', 'let analyses that have failed be tried again').default(false))
    .addOption(new Option('--drop', 'delete those whose sending would do nothing, and send none').default(false))
    .addOption(new Option('--most <n>', 'of each queue, no more than so many').default('100'))
    .addOption(new Option('--yes', 'do not ask').default(false));
  command.parse([...argv], { from: 'user' });
  const { most, ...flags } = command.opts<Omit<Flags, 'most'> & { most: string }>();
  const problems = new FlagProblems();
  const count = problems.read('--most', most, wholeNumber(1, 1000));
  problems.throwIfAny();
  if (flags.drop && flags.reopen) throw new CommandError('--drop and --reopen do not go together.');
  return { ...flags, most: count ?? 100 };
}

interface Pile {
  queue: string;
  box: LetterBox;
  letters: DeadLetter[];
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function open(target: Target, most: number): Promise<Pile[]> {
  const names = Object.entries(target.deadLetterQueues);
  if (names.length === 0) {
    throw new CommandError(`No dead-letter queue is deployed on ${target.label}, as far as .env knows.`, [
      stageRemedy('They come', '6-agents'),
      'If they are deployed already, write .env anew: npm run env',
    ]);
  }
  const piles: Pile[] = [];
  for (const [queue, name] of names) {
    const box = await openLetterBox(name, { of: queue });
    piles.push({ queue, box, letters: await box.take(most) });
  }
  return piles;
}

/** What would become of each letter; jobs are looked up where there is a database. */
async function lookOut(target: Target, piles: readonly Pile[], { reopen }: Flags): Promise<Map<DeadLetter, Outlook>> {
  const letters = piles.flatMap((pile) => pile.letters);
  const ids = letters.flatMap(({ meaning }) => (meaning.kind === 'job' ? [meaning.jobId] : []));
  const statuses =
    target.database === undefined || ids.length === 0
      ? undefined
      : await withDatabase(target, async (db) => (await import('./dead-letters/reopen-job.ts')).statusesOf(db, ids));
  const gone = await functionsGone(letters);
  return new Map(letters.map((letter) => [letter, outlookOf(letter, statuses, { reopen, gone })]));
}

/** Of the functions whose invocations failed those that are not there any more; of what AWS does not answer nobody says so. */
async function functionsGone(letters: readonly DeadLetter[]): Promise<Set<string>> {
  const invoked = letters.flatMap(({ meaning }) => (meaning.kind === 'invocation' ? [meaning.functionName] : []));
  const names = [...new Set(invoked)];
  const client = new LambdaClient(awsLimits());
  const asked = await Promise.allSettled(
    names.map((FunctionName) => client.send(new GetFunctionConfigurationCommand({ FunctionName }))),
  );
  client.destroy();
  const isGone = (one: (typeof asked)[number] | undefined): boolean =>
    one?.status === 'rejected' && one.reason instanceof Error && one.reason.name === 'ResourceNotFoundException';
  return new Set(names.filter((_, at) => isGone(asked[at])));
}

async function send(target: Target, { queue, box }: Pile, letter: DeadLetter, { prospect }: Outlook): Promise<void> {
  const { meaning } = letter;
  if (prospect === 'invoke' && meaning.kind === 'invocation') {
    const client = new LambdaClient(awsLimits());
    const Payload = Buffer.from(JSON.stringify(meaning.payload ?? {}));
    await client.send(new InvokeCommand({ FunctionName: meaning.functionName, InvocationType: 'Event', Payload }));
    client.destroy();
    await box.remove(letter);
    return;
  }
  if (prospect === 'reopen' && meaning.kind === 'job') {
    await withDatabase(target, async (db) =>
      (await import('./dead-letters/reopen-job.ts')).reopenJob(db, meaning.jobId),
    );
  }
  const url = target.queueUrls[queue];
  if (url === undefined)
    throw new CommandError(`.env does not name the queue ${queue}.`, ['Write it anew: npm run env']);
  await box.resend(letter, url);
}

async function redrive(target: Target, flags: Flags): Promise<number> {
  tellTarget(flags, target);
  const piles = await open(target, flags.most);
  const kept = new Set(piles.flatMap(({ letters }) => letters));
  try {
    const outlooks = await lookOut(target, piles, flags);
    const outlook = (letter: DeadLetter): Outlook => outlooks.get(letter) ?? { prospect: 'nothing', says: '' };
    for (const { queue, letters } of piles) {
      print(`${queue}: ${letters.length === 0 ? 'no dead letters' : counted(letters.length, 'dead letter')}`);
      for (const letter of letters) print(describeLetter(letter, outlook(letter)));
    }
    if (flags.list || kept.size === 0) return kept.size === 0 ? 0 : 3;
    const chosen = piles.flatMap((pile) =>
      pile.letters
        .filter((letter) => (outlook(letter).prospect === 'nothing') === flags.drop)
        .map((letter) => ({ pile, letter })),
    );
    if (chosen.length === 0) {
      print(
        flags.drop ? 'There are none to delete.' : 'Sending any of them again would do nothing. --drop deletes them.',
      );
      // Dead letters that stay, where they were to be sent, are not done; none to delete is done.
      return flags.drop ? 0 : 1;
    }
    const doing = flags.drop ? 'This deletes' : 'This sends again';
    await confirm(`${doing} ${chosen.length} of them on ${target.label}. Go on?`, { yes: flags.yes });
    // One that cannot be sent keeps none of the others back.
    const failures: unknown[] = [];
    for (const { pile, letter } of chosen) {
      try {
        if (flags.drop) await pile.box.remove(letter);
        else await send(target, pile, letter, outlook(letter));
        kept.delete(letter);
      } catch (error) {
        failures.push(error);
      }
    }
    const done = chosen.length - failures.length;
    print(`${done} ${flags.drop ? 'deleted' : 'sent again'}${failures.length > 0 ? `, ${failures.length} not` : ''}.`);
    if (failures.length > 0) throw failures[0];
    if (!flags.drop) print(`What becomes of them: npm run logs -- --target ${target.name} --follow`);
    return 0;
  } finally {
    for (const { box, letters } of piles) {
      await box.putBack(letters.filter((letter) => kept.has(letter)));
      box.close();
    }
  }
}

async function run(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) => redrive(target, flags));
}

await runCommand(() => run(readFlags(process.argv.slice(2))));
