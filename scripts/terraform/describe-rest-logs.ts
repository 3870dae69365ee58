import { restLogs } from '../target/rest-log-role.ts';
import { whyUnasked } from '../target/ask-by-hand.ts';
import { counted } from '../terminal/counted.ts';
import type { PlannedChange } from './plan.ts';

const LEAVE_IT = 'To leave it as it is: manage_api_gateway_logging = false in terraform/terraform.tfvars';

/**
 * What a plan does to the one role with which all REST APIs of an account write their access logs in a region: it takes the
 * place of somebody else's, and as it goes AWS is left with none. Nothing is said where Alex's is the only such API.
 */
export async function describeRestLogs(
  changes: readonly PlannedChange[],
  { project, region }: { project: string; region: string },
): Promise<string[]> {
  const change = changes.find(({ type }) => type === 'aws_api_gateway_account')?.change;
  if (change === undefined) return [];
  const goes = change === 'destroy';
  let logs: Awaited<ReturnType<typeof restLogs>>;
  try {
    logs = await restLogs({ project, region });
  } catch (error) {
    return [
      `All REST APIs of the account in ${region} write their access logs with one role, which ${goes ? 'goes with that' : 'is Alex’s then'}. Whether there are others could not be told (${whyUnasked(error)}).`,
      ...(goes ? [] : [LEAVE_IT]),
    ];
  }
  const { othersRole, othersApis } = logs;
  if (goes) {
    if (othersApis.length === 0) return [];
    return [
      `All REST APIs of the account in ${region} write their access logs with one role, which goes with that. ${counted(othersApis.length, 'other')} ${othersApis.length === 1 ? 'is' : 'are'} there, and will log no more: ${named(othersApis)}.`,
      'To give them a role again: console, API Gateway, Settings, Logging',
    ];
  }
  if (othersRole === undefined) return [];
  return [
    `REST APIs of the account in ${region} write their access logs with ${othersRole}, one role for all of them. Alex's takes its place, and npm run destroy leaves them with none.`,
    LEAVE_IT,
  ];
}

const named = (names: readonly string[]): string => `${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`;
