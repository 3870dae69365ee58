import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetFunctionConfigurationCommand, LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import { CommandError } from '../analysis/command-error.ts';
import { DIST } from '../laptop/paths.ts';
import type { PackedFunction } from '../packaging/package-function.ts';
import { needFunction } from '../target/needed.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import type { Target } from '../target/target.ts';
import { codeOf } from './code-of.ts';
import { untilSettled, type Configuration, type Waiting } from './until-settled.ts';

/** What new code may take to be active. */
const WAITING: Waiting = { patience: 180, pause: 1 };
const UNDER_WAY = `An update of it is under way; waiting for that, at most ${WAITING.patience} seconds.`;
/** The zip travels with the question. */
const UPLOAD_MS = 120_000;

export interface UpdateOptions {
  /** Only asks whether it would be allowed. */
  dryRun: boolean;
  tell: (text: string) => void;
}

/**
 * Gives one function its new code, and waits until it is active. Its settings stay as they are.
 *
 * @throws {CommandError} where it is not deployed, or what became of the code that was sent: failed, or not known
 */
export async function updateFunction(
  target: Target,
  packed: PackedFunction,
  { dryRun, tell }: UpdateOptions,
): Promise<void> {
  const FunctionName = await needFunction(target, packed.name);
  const client = new LambdaClient({ region: target.region, ...awsLimits({ answerWithin: UPLOAD_MS }) });
  const ask = (): Promise<Configuration> => client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  // An update that is still under way refuses another one. How it ends is its own affair.
  let now = await ask();
  if (now.LastUpdateStatus === 'InProgress') {
    tell(UNDER_WAY);
    now = await untilSettled(ask, WAITING);
  }
  for (const line of settingsThatDiffer(packed, now)) tell(line);
  const code = codeOf(packed);
  const runs = ({ CodeSha256, LastUpdateStatus }: Configuration): boolean =>
    CodeSha256 === code && LastUpdateStatus === 'Successful';
  if (runs(now)) {
    tell(`${FunctionName} has this code already.`);
    return;
  }
  const ZipFile = readFileSync(join(DIST, `${packed.name}.zip`));
  const started = performance.now();
  const update = new UpdateFunctionCodeCommand({ FunctionName, ZipFile, DryRun: dryRun });
  await client.send(update).catch(async (error: unknown) => {
    if (!(error instanceof Error && error.name === 'ResourceConflictException')) throw error;
    tell(UNDER_WAY);
    await untilSettled(ask, WAITING);
    return client.send(update);
  });
  if (dryRun) {
    tell(`${FunctionName} would be updated (${packed.record.zipBytes} bytes). Nothing was changed.`);
    return;
  }
  tell(`${FunctionName} was sent its new code; waiting until it runs that, at most ${WAITING.patience} seconds.`);
  const ended = (said: Configuration): boolean => runs(said) || said.LastUpdateStatus === 'Failed';
  const again = `Ask again: npm run deploy -- --only ${packed.name}`;
  const then = await untilSettled(ask, WAITING, ended).catch((error: unknown) => {
    const refused = explainAwsFailure(error, target);
    if (refused === undefined) throw error;
    const sent = `${FunctionName} was sent its new code. Whether it runs could not be asked: ${refused.message}`;
    throw new CommandError(sent, [...refused.lines, again], error);
  });
  if (then.LastUpdateStatus === 'Failed') {
    const { LastUpdateStatusReason: reason = '' } = then;
    throw new CommandError(`${FunctionName} could not be updated: ${reason === '' ? 'AWS does not say why' : reason}`, [
      'The function goes on with the code it had.',
      'Set everything as it should be: npm run deploy',
    ]);
  }
  if (!runs(then)) {
    throw new CommandError(
      then.LastUpdateStatus === 'Successful'
        ? `${FunctionName} was sent its new code, and runs another: somebody else updates it too.`
        : `${FunctionName} was sent its new code, and AWS is not done with it after ${WAITING.patience} seconds.`,
      [again],
    );
  }
  tell(`${FunctionName} runs the new code, after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Code alone is updated: a setting that was changed too waits for the next whole deployment, and the person is told. */
function settingsThatDiffer({ name, config }: PackedFunction, now: Configuration): string[] {
  const pairs = [
    ['memory', now.MemorySize, config.memory],
    ['timeout', now.Timeout, config.timeout],
  ] as const;
  return pairs
    .filter(([, deployed, wanted]) => deployed !== undefined && deployed !== wanted)
    .map(
      ([setting, deployed, wanted]) =>
        `lambdas/${name}/lambda.json says ${setting} ${wanted}, and ${deployed} is deployed: npm run deploy changes that.`,
    );
}
