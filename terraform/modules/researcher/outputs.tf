output "url" {
  description = "Base URL, without a slash at its end."
  value       = "https://${trimsuffix(trimprefix(local.on_express ? aws_ecs_express_gateway_service.this[0].ingress_paths[0].endpoint : aws_apprunner_service.this[0].service_url, "https://"), "/")}"
}

output "policy" {
  description = "Policy of its program's role, as JSON."
  value       = data.aws_iam_policy_document.task.json
}

output "environment" {
  description = "Its variables."
  value       = var.environment
}

output "network" {
  description = "The subnets that were named for it; AWS's choice where none were."
  value       = try(aws_ecs_express_gateway_service.this[0].network_configuration, null)
}

output "log_group" {
  description = "Where it logs; App Runner names its own."
  value       = one(aws_cloudwatch_log_group.this[*].name)
}
