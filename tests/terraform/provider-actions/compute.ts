// Functions, queues and schedules; containers and their images; the endpoint of the embeddings.
import { ACCOUNT, arn, asked, everywhere, handsOver, text, type Asked, type AskedByType } from './asked.ts';

const queue = (actions: string): Asked[] => [
  asked('sqs', actions, (v) => arn('sqs', text(v, 'queue_url').replace(/^.*\//, ''))),
];
const lambda = (actions: string): Asked[] => [
  asked('lambda', actions, (v) => arn('lambda', `function:${text(v, 'function_name').replace(/^.*:/, '')}`)),
];

export const compute: AskedByType = {
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
  aws_sqs_queue: [
    asked(
      'sqs',
      'CreateQueue DeleteQueue GetQueueAttributes GetQueueUrl ListQueueTags SetQueueAttributes TagQueue UntagQueue',
      (v) => arn('sqs', text(v, 'name')),
    ),
  ],
  aws_sqs_queue_policy: queue('GetQueueAttributes SetQueueAttributes'),
  aws_sqs_queue_redrive_allow_policy: queue('GetQueueAttributes SetQueueAttributes'),
};
