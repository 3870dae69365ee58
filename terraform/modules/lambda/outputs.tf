output "name" {
  description = "The function's name in the account."
  value       = aws_lambda_function.this.function_name
}

output "arn" {
  description = "ARN of the function."
  value       = aws_lambda_function.this.arn
}

output "invoke_arn" {
  description = "ARN by which API Gateway invokes it."
  value       = aws_lambda_function.this.invoke_arn
}

output "log_group" {
  description = "Where it logs."
  value       = aws_cloudwatch_log_group.this.name
}

output "policy" {
  description = "Its role's policy, as JSON."
  value       = data.aws_iam_policy_document.this.json
}

output "function" {
  description = "The function as it is set."
  value       = aws_lambda_function.this
}

output "event_sources" {
  description = "What feeds it, by queue."
  value       = aws_lambda_event_source_mapping.this
}
