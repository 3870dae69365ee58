locals {
  # Six times the consumer's time, so that a message is not received again while a slow invocation still works on it; SQS allows 12 hours.
  # https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  visibility_timeout = min(6 * var.consumer_timeout, 43200)
}

module "dead_letters" {
  source = "../dead_letters"

  name              = "${var.name}-dlq"
  alarm_description = "A message of ${var.name} was received ${var.maximum_receives} times and never done with."
  alarm_topic_arns  = var.alarm_topic_arns
}

resource "aws_sqs_queue" "this" {
  name                       = var.name
  visibility_timeout_seconds = local.visibility_timeout
  message_retention_seconds  = 345600
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = module.dead_letters.arn
    maxReceiveCount     = var.maximum_receives
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "this" {
  queue_url = module.dead_letters.url
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.this.arn]
  })
}

data "aws_iam_policy_document" "encrypted_transport" {
  statement {
    sid       = "RefusePlainHttp"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.this.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.id
  policy    = data.aws_iam_policy_document.encrypted_transport.json
}

resource "aws_cloudwatch_metric_alarm" "old_message" {
  alarm_name          = "${var.name}-old-message"
  alarm_description   = "A message of ${var.name} has waited ${var.alarm_age_seconds} seconds: nobody takes it, or all are busy."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.this.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  threshold           = var.alarm_age_seconds
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
}
