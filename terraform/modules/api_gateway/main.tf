# Programs' routes: a REST API, whose usage plan asks for a key and meters it. AWS: a key is for metering, and not by itself
# authentication, so no personal data is behind these routes.
resource "aws_api_gateway_rest_api" "this" {
  name = var.name
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

locals {
  # "POST /documents/{id}" -> method POST, path documents/{id}.
  methods = {
    for route, to in var.routes : route => merge(to, {
      http_method = split(" ", route)[0]
      path        = trimprefix(split(" ", route)[1], "/")
    })
  }
  # Every prefix of every path is a resource; one may not refer to another of the same block, hence a block for each depth.
  paths = distinct(flatten([
    for method in values(local.methods) : [
      for depth in range(1, length(split("/", method.path)) + 1) : join("/", slice(split("/", method.path), 0, depth))
    ] if method.path != ""
  ]))
  resource_ids = merge(
    { "" = aws_api_gateway_rest_api.this.root_resource_id },
    { for path, resource in aws_api_gateway_resource.first : path => resource.id },
    { for path, resource in aws_api_gateway_resource.second : path => resource.id },
    { for path, resource in aws_api_gateway_resource.third : path => resource.id },
    { for path, resource in aws_api_gateway_resource.fourth : path => resource.id },
  )
}

resource "aws_api_gateway_resource" "first" {
  for_each = toset([for path in local.paths : path if length(split("/", path)) == 1])

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_resource" "second" {
  for_each = toset([for path in local.paths : path if length(split("/", path)) == 2])

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.first[dirname(each.key)].id
  path_part   = basename(each.key)
}

resource "aws_api_gateway_resource" "third" {
  for_each = toset([for path in local.paths : path if length(split("/", path)) == 3])

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.second[dirname(each.key)].id
  path_part   = basename(each.key)
}

resource "aws_api_gateway_resource" "fourth" {
  for_each = toset([for path in local.paths : path if length(split("/", path)) == 4])

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.third[dirname(each.key)].id
  path_part   = basename(each.key)
}

resource "aws_api_gateway_method" "this" {
  for_each = local.methods

  rest_api_id      = aws_api_gateway_rest_api.this.id
  resource_id      = local.resource_ids[each.value.path]
  http_method      = each.value.http_method
  authorization    = "NONE"
  api_key_required = each.value.api_key
}

resource "aws_api_gateway_integration" "this" {
  for_each = local.methods

  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = local.resource_ids[each.value.path]
  http_method             = aws_api_gateway_method.this[each.key].http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = each.value.invoke_arn
}

resource "aws_lambda_permission" "this" {
  for_each = { for name in distinct(values(local.methods)[*].function_name) : name => name }

  statement_id  = "AllowRestApi"
  action        = "lambda:InvokeFunction"
  function_name = each.value
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*/*/*"
}
