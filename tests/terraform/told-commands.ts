// Commands of the AWS CLI that the guides and the scripts' messages tell a deployer to type. Each has to be known here with what AWS asks
// permission for, so that a new one is not told to people who may not do it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, REGION } from './provider-actions/asked.ts';

/** An action, and the ARN that AWS asks about. */
export type Asked = readonly [action: string, resource: string];

const ROOT = join(import.meta.dirname, '../..');
const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

const askedBy: Readonly<Record<string, readonly Asked[]>> = {
  'apigateway get-api-keys': [['apigateway:GET', `arn:aws:apigateway:${REGION}::/apikeys`]],
  'ecs describe-services': [['ecs:DescribeServices', arn('ecs', 'service/default/alex-researcher')]],
  'freetier get-account-plan-state': [['freetier:GetAccountPlanState', '*']],
  'logs delete-log-group': [['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/alex-api')]],
  'rds copy-db-cluster-snapshot': [
    ['rds:CopyDBClusterSnapshot', arn('rds', 'cluster-snapshot:alex-final')],
    ['rds:CopyDBClusterSnapshot', arn('rds', 'cluster-snapshot:alex-final-kept')],
  ],
  'rds create-db-cluster-snapshot': [
    ['rds:CreateDBClusterSnapshot', arn('rds', 'cluster:alex')],
    ['rds:CreateDBClusterSnapshot', arn('rds', 'cluster-snapshot:alex-last')],
  ],
  'rds delete-db-cluster-snapshot': [['rds:DeleteDBClusterSnapshot', arn('rds', 'cluster-snapshot:alex-final')]],
  'rds describe-db-engine-versions': [['rds:DescribeDBEngineVersions', '*']],
  'rds wait': [['rds:DescribeDBClusterSnapshots', arn('rds', 'cluster-snapshot:alex-last')]],
  'logs describe-resource-policies': [['logs:DescribeResourcePolicies', '*']],
  'sagemaker describe-endpoint': [['sagemaker:DescribeEndpoint', arn('sagemaker', 'endpoint/alex-embeddings')]],
  'secretsmanager delete-secret': [
    ['secretsmanager:DeleteSecret', arn('secretsmanager', 'secret:alex/market-keys-AbCdEf')],
  ],
  'secretsmanager restore-secret': [
    ['secretsmanager:RestoreSecret', arn('secretsmanager', 'secret:alex/market-keys-AbCdEf')],
  ],
  'sts get-caller-identity': [['sts:GetCallerIdentity', '*']],
};

/** What only an administrator does, as the text beside it says. */
const ADMINISTRATORS = new Set([
  'account enable-region',
  'ec2 create-default-vpc',
  'freetier upgrade-account-plan',
  'iam add-user-to-group',
  'iam create-service-linked-role',
  'iam delete-group-policy',
  'iam delete-role-permissions-boundary',
  'iam delete-role-policy',
  'iam detach-group-policy',
  'iam detach-role-policy',
  'iam detach-user-policy',
  'iam get-group',
  'iam list-attached-group-policies',
  'iam list-attached-role-policies',
  'iam list-entities-for-policy',
  'iam list-group-policies',
  'iam list-role-policies',
  'iam remove-user-from-group',
  'rds modify-db-cluster',
]);

/** What asks AWS for nothing, or only for a session. */
const OF_THE_MACHINE = new Set(['configure', 'sso']);

/** `SERVICE COMMAND` of every `aws` command in guides and scripts, by the first file that tells it. */
function toldCommands(): Map<string, string> {
  const files = globSync(['guides/*.md', 'scripts/**/*.ts', 'terraform/README.md', 'README.md'], {
    cwd: ROOT,
  }).toSorted();
  return new Map(
    files.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          /(?:^|[`'": ])aws ([a-z0-9]+) ([a-z]+(?:-[a-z]+)+|wait)\b/gm,
        ),
      ].map(([, service = '', command = '']): [string, string] => [`${service} ${command}`, file]),
    ),
  );
}

/** What AWS asks permission for when people type what they are told to, a line for each command that is not known here as `unknown`. */
export function askedByTold(): { readonly asked: readonly Asked[]; readonly unknown: readonly string[] } {
  const told = [...toldCommands()].filter(
    ([command]) => !ADMINISTRATORS.has(command) && !OF_THE_MACHINE.has(command.split(' ', 1)[0] ?? ''),
  );
  return {
    asked: told.flatMap(([command]) => askedBy[command] ?? []),
    unknown: told
      .filter(([command]) => askedBy[command] === undefined)
      .map(([command, file]) => `${file}: nobody here knows what aws ${command} needs (told-commands.ts)`),
  };
}
