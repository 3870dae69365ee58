locals {
  lambda_names = values(var.functions)[*].name
  # A widget is half a row of CloudWatch's 24 columns.
  agents = concat(
    [for title, metric in { "Invocations" = ["Invocations", "Sum"], "Errors" = ["Errors", "Sum"], "Duration, p95 (ms)" = ["Duration", "p95"] } : {
      title                               = title, stat = metric[1], metrics = [for name in local.lambda_names : ["AWS/Lambda", metric[0], "FunctionName", name]]
    } if length(local.lambda_names) > 0],
    # As one: AWS takes nothing for three dashboards of up to 50 metrics each.
    [{ title = "Throttles, all functions of the account", stat = "Sum", metrics = [["AWS/Lambda", "Throttles"]] }],
    [for queue in values(var.queues) : { title = "Queue ${queue.name}", stat = "Maximum", metrics = [
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue.name], ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", queue.name],
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue.dead_letters],
    ] }],
    [for id in values(var.http_api) : { title = "HTTP API", stat = "Sum", metrics = [for metric in ["Count", "4xx", "5xx"] : ["AWS/ApiGateway", metric, "ApiId", id]] }],
    [for id in values(var.clusters) : { title = "Database, capacity units", stat = "Maximum", metrics = [["AWS/RDS", "ServerlessDatabaseCapacity", "DBClusterIdentifier", id]] }],
    [for name in values(var.endpoints) : { title = "Embeddings", stat = "Sum", metrics = [for metric in ["Invocations", "Invocation4XXErrors", "Invocation5XXErrors"] : ["AWS/SageMaker", metric, "EndpointName", name, "VariantName", "all"]] }],
  )
  # The functions' own metrics, in the embedded format: see shared/middleware/README.md. A search finds those metrics alone that have
  # exactly these dimensions; `service` is the deployment.
  models = [
    { title = "Analyses that ended, by status", stat = "Sum", search = "{Alex,service,status} MetricName=\"JobsEnded\"" },
    { title = "Time of an analysis, p95 (ms)", stat = "p95", search = "{Alex,service,status} MetricName=\"JobDuration\"" },
    { title = "Steps that failed", stat = "Sum", search = "{Alex,service,step} MetricName=\"StepsFailed\"" },
    { title = "Steps without their model", stat = "Sum", search = "{Alex,service,step} MetricName=\"StepsDegraded\"" },
    { title = "Model calls, p95 (ms)", stat = "p95", search = "{Alex,service,agent,model,outcome} MetricName=\"ModelCallDuration\"" },
    { title = "Tokens in", stat = "Sum", search = "{Alex,service,agent,model,outcome} MetricName=\"ModelInputTokens\"" },
    { title = "Tokens out", stat = "Sum", search = "{Alex,service,agent,model,outcome} MetricName=\"ModelOutputTokens\"" },
    { title = "Cost of models ($)", stat = "Sum", search = "{Alex,service,agent,model,outcome} MetricName=\"ModelCost\"" },
  ]
}

resource "aws_cloudwatch_dashboard" "agents" {
  count = length(local.agents) > 0 ? 1 : 0

  dashboard_name = "${var.name}-agents"
  dashboard_body = jsonencode({
    widgets = [for index, widget in local.agents : {
      type       = "metric"
      x          = 12 * (index % 2)
      y          = 6 * floor(index / 2)
      width      = 12
      height     = 6
      properties = { title = widget.title, region = var.region, view = "timeSeries", stat = widget.stat, period = 300, metrics = widget.metrics }
    }]
  })
}

resource "aws_cloudwatch_dashboard" "models" {
  count = length(local.lambda_names) > 0 ? 1 : 0

  dashboard_name = "${var.name}-models"
  dashboard_body = jsonencode({
    widgets = [for index, widget in local.models : {
      type   = "metric"
      x      = 12 * (index % 2)
      y      = 6 * floor(index / 2)
      width  = 12
      height = 6
      properties = {
        title   = widget.title
        region  = var.region
        view    = "timeSeries"
        metrics = [[{ expression = "SEARCH('${widget.search} service=\"${var.name}\"', '${widget.stat}', 300)", id = "e1" }]]
      }
    }]
  })
}
