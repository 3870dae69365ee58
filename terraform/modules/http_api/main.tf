# People's routes. Who is calling is checked by the function (a personal API key), so the gateway's routes are open.
# A JWT authorizer, once people sign in, belongs here: one aws_apigatewayv2_authorizer, and authorization_type in the routes below.
resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  protocol_type = "HTTP"

  dynamic "cors_configuration" {
    for_each = length(var.web_origins) > 0 ? [var.web_origins] : []
    content {
      allow_origins = cors_configuration.value
      allow_methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
      allow_headers = ["authorization", "content-type", "idempotency-key", "x-api-key"]
      # What a page may read of an answer beside its type: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
      expose_headers = ["location", "retry-after", "www-authenticate"]
      max_age        = 3600
    }
  }
}

resource "aws_apigatewayv2_integration" "this" {
  for_each = var.functions

  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_uri        = each.value.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "this" {
  for_each = var.routes

  api_id             = aws_apigatewayv2_api.this.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.this[each.value].id}"
  authorization_type = "NONE"

  lifecycle {
    replace_triggered_by = [terraform_data.answered_by.input[each.key]]
  }
}

# AWS deletes no integration that a route still leads to, and Terraform deletes before it changes. So a route whose folder has another
# name, or that another folder answers now, is made anew: it goes before its old integration and comes after its new one, and nobody is
# answered there for the minute between (404). The others stay. create_before_destroy would reach everything that an integration stands
# on, whose names cannot be twice.
resource "terraform_data" "answered_by" {
  input = var.routes
}

resource "aws_cloudwatch_log_group" "access" {
  # Under this prefix all APIs share one log resource policy; policies have a small limit of length.
  name              = "/aws/vendedlogs/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      time      = "$context.requestTime"
      route     = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
      error     = "$context.integrationErrorMessage"
    })
  }

  default_route_settings {
    throttling_rate_limit  = var.throttle.rate
    throttling_burst_limit = var.throttle.burst
    # A set of metrics for each route, each charged; the access log has the route of every request.
    detailed_metrics_enabled = false
  }
}

resource "aws_lambda_permission" "this" {
  for_each = var.functions

  statement_id  = "AllowHttpApi"
  action        = "lambda:InvokeFunction"
  function_name = each.value.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}
