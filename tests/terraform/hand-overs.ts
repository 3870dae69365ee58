// Where one thing acts for another, or is told another's name, it may do what it is there for: its role allows it, and lets the service
// that takes it on. Each plan without that is a valid one, and only the first use fails.
import * as z from 'zod';
import { allows, statementsOf, type Statement } from './iam-policy.ts';
import type { Resource } from './planned-fleet.ts';

type Values = Resource['values'];

/** Whose role does what on what. */
interface HandOver {
  who: string;
  service: string;
  role: string;
  action: string;
  on: string;
}

const arns = z.array(z.object({ arn: z.string() }));
const schedule = z.tuple([z.object({ arn: z.string(), role_arn: z.string(), dead_letter_config: arns })]);
const failure = z.tuple([
  z.object({ on_failure: z.tuple([z.object({ destination: z.string() })]), on_success: z.array(z.unknown()).max(0) }),
]);
const logging = z.tuple([z.object({ log_group: z.string() })]);
const variables = z.array(z.object({ variables: z.record(z.string(), z.string()) }));
const container = z.tuple([
  z.object({
    image: z.string(),
    environment: z.array(z.object({ name: z.string(), value: z.string() })),
    aws_logs_configuration: logging,
  }),
]);

/** What a variable of a function or service is there for, by its name. */
const uses: readonly (readonly [name: RegExp, action: string])[] = [
  [/^DATABASE_CLUSTER_ARN$/, 'rds-data:ExecuteStatement'],
  [/^(?:DATABASE_SECRET_ARN|SECRET_ARN_.+)$/, 'secretsmanager:GetSecretValue'],
  [/^QUEUE_URL_.+$/, 'sqs:SendMessage'],
  [/^FUNCTION_NAME_.+$/, 'lambda:InvokeFunction'],
  [/^EMBEDDINGS_ENDPOINT_NAME$/, 'sagemaker:InvokeEndpoint'],
  [/^VECTOR_INDEX_NAME$/, 's3vectors:QueryVectors'],
];

