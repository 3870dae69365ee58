output "name" {
  description = "Its name, which CloudWatch knows it by."
  value       = aws_api_gateway_rest_api.this.name
}

output "url" {
  description = "Base URL, without a slash at its end."
  value       = trimsuffix(aws_api_gateway_stage.this.invoke_url, "/")
}

output "api_key_id" {
  description = "ID of the key; its value is asked for when it is needed."
  value       = aws_api_gateway_api_key.this.id
}

output "stage_arn" {
  description = "ARN of the stage, which a web ACL can be attached to."
  value       = aws_api_gateway_stage.this.arn
}

output "methods" {
  description = "The methods as they are set."
  value       = aws_api_gateway_method.this
}

output "stage" {
  description = "The stage as it is set."
  value       = aws_api_gateway_stage.this
}

output "usage_plan" {
  description = "The usage plan as it is set."
  value       = aws_api_gateway_usage_plan.this
}

output "log_group" {
  description = "Its access log."
  value       = aws_cloudwatch_log_group.access.name
}
