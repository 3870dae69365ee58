output "alarm_topic_arn" {
  description = "ARN of the topic that hears of alarms."
  value       = aws_sns_topic.alerts.arn
}

output "topic" {
  description = "The topic as it is set."
  value       = aws_sns_topic.alerts
}

output "guardrails" {
  description = "By region: ARN and version of the guardrail for models that are called there."
  value       = { for region, guardrail in aws_bedrock_guardrail.this : region => { arn = guardrail.guardrail_arn, version = aws_bedrock_guardrail_version.this[region].version } }
}

output "dashboards" {
  description = "Names of the dashboards."
  value       = concat(aws_cloudwatch_dashboard.agents[*].dashboard_name, aws_cloudwatch_dashboard.models[*].dashboard_name)
}

output "web_acl_arns" {
  description = "ARN of the web ACL, if there is a REST API."
  value       = aws_wafv2_web_acl.this[*].arn
}