/** What cannot be done by those who are there to do it, a line each. */
export function handOverFindings(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const functions = of('aws_lambda_function');
  const arnOf = (type: string, name: string, value: string): string => {
    const found = of(type).find(({ values }) => values[name] === value);
    return found === undefined ? `no ${type} ${value}` : String(found.values.arn);
  };
  const group = (name: string): string => `${arnOf('aws_cloudwatch_log_group', 'name', name)}:*`;

  /** The thing that a variable names. */
  const thing = (name: string, value: string, given: Readonly<Record<string, string>>): string => {
    if (name.startsWith('QUEUE_URL_')) return arnOf('aws_sqs_queue', 'url', value);
    if (name.startsWith('FUNCTION_NAME_')) return arnOf('aws_lambda_function', 'function_name', value);
    if (name === 'EMBEDDINGS_ENDPOINT_NAME') return arnOf('aws_sagemaker_endpoint', 'name', value);
    if (name !== 'VECTOR_INDEX_NAME') return value;
    const index = of('aws_s3vectors_index').find(
      ({ values }) => values.index_name === value && values.vector_bucket_name === given.VECTOR_BUCKET_NAME,
    );
    return index === undefined
      ? `no index ${value} in ${given.VECTOR_BUCKET_NAME ?? ''}`
      : String(index.values.index_arn);
  };
  const named = (by: Omit<HandOver, 'action' | 'on'>, given: Readonly<Record<string, string>>): HandOver[] =>
    Object.entries(given).flatMap(([name, value]) =>
      uses
        .filter(([pattern]) => pattern.test(name))
        .map(([, action]) => ({ ...by, who: `${by.who} ${name}`, action, on: thing(name, value, given) })),
    );

  const all: HandOver[] = [
    ...of('aws_scheduler_schedule').flatMap(({ address, values }) => {
      const [{ arn, role_arn: role, dead_letter_config: failed }] = schedule.parse(values.target);
      const by = { who: address, service: 'scheduler.amazonaws.com', role };
      return [
        { ...by, action: 'lambda:InvokeFunction', on: arn },
        ...failed.map((queue) => ({ ...by, action: 'sqs:SendMessage', on: queue.arn })),
      ];
    }),
    ...functions.flatMap(({ address, values }) => {
      const by = { who: address, service: 'lambda.amazonaws.com', role: String(values.role) };
      const [{ log_group: log }] = logging.parse(values.logging_config);
      const given = variables.parse(values.environment)[0]?.variables ?? {};
      return [{ ...by, action: 'logs:PutLogEvents', on: group(log) }, ...named(by, given)];
    }),
    ...of('aws_lambda_function_event_invoke_config').flatMap(({ address, values }) => {
      const [{ on_failure: failed }] = failure.parse(values.destination_config);
      const role = roleOf(functions, ({ function_name: name }) => name === values.function_name);
      const by = { who: address, service: 'lambda.amazonaws.com', role };
      return failed.map(({ destination: on }) => ({ ...by, action: 'sqs:SendMessage', on }));
    }),
    ...of('aws_lambda_event_source_mapping').flatMap(({ address, values }) => {
      const role = roleOf(functions, ({ arn }) => arn === values.function_name);
      const by = { who: address, service: 'lambda.amazonaws.com', role, on: String(values.event_source_arn) };
      return ['sqs:ReceiveMessage', 'sqs:DeleteMessage'].map((action) => ({ ...by, action }));
    }),
    ...of('aws_ecs_express_gateway_service').flatMap(({ address, values }) => {
      const [{ image, environment, aws_logs_configuration: logs }] = container.parse(values.primary_container);
      const service = 'ecs-tasks.amazonaws.com';
      const by = { who: address, service, role: String(values.execution_role_arn) };
      const [repository = ''] = image.split(/:(?=[^/]*$)/);
      const given = Object.fromEntries(environment.map(({ name, value }) => [name, value]));
      return [
        { ...by, action: 'ecr:BatchGetImage', on: arnOf('aws_ecr_repository', 'repository_url', repository) },
        { ...by, action: 'logs:PutLogEvents', on: group(logs[0].log_group) },
        ...named({ who: address, service, role: String(values.task_role_arn) }, given),
      ];
    }),
    ...of('aws_sagemaker_endpoint').flatMap(({ address, values }) => {
      const role = String(of('aws_sagemaker_model')[0]?.values.execution_role_arn);
      const on = group(`/aws/sagemaker/Endpoints/${String(values.name)}`);
      return [{ who: address, service: 'sagemaker.amazonaws.com', role, action: 'logs:PutLogEvents', on }];
    }),
  ];
  const roles = rolesIn(resources);
  return [
    ...all.flatMap(({ who, service, role, action, on }) => {
      const known = roles.get(role);
      if (known === undefined) return [`${who}: there is no role ${role}`];
      return [
        ...(known.services.includes(service) ? [] : [`${who}: ${service} may not take on ${role}`]),
        ...(allows(known.granted, action, on) ? [] : [`${who}: its role may not do ${action} on ${on}`]),
      ];
    }),
    ...uninvokable(resources),
  ];
}

/** Each role by its ARN: what it may do, and which services may take it on. */
function rolesIn(resources: readonly Resource[]): Map<string, { granted: Statement[]; services: string[] }> {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const services = z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]);
  const trust = z.object({ Statement: z.array(z.object({ Principal: z.object({ Service: services }) })) });
  return new Map(
    of('aws_iam_role').map(({ values }) => {
      const { Statement: trusts } = trust.parse(JSON.parse(String(values.assume_role_policy)));
      const policies = of('aws_iam_role_policy').filter((one) => one.values.role === values.id);
      return [
        String(values.arn),
        {
          granted: policies.flatMap((one) => statementsOf(one.values.policy)),
          services: trusts.flatMap(({ Principal }) => Principal.Service),
        },
      ];
    }),
  );
}

const roleOf = (functions: readonly Resource[], is: (values: Values) => boolean): string =>
  String(functions.find(({ values }) => is(values))?.values.role);

/** Functions that an API asks and that did not agree to be asked by it. */
function uninvokable(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const kinds = [
    ['aws_apigatewayv2_api', 'aws_apigatewayv2_integration', 'api_id', 'integration_uri'],
    ['aws_api_gateway_rest_api', 'aws_api_gateway_integration', 'rest_api_id', 'uri'],
  ] as const;
  return kinds.flatMap(([apis, integrations, of_api, uri]) =>
    of(integrations).flatMap(({ address, values }) => {
      const api = of(apis).find((one) => one.values.id === values[of_api]);
      const asked = of('aws_lambda_function').find((one) => one.values.invoke_arn === values[uri]);
      const permitted = of('aws_lambda_permission').some(
        (one) =>
          one.values.function_name === asked?.values.function_name &&
          String(one.values.source_arn).startsWith(`${String(api?.values.execution_arn)}/`),
      );
      return permitted ? [] : [`${address}: no function lets this API invoke it at ${String(values[uri])}`];
    }),
  );
}
