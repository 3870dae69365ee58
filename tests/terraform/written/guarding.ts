// Which settings of which resource keep others out, keep data safe, keep a record, keep the bill small, join it to what it is there for, or let
// it work at all where the laptop has no counterpart to compare it with.

/** By type: the attributes, with spaces between. Of a type without any it is held that its resources are there. Policies are in a list of their own. */
export const guarding: Readonly<Record<string, string>> = {
  aws_api_gateway_account: 'cloudwatch_role_arn',
  aws_api_gateway_api_key: 'enabled',
  aws_api_gateway_deployment: 'rest_api_id',
  aws_api_gateway_integration: 'http_method integration_http_method resource_id rest_api_id type uri',
  aws_api_gateway_method: 'api_key_required authorization authorizer_id http_method resource_id rest_api_id',
  aws_api_gateway_method_settings: 'method_path rest_api_id settings stage_name',
  aws_api_gateway_resource: 'parent_id path_part rest_api_id',
  aws_api_gateway_rest_api: 'endpoint_configuration',
  aws_api_gateway_stage: 'access_log_settings deployment_id rest_api_id stage_name xray_tracing_enabled',
  aws_api_gateway_usage_plan: 'api_stages quota_settings throttle_settings',
  aws_api_gateway_usage_plan_key: 'key_id key_type usage_plan_id',
  aws_apigatewayv2_api: 'cors_configuration protocol_type',
  aws_apigatewayv2_integration: 'api_id integration_type integration_uri payload_format_version',
  aws_apigatewayv2_route: 'api_id authorization_type authorizer_id route_key target',
  aws_apigatewayv2_stage: 'access_log_settings api_id auto_deploy default_route_settings',
  aws_apprunner_service:
    'encryption_configuration instance_configuration network_configuration observability_configuration source_configuration',
  aws_bedrock_guardrail:
    'content_policy_config contextual_grounding_policy_config sensitive_information_policy_config topic_policy_config word_policy_config',
  aws_bedrock_guardrail_version: 'guardrail_arn',
  aws_budgets_budget: 'budget_type cost_filter limit_amount limit_unit notification time_unit',
  aws_cloudtrail:
    'advanced_event_selector enable_log_file_validation enable_logging event_selector include_global_service_events is_multi_region_trail s3_bucket_name',
  aws_cloudwatch_dashboard: '',
  aws_cloudwatch_log_group: 'retention_in_days skip_destroy',
  aws_cloudwatch_metric_alarm: '',
  aws_db_subnet_group: 'subnet_ids',
  aws_ecr_lifecycle_policy: 'policy repository',
  aws_ecr_repository: 'encryption_configuration force_delete image_scanning_configuration image_tag_mutability',
  aws_ecs_express_gateway_service:
    'execution_role_arn infrastructure_role_arn network_configuration scaling_target task_role_arn',
  aws_iam_group: '',
  aws_iam_group_policy_attachment: 'group policy_arn',
  aws_iam_policy: '',
  aws_iam_role: 'max_session_duration path permissions_boundary',
  aws_iam_role_policy: 'role',
  aws_iam_role_policy_attachment: 'policy_arn role',
  aws_kms_key: 'deletion_window_in_days enable_key_rotation is_enabled',
  aws_lambda_event_source_mapping: 'enabled event_source_arn function_name function_response_types scaling_config',
  aws_lambda_function:
    'architectures layers logging_config reserved_concurrent_executions role tracing_config vpc_config',
  aws_lambda_function_event_invoke_config:
    'destination_config function_name maximum_event_age_in_seconds maximum_retry_attempts',
  aws_lambda_permission: 'action function_name principal source_account source_arn',
  aws_rds_cluster:
    'apply_immediately backup_retention_period copy_tags_to_snapshot database_name db_subnet_group_name deletion_protection enable_http_endpoint enabled_cloudwatch_logs_exports engine engine_mode engine_version final_snapshot_identifier iam_database_authentication_enabled manage_master_user_password master_password master_username serverlessv2_scaling_configuration skip_final_snapshot storage_encrypted vpc_security_group_ids',
  aws_rds_cluster_instance:
    'auto_minor_version_upgrade cluster_identifier engine engine_version instance_class publicly_accessible',
  aws_s3_bucket: 'force_destroy',
  aws_s3_bucket_lifecycle_configuration: 'bucket rule',
  aws_s3_bucket_policy: 'bucket',
  aws_s3_bucket_public_access_block:
    'block_public_acls block_public_policy bucket ignore_public_acls restrict_public_buckets',
  aws_s3_bucket_server_side_encryption_configuration: 'bucket rule',
  aws_s3_bucket_versioning: 'bucket versioning_configuration',
  aws_s3vectors_index:
    'data_type dimension distance_metric encryption_configuration metadata_configuration vector_bucket_name',
  aws_s3vectors_vector_bucket: 'encryption_configuration force_destroy',
  aws_sagemaker_endpoint: 'endpoint_config_name',
  aws_sagemaker_endpoint_configuration: 'production_variants',
  aws_sagemaker_model: 'execution_role_arn primary_container',
  aws_scheduler_schedule: 'flexible_time_window group_name state target',
  aws_scheduler_schedule_group: '',
  aws_secretsmanager_secret: 'force_overwrite_replica_secret recovery_window_in_days replica',
  aws_security_group: 'egress ingress vpc_id',
  aws_sns_topic: 'kms_master_key_id',
  aws_sns_topic_policy: 'arn',
  aws_sns_topic_subscription: 'endpoint protocol topic_arn',
  aws_sqs_queue:
    'message_retention_seconds receive_wait_time_seconds redrive_policy sqs_managed_sse_enabled visibility_timeout_seconds',
  aws_sqs_queue_policy: 'queue_url',
  aws_sqs_queue_redrive_allow_policy: 'queue_url redrive_allow_policy',
  aws_subnet: 'map_public_ip_on_launch vpc_id',
  aws_vpc: 'cidr_block enable_dns_hostnames enable_dns_support',
  aws_vpc_endpoint: 'private_dns_enabled security_group_ids service_name subnet_ids vpc_endpoint_type vpc_id',
  aws_vpc_security_group_ingress_rule:
    'cidr_ipv4 cidr_ipv6 from_port ip_protocol referenced_security_group_id security_group_id to_port',
  aws_wafv2_web_acl: 'default_action rule scope visibility_config',
  aws_wafv2_web_acl_association: 'resource_arn web_acl_arn',
  aws_wafv2_web_acl_logging_configuration: 'log_destination_configs logging_filter redacted_fields resource_arn',
  aws_xray_group: 'filter_expression insights_configuration',
  aws_xray_sampling_rule:
    'fixed_rate host http_method priority reservoir_size resource_arn service_name service_type url_path version',
};

