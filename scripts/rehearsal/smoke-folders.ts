import * as z from 'zod';
import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { notStarted, startAgain } from '../laptop/not-started.ts';
import type { Target } from '../target/target.ts';
import { deployCommand } from '../terraform/stage-remedy.ts';
import { CheckFailed, type Checks } from './checks.ts';
import type { Functions } from './invoke.ts';

/** Characters of an answer that are shown. */
const MOST_SHOWN = 60;

/** An answer to API Gateway, or to a queue, that is none of success. */
const refused = z.union([
  z.object({ statusCode: z.number().min(400) }),
  z.object({ batchItemFailures: z.array(z.unknown()).min(1) }),
]);

/** The functions of which nothing is known here but their folders, each with the event that its lambda.json has for this. */
export async function smokeFolders(
  names: readonly string[],
  folders: ReadonlyMap<string, LambdaConfig>,
  target: Target,
  functions: Functions,
  { run, skip }: Checks,
): Promise<void> {
  for (const name of names) {
    const config = folders.get(name);
    if (config === undefined) {
      skip(
        name,
        `not tried: lambdas/${name} is here no more; ${target.name === 'laptop' ? 'once Alex is started again (npm start) it is gone' : 'npm run deploy takes it away'}`,
      );
    } else if (notStarted(target, folders).includes(name)) {
      skip(name, `not tried: ${startAgain(name)}`);
    } else if (config.smoke === undefined) {
      skip(
        name,
        `not tried: "smoke" in lambdas/${name}/lambda.json would be an event to try it with (guides/9-beyond.md)`,
      );
    } else if (config.needs.includes('researcher') && target.researcherUrl === undefined) {
      skip(
        name,
        `not tried: it asks the researcher, who is there after ${target.name === 'laptop' ? 'npm start' : deployCommand(['4-researcher'])}`,
      );
    } else {
      await run(name, async () => `answered ${shown(await functions.invoke(name, config.smoke))}`);
    }
  }
}

/** @throws {CheckFailed} where it says itself that it could not */
function shown(answer: unknown): string {
  const text = JSON.stringify(answer);
  const short = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
  if (refused.safeParse(answer).success) throw new CheckFailed(`It answered ${short}`);
  return short;
}
