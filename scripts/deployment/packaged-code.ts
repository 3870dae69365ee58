import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { PackedFunction } from '../packaging/package-function.ts';
import { awsLimits } from '../target/aws-limits.ts';
import { allOf } from '../terminal/all-of.ts';
import type { Target } from '../target/target.ts';
import type { PlannedChange } from '../terraform/plan.ts';
import { codeOf } from './code-of.ts';
import { updateFunction } from './update-function.ts';

/** A function that is there, by its name for Lambda, and what was packaged for it. */
interface Deployed {
  functionName: string;
  packed: PackedFunction;
}

/**
 * The functions that run other code than was packaged. Terraform's provider compares what was packaged with what it sent last, and never
 * with what runs: code that `--only` brought, or that a deployment which broke off did not, stays there for good.
 *
 * @throws what AWS refuses
 */
export async function runningOtherCode(region: string, deployed: readonly Deployed[]): Promise<Deployed[]> {
  if (deployed.length === 0) return [];
  const client = new LambdaClient({ region, ...awsLimits() });
  const runs = await Promise.all(
    deployed.map(async ({ functionName: FunctionName }) => {
      const { CodeSha256 } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
      return CodeSha256;
    }),
  );
  return deployed.filter(({ packed }, at) => runs[at] !== undefined && runs[at] !== codeOf(packed));
}

/** Those of the functions that Terraform knows of and makes or changes nothing of: what it changes gets its code with that. */
export function leftByTerraform(
  packed: readonly PackedFunction[],
  { functions, project }: { functions: ReadonlyMap<string, number>; project: string },
  changes: readonly PlannedChange[],
): Deployed[] {
  const changed = new Set(changes.filter(({ type }) => type === 'aws_lambda_function').map(({ address }) => address));
  return packed.flatMap((one) => {
    const functionName = `${project}-${one.name}`;
    const isLeft = functions.has(functionName) && !changed.has(`module.lambda["${one.name}"].aws_lambda_function.this`);
    return isLeft ? [{ functionName, packed: one }] : [];
  });
}

/** What is said of functions whose code Terraform would leave, before anything is done. */
export const describeOtherCode = (deployed: readonly Deployed[]): string[] =>
  deployed.length === 0
    ? []
    : [
        `Other code than is packaged here runs in ${allOf(deployed.map(({ functionName }) => functionName))}: brought by --only, or left by a deployment that broke off. Terraform does not see that, so Alex sends them the code that is packaged.`,
      ];

/** Sends every function that is there the code that was packaged for it, where another one runs. */
export async function bringPackagedCode(
  target: Target,
  packed: readonly PackedFunction[],
  tell: (text: string) => void,
): Promise<void> {
  const deployed = packed.flatMap((one) => {
    const functionName = target.functions[one.name];
    return functionName === undefined ? [] : [{ functionName, packed: one }];
  });
  for (const one of await runningOtherCode(target.region, deployed))
    await updateFunction(target, one.packed, { dryRun: false, tell });
}
