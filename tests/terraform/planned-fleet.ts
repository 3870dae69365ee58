import * as z from 'zod';
import { ownersSecret } from '../../local/fleet-knowledge.ts';
import {
  placeVariable,
  type DeployedFunction,
  type DeployedQueue,
  type DeployedService,
  type Deployment,
} from './deployment.ts';
import type { Settings } from './laptop-fleet.ts';

const values = z.record(z.string(), z.unknown());
const resource = z.object({ address: z.string(), mode: z.string(), type: z.string(), values });
export type Resource = z.infer<typeof resource>;

interface Module {
  resources?: Resource[] | undefined;
  child_modules?: Module[] | undefined;
}
const module: z.ZodType<Module> = z.object({
  resources: z.array(resource).optional(),
  get child_modules() {
    return z.array(module).optional();
  },
});
const state = z.object({ values: z.object({ root_module: module }) });

/** Everything that Terraform made, from `terraform show -json`. */
export function resourcesIn(shown: unknown): Resource[] {
  const all = (one: Module): Resource[] => [...(one.resources ?? []), ...(one.child_modules ?? []).flatMap(all)];
  return all(withPaths(state.parse(shown)).values.root_module).filter(
    ({ mode, type }) => mode === 'managed' && type !== 'terraform_data',
  );
}

const pathed = z.object({ type: z.literal('aws_iam_role'), values: z.object({ arn: z.string(), path: z.string() }) });

/** The stand-in leaves a role's path out of its ARN, wherever that is named; AWS does not. */
function withPaths(made: z.infer<typeof state>): z.infer<typeof state> {
  const renamed = new Map<string, string>();
  JSON.stringify(made, (_, value: unknown) => {
    const role = pathed.safeParse(value);
    if (role.success) {
      const { arn, path } = role.data.values;
      renamed.set(arn, arn.includes(path) ? arn : arn.replace(':role/', `:role${path}`));
    }
    return value;
  });
  const real = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? (renamed.get(value) ?? value) : value;
  return state.parse(JSON.parse(JSON.stringify(made, real)));
}

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const policy = z.object({ Statement: z.array(z.object({ Action: oneOrMore, Resource: oneOrMore })) });
const lambda = z.object({
  function_name: z.string(),
  arn: z.string(),
  handler: z.string(),
  runtime: z.string(),
  timeout: z.number(),
  memory_size: z.number(),
  environment: z.array(z.object({ variables: z.record(z.string(), z.string()) })),
});
const queue = z.object({
  name: z.string(),
  arn: z.string(),
  visibility_timeout_seconds: z.number(),
  redrive_policy: z.string(),
});
const units = z.coerce.number();
/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_express_gateway_service */
const express = z.object({
  cpu: units,
  memory: units,
  health_check_path: z.string(),
  primary_container: z.tuple([
    z.object({
      container_port: z.number(),
      environment: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ]),
});
/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apprunner_service */
const appRunner = z.object({
  instance_configuration: z.tuple([z.object({ cpu: units, memory: units })]),
  health_check_configuration: z.tuple([z.object({ path: z.string() })]),
  source_configuration: z.tuple([
    z.object({
      image_repository: z.tuple([
        z.object({
          image_configuration: z.tuple([
            z.object({ port: z.string(), runtime_environment_variables: z.record(z.string(), z.string()) }),
          ]),
        }),
      ]),
    }),
  ]),
});
const redrive = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() });
const mapping = z.object({
  event_source_arn: z.string(),
  function_name: z.string(),
  batch_size: z.number(),
  scaling_config: z.array(z.object({ maximum_concurrency: z.number() })),
});
const schedule = z.object({ schedule_expression: z.string(), target: z.array(z.object({ arn: z.string() })) });

