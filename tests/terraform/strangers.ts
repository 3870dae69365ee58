// Where the tag `project` tells whose a thing is, members of the deployers' group change nothing that has another's tag or none, and cannot
// put Alex's tag on it. A request may name any tags, so it does.
import { allows, statementsOf, type Tags } from './iam-policy.ts';
import type { Resource } from './planned-fleet.ts';
import { arn } from './provider-actions/asked.ts';

/** Things of somebody else, by service. */
const theirs: Readonly<Record<string, readonly string[]>> = {
  bedrock: [arn('bedrock', 'guardrail/id')],
  ec2: ['security-group', 'subnet', 'vpc', 'vpc-endpoint'].map((kind) => arn('ec2', `${kind}/id`)),
  kms: [arn('kms', 'key/id')],
};

/** What is made is nobody's before. */
const madeBy: Readonly<Record<string, string>> = {
  'bedrock:CreateGuardrail': 'guardrail/id',
  'ec2:CreateSecurityGroup': 'security-group/id',
  'ec2:CreateSubnet': 'subnet/id',
  'ec2:CreateVpc': 'vpc/id',
  'ec2:CreateVpcEndpoint': 'vpc-endpoint/id',
  'kms:CreateKey': 'key/id',
};

const claims: Tags = { 'aws:RequestTag/project': ['alex'], 'aws:TagKeys': ['project'] };
const called: Tags = { 'kms:ResourceAliases': ['alias/theirs'] };
const anothers: Tags = { 'aws:ResourceTag/project': ['devalex'] };
const whose: readonly (readonly [words: string, tags: Tags])[] = [
  ["has another's tag", { ...claims, ...anothers, ...called }],
  ["has another's tag and no alias", { ...claims, ...anothers }],
  ['has no tag', { ...claims, ...called }],
  ['has no tag and no alias', claims],
  ['has no tag, and none is given', { ...called, 'aws:TagKeys': ['Name'] }],
];

/** What is so nevertheless, as terraform/README.md and guides/deployers.md say: an action on any thing, or on one of which something is so. */
const told = [
  // Only through the services that keys.tf names.
  'kms:CreateGrant',
  'kms:RetireGrant',
  'kms:EnableKeyRotation',
  'kms:TagResource on key/id, which has no tag and no alias',
  'bedrock:TagResource on guardrail/id, which has no tag',
];
const isOf = (one: string, words: string): boolean => one === words || one.startsWith(`${words} `);

/** What they may do to others' things, a line each; and what is told although it is not so. */
export function strangerFindings(resources: readonly Resource[]): string[] {
  const granted = resources
    .filter(({ address }) => address.includes('aws_iam_policy.deploy['))
    .flatMap(({ values }) => statementsOf(values.policy));
  const actions = [...new Set(granted.flatMap(({ Action = [] }) => Action))].filter(
    (action) => !/^\w+:(?:Describe|Get|List)/.test(action),
  );
  const reached = actions.flatMap((action) =>
    (theirs[action.split(':')[0] ?? ''] ?? []).flatMap((thing) =>
      whose
        .filter(([, tags]) => allows(granted, action, thing, tags))
        .filter(
          ([, tags]) => tags['aws:RequestTag/project'] === undefined || !thing.endsWith(`:${madeBy[action] ?? '-'}`),
        )
        .map(([words]) => `${action} on ${thing.replace(/^.*:/, '')}, which ${words}`),
    ),
  );
  return [
    ...reached.filter((one) => !told.some((words) => isOf(one, words))).map((one) => `deployers may do ${one}`),
    ...told
      .filter((words) => !reached.some((one) => isOf(one, words)))
      .map((words) => `deployers may no longer do ${words}`),
  ];
}
