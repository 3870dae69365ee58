// A setting that changes nothing is taken in silence: whoever sets it believes what is not so, and may pay for it. Here every one is away from
// its default, and has to be found in what is made of it.
import type { Folders, Settings } from './laptop-fleet.ts';
import type { Resource } from './planned-fleet.ts';
import { lettingGo } from './changes.ts';
import { REGION } from './provider-actions/asked.ts';
import { leaves } from './written/setting-facts.ts';

/**
 * Where a value has to be: in every resource of a type (`aws_sqs_queue`, or one of them, `aws_lambda_function["api"]`), in `some` of that type,
 * or the type is one of which there is `no` resource. Then the attribute, and what it is: undefined where it may not be set.
 */
type Place = readonly [of: string, attribute?: string, is?: string | RegExp];

interface Other {
  readonly value: unknown;
  readonly places: readonly Place[];
}

/** What another check holds, as no resource of one deployment shows it, with that check. */
export const heldByOthers: Readonly<Record<string, string>> = {
  container_subnet_ids: 'written/settings.txt: App Runner, which is away from the default here, has none',
  stages: 'terraform/tests/stages.tftest.hcl',
};

/** Short names of inference profiles begin with where they send to. https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const PROFILES = ['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'global'];
const AGENTS = ['', '_PLANNER', '_TAGGER', '_REPORTER', '_CHARTER', '_RETIREMENT', '_RESEARCHER', '_JUDGE'];
const IN_FUNCTION = 'environment.variables';
const IN_CONTAINER = 'source_configuration.image_repository.image_configuration.runtime_environment_variables';

/** What is the same on a laptop. */
export const otherValues: Settings = {
  model: Object.fromEntries(
    AGENTS.map((of, index) => [`ALEX_MODEL${of}`, `bedrock:${PROFILES[index]}.maker.m${index}-v1:0`]),
  ),
  market: { MARKET_SOURCES: 'ecb', MARKET_ECB_CALLS_A_MINUTE: '7' },
  trace: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://other.example.com' },
};