/** `module.lambda["api"].…` is api. */
const keyIn = (address: string): string => /\["([^"]+)"\]/.exec(address)?.[1] ?? address;
const lastOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** What Terraform made of a fleet named PROJECT-…, in the words of a laptop. */
export function plannedFleet(resources: readonly Resource[], project: string, settings: Settings): Deployment {
  const of = (type: string, within = '') => resources.filter((r) => r.type === type && r.address.startsWith(within));
  const plain = (name: string): string => name.replace(new RegExp(`^${project}[-/]`), '');
  const permissions = (within: string, name: string): string[] => {
    const role = within === 'lambda' ? 'this' : 'task';
    const statements = of('aws_iam_role_policy', `module.${within}["${name}"].aws_iam_role_policy.${role}`).flatMap(
      (r) => policy.parse(JSON.parse(String(r.values.policy))).Statement,
    );
    const permitted = statements.flatMap(({ Action, Resource: on }) =>
      on.flatMap((arn) => Action.map((action) => inLaptopWords(action, arn, plain))),
    );
    return [...new Set(permitted)].filter((permission) => permission !== undefined).sort();
  };
  const variablesOf = (variables: Readonly<Record<string, string>>, same: readonly string[]) => {
    const own = Object.keys(variables).filter((name) => !placeVariable.test(name));
    return {
      variables: own.sort(),
      settings: Object.fromEntries(own.filter((n) => same.includes(n)).map((n) => [n, variables[n] ?? ''])),
    };
  };
  const settable = Object.keys({ ...settings.model, ...settings.market, ...settings.trace });
  const found = of('aws_lambda_function').map((r) => ({ name: keyIn(r.address), fn: lambda.parse(r.values) }));
  const functionOf = (arn: string): string => found.find(({ fn }) => fn.arn === arn)?.name ?? arn;
  const queues = of('aws_sqs_queue', 'module.sqs').flatMap((r) => {
    const parsed = queue.safeParse(r.values);
    return parsed.success ? [parsed.data] : [];
  });
  const routeOf = (address: string): string =>
    /\["((?:GET|POST|PUT|PATCH|DELETE) [^"]+)"\]$/.exec(address)?.[1] ?? address;
  const invoked = (uri: unknown): string => plain(/function:([^/]+)\/invocations/.exec(String(uri))?.[1] ?? '');
  const restFunction = (route: string): string => {
    const integration = of('aws_api_gateway_integration').find(({ address }) => routeOf(address) === route);
    return invoked(integration?.values.uri);
  };
  const httpFunction = (r: Resource): string => {
    const to = String(r.values.target).replace('integrations/', '');
    const integration = of('aws_apigatewayv2_integration').find((one) => one.values.id === to);
    return integration === undefined ? '' : keyIn(integration.address.slice(integration.address.lastIndexOf('.')));
  };
  const service = (r: Resource): [string, DeployedService] => {
    const { environment, ...container } = containerIn(r);
    const name = keyIn(r.address);
    const { HOST = '', PORT = '' } = environment;
    const given = variablesOf(environment, [...settable, ...own(environment)]);
    const listens = `${HOST}:${PORT}`;
    return [name, { ...container, listens, ...given, permissions: permissions('researcher', name) }];
  };
  return {
    functions: Object.fromEntries(
      found.map(({ name, fn }): [string, DeployedFunction] => {
        const variables = fn.environment[0]?.variables ?? {};
        const { handler, runtime, timeout, memory_size: memory } = fn;
        const given = variablesOf(variables, [...settable, ...own(variables)]);
        return [name, { handler, runtime, timeout, memory, ...given, permissions: permissions('lambda', name) }];
      }),
    ),
    queues: Object.fromEntries(
      of('aws_lambda_event_source_mapping').map((r): [string, DeployedQueue] => {
        const source = mapping.parse(r.values);
        const from = queues.find(({ arn }) => arn === source.event_source_arn);
        const { deadLetterTargetArn, maxReceiveCount } = redrive.parse(JSON.parse(from?.redrive_policy ?? '{}'));
        return [
          plain(lastOf(source.event_source_arn)),
          {
            visibility: from?.visibility_timeout_seconds ?? 0,
            deadLetters: plain(lastOf(deadLetterTargetArn)),
            maximumReceives: maxReceiveCount,
            consumer: functionOf(source.function_name),
            batchSize: source.batch_size,
            maximumConcurrency: source.scaling_config[0]?.maximum_concurrency ?? 0,
          },
        ];
      }),
    ),
    schedules: of('aws_scheduler_schedule').map((r) => {
      const { schedule_expression: rate, target } = schedule.parse(r.values);
      return `${functionOf(target[0]?.arn ?? '')} ${rate}`;
    }),
    routes: [
      ...of('aws_apigatewayv2_route').map((r) => `${routeOf(r.address)} ${httpFunction(r)}`),
      ...of('aws_api_gateway_method').map(
        (r) =>
          `${routeOf(r.address)} ${restFunction(routeOf(r.address))}${r.values.api_key_required === true ? ' key' : ' open'}`,
      ),
    ].sort(),
    services: Object.fromEntries(
      [...of('aws_ecs_express_gateway_service'), ...of('aws_apprunner_service')].map(service),
    ),
  };
}

/** What both platforms have of a container, with its variables. */
function containerIn({ type, values }: Resource) {
  if (type === 'aws_apprunner_service') {
    const { instance_configuration, health_check_configuration, source_configuration } = appRunner.parse(values);
    const { port, runtime_environment_variables: environment } =
      source_configuration[0].image_repository[0].image_configuration[0];
    return {
      ...instance_configuration[0],
      port: Number(port),
      healthPath: health_check_configuration[0].path,
      // App Runner gives it the port itself, and refuses to have it set.
      environment: { ...environment, PORT: port },
    };
  }
  const { cpu, memory, health_check_path: healthPath, primary_container } = express.parse(values);
  const [{ container_port: port, environment }] = primary_container;
  return {
    ...{ cpu, memory, port, healthPath },
    environment: Object.fromEntries(environment.map((one) => [one.name, one.value])),
  };
}

/** Variables that are neither an ARN, a URL nor a name of something: a folder's own. */
function own(variables: Readonly<Record<string, string>>): string[] {
  return Object.keys(variables).filter(
    (name) => !/^(DATABASE|QUEUE_URL|FUNCTION_NAME|VECTOR|EMBEDDINGS|SECRET_ARN|RESEARCHER_URL)/.test(name),
  );
}

/** Undefined for what a laptop has no permission for: logs, traces, the Data API's other calls, models. */
function inLaptopWords(action: string, arn: string, plain: (name: string) => string): string | undefined {
  if (/^(logs|xray|bedrock):/.test(action) || arn.endsWith('-failed-events')) return undefined;
  if (action.startsWith('rds-data:')) return action === 'rds-data:ExecuteStatement' ? `${action} ` : undefined;
  // RDS names its owner's secret.
  if (action.startsWith('secretsmanager:') && !arn.includes(':secret:')) return `${action} ${ownersSecret}`;
  const name = action.startsWith('s3vectors:')
    ? lastOf(arn).replace('bucket/', '').replace('/index/', '/')
    : action.startsWith('sagemaker:')
      ? lastOf(arn).replace('endpoint/', '')
      : plain(lastOf(arn)).replace(/-[A-Za-z0-9]{6}$/, (suffix) => (arn.includes(':secret:') ? '' : suffix));
  return `${action} ${name}`;
}
