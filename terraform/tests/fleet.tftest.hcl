# Everything made once, in a state that is thrown away, so that the final policies and settings can be read.

# Not an account: against AWS itself these tests are refused before they make anything.
provider "aws" {
  region     = "us-east-1"
  access_key = "offline"
  secret_key = "offline"
}

variables {
  image_tags              = { researcher = "1" }
  alert_email             = "someone@example.com"
  cloudtrail_data_events  = true
  vpc_endpoints           = ["secretsmanager"]
  market_settings         = { MARKET_SOURCES = "massive" }
  trace_settings          = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://collector.example.com" }
  trace_headers_in_secret = true
  model_settings = {
    ALEX_MODEL          = "bedrock:openai.gpt-oss-120b-1:0@us-west-2"
    ALEX_MODEL_JUDGE    = "bedrock:us.amazon.nova-pro-v1:0"
    ALEX_MODEL_REPORTER = "bedrock:arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123"
    ALEX_MODEL_CHARTER  = "narrator"
    ALEX_MODEL_TAGGER   = "openai:gpt-4.1-mini@https://api.openai.com/v1"
    ALEX_JOB_USD        = "0.25"
  }
}

run "made" {
  assert {
    condition     = length(module.lambda) > 0 && keys(module.lambda) == keys(output.functions)
    error_message = "There is no function."
  }
}

# The table of what a need allows is written here a second time, on purpose: a change of needs.tf has to be meant.
run "a_function_may_do_what_its_needs_say_and_nothing_else" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition = alltrue([
      for name, function in module.lambda : toset(flatten([for statement in jsondecode(function.policy).Statement : statement.Action])) == toset(concat(
        ["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        anytrue([for trigger in local.function_triggers[name] : trigger.type == "sqs"]) ? ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"] : [],
        flatten([for need in local.function_needs[name] : lookup({
          "database"      = ["rds-data:BatchExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction", "rds-data:ExecuteStatement", "rds-data:RollbackTransaction", "secretsmanager:GetSecretValue"]
          "model"         = ["bedrock:ApplyGuardrail", "bedrock:InvokeModel", "secretsmanager:GetSecretValue"]
          "traces"        = ["secretsmanager:GetSecretValue"]
          "embeddings"    = ["sagemaker:InvokeEndpoint"]
          "vectors:read"  = ["s3vectors:GetVectors", "s3vectors:ListVectors", "s3vectors:QueryVectors"]
          "vectors:write" = ["s3vectors:DeleteVectors", "s3vectors:GetVectors", "s3vectors:ListVectors", "s3vectors:PutVectors", "s3vectors:QueryVectors"]
          "invoke"        = ["lambda:InvokeFunction"]
          "secret"        = ["secretsmanager:GetSecretValue"]
        }, startswith(need, "vectors:") ? need : split(":", need)[0], [])]),
      ))
    ])
    error_message = "A function's actions are not those of its needs: ${jsonencode({ for name, function in module.lambda : name => distinct(flatten([for statement in jsondecode(function.policy).Statement : statement.Action])) })}"
  }
  assert {
    condition = alltrue([
      for name, function in module.lambda : alltrue([
        for statement in jsondecode(function.policy).Statement : statement.Effect == "Allow" && (statement.Resource != "*" || statement.Sid == "Traces")
      ])
    ])
    error_message = "A function may use every resource of a kind."
  }
  assert {
    condition = alltrue(flatten([
      for name, function in module.lambda : [
        for statement in jsondecode(function.policy).Statement : [
          for resource in flatten([statement.Resource]) : can(regex("(^|[:/])alex([-:/]|$)|rds_cluster/secret_arn/alex$|^arn:aws:bedrock:", resource))
        ] if statement.Sid != "Traces"
      ]
    ]))
    error_message = "A function may use what is not this project's."
  }
  # Only the functions, queues and secrets that it names.
  assert {
    condition = alltrue([
      for name, function in module.lambda : toset(flatten([
        for statement in jsondecode(function.policy).Statement : [
          for resource in flatten([statement.Resource]) : reverse(split(":", resource))[0]
        ] if contains(["lambda:InvokeFunction", "secretsmanager:GetSecretValue", "sqs:SendMessage"], try(tostring(statement.Action), "")) && statement.Sid != "DatabaseSecret"
        ])) == toset(concat(
        ["alex-failed-events"],
        [for need in local.function_needs[name] : "alex-${split(":", need)[1]}" if startswith(need, "invoke:") || startswith(need, "send:")],
        [for need in local.function_needs[name] : "alex/${split(":", need)[1]}-AbCdEf" if startswith(need, "secret:")],
        contains(local.function_needs[name], "model") ? ["alex/model-key-AbCdEf"] : [],
        contains(local.function_needs[name], "traces") ? ["alex/trace-headers-AbCdEf"] : [],
      ))
    ])
    error_message = "A function may invoke, send to or read something that its needs do not name."
  }
}

