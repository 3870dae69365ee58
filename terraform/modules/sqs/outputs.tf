output "arn" {
  description = "ARN of the queue."
  value       = aws_sqs_queue.this.arn
}

output "name" {
  description = "Name of the queue."
  value       = aws_sqs_queue.this.name
}

output "url" {
  description = "URL of the queue."
  value       = aws_sqs_queue.this.url
}

output "dead_letters_name" {
  description = "Name of the dead-letter queue."
  value       = module.dead_letters.name
}

output "queue" {
  description = "The queue as it is set."
  value       = aws_sqs_queue.this
}

output "dead_letters" {
  description = "The dead-letter queue as it is set."
  value       = module.dead_letters.queue
}
