import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
  type GetFunctionConfigurationCommandOutput,
} from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import { CommandError } from '../analysis/command-error.ts';
import { DIST } from '../laptop/paths.ts';
import type { PackedFunction } from '../packaging/package-function.ts';
import { needFunction } from '../target/needed.ts';
import type { Target } from '../target/target.ts';

/** Seconds that new code may take to be active. */
const PATIENCE = 180;
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
 * @throws {CommandError} where it is not deployed, or does not become active
 */
export async function updateFunction(
  target: Target,
  packed: PackedFunction,
  { dryRun, tell }: UpdateOptions,
): Promise<void> {
  const FunctionName = await needFunction(target, packed.name);
  const client = new LambdaClient({ region: target.region, ...awsLimits({ answerWithin: UPLOAD_MS }) });
  const now = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  for (const line of settingsThatDiffer(packed, now)) tell(line);
  if (now.CodeSha256 === Buffer.from(packed.record.sha256, 'hex').toString('base64')) {
    tell(`${FunctionName} has this code already.`);
    return;
  }
  // An update that is still under way refuses another one.
  if (now.LastUpdateStatus === 'InProgress') await untilActive(client, FunctionName);
  const ZipFile = readFileSync(join(DIST, `${packed.name}.zip`));
  const started = performance.now();
  const update = new UpdateFunctionCodeCommand({ FunctionName, ZipFile, DryRun: dryRun });
  await client.send(update).catch(async (error: unknown) => {
    if (!(error instanceof Error && error.name === 'ResourceConflictException')) throw error;
    tell('An update of it is under way; waiting for that.');
    await untilActive(client, FunctionName);
    return client.send(update);
  });
  if (dryRun) {
    tell(`${FunctionName} would be updated (${packed.record.zipBytes} bytes). Nothing was changed.`);
    return;
  }
  await untilActive(client, FunctionName);
  tell(`${FunctionName} runs the new code, after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function untilActive(client: LambdaClient, FunctionName: string): Promise<void> {
  try {
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: PATIENCE, minDelay: 1, maxDelay: 3 }, { FunctionName });
  } catch (error) {
    const { LastUpdateStatus, LastUpdateStatusReason: reason = '' } = await client.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    throw new CommandError(
      LastUpdateStatus === 'Failed'
        ? `${FunctionName} could not be updated: ${reason === '' ? 'AWS does not say why' : reason}`
        : `${FunctionName} was not active after ${PATIENCE} seconds.`,
      ['The function goes on with the code it had.', 'Set everything as it should be: npm run deploy'],
      error,
    );
  }
}

/** Code alone is updated: a setting that was changed too waits for the next whole deployment, and the person is told. */
function settingsThatDiffer({ name, config }: PackedFunction, now: GetFunctionConfigurationCommandOutput): string[] {
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