# The database's owner may do everything in it: who asks for a role of its own may not read the owner's password.
run "a_role_of_the_database_is_not_its_owner" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition = alltrue(flatten([
      for name, policy in merge({ for name, function in module.lambda : name => function.policy }, { for name, service in module.researcher : name => service.policy }) : [
        for need in merge(local.function_needs, local.service_needs)[name] : [
          !strcontains(policy, module.aurora[0].secret_arn),
          [for statement in jsondecode(policy).Statement : statement.Resource if statement.Sid == "DatabaseSecret"] == [module.secrets.arns["database-${trimprefix(need, "database:")}"]],
        ] if startswith(need, "database:")
      ]
    ]))
    error_message = "A function or service with a role of its own may read another password of the database."
  }
  assert {
    condition = alltrue(flatten([
      for name, service in module.researcher : [
        for need in local.service_needs[name] : service.environment["DATABASE_SECRET_ARN"] == module.secrets.arns["database-${trimprefix(need, "database:")}"] if startswith(need, "database:")
      ]
    ]))
    error_message = "A service with a role of its own gets the secret of the database's owner."
  }
  assert {
    condition     = output.environment.DATABASE_SECRET_ARN == module.aurora[0].secret_arn && alltrue([for role in local.database_roles : contains(keys(output.environment), "SECRET_ARN_DATABASE_${upper(role)}")])
    error_message = "Scripts are the database's owner, and find the secrets of its roles to set their passwords."
  }
}

run "models_that_the_settings_name_and_no_others" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition = alltrue([
      for name, function in module.lambda : toset(flatten([for statement in jsondecode(function.policy).Statement : statement.Resource if startswith(statement.Sid, "Model")])) == toset([
        "arn:aws:bedrock:us-west-2::foundation-model/openai.gpt-oss-120b-1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0",
        "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0",
        "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123",
        "arn:aws:bedrock:*::foundation-model/*",
      ]) if contains(local.function_needs[name], "model")
    ])
    error_message = "The models of a role are not those of model_settings."
  }
  assert {
    condition = alltrue(flatten([
      for name, function in module.lambda : [
        for statement in jsondecode(function.policy).Statement : contains([
          "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0",
          "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123",
        ], try(statement.Condition.StringEquals["bedrock:InferenceProfileArn"], "")) if startswith(statement.Sid, "ModelOfProfile")
      ]
    ]))
    error_message = "A model in every region may be invoked without its profile."
  }
}

# All that is in them is held to lists by tests/terraform; this is what the rest stands on.
run "nobody_goes_beyond_the_boundary" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition = alltrue([
      for statement in jsondecode(module.permissions[0].policies.identities).Statement : try(statement.Condition.StringEquals["iam:PermissionsBoundary"], "") == module.permissions[0].boundary_arn
      if length(setintersection(flatten([statement.Action]), ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:*", "*"])) > 0
    ])
    error_message = "Deployers may make a role without the boundary."
  }
  assert {
    condition = alltrue([
      for statement in jsondecode(module.permissions[0].policies.identities).Statement : length(flatten([try(statement.Condition.StringEquals["iam:PassedToService"], [])])) > 0 && !contains(flatten([statement.Resource]), "*")
      if contains(flatten([statement.Action]), "iam:PassRole")
    ])
    error_message = "Deployers may hand roles to any service."
  }
  assert {
    condition = toset([for action in flatten([for statement in jsondecode(module.permissions[0].boundary).Statement : statement.Action]) : split(":", action)[0]]) == toset([
      "acm", "application-autoscaling", "bedrock", "cloudwatch", "ec2", "ecr", "elasticloadbalancing", "iam", "kms", "lambda", "logs", "rds-data", "s3vectors", "sagemaker", "secretsmanager", "sqs", "xray",
    ])
    error_message = "A role reaches another service than Alex uses."
  }
  assert {
    condition     = [for action in flatten([for statement in jsondecode(module.permissions[0].boundary).Statement : statement.Action]) : action if startswith(action, "iam:")] == ["iam:CreateServiceLinkedRole"]
    error_message = "A role may change identities."
  }
}

# A guardrail serves its own region only: one for each in which a model is called.
run "models_are_watched_where_they_are_called" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition     = toset(keys(output.guardrails)) == toset(["eu-west-1", "us-east-1", "us-west-2"])
    error_message = "Guardrails are in ${jsonencode(keys(output.guardrails))}."
  }
  assert {
    condition = alltrue([
      for name, function in module.lambda : length(split(" ", function.function.environment[0].variables.ALEX_MODEL_GUARDRAILS)) == 3 if contains(local.function_needs[name], "model")
    ])
    error_message = "A function that asks a model does not know the guardrails."
  }
}

