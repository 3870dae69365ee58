// What the things of a plan cost in a day on which nobody uses them, by the plan alone: npm run cost has to come to the same.
import * as z from 'zod';
import { usd } from '../../scripts/cost/price-table.ts';
import { metricsOf } from './alarms.ts';
import type { Resource } from './planned-fleet.ts';

/** Days of a month of 730 hours. */
const MONTH = 730 / 24;
const secret = usd('secretMonth') / MONTH;

const cluster = z.object({
  manage_master_user_password: z.literal(true),
  serverlessv2_scaling_configuration: z.array(z.object({ min_capacity: z.number() })).length(1),
});
const container = z.object({
  cpu: z.string(),
  memory: z.string(),
  network_configuration: z.array(z.object({ subnets: z.array(z.string()) })).nullish(),
});
const instance = z.object({
  instance_configuration: z.array(z.object({ cpu: z.string(), memory: z.string() })).length(1),
});

/** US dollars a day, by type. Sizes that no plan says are those that npm run cost assumes: 50 MB of vectors, a GB of data, half of an image. */
const PRICED: Readonly<Record<string, (values: Resource['values']) => number>> = {
  aws_cloudwatch_dashboard: () => usd('dashboardMonth') / MONTH,
  aws_cloudwatch_metric_alarm: (values) => (metricsOf(values) * usd('alarmMonth')) / MONTH,
  aws_ecr_repository: () => (0.5 * usd('imageGbMonth')) / MONTH,
  aws_kms_key: () => usd('keyMonth') / MONTH,
  aws_s3vectors_vector_bucket: () => (0.05 * usd('vectorGbMonth')) / MONTH,
  aws_secretsmanager_secret: () => secret,
  aws_wafv2_web_acl: (values) =>
    (usd('webAclMonth') + z.array(z.unknown()).parse(values.rule).length * usd('webRuleMonth')) / MONTH,
  aws_vpc_endpoint: (values) => 24 * z.array(z.string()).parse(values.subnet_ids).length * usd('endpointZoneHour'),
  aws_rds_cluster: (values) => {
    const [capacity] = cluster.parse(values).serverlessv2_scaling_configuration;
    return secret + usd('auroraGbMonth') / MONTH + 24 * (capacity?.min_capacity ?? 0) * usd('auroraCapacityHour');
  },
  aws_ecs_express_gateway_service: (values) => {
    const { cpu, memory, network_configuration: networks } = container.parse(values);
    // Its own address and the load balancer's, in three zones where AWS chooses them.
    const addresses = 1 + (networks?.[0]?.subnets.length ?? 3);
    return (
      24 *
      ((Number(cpu) / 1024) * usd('fargateVcpuHour') +
        (Number(memory) / 1024) * usd('fargateGbHour') +
        usd('loadBalancerHour') +
        addresses * usd('publicAddressHour'))
    );
  },
  aws_apprunner_service: (values) => {
    const [size] = instance.parse(values).instance_configuration;
    return 24 * (Number(size?.memory) / 1024) * usd('appRunnerGbHour');
  },
};

/** Nothing by itself: names, rights and rules, and what is paid by its use alone. */
const FREE = new Set([
  'aws_api_gateway_account',
  'aws_api_gateway_api_key',
  'aws_api_gateway_deployment',
  'aws_api_gateway_integration',
  'aws_api_gateway_method',
  'aws_api_gateway_method_settings',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api',
  'aws_api_gateway_stage',
  'aws_api_gateway_usage_plan',
  'aws_api_gateway_usage_plan_key',
  'aws_apigatewayv2_api',
  'aws_apigatewayv2_integration',
  'aws_apigatewayv2_route',
  'aws_apigatewayv2_stage',
  'aws_bedrock_guardrail',
  'aws_bedrock_guardrail_version',
  'aws_budgets_budget',
  'aws_cloudtrail',
  'aws_cloudwatch_log_group',
  'aws_db_subnet_group',
  'aws_ecr_lifecycle_policy',
  'aws_iam_group',
  'aws_iam_group_policy_attachment',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_lambda_event_source_mapping',
  'aws_lambda_function',
  'aws_lambda_function_event_invoke_config',
  'aws_lambda_permission',
  'aws_rds_cluster_instance',
  'aws_s3_bucket',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_s3vectors_index',
  'aws_sagemaker_endpoint',
  'aws_sagemaker_endpoint_configuration',
  'aws_sagemaker_model',
  'aws_scheduler_schedule',
  'aws_scheduler_schedule_group',
  'aws_security_group',
  'aws_sns_topic',
  'aws_sns_topic_policy',
  'aws_sns_topic_subscription',
  'aws_sqs_queue',
  'aws_sqs_queue_policy',
  'aws_sqs_queue_redrive_allow_policy',
  'aws_subnet',
  'aws_vpc',
  'aws_vpc_security_group_ingress_rule',
  'aws_wafv2_web_acl_association',
  'aws_wafv2_web_acl_logging_configuration',
  'aws_xray_group',
  'aws_xray_sampling_rule',
]);

/** US dollars a day of all that is there, without what the clock starts; and the types whose price nobody has looked at. */
export function pricedPlan(resources: readonly Resource[]): { usdPerDay: number; unpriced: string[] } {
  const unpriced = resources.filter(({ type }) => PRICED[type] === undefined && !FREE.has(type));
  return {
    usdPerDay: resources.reduce((sum, { type, values }) => sum + (PRICED[type]?.(values) ?? 0), 0),
    unpriced: [...new Set(unpriced.map(({ type }) => type))],
  };
}
