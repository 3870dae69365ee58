// What the AWS provider asks AWS for when it makes, reads, changes and deletes a resource of each type, tags included, and on which
// ARN AWS decides about it ('*' for what has no ARN, or none yet). From memory of the provider's source and of the Service
// Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/), November 2026; checked against the
// source for aws_ecs_express_gateway_service, and against the ECR guide for keys. No account has been asked.

type Values = Readonly<Record<string, unknown>>;
/** Actions of one service, without its prefix, on what a resource's values say. */
export interface Asked {
  service: string;
  actions: readonly string[];
  on: (values: Values) => string;
}

export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';
const text = (values: Values, key: string): string => String(values[key]);
const arn = (service: string, rest: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
const everywhere = (): string => '*';
const asked = (service: string, actions: string, on: Asked['on']): Asked => ({
  service,
  actions: actions.split(' '),
  on,
});
/** The role that a service is handed. */
const handsOver = (key: string): Asked => asked('iam', 'PassRole', (v) => text(v, key));
const gateway = (path: string, methods = 'DELETE GET PATCH POST PUT'): Asked[] => [
  asked('apigateway', methods, () => `arn:aws:apigateway:${REGION}::${path}`),
];
const ec2 = (actions: string): Asked => asked('ec2', `${actions} CreateTags DeleteTags`, everywhere);
const bucket = (actions: string): Asked[] => [asked('s3', actions, (v) => `arn:aws:s3:::${text(v, 'bucket')}`)];
const queue = (actions: string): Asked[] => [
  asked('sqs', actions, (v) => arn('sqs', text(v, 'queue_url').replace(/^.*\//, ''))),
];
const role = (actions: string, key = 'role'): Asked[] => [
  asked('iam', actions, (v) => `arn:aws:iam::${ACCOUNT}:role/${text(v, key)}`),
];
const lambda = (actions: string): Asked[] => [
  asked('lambda', actions, (v) => arn('lambda', `function:${text(v, 'function_name').replace(/^.*:/, '')}`)),
];
const webAcl = (): string => arn('wafv2', 'regional/webacl/alex-rest/id');
const deliveries = asked(
  'logs',
  'CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery',
  everywhere,
);
/** Of stage 1, which is an administrator's: members of the group only read it. */
const stageOne = {
  aws_iam_policy: [
    asked(
      'iam',
      'GetPolicy GetPolicyVersion ListPolicyTags',
      (v) => `arn:aws:iam::${ACCOUNT}:policy/${text(v, 'name')}`,
    ),
  ],
  aws_iam_group: [asked('iam', 'GetGroup', (v) => `arn:aws:iam::${ACCOUNT}:group/${text(v, 'name')}`)],
  aws_iam_group_policy_attachment: [
    asked('iam', 'ListAttachedGroupPolicies', (v) => `arn:aws:iam::${ACCOUNT}:group/${text(v, 'group')}`),
  ],
};

const settingsOfDatabases = (kind: string, actions: string): Asked =>
  asked('rds', actions, () => arn('rds', `${kind}:default.aurora-postgresql16`));

export const providerActions: Readonly<Record<string, readonly Asked[]>> = {
  ...stageOne,
  aws_api_gateway_account: [...gateway('/account', 'GET PATCH'), handsOver('cloudwatch_role_arn')],
  aws_api_gateway_api_key: [...gateway('/apikeys', 'POST'), ...gateway('/apikeys/id'), ...gateway('/tags/arn')],
  aws_api_gateway_deployment: gateway('/restapis/id/deployments/id'),
  aws_api_gateway_integration: gateway('/restapis/id/resources/id/methods/GET/integration'),
  aws_api_gateway_method: gateway('/restapis/id/resources/id/methods/GET'),
  aws_api_gateway_method_settings: gateway('/restapis/id/stages/v1'),
  aws_api_gateway_resource: gateway('/restapis/id/resources/id'),
  aws_api_gateway_rest_api: [...gateway('/restapis', 'POST'), ...gateway('/restapis/id'), ...gateway('/tags/arn')],
  aws_api_gateway_stage: [...gateway('/restapis/id/stages/v1'), deliveries],
  aws_api_gateway_usage_plan: [
    ...gateway('/usageplans', 'POST'),
    ...gateway('/usageplans/id'),
    ...gateway('/tags/arn'),
  ],
  aws_api_gateway_usage_plan_key: gateway('/usageplans/id/keys/id'),
  aws_apigatewayv2_api: [...gateway('/apis', 'POST'), ...gateway('/apis/id'), ...gateway('/tags/arn')],
  aws_apigatewayv2_integration: gateway('/apis/id/integrations/id'),
  aws_apigatewayv2_route: gateway('/apis/id/routes/id'),
  aws_apigatewayv2_stage: [...gateway('/apis/id/stages/$default'), deliveries],
  aws_bedrock_guardrail: [
    asked('bedrock', 'CreateGuardrail', everywhere),
    asked(
      'bedrock',
      'DeleteGuardrail GetGuardrail ListTagsForResource TagResource UntagResource UpdateGuardrail',
      (v) => text(v, 'guardrail_arn'),
    ),
  ],
  aws_bedrock_guardrail_version: [
    asked('bedrock', 'CreateGuardrailVersion DeleteGuardrail GetGuardrail', (v) => text(v, 'guardrail_arn')),
  ],
  aws_budgets_budget: [
    asked('budgets', 'ListTagsForResource ModifyBudget TagResource UntagResource ViewBudget', (v) =>
      arn('budgets', `budget/${text(v, 'name')}`, ''),
    ),
  ],
  aws_cloudtrail: [
    asked('cloudtrail', 'DescribeTrails', everywhere),
    asked(
      'cloudtrail',
      'AddTags CreateTrail DeleteTrail GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListTags PutEventSelectors RemoveTags StartLogging StopLogging UpdateTrail',
      (v) => arn('cloudtrail', `trail/${text(v, 'name')}`),
    ),
  ],
  aws_cloudwatch_dashboard: [
    asked('cloudwatch', 'DeleteDashboards GetDashboard PutDashboard', (v) =>
      arn('cloudwatch', `dashboard/${text(v, 'dashboard_name')}`, ''),
    ),
  ],
  aws_cloudwatch_log_group: [
    asked('logs', 'DescribeLogGroups', everywhere),
    asked(
      'logs',
      'CreateLogGroup DeleteLogGroup DeleteRetentionPolicy ListTagsForResource PutRetentionPolicy TagResource UntagResource',
      (v) => arn('logs', `log-group:${text(v, 'name')}`),
    ),
  ],
  aws_cloudwatch_metric_alarm: [
    asked('cloudwatch', 'DescribeAlarms', everywhere),
    asked('cloudwatch', 'DeleteAlarms ListTagsForResource PutMetricAlarm TagResource UntagResource', (v) =>
      arn('cloudwatch', `alarm:${text(v, 'alarm_name')}`),
    ),
  ],
  aws_db_subnet_group: [
    asked('rds', 'DescribeDBSubnetGroups', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBSubnetGroup DeleteDBSubnetGroup ListTagsForResource ModifyDBSubnetGroup RemoveTagsFromResource',
      (v) => arn('rds', `subgrp:${text(v, 'name')}`),
    ),
    // RDS looks at the network in the caller's name.
    asked(
      'ec2',
      'DescribeAccountAttributes DescribeAvailabilityZones DescribeInternetGateways DescribeSecurityGroups DescribeSubnets DescribeVpcAttribute DescribeVpcs',
      everywhere,
    ),
  ],
  aws_default_security_group: [
    ec2(
      'DescribeSecurityGroupRules DescribeSecurityGroups DescribeVpcs RevokeSecurityGroupEgress RevokeSecurityGroupIngress',
    ),
  ],
  aws_ecr_lifecycle_policy: [
    asked('ecr', 'DeleteLifecyclePolicy GetLifecyclePolicy PutLifecyclePolicy', (v) =>
      arn('ecr', `repository/${text(v, 'repository')}`),
    ),
  ],
  aws_ecr_repository: [
    asked(
      'ecr',
      'BatchDeleteImage CreateRepository DeleteRepository DescribeRepositories ListImages ListTagsForResource PutImageScanningConfiguration PutImageTagMutability TagResource UntagResource',
      (v) => arn('ecr', `repository/${text(v, 'name')}`),
    ),
    asked('kms', 'CreateGrant DescribeKey RetireGrant', () => arn('kms', 'key/id')),
  ],
  aws_ecs_express_gateway_service: [
    asked(
      'ecs',
      'CreateExpressGatewayService DeleteExpressGatewayService DescribeExpressGatewayService DescribeServices ListServiceDeployments ListTagsForResource TagResource UntagResource UpdateExpressGatewayService',
      (v) => arn('ecs', `service/default/${text(v, 'service_name')}`),
    ),
    asked('ecs', 'DescribeServiceDeployments', (v) =>
      arn('ecs', `service-deployment/default/${text(v, 'service_name')}/id`),
    ),
    asked('ecs', 'CreateCluster RegisterTaskDefinition', everywhere),
    asked(
      'iam',
      'CreateServiceLinkedRole',
      () => `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    ),
    handsOver('execution_role_arn'),
    handsOver('infrastructure_role_arn'),
    handsOver('task_role_arn'),
  ],
  aws_apprunner_service: [
    asked(
      'apprunner',
      'CreateService DeleteService DescribeService ListTagsForResource PauseService TagResource UntagResource UpdateService',
      (v) => arn('apprunner', `service/${text(v, 'service_name')}/id`),
    ),
    asked('apprunner', 'CreateService', () => arn('apprunner', 'autoscalingconfiguration/DefaultConfiguration/1/id')),
  ],
  aws_iam_role: [
    ...role(
      'CreateRole DeleteRole GetRole ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags PutRolePermissionsBoundary TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription',
      'name',
    ),
  ],
  aws_iam_role_policy: role('DeleteRolePolicy GetRolePolicy PutRolePolicy'),
  aws_iam_role_policy_attachment: role('AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies'),
  aws_kms_key: [
    asked('kms', 'CreateKey', everywhere),
    asked(
      'kms',
      'DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListResourceTags PutKeyPolicy ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription',
      () => arn('kms', 'key/id'),
    ),
  ],
  aws_lambda_event_source_mapping: [
    asked('lambda', 'CreateEventSourceMapping ListEventSourceMappings', everywhere),
    asked(
      'lambda',
      'DeleteEventSourceMapping GetEventSourceMapping ListTags TagResource UntagResource UpdateEventSourceMapping',
      () => arn('lambda', 'event-source-mapping:id'),
    ),
  ],
  aws_lambda_function: [
    ...lambda(
      'CreateFunction DeleteFunction DeleteFunctionConcurrency GetFunction GetFunctionCodeSigningConfig GetFunctionConfiguration ListTags ListVersionsByFunction PutFunctionConcurrency TagResource UntagResource UpdateFunctionCode UpdateFunctionConfiguration',
    ),
    handsOver('role'),
  ],
  aws_lambda_function_event_invoke_config: lambda(
    'DeleteFunctionEventInvokeConfig GetFunctionEventInvokeConfig PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig',
  ),
  aws_lambda_permission: lambda('AddPermission GetPolicy RemovePermission'),
  aws_rds_cluster: [
    asked('rds', 'DescribeDBClusters DescribeGlobalClusters', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBCluster DeleteDBCluster DisableHttpEndpoint EnableHttpEndpoint ListTagsForResource ModifyDBCluster RemoveTagsFromResource',
      (v) => arn('rds', `cluster:${text(v, 'cluster_identifier')}`),
    ),
    asked('rds', 'CreateDBCluster', (v) => arn('rds', `subgrp:${text(v, 'db_subnet_group_name')}`)),
    asked('rds', 'AddTagsToResource DeleteDBCluster', (v) =>
      arn('rds', `cluster-snapshot:${text(v, 'cluster_identifier')}-final`),
    ),
    settingsOfDatabases('cluster-pg', 'CreateDBCluster ModifyDBCluster'),
    settingsOfDatabases('og', 'CreateDBCluster ModifyDBCluster'),
    // For the master user's secret, in the caller's name.
    asked('secretsmanager', 'CreateSecret TagResource', () => arn('secretsmanager', 'secret:rds!cluster-1-AbCdEf')),
    asked('kms', 'CreateGrant DescribeKey', () => arn('kms', 'key/id')),
    asked(
      'iam',
      'CreateServiceLinkedRole',
      () => `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`,
    ),
  ],
  aws_rds_cluster_instance: [
    asked('rds', 'DescribeDBInstances', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBInstance DeleteDBInstance ListTagsForResource ModifyDBInstance RebootDBInstance RemoveTagsFromResource',
      (v) => arn('rds', `db:${text(v, 'identifier')}`),
    ),
    asked('rds', 'CreateDBInstance', (v) => arn('rds', `cluster:${text(v, 'cluster_identifier')}`)),
    settingsOfDatabases('pg', 'CreateDBInstance ModifyDBInstance'),
    settingsOfDatabases('og', 'CreateDBInstance ModifyDBInstance'),
  ],
  aws_s3_bucket: bucket(
    'CreateBucket DeleteBucket DeleteObject DeleteObjectVersion GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListBucketVersions PutBucketTagging',
  ),
  aws_s3_bucket_lifecycle_configuration: bucket('GetLifecycleConfiguration PutLifecycleConfiguration'),
  aws_s3_bucket_policy: bucket('DeleteBucketPolicy GetBucketPolicy PutBucketPolicy'),
  aws_s3_bucket_public_access_block: bucket('GetBucketPublicAccessBlock PutBucketPublicAccessBlock'),
  aws_s3_bucket_server_side_encryption_configuration: bucket('GetEncryptionConfiguration PutEncryptionConfiguration'),
  aws_s3_bucket_versioning: bucket('GetBucketVersioning PutBucketVersioning'),
  aws_s3vectors_index: [
    asked('s3vectors', 'CreateIndex DeleteIndex GetIndex ListTagsForResource TagResource UntagResource', (v) =>
      arn('s3vectors', `bucket/${text(v, 'vector_bucket_name')}/index/${text(v, 'index_name')}`),
    ),
  ],
  aws_s3vectors_vector_bucket: [
    asked(
      's3vectors',
      'CreateVectorBucket DeleteVectorBucket GetVectorBucket ListIndexes ListTagsForResource TagResource UntagResource',
      (v) => arn('s3vectors', `bucket/${text(v, 'vector_bucket_name')}`),
    ),
  ],
  aws_sagemaker_endpoint: [
    asked(
      'sagemaker',
      'AddTags CreateEndpoint DeleteEndpoint DeleteTags DescribeEndpoint ListTags UpdateEndpoint',
      (v) => arn('sagemaker', `endpoint/${text(v, 'name')}`),
    ),
    asked('sagemaker', 'CreateEndpoint UpdateEndpoint', () => arn('sagemaker', 'endpoint-config/alex-embeddings-1')),
  ],
  aws_sagemaker_endpoint_configuration: [
    asked(
      'sagemaker',
      'AddTags CreateEndpointConfig DeleteEndpointConfig DeleteTags DescribeEndpointConfig ListTags',
      (v) => arn('sagemaker', `endpoint-config/${text(v, 'name_prefix')}1`),
    ),
  ],
  aws_sagemaker_model: [
    asked('sagemaker', 'AddTags CreateModel DeleteModel DeleteTags DescribeModel ListTags', (v) =>
      arn('sagemaker', `model/${text(v, 'name')}`),
    ),
    handsOver('execution_role_arn'),
  ],
  aws_scheduler_schedule: [
    asked('scheduler', 'CreateSchedule DeleteSchedule GetSchedule UpdateSchedule', (v) =>
      arn('scheduler', `schedule/${text(v, 'group_name')}/${text(v, 'name')}`),
    ),
  ],
  aws_scheduler_schedule_group: [
    asked(
      'scheduler',
      'CreateScheduleGroup DeleteScheduleGroup GetScheduleGroup ListTagsForResource TagResource UntagResource',
      (v) => arn('scheduler', `schedule-group/${text(v, 'name')}`),
    ),
  ],
  aws_secretsmanager_secret: [
    asked(
      'secretsmanager',
      'CreateSecret DeleteSecret DescribeSecret GetResourcePolicy RestoreSecret TagResource UntagResource UpdateSecret',
      (v) => arn('secretsmanager', `secret:${text(v, 'name')}-AbCdEf`),
    ),
  ],
  aws_security_group: [
    ec2(
      'CreateSecurityGroup DeleteSecurityGroup DescribeNetworkInterfaces DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress',
    ),
  ],
  aws_sns_topic: [
    asked(
      'sns',
      'CreateTopic DeleteTopic GetTopicAttributes ListTagsForResource SetTopicAttributes TagResource UntagResource',
      (v) => arn('sns', text(v, 'name')),
    ),
  ],
  aws_sns_topic_policy: [asked('sns', 'GetTopicAttributes SetTopicAttributes', (v) => text(v, 'arn'))],
  aws_sns_topic_subscription: [
    asked('sns', 'Subscribe', (v) => text(v, 'topic_arn')),
    asked('sns', 'GetSubscriptionAttributes SetSubscriptionAttributes Unsubscribe', everywhere),
  ],
  aws_sqs_queue: [
    asked(
      'sqs',
      'CreateQueue DeleteQueue GetQueueAttributes GetQueueUrl ListQueueTags SetQueueAttributes TagQueue UntagQueue',
      (v) => arn('sqs', text(v, 'name')),
    ),
  ],
  aws_sqs_queue_policy: queue('GetQueueAttributes SetQueueAttributes'),
  aws_sqs_queue_redrive_allow_policy: queue('GetQueueAttributes SetQueueAttributes'),
  aws_subnet: [ec2('CreateSubnet DeleteSubnet DescribeNetworkInterfaces DescribeSubnets ModifySubnetAttribute')],
  aws_vpc: [
    ec2(
      'CreateVpc DeleteVpc DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups DescribeVpcAttribute DescribeVpcs ModifyVpcAttribute',
    ),
  ],
  aws_vpc_endpoint: [
    ec2(
      'CreateVpcEndpoint DeleteVpcEndpoints DescribeNetworkInterfaces DescribePrefixLists DescribeVpcEndpoints ModifyVpcEndpoint',
    ),
    asked('route53', 'AssociateVPCWithHostedZone', everywhere),
  ],
  aws_vpc_security_group_ingress_rule: [
    ec2('AuthorizeSecurityGroupIngress DescribeSecurityGroupRules ModifySecurityGroupRules RevokeSecurityGroupIngress'),
  ],
  aws_wafv2_web_acl: [
    asked(
      'wafv2',
      'CreateWebACL DeleteWebACL GetWebACL ListTagsForResource TagResource UntagResource UpdateWebACL',
      webAcl,
    ),
    asked('wafv2', 'CreateWebACL UpdateWebACL', () =>
      arn('wafv2', 'regional/managedruleset/AWS/AWSManagedRulesCommonRuleSet', REGION, 'aws'),
    ),
  ],
  aws_wafv2_web_acl_association: [
    asked('wafv2', 'AssociateWebACL GetWebACL', webAcl),
    asked(
      'wafv2',
      'AssociateWebACL DisassociateWebACL GetWebACLForResource',
      () => `arn:aws:apigateway:${REGION}::/restapis/id/stages/v1`,
    ),
    asked('apigateway', 'SetWebACL', () => `arn:aws:apigateway:${REGION}::/restapis/id/stages/v1`),
  ],
  aws_wafv2_web_acl_logging_configuration: [
    asked('wafv2', 'DeleteLoggingConfiguration GetLoggingConfiguration PutLoggingConfiguration', webAcl),
    asked(
      'iam',
      'CreateServiceLinkedRole',
      () => `arn:aws:iam::${ACCOUNT}:role/aws-service-role/wafv2.amazonaws.com/AWSServiceRoleForWAFV2Logging`,
    ),
    deliveries,
  ],
  aws_xray_group: [
    asked('xray', 'CreateGroup GetGroups', everywhere),
    asked('xray', 'DeleteGroup GetGroup ListTagsForResource TagResource UntagResource UpdateGroup', (v) =>
      arn('xray', `group/${text(v, 'group_name')}/id`),
    ),
  ],
  aws_xray_sampling_rule: [
    asked('xray', 'CreateSamplingRule GetSamplingRules', everywhere),
    asked('xray', 'DeleteSamplingRule ListTagsForResource TagResource UntagResource UpdateSamplingRule', (v) =>
      arn('xray', `sampling-rule/${text(v, 'rule_name')}`),
    ),
  ],
};