/**
 * What is held by another check: `alarms.ts`, `dashboards.ts`, `changes.ts`, `tags-and-zones.ts`, the comparison with the laptop, the list of
 * policies. And a thing's own name, which those that name it are held to, and words for people.
 */
export const heldElsewhere: Readonly<Record<string, string>> = {
  aws_api_gateway_deployment: 'triggers',
  aws_apprunner_service: 'auto_scaling_configuration_arn health_check_configuration service_name',
  aws_bedrock_guardrail: 'blocked_input_messaging blocked_outputs_messaging',
  aws_cloudwatch_dashboard: 'dashboard_body dashboard_name',
  aws_cloudwatch_metric_alarm:
    'alarm_actions alarm_description alarm_name comparison_operator datapoints_to_alarm dimensions evaluation_periods extended_statistic metric_name metric_query namespace ok_actions period statistic threshold treat_missing_data',
  aws_ecs_express_gateway_service: 'cpu health_check_path memory primary_container service_name',
  aws_iam_policy: 'policy',
  aws_iam_role: 'assume_role_policy',
  aws_iam_role_policy: 'policy',
  aws_kms_key: 'policy',
  aws_lambda_event_source_mapping: 'batch_size',
  aws_lambda_function: 'environment filename function_name handler memory_size runtime source_code_hash timeout',
  aws_lambda_permission: 'statement_id',
  aws_rds_cluster: 'cluster_identifier',
  aws_rds_cluster_instance: 'identifier',
  aws_s3_bucket: 'bucket',
  aws_s3_bucket_policy: 'policy',
  aws_s3vectors_index: 'index_name',
  aws_s3vectors_vector_bucket: 'vector_bucket_name',
  aws_sagemaker_endpoint_configuration: 'name_prefix',
  aws_scheduler_schedule: 'schedule_expression',
  aws_sns_topic_policy: 'policy',
  aws_sqs_queue_policy: 'policy',
  aws_subnet: 'availability_zone cidr_block',
  aws_xray_group: 'group_name',
  aws_xray_sampling_rule: 'rule_name',
};
