// Logs, alarms, dashboards, alerts, keys, guardrails, the budget, traces and the trail.
import { arn, asked, everywhere, text, untagged, type Asked, type AskedByType } from './asked.ts';

const bucket = (actions: string): Asked[] => [asked('s3', actions, (v) => `arn:aws:s3:::${text(v, 'bucket')}`)];

export const watching: AskedByType = {
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
  aws_kms_key: [
    asked('kms', 'CreateKey', everywhere),
    asked('kms', 'PutKeyPolicy ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription', () =>
      arn('kms', 'key/id'),
    ),
    // Asked as soon as it is made; what tags a key has, KMS may know only minutes later.
    untagged(
      asked('kms', 'DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListResourceTags', () =>
        arn('kms', 'key/id'),
      ),
    ),
  ],
  aws_s3_bucket: bucket(
    'CreateBucket DeleteBucket DeleteObject DeleteObjectVersion GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListBucketVersions PutBucketTagging',
  ),
  aws_s3_bucket_lifecycle_configuration: bucket('GetLifecycleConfiguration PutLifecycleConfiguration'),
  aws_s3_bucket_policy: bucket('DeleteBucketPolicy GetBucketPolicy PutBucketPolicy'),
  aws_s3_bucket_public_access_block: bucket('GetBucketPublicAccessBlock PutBucketPublicAccessBlock'),
  aws_s3_bucket_server_side_encryption_configuration: bucket('GetEncryptionConfiguration PutEncryptionConfiguration'),
  aws_s3_bucket_versioning: bucket('GetBucketVersioning PutBucketVersioning'),
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
