// Every role has the boundary, and nothing in its final policies is beyond it: else a function would be refused what it needs.
import { allows, statementsOf } from './iam-policy.ts';
import { managedPolicies } from './managed-policies.ts';
import type { Resource } from './planned-fleet.ts';

/** What breaks that, a line each. */
export function boundaryFindings(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const boundary = of('aws_iam_policy').find(({ address }) => address.endsWith('.boundary'));
  if (boundary === undefined) return ['There is no boundary.'];
  const limit = statementsOf(boundary.values.policy);
  return [
    ...of('aws_iam_role').flatMap(({ address, values }) =>
      values.permissions_boundary === boundary.values.arn ? [] : [`${address} has not the boundary`],
    ),
    ...of('aws_iam_role_policy').flatMap(({ address, values }) =>
      statementsOf(values.policy).flatMap(({ Action = [], Resource }) =>
        Resource.flatMap((on) =>
          Action.filter((action) => !allows(limit, action, real(on))).map(
            (action) => `${address}: ${action} on ${on} is beyond the boundary`,
          ),
        ),
      ),
    ),
    // On whatever: their resources are everybody's.
    ...of('aws_iam_role_policy_attachment').flatMap(({ address, values }) => {
      const [, name = ''] = /^arn:aws:iam::aws:policy\/(.+)$/.exec(String(values.policy_arn)) ?? [];
      const actions = managedPolicies[name];
      if (actions === undefined)
        return [`${address}: nobody here knows what ${String(values.policy_arn)} allows (managed-policies.ts)`];
      return actions
        .filter((action) => !allows(limit, action))
        .map((action) => `${address}: ${action} of ${name} is beyond the boundary`);
    }),
  ];
}

/** The stand-in makes up the ARN of the secret that RDS makes. */
const real = (arn: string): string =>
  arn.replace(
    /^arn:aws:rds:([^:]+):(\d+):rds_cluster\/secret_arn\/.*$/,
    'arn:aws:secretsmanager:$1:$2:secret:rds!cluster-1-AbCdEf',
  );
