locals {
  # A reservation below what a queue may start would throttle it, and throttled messages are received for nothing.
  least_concurrency = max(0, [for queue in values(var.queues) : queue.maximum_concurrency]...)
  concurrency       = var.reserved_concurrency == null ? null : max(var.reserved_concurrency, local.least_concurrency)
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.this.arn
  runtime       = "nodejs24.x"
  # The zips hold no native code, so the cheaper processor will do.
  architectures = ["arm64"]
  handler       = "index.handler"
  filename      = var.zip
  # Absent before the first `npm run package`, so that a plan can be looked at without.
  source_code_hash               = fileexists(var.zip) ? filebase64sha256(var.zip) : null
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = local.concurrency

  tracing_config {
    mode = "Active"
  }

  # Text: the functions write their own lines of JSON, and metrics in the embedded format, which a second envelope would hide.
  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  dynamic "environment" {
    for_each = length(var.environment) > 0 ? [var.environment] : []
    content {
      variables = environment.value
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  maximum_event_age_in_seconds = 3600
  maximum_retry_attempts       = var.retries

  destination_config {
    on_failure {
      destination = var.failed_events_arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each = var.queues

  event_source_arn        = each.value.arn
  function_name           = aws_lambda_function.this.arn
  batch_size              = each.value.batch_size
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = each.value.maximum_concurrency
  }

  # Both are the function's to have before the service first asks for a message.
  depends_on = [aws_iam_role_policy.this]
}
