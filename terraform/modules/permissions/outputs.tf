output "boundary_arn" {
  description = "ARN of the policy beyond which no role goes."
  value       = aws_iam_policy.boundary.arn
}

output "boundary" {
  description = "That policy, as JSON."
  value       = aws_iam_policy.boundary.policy
}

output "group" {
  description = "The group whose members may deploy."
  value       = aws_iam_group.deployers.name
}

output "policies" {
  description = "What its members may do, as JSON, by kind."
  value       = { for name, policy in aws_iam_policy.deploy : name => policy.policy }
}
