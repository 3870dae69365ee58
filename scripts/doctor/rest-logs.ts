import { whyUnasked } from '../target/ask-by-hand.ts';
import { isOverasked } from '../target/explain-aws-failure.ts';
import { restLogs } from '../target/rest-log-role.ts';
import { textVariable } from '../terraform/variables-file.ts';
import { ok, skipped, warning, type Check } from './finding.ts';

interface Settings {
  project: string;
  region: string;
  /** Text of terraform.tfvars. */
  variables: string;
}

/** Whether the role with which all REST APIs of the account write their logs is somebody else's, and may be replaced; and is there where it is not ours to make. */
export const restLogChecks = (settings: Settings): Check[] => [{ name: 'REST logs', look: () => look(settings) }];

async function look({ project, region, variables }: Settings): Promise<ReturnType<typeof ok>> {
  let logs: Awaited<ReturnType<typeof restLogs>>;
  try {
    logs = await restLogs({ project, region });
  } catch (error) {
    if (isOverasked(error)) throw error;
    return skipped(
      `Whether others have REST APIs here, whose logs Alex would take over, could not be told (${whyUnasked(error)})`,
      'Look yourself: console, API Gateway, Settings, Logging',
    );
  }
  const { othersRole, hasRole } = logs;
  if (textVariable(variables, 'manage_api_gateway_logging') === 'false') {
    if (hasRole)
      return ok(
        'REST APIs have a role for their logs, and Alex sets none; npm run deploy -- --plan says if it would take away the one it set before',
      );
    return warning(
      `REST APIs have no role for their logs in ${region}, and with manage_api_gateway_logging = false Alex gives them none: AWS refuses the programs' API of stage 3.`,
      'Set manage_api_gateway_logging = true in terraform/terraform.tfvars',
      'Or have one set: console, API Gateway, Settings, Logging',
    );
  }
  if (othersRole === undefined) return ok('No REST API of somebody else has a role for logs that Alex would replace');
  return warning(
    `All REST APIs of the account in ${region} write their access logs with one role, ${othersRole}. With stage 3 Alex's takes its place, and npm run destroy leaves them with none: their logs end.`,
    'Not yours alone? Set manage_api_gateway_logging = false in terraform/terraform.tfvars before you deploy stage 3; where it is deployed, npm run deploy -- --plan then says what keeps the role',
  );
}
