# An alarm looks at periods of five minutes. Whoever is asked all day has to fail in two of three; what a schedule starts may run once in
# a day, so there one run that failed is enough, and the alarm stays until a run goes well.
locals {
  patience = {
    for name, function in var.functions : name => function.scheduled
    ? { periods = 1, breaching = 1, missing = "ignore" }
    : { periods = 3, breaching = 2, missing = "notBreaching" }
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each = var.functions

  alarm_name          = "${each.value.name}-errors"
  alarm_description   = each.value.scheduled ? "A run of ${each.value.name} failed." : "More than 5 % of the invocations of ${each.value.name} fail."
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = local.patience[each.key].periods
  datapoints_to_alarm = local.patience[each.key].breaching
  threshold           = 5
  treat_missing_data  = local.patience[each.key].missing
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]

  metric_query {
    id          = "rate"
    expression  = "100 * errors / MAX([errors, invocations])"
    label       = "Failed (%)"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "Errors", invocations = "Invocations" }
    content {
      id = metric_query.key
      metric {
        namespace   = "AWS/Lambda"
        metric_name = metric_query.value
        dimensions  = { FunctionName = each.value.name }
        period      = 300
        stat        = "Sum"
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "throttles" {
  for_each = var.functions

  alarm_name          = "${each.value.name}-throttled"
  alarm_description   = "${each.value.name} is asked for more often than it may run at once: raise reserved_concurrency, or the account's quota."
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  dimensions          = { FunctionName = each.value.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = local.patience[each.key].breaching
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  for_each = var.functions

  alarm_name          = "${each.value.name}-slow"
  alarm_description   = "The slowest runs of ${each.value.name} come within a tenth of its ${each.value.timeout} seconds."
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  dimensions          = { FunctionName = each.value.name }
  extended_statistic  = "p95"
  period              = 300
  evaluation_periods  = local.patience[each.key].breaching
  threshold           = 900 * each.value.timeout
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

# Errors of what is not a function of ours, five in each of two periods: somebody is turned away.
resource "aws_cloudwatch_metric_alarm" "server_errors" {
  for_each = merge(
    { for id in values(var.http_api) : "http-5xx" => { of = "The HTTP API", namespace = "AWS/ApiGateway", metric = "5xx", dimensions = { ApiId = id } } },
    { for name in values(var.rest_api) : "rest-5xx" => { of = "The REST API", namespace = "AWS/ApiGateway", metric = "5XXError", dimensions = { ApiName = name } } },
    { for name in values(var.endpoints) : "embeddings-5xx" => { of = "The endpoint of the embeddings", namespace = "AWS/SageMaker", metric = "Invocation5XXErrors", dimensions = { EndpointName = name, VariantName = "all" } } },
  )

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.of} answers with errors of its own."
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 4
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

resource "aws_cloudwatch_metric_alarm" "database_full" {
  for_each = var.clusters

  alarm_name          = "${var.name}-database-busy"
  alarm_description   = "The database has worked at more than 90 % of its most capacity units for a quarter of an hour: raise database_capacity.max."
  namespace           = "AWS/RDS"
  metric_name         = "ACUUtilization"
  dimensions          = { DBClusterIdentifier = each.value }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  threshold           = 90
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

# The narrator stands in where a model fails, so no function does, and a fleet whose model is gone would tell nobody. The code counts 0 or 1
# for each run of a step, so the average is the share of a quarter of an hour; with nobody asking it stays as it was, until a model writes
# again.
resource "aws_cloudwatch_metric_alarm" "without_model" {
  for_each = var.model_steps

  alarm_name          = "${var.name}-${each.key}-without-model"
  alarm_description   = "The narrator did more than half of the steps \"${each.key}\" in the place of a model. Why: npm run check-job -- ID --target aws, or npm run doctor -- --target aws."
  namespace           = "Alex"
  metric_name         = "StepsDegraded"
  dimensions          = { service = var.name, step = each.key }
  statistic           = "Average"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0.5
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "ignore"
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
}