/** Every variable with another value than its default, and where that has to be found in a deployment of these folders. */
export function otherSettings({ functions, services }: Folders, project: string): Record<string, Other> {
  const wanting = (need: string): Place[] => [
    ...functions
      .filter(({ config }) => config.needs.includes(need))
      .map(({ name }): Place => [`aws_lambda_function["${name}"]`, IN_FUNCTION]),
    ...services
      .filter(({ config }) => config.needs.includes(need))
      .map(({ name }): Place => [`aws_apprunner_service["${name}"]`, IN_CONTAINER]),
  ];
  const given = (need: string, values: Readonly<Record<string, string>>): Place[] =>
    wanting(need).flatMap(([of, variables]) =>
      Object.entries(values).map(([name, value]): Place => [of, `${variables}.${name}`, value]),
    );
  const clocked = functions.filter(({ config }) => config.triggers.some(({ type }) => type === 'schedule'));
  const containers = services.map(({ name, config }) => ({ ...config, of: `aws_apprunner_service["${name}"]`, name }));
  // Its own setting that is no address.
  const setting = (names: readonly string[]): string => names.find((name) => /_(?:TOPIC|DEPTH)$/.test(name)) ?? '';
  return {
    alert_email: {
      value: 'other@example.com',
      places: [['aws_sns_topic_subscription', 'endpoint', 'other@example.com']],
    },
    cloudtrail_data_events: { value: true, places: [['aws_cloudtrail', 's3_bucket_name', new RegExp(`^${project}-`)]] },
    container_platform: {
      value: 'app_runner',
      places: [
        ['no aws_ecs_express_gateway_service'],
        ...containers.flatMap(({ of, healthPath, port }): Place[] => [
          [of, 'health_check_configuration.path', healthPath],
          [of, 'source_configuration.image_repository.image_configuration.port', String(port)],
          // App Runner gives it the port itself, and refuses to have it set.
          [of, `${IN_CONTAINER}.PORT`],
        ]),
      ],
    },
    database_backup_days: { value: 3, places: [['aws_rds_cluster', 'backup_retention_period', '3']] },
    database_capacity: {
      // The least is held by changes.ts: above zero nothing pauses.
      value: { min: 0, max: 4.5, pause_after: 900 },
      places: [
        ['aws_rds_cluster', 'serverlessv2_scaling_configuration.min_capacity', '0'],
        ['aws_rds_cluster', 'serverlessv2_scaling_configuration.max_capacity', '4.5'],
        ['aws_rds_cluster', 'serverlessv2_scaling_configuration.seconds_until_auto_pause', '900'],
      ],
    },
    database_engine_version: {
      value: '16.9',
      places: [
        ['aws_rds_cluster', 'engine_version', '16.9'],
        ['aws_rds_cluster_instance', 'engine_version', '16.9'],
      ],
    },
    database_network: {
      value: { vpc_id: 'vpc-0a', subnet_ids: ['subnet-0a', 'subnet-0b'] },
      places: [
        ['no aws_vpc'],
        ['aws_db_subnet_group', 'subnet_ids', 'subnet-0a subnet-0b'],
        ['aws_security_group', 'vpc_id', 'vpc-0a'],
        ['aws_vpc_endpoint', 'vpc_id', 'vpc-0a'],
        ['some aws_iam_policy', 'policy', /vpc\/vpc-0a"/],
      ],
    },
    deletion_protection: {
      value: false,
      places: Object.entries(lettingGo).flatMap(([type, held]) =>
        Object.entries(held).map(([name, value]): Place => [type, name, String(value)]),
      ),
    },
    embeddings: {
      // Which image the tag makes the stand-in does not say: changes.ts holds that another makes another model.
      value: { memory: 2048, max_concurrency: 2, image_tag: '2.9.9-transformers4.99.0-cpu-py313-ubuntu24.04' },
      places: [
        ['aws_sagemaker_endpoint_configuration', 'production_variants.serverless_config.memory_size_in_mb', '2048'],
        ['aws_sagemaker_endpoint_configuration', 'production_variants.serverless_config.max_concurrency', '2'],
      ],
    },
    guard_models: { value: false, places: [['no aws_bedrock_guardrail']] },
    http_throttle: {
      value: { rate: 2, burst: 3 },
      places: [
        ['aws_apigatewayv2_stage', 'default_route_settings.throttling_rate_limit', '2'],
        ['aws_apigatewayv2_stage', 'default_route_settings.throttling_burst_limit', '3'],
      ],
    },
    image_tags: {
      value: Object.fromEntries(services.map(({ name }) => [name, 'other-1'])),
      places: containers.map(({ of }) => [of, 'source_configuration.image_repository.image_identifier', /:other-1$/]),
    },
    log_retention_days: { value: 14, places: [['aws_cloudwatch_log_group', 'retention_in_days', '14']] },
    manage_api_gateway_logging: { value: false, places: [['no aws_api_gateway_account']] },
    market_settings: { value: otherValues.market, places: given('market', otherValues.market) },
    model_settings: {
      value: otherValues.model,
      places: [
        ...given('model', otherValues.model),
        ...PROFILES.flatMap((where, index): Place[] => [
          ['some aws_iam_role_policy', 'policy', new RegExp(`:inference-profile/${where}\\.maker\\.m${index}-v1:0"`)],
          ['some aws_iam_role_policy', 'policy', new RegExp(`::foundation-model/maker\\.m${index}-v1:0"`)],
        ]),
      ],
    },
    monthly_budget_usd: { value: 60, places: [['aws_budgets_budget', 'limit_amount', '60']] },
    project: {
      value: project,
      places: [
        ['aws_rds_cluster', 'cluster_identifier', project],
        ...['aws_lambda_function', 'aws_sqs_queue', 'aws_iam_role', 'aws_secretsmanager_secret'].map((type): Place => [
          type,
          'tags_all.project',
          project,
        ]),
        ...functions.map(({ name }): Place => [
          `aws_lambda_function["${name}"]`,
          'function_name',
          `${project}-${name}`,
        ]),
      ],
    },
    region: { value: REGION, places: [['aws_lambda_function', 'arn', new RegExp(`:${REGION}:`)]] },
    reserved_concurrency: {
      // More than a queue may ask for at once.
      value: 30,
      places: functions
        .filter(({ config }) => config.reservedConcurrency === null)
        .map(({ name }) => [`aws_lambda_function["${name}"]`, 'reserved_concurrent_executions', '30']),
    },
    rest_throttle: {
      value: { rate: 7, burst: 2, per_day: 3 },
      places: [
        ['aws_api_gateway_usage_plan', 'throttle_settings.rate_limit', '7'],
        ['aws_api_gateway_usage_plan', 'throttle_settings.burst_limit', '2'],
        ['aws_api_gateway_usage_plan', 'quota_settings.limit', '3'],
        ['aws_api_gateway_method_settings', 'settings.throttling_rate_limit', '7'],
        ['aws_api_gateway_method_settings', 'settings.throttling_burst_limit', '2'],
        // What a key may do in five minutes is blocked by nothing else.
        ['aws_wafv2_web_acl', 'rule[rate].statement.rate_based_statement.limit', '4200'],
      ],
    },
    schedule_rates: {
      value: Object.fromEntries(clocked.map(({ name }) => [name, 'rate(3 days)'])),
      places: clocked.map(({ name }) => [`aws_scheduler_schedule["${name}"]`, 'schedule_expression', 'rate(3 days)']),
    },
    service_settings: {
      value: Object.fromEntries(containers.map(({ name, settings }) => [name, { [setting(settings)]: 'another' }])),
      places: containers.map(({ of, settings }) => [of, `${IN_CONTAINER}.${setting(settings)}`, 'another']),
    },
    state_bucket: {
      value: 'other-states',
      places: [['some aws_iam_policy', 'policy', new RegExp(`:other-states/${project}/`)]],
    },
    tags: {
      value: { 'Cost centre': '42' },
      places: ['aws_lambda_function', 'aws_sqs_queue', 'aws_rds_cluster', 'aws_iam_role', 'aws_apprunner_service'].map(
        (type) => [type, 'tags_all.Cost centre', '42'],
      ),
    },
    trace_headers_in_secret: {
      value: true,
      places: wanting('traces').map(([of, variables]) => [
        of,
        `${variables}.SECRET_ARN_TRACE_HEADERS`,
        /trace-headers/,
      ]),
    },
    trace_settings: { value: otherValues.trace, places: given('traces', otherValues.trace) },
    vpc_endpoints: {
      value: ['logs'],
      places: [['aws_vpc_endpoint["logs"]', 'service_name', `com.amazonaws.${REGION}.logs`]],
    },
    web_origins: {
      value: ['https://other.example.com'],
      places: [['aws_apigatewayv2_api', 'cors_configuration.allow_origins', 'https://other.example.com']],
    },
  };
}

/** Terraform's variables. */
export const valuesOf = (others: Readonly<Record<string, Other>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(others).map(([name, { value }]) => [name, value]));

/** Settings that are not where they belong in what was made with them, a line each. */
export function settingFindings(resources: readonly Resource[], others: Readonly<Record<string, Other>>): string[] {
  const facts = resources.map(({ address, type, values }) => ({ address, type, said: leaves(values) }));
  return Object.entries(others).flatMap(([name, { places }]) =>
    places.flatMap(([of, attribute = '', is]) => {
      const [, how = 'every', type = '', key = ''] = /^(?:(some|no) )?(\w+)(\["[^"]+"\])?$/.exec(of) ?? [];
      const these = facts.filter((one) => one.type === type && one.address.includes(key));
      if (how === 'no') return these.map(({ address }) => `${name}: ${address} is there all the same`);
      if (these.length === 0) return [`${name}: there is no ${of}`];
      const wrong = these.filter(({ said }) => !isSaid(said, attribute, is));
      if (how === 'some' && wrong.length < these.length) return [];
      const should = is === undefined ? 'is set' : `is not ${String(is)}`;
      return how === 'some'
        ? [`${name}: ${attribute} of no ${type} is ${String(is)}`]
        : wrong.map(({ address }) => `${name}: ${attribute} of ${address} ${should}`);
    }),
  );
}

function isSaid(said: readonly string[], attribute: string, is: string | RegExp | undefined): boolean {
  const prefix = `${attribute} = `;
  const value = said.find((one) => one.startsWith(prefix))?.slice(prefix.length);
  return is instanceof RegExp ? value !== undefined && is.test(value) : value === is;
}
