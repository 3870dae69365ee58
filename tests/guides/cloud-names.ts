// What things on AWS are called: by the .tf files, as a guide is checked without an account and without Terraform.
import { join } from 'node:path';
import { printedFleet } from './printed-fleet.ts';
import { defaultOf, terraformText } from './terraform-names.ts';

/** One that is made, with `alex` for the project. What is worked out only while Terraform runs may be anything. */
interface Made {
  /** `aws_iam_group`. */
  readonly type: string;
  readonly name: RegExp;
}

/** What a block sets, or a module is given. */
interface Argument {
  readonly argument: string;
  readonly text: string;
}

const root = terraformText();
const { functions, services } = printedFleet();
const queues = [...functions.values()].flatMap(({ triggers }) =>
  triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])),
);
/** For what has to be worked out. */
const ANY = '…';

/** What each.key may be. */
function keysOf(forEach: string): readonly string[] {
  if (/\b(?:deployed_)?functions$|^var\.schedules$/.test(forEach)) return [...functions.keys()];
  if (/\b(?:deployed_)?services\b/.test(forEach)) return [...services.keys()];
  if (forEach === 'local.queues') return queues;
  const [, variable] = /^var\.(\w+)$/.exec(forEach) ?? [];
  // A list that the root gives to its module: ... ? ["plan", "tag"] : []
  const [, list] = variable === undefined ? [] : (new RegExp(`^  ${variable} += .*\\[(".*")\\]`, 'm').exec(root) ?? []);
  if (list !== undefined) return [...list.matchAll(/"([^"]+)"/g)].map(([, key = '']) => key);
  const keys = [...forEach.matchAll(/"([\w-]+)" *=>|^ {4}(\w+) +=/gm)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return keys.length > 0 ? keys : [ANY];
}

const BLOCK = /^(?:resource "(\w+)" "\w+"|module "\w+"|locals) \{\n([\s\S]*?)^\}/gm;
const NAMES = /^(?:\w+_)?(?:name|identifier)$/;

/** The texts that a block sets, one for each of its keys and for each that the module is given. */
function textsOf(body: string, given: readonly Argument[]): Argument[] {
  const keys = keysOf(/^ {2}for_each += ([^\n]*(?:\n {4,}[^\n]*)*)/m.exec(body)?.[1] ?? '');
  return [...body.matchAll(/^ {2}(\w+) += ("[^\n]*"|var\.\w+)$/gm)].flatMap(([, argument = '', value = '']) => {
    const text = value.startsWith('"') ? value.slice(1, -1) : `\${${value}}`;
    const [whole = '', variable] = /\$\{var\.(\w+)\}/.exec(text) ?? [];
    const values = given.filter((one) => one.argument === variable).map((one) => one.text);
    return (values.length === 0 ? [text] : values.map((one) => text.replaceAll(whole, one))).flatMap((whose) =>
      keys.map((key) => ({
        argument,
        text: whose.replaceAll('${each.key}', key).replaceAll('${each.value.name}', `alex-${key}`),
      })),
    );
  });
}

const patternOf = (name: string): RegExp => {
  const literal = name.replaceAll(/\$\{[^}]*\}/g, ANY).replaceAll(/[.*+?()|[\]\\{}$^]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(ANY, '[\\w.-]+')}$`);
};

/** Names of locals count, too: some are of things. */
const madeIn = (folder: string, given: readonly Argument[]): Made[] =>
  [...terraformText(folder).matchAll(BLOCK)].flatMap(([begin, resource, body = '']) => {
    const texts = textsOf(body, given);
    const [, module] = /^ {2}source += "([^"]+)"/m.exec(body) ?? [];
    if (module !== undefined) return madeIn(join(folder, module), texts);
    return texts
      .filter(({ argument, text }) => (NAMES.test(argument) || begin.startsWith('locals')) && text.includes('alex'))
      .map(({ text }) => ({ type: resource ?? 'local', name: patternOf(text) }));
  });

const made: readonly Made[] = madeIn('.', [{ argument: 'project', text: 'alex' }]);

/** Whether something of that name is made, of one type or of any. */
export const isMade = (name: string, type?: string): boolean =>
  made.some((one) => (type === undefined || one.type === type) && one.name.test(name));

/** Flags of the AWS CLI whose value is the name of a thing, by the thing's type. */
const FLAGS: Readonly<Record<string, string>> = {
  '--alarm-names': 'aws_cloudwatch_metric_alarm',
  '--dashboard-name': 'aws_cloudwatch_dashboard',
  '--db-cluster-identifier': 'aws_rds_cluster',
  '--endpoint-name': 'aws_sagemaker_endpoint',
  '--function-name': 'aws_lambda_function',
  '--group-name': 'aws_iam_group',
  '--log-group-name': 'aws_cloudwatch_log_group',
  '--queue-name': 'aws_sqs_queue',
  '--repository-name': 'aws_ecr_repository',
  '--role-name': 'aws_iam_role',
  '--secret-id': 'aws_secretsmanager_secret',
};
/** And those whose value is that of a variable. */
const VALUES: Readonly<Record<string, string>> = { '--engine-version': 'database_engine_version' };
/** Whoever reads puts their own in its place: YOU, ID. */
export const PLACEHOLDER = /^[A-Z]+$/;

/** Flags of the commands that guides name. https://docs.aws.amazon.com/cli/latest/reference/ */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'apigateway get-api-keys': ['--name-query', '--include-values'],
  configure: [],
  'configure list': [],
  'configure list-profiles': [],
  'configure sso': [],
  'ec2 create-default-vpc': [],
  'freetier upgrade-account-plan': ['--account-plan-type'],
  'iam add-user-to-group': ['--group-name', '--user-name'],
  'iam detach-user-policy': ['--user-name', '--policy-arn'],
  'iam remove-user-from-group': ['--group-name', '--user-name'],
  'rds describe-db-engine-versions': ['--engine', '--engine-version'],
  'sagemaker describe-endpoint': ['--endpoint-name'],
  'sso login': [],
  'sts get-caller-identity': [],
};
/** Keys of what they answer that guides ask for. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'apigateway get-api-keys': ['items', 'value'],
  'rds describe-db-engine-versions': ['DBEngineVersions', 'EngineVersion', 'ValidUpgradeTarget'],
  'sagemaker describe-endpoint': ['EndpointStatus'],
};
/** AWS's own policies that guides name. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ */
const MANAGED = ['AdministratorAccess'];
const OF_ALL = ['--output', '--profile', '--query', '--region'];

function flagProblems(words: readonly string[]): string[] {
  const first = words.findIndex((word) => word.startsWith('-'));
  const command = (first < 0 ? words : words.slice(0, first)).join(' ');
  const flags = COMMANDS[command];
  if (flags === undefined) return [`nobody here knows the flags of aws ${command} (cloud-names.ts)`];
  return [
    ...words
      .filter((word) => word.startsWith('--') && ![...flags, ...OF_ALL].includes(word))
      .map((flag) => `aws ${command} has no ${flag}`),
    ...(after(words, '--query').match(/\w+/g) ?? [])
      .filter((key) => ANSWERS[command]?.includes(key) !== true)
      .map((key) => `aws ${command} answers no ${key}`),
  ];
}

/** The value of a flag; empty where it is not given. */
const after = (words: readonly string[], flag: string): string =>
  words.includes(flag) ? (words[words.indexOf(flag) + 1] ?? '') : '';

/** Of names of policies, those that are none of AWS's. */
export const unknownPolicies = (names: readonly string[]): string[] =>
  names.filter((name) => !MANAGED.includes(name)).map((name) => `AWS has no policy ${name}`);

/** What is wrong with the words of a command of the AWS CLI. */
export function awsProblems(words: readonly string[]): string[] {
  const names = words.flatMap((flag, index) => {
    const value = words[index + 1] ?? '';
    const [type, variable] = [FLAGS[flag], VALUES[flag]];
    if (type !== undefined && !PLACEHOLDER.test(value) && !isMade(value, type))
      return [`Terraform makes no ${type} called ${value} (${flag})`];
    if (variable !== undefined && value !== defaultOf(variable))
      return [`${variable} is ${defaultOf(variable) ?? 'no text'} by default, and not ${value} (${flag})`];
    return [];
  });
  const [, policy] = /^arn:aws:iam::aws:policy\/(.+)$/.exec(after(words, '--policy-arn')) ?? [];
  return [...flagProblems(words), ...names, ...unknownPolicies(policy === undefined ? [] : [policy])];
}
