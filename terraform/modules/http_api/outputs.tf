output "id" {
  description = "ID of the API."
  value       = aws_apigatewayv2_api.this.id
}

output "url" {
  description = "Base URL, without a slash at its end."
  value       = trimsuffix(aws_apigatewayv2_stage.this.invoke_url, "/")
}

output "routes" {
  description = "The routes as they are set."
  value       = aws_apigatewayv2_route.this
}

output "stage" {
  description = "The stage as it is set."
  value       = aws_apigatewayv2_stage.this
}

output "log_group" {
  description = "Its access log."
  value       = aws_cloudwatch_log_group.access.name
}
