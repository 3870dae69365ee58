import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { awsLimits } from '../target/aws-limits.ts';
import { comesWith } from '../terraform/stage-of.ts';
import { stagesIn, textVariable } from '../terraform/variables-file.ts';
import type { AccountSettings } from './account.ts';
import { unknown } from './asking-aws.ts';
import { ok, problem, warning } from './finding.ts';

/** Lambda keeps so many of an account's executions unreserved. https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const UNRESERVED = 100;

/** Whether what the account has not reserved is enough for what a deployment would reserve beside what is reserved by now. */
export async function lambdaConcurrency(settings: AccountSettings): Promise<ReturnType<typeof ok>> {
  const { region } = settings;
  try {
    const { AccountLimit } = await new LambdaClient({ region, ...awsLimits() }).send(new GetAccountSettingsCommand());
    const quota = AccountLimit?.ConcurrentExecutions ?? 0;
    const unreserved = AccountLimit?.UnreservedConcurrentExecutions ?? quota;
    const { more, remedies } = newReservations(settings);
    const held = unreserved < quota ? `, of which ${quota - unreserved} are reserved already` : '';
    if (more > 0 && unreserved - more < UNRESERVED) {
      return problem(
        `The account may run ${quota} functions at once${held}: too few to reserve ${more} more and leave ${UNRESERVED}.`,
        ...remedies,
        'Or ask for more: console, Service Quotas, AWS Lambda, "Concurrent executions"; it takes a day or two',
      );
    }
    if (quota < 20) {
      return warning(
        `The account may run ${quota} functions at once: a second analysis waits for the first.`,
        'More: console, Service Quotas, AWS Lambda, "Concurrent executions"',
      );
    }
    return ok(`${quota} functions at once${held}`);
  } catch (error) {
    return unknown(error, region, 'lambda:GetAccountSettings');
  }
}

/** How many executions the functions of the stages that are on would reserve beside those that they have, and how to do without. */
function newReservations({ variables, project, fleet, made }: AccountSettings): { more: number; remedies: string[] } {
  const stages = stagesIn(variables);
  const text = textVariable(variables, 'reserved_concurrency') ?? '10';
  const common = text === 'null' ? null : Number(text);
  const growing = [...fleet.functions]
    .filter(([, config]) => comesWith(config, stages, fleet))
    .map(([name, config]) => ({
      name,
      isOwn: config.reservedConcurrency !== null,
      more: reserved(config, common) - (made.get(`${project}-${name}`) ?? 0),
    }))
    .filter(({ more }) => more > 0);
  const own = growing.flatMap(({ name, isOwn }) => (isOwn ? [`lambdas/${name}/lambda.json`] : []));
  return {
    more: growing.reduce((sum, { more }) => sum + more, 0),
    remedies: [
      ...(own.length < growing.length ? ['Set reserved_concurrency = null in terraform/terraform.tfvars'] : []),
      ...(own.length > 0 ? [`Take reservedConcurrency out of ${own.join(', ')}`] : []),
    ],
  };
}

/** What one function reserves, as terraform/stages.tf and modules/lambda have it: never less than its queue may start. */
function reserved({ reservedConcurrency, triggers }: LambdaConfig, common: number | null): number {
  const wanted = reservedConcurrency ?? common;
  if (wanted === null) return 0;
  return Math.max(wanted, ...triggers.map((trigger) => (trigger.type === 'sqs' ? trigger.maximumConcurrency : 0)));
}
