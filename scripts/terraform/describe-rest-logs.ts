import { restLogs } from '../target/rest-log-role.ts';
import { whyUnasked } from '../target/ask-by-hand.ts';
import { counted } from '../terminal/counted.ts';
import type { PlannedChange } from './plan.ts';

const LEAVE_IT = 'To leave it as it is: manage_api_gateway_logging = false in terraform/terraform.tfvars';

/** How a role that is not to go stays: what Terraform does not know of it does not take away. */
const FORGET = [
  'To leave the role that is set now as it is, let Terraform forget that it set one. In the folder terraform:',
  '  terraform state rm "module.api_gateway[0].aws_api_gateway_account.this[0]"',
  'Then: npm run deploy',
];

/**
 * What a plan does to the one role with which all REST APIs of an account write their access logs in a region: it takes the
 * place of somebody else's, and as it goes AWS is left with none. Nothing is said where Alex's is the only such API.
 *
 * @param destroying whether it is to go with all else, and not by a setting
 */
export async function describeRestLogs(
  changes: readonly PlannedChange[],
  { project, region, destroying = false }: { project: string; region: string; destroying?: boolean },
): Promise<string[]> {
  const change = changes.find(({ type }) => type === 'aws_api_gateway_account')?.change;
  if (change === undefined) return [];
  const goes = change === 'destroy';
  // With the API itself it goes as all of that; by itself it is a setting, with which somebody means to leave it to others.
  const isLeft =
    goes && !destroying && !changes.some((one) => one.type === 'aws_api_gateway_rest_api' && one.change === 'destroy');
  let logs: Awaited<ReturnType<typeof restLogs>>;
  try {
    logs = await restLogs({ project, region });
  } catch (error) {
    return [
      `All REST APIs of the account in ${region} write their access logs with one role, which ${goes ? 'goes with that' : 'is Alex’s then'}. Whether there are others could not be told (${whyUnasked(error)}).`,
      ...(goes ? (isLeft ? FORGET : []) : [LEAVE_IT]),
    ];
  }
  const { othersRole, othersApis } = logs;
  if (isLeft) {
    const others =
      othersApis.length === 0
        ? ''
        : ` ${counted(othersApis.length, 'other')} ${othersApis.length === 1 ? 'is' : 'are'} there, and will log no more: ${named(othersApis)}.`;
    return [
      `With manage_api_gateway_logging = false goes the role with which all REST APIs of the account in ${region} write their access logs, ${othersRole ?? 'which is Alex’s now'}: that of Alex's own API ends, too.${others}`,
      ...FORGET,
    ];
  }
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
