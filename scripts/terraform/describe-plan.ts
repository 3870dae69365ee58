import { counted } from '../terminal/counted.ts';
import type { Change, Plan, PlannedChange } from './plan.ts';

const SIGNS: Readonly<Record<Change, string>> = { make: '+', change: '~', replace: '±', destroy: '-' };

/** What keeps what people put into it, and loses it when it is destroyed. */
const HOLDS: Readonly<Record<string, string>> = {
  aws_rds_cluster: 'the database, with all portfolios, analyses and documents',
  aws_s3vectors_vector_bucket: 'the vectors of the knowledge base',
  aws_s3vectors_index: 'the vectors of the knowledge base',
  aws_ecr_repository: 'images',
  aws_s3_bucket: 'what CloudTrail kept',
  aws_secretsmanager_secret: 'a secret and its value',
  aws_sqs_queue: 'messages that wait',
};

/** Of those, what comes and goes with a folder of lambdas/ or a setting: people give secrets their values, and messages are written once. */
const OF_A_FOLDER = ['aws_secretsmanager_secret', 'aws_sqs_queue'];
/** What anybody makes again: images are built. */
const MADE_AGAIN = ['aws_ecr_repository'];

/** Its group and policies. */
const STAGE_ONE = /^module\.permissions\b/;

const isLoss = ({ type, change }: PlannedChange): boolean =>
  type in HOLDS && !MADE_AGAIN.includes(type) && (change === 'destroy' || change === 'replace');

/**
 * Whose data a plan would delete for good, a line each: `ADDRESS: the database, ...`.
 *
 * @param ofFolders whether secrets and messages count as well
 */
export const lossesIn = (changes: readonly PlannedChange[], { ofFolders }: { ofFolders: boolean }): string[] =>
  changes
    .filter((change) => isLoss(change) && (ofFolders || !OF_A_FOLDER.includes(change.type)))
    .map(({ address, type }) => `${address}: ${HOLDS[type] ?? ''}`);

/** What a person is asked before a plan is done: data that goes for good, and most of what there is, are named in the question itself. */
export function questionBefore({ changes, things }: Pick<Plan, 'changes' | 'things'>): string {
  const losses = new Set(changes.filter(isLoss).map(({ type }) => HOLDS[type] ?? ''));
  const going = changes.filter(({ change }) => change === 'destroy' || change === 'replace').length;
  if (losses.size === 0 && 2 * going <= things) return 'Do that?';
  const lost = losses.size === 0 ? '' : `, and for good: ${[...losses].join('; ')}`;
  return `That destroys ${going} of ${counted(things, 'thing')} deployed${lost}. Do it all the same?`;
}

/** A plan in a few lines: by module what is made, changed and destroyed; one by one what is replaced, and what goes with data in it. */
export function describePlan(changes: readonly PlannedChange[]): string[] {
  if (changes.length === 0) return ['Nothing has to be changed.'];
  const count = (change: Change): number => changes.filter((one) => one.change === change).length;
  const sums = [
    `make ${count('make')}`,
    `change ${count('change')}`,
    ...(count('replace') > 0 ? [`replace ${count('replace')}`] : []),
    `destroy ${count('destroy')}`,
  ];
  const alone = changes.filter(isAlone);
  const groups = Map.groupBy(
    changes.filter((one) => !isAlone(one)),
    ({ address, change }) => `${SIGNS[change]} ${moduleOf(address)}`,
  );
  const logs = changes.filter(({ type, change }) => change === 'destroy' && type === 'aws_cloudwatch_log_group');
  const [log] = logs;
  return [
    `Terraform would ${sums.join(', ')}:`,
    ...[...groups].map(([name, own]) => `  ${name}${own.length > 1 ? ` (${own.length})` : ''}`),
    ...alone.map(({ address, type, change }) => {
      const holds = HOLDS[type];
      return `  ${SIGNS[change]} ${address}${holds === undefined ? '' : `: ${holds}`}`;
    }),
    ...(log === undefined
      ? []
      : [`With it ${logs.length === 1 ? `goes a log: ${log.address}` : `go the logs of ${logs.length} things`}.`]),
  ];
}

/** What another region than that of the last deployment means, which a plan does not say. */
export function describeMove(from: string | undefined, to: string): string[] {
  if (from === undefined || from === to) return [];
  return [
    `What is deployed is in ${from}, and ${to} is asked for: it is made anew there, and nothing that it holds comes along.`,
    `To keep it: region = "${from}" in terraform/terraform.tfvars`,
  ];
}

/** The same of another project, with which the names of everything begin. */
export function describeRename(from: readonly string[], to: string): string[] {
  const [name] = from;
  if (name === undefined || from.includes(to)) return [];
  return [
    `What is deployed is named ${name}, and ${to} is asked for: it is made anew under that name, and nothing that it holds comes along.`,
    `To keep it: project = "${name}" in terraform/terraform.tfvars`,
  ];
}

/** What a plan does not say of stage 1, which deployers may read and no more: with others it would be refused half-way. */
export function describeStageOne(changes: readonly PlannedChange[], project: string): string[] {
  const own = changes.filter(
    ({ address, change }) => change !== 'make' && change !== 'destroy' && STAGE_ONE.test(address),
  );
  if (own.length === 0) return [];
  return [
    `Stage 1 changes with it, as by other tags or another state_bucket, which takes an administrator (guides/1-permissions.md): as a member of ${project}-deployers it would stop half-way.`,
  ];
}

/** Whoever is asked has to see it among two hundred others. */
const isAlone = ({ type, change }: PlannedChange): boolean =>
  change === 'replace' || (change === 'destroy' && HOLDS[type] !== undefined);

/** `module.lambda["api"].aws_iam_role.this` is of `lambda api`. */
function moduleOf(address: string): string {
  const [, module, key] = /^module\.([\w-]+)(?:\[(?:"([^"]+)"|\d+)\])?/.exec(address) ?? [];
  return module === undefined ? address : [module, key].filter((part) => part !== undefined).join(' ');
}
