output "schedules" {
  description = "The schedules as they are set."
  value       = aws_scheduler_schedule.this
}

output "policies" {
  description = "Policies of their roles, as JSON."
  value       = { for name, document in data.aws_iam_policy_document.this : name => document.json }
}
