# What a person and the scripts need to know. Nothing here is a secret; scripts ask AWS for those when they need them.

output "next_step" {
  description = "What comes next, in the guides' order."
  value       = local.next_step
}

output "stages" {
  description = "The stages that exist, in the guides' order."
  value       = [for stage in local.stage_order : stage if contains(var.stages, stage)]
}

output "account" {
  description = "The AWS account that it is in: scripts refuse credentials of another one."
  value       = data.aws_caller_identity.current.account_id
}

output "functions" {
  description = "Names in the account of the functions that are deployed, by their folder."
  value       = { for name, function in module.lambda : name => function.name }

  precondition {
    condition     = length(local.unmet_needs) == 0
    error_message = "These needs cannot be met, as what they ask for is unknown or its stage is not on: ${join("; ", local.unmet_needs)}."
  }
  precondition {
    condition     = length(local.folders_with_credentials) == 0
    error_message = "What looks like a key or a password stands in the environment of ${join(", ", local.folders_with_credentials)}, and ends up in the state. A secret is a need, secret:NAME (guides/9-beyond.md)."
  }
}

output "functions_waiting" {
  description = "The functions that are not deployed yet, and what each waits for."
  value = {
    for name in keys(local.functions) : name => join(", ", concat(
      sort(setsubtract(local.function_stages[name], var.stages)),
      local.awaits_researcher[name] ? ["an image of the researcher"] : [],
    )) if !contains(keys(local.deployed_functions), name)
  }
}

output "environment" {
  description = "The variables with which scripts find what is deployed; `npm run env` writes them to .env."
  value = merge(
    { AWS_REGION = var.region },
    # Of the database's users its owner: scripts migrate.
    [for need, grant in local.function_grants : grant.environment if !contains(["market", "model", "traces"], need) && !startswith(need, "database:")]...
  )
}

output "http_api_url" {
  description = "Base URL of people's routes."
  value       = one(module.http_api[*].url)
}

output "rest_api_url" {
  description = "Base URL of programs' routes."
  value       = one(module.api_gateway[*].url)
}

output "rest_api_key_id" {
  description = "ID of their key. Guide 3 says how to ask for its value."
  value       = one(module.api_gateway[*].api_key_id)
}

output "repositories" {
  description = "Where the images of services are pushed to."
  value       = { for name, repository in module.ecr : name => repository.repository_url }
}

output "services" {
  description = "Base URLs of the services."
  value       = { for name, service in module.researcher : name => service.url }
}

output "secrets" {
  description = "ARNs of the secrets, whose values a script writes."
  value       = module.secrets.arns
}

output "log_groups" {
  description = "Where everything logs, by function, service or API."
  value = merge(
    { for name, function in module.lambda : name => function.log_group },
    { for name, service in module.researcher : name => service.log_group if var.container_platform == "ecs_express" },
    { for group in module.http_api[*].log_group : "http-api" => group },
    { for group in module.api_gateway[*].log_group : "rest-api" => group },
    { for group in module.sagemaker_embeddings[*].log_group : "embeddings" => group },
  )
}

output "dead_letter_queues" {
  description = "Names of the queues of what could not be done."
  value       = merge({ for name, queue in module.sqs : name => queue.dead_letters_name }, { for queue in module.failed_events[*].name : "failed-events" => queue })
}

output "deployers" {
  description = "The group whose members may deploy."
  value       = one(module.permissions[*].group)
}

output "dashboards" {
  description = "Names of the CloudWatch dashboards."
  value       = flatten(module.enterprise[*].dashboards)
}

output "guardrails" {
  description = "By region: ARN and version of the Bedrock guardrail that the models called there are watched by."
  value       = one(module.enterprise[*].guardrails)
}