run "messages_survive" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition     = alltrue([for name, queue in module.sqs : queue.queue.visibility_timeout_seconds >= 6 * local.functions[local.queues[name].function].timeout])
    error_message = "A message is received again while its function may still work on it."
  }
  assert {
    condition = alltrue([
      for name, queue in module.sqs : jsondecode(queue.queue.redrive_policy).deadLetterTargetArn == queue.dead_letters.arn && jsondecode(queue.queue.redrive_policy).maxReceiveCount == local.queues[name].maximum_receives && queue.dead_letters.message_retention_seconds == 1209600
    ])
    error_message = "A message that cannot be done is lost."
  }
  assert {
    condition = alltrue(flatten([
      for function in module.lambda : [for source in function.event_sources : contains(source.function_response_types, "ReportBatchItemFailures")]
    ]))
    error_message = "One message that fails has its whole batch received again."
  }
  assert {
    condition = alltrue(flatten([
      for name, function in module.lambda : [for source in function.event_sources : source.scaling_config[0].maximum_concurrency <= function.function.reserved_concurrent_executions]
    ]))
    error_message = "A queue starts more than the function may run, and throttled messages are received for nothing."
  }
  assert {
    condition     = alltrue([for schedule in module.scheduler[0].schedules : schedule.target[0].dead_letter_config[0].arn == module.failed_events[0].arn])
    error_message = "A scheduled run that could not be started leaves no trace."
  }
}

run "nothing_is_public_that_need_not_be" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition     = !module.aurora[0].cluster.publicly_accessible
    error_message = "The database can be reached from the internet."
  }
  assert {
    condition     = alltrue([for gateway in module.api_gateway : alltrue([for route, method in gateway.methods : method.api_key_required == local.rest_routes[route].api_key])])
    error_message = "A program's route asks for no key."
  }
  assert {
    condition     = module.http_api[0].stage.default_route_settings[0].throttling_rate_limit == 25 && length(module.http_api[0].stage.access_log_settings) == 1
    error_message = "People's routes are neither throttled nor logged."
  }
  assert {
    condition     = alltrue([for gateway in module.api_gateway : gateway.usage_plan.throttle_settings[0].rate_limit > 0 && gateway.usage_plan.quota_settings[0].limit > 0 && length(gateway.stage.access_log_settings) == 1])
    error_message = "Programs' routes are neither metered nor logged."
  }
  assert {
    condition     = length(module.api_gateway) == 0 || length(module.enterprise[0].web_acl_arns) == 1
    error_message = "The REST API has no web ACL."
  }
}

run "everything_is_encrypted" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition     = module.aurora[0].cluster.storage_encrypted && module.aurora[0].cluster.manages_password
    error_message = "The database is not encrypted, or its password is in the state."
  }
  assert {
    condition     = alltrue([for queue in module.sqs : queue.queue.sqs_managed_sse_enabled && queue.dead_letters.sqs_managed_sse_enabled]) && module.failed_events[0].queue.sqs_managed_sse_enabled
    error_message = "A queue is not encrypted."
  }
  assert {
    condition     = module.s3_vectors[0].encryption[0].sse_type == "AES256" && startswith(module.enterprise[0].topic.kms_master_key_id, "arn:aws:kms:")
    error_message = "The vectors or the alerts are not encrypted."
  }
  assert {
    condition     = alltrue([for repository in module.ecr : repository.repository.encryption_configuration[0].encryption_type == "KMS" && repository.repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "Images are not encrypted, or change under their tag."
  }
}

run "every_function_is_as_its_lambda_json_says" {
  command = plan
  plan_options {
    refresh = false
  }
  assert {
    condition = alltrue([
      for name, function in module.lambda : function.function.timeout == local.functions[name].timeout && function.function.memory_size == local.functions[name].memory &&
      function.function.handler == "index.handler" && function.function.runtime == "nodejs24.x" && function.function.tracing_config[0].mode == "Active" && endswith(function.function.filename, "/dist/${name}.zip")
    ])
    error_message = "A function differs from its lambda.json."
  }
  assert {
    condition     = module.s3_vectors[0].index.dimension == 384 && module.s3_vectors[0].index.distance_metric == "cosine" && module.s3_vectors[0].index.metadata_configuration[0].non_filterable_metadata_keys == toset(["text", "title", "url"])
    error_message = "The index does not fit the embeddings, or what is stored with them."
  }
  assert {
    condition     = alltrue([for service in module.researcher : service.environment["HOST"] == "0.0.0.0"])
    error_message = "A container listens to itself alone."
  }
}
