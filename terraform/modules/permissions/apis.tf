# API Gateway: AWS makes up the names of APIs, keys and usage plans. What they are made of has the tags of its REST API or usage plan; the
# parts of an HTTP API have none, and neither has what is only about to be. Whoever makes an API must be allowed to tag any: these
# conditions keep from mistakes, and not from somebody who first puts Alex's tag on another's API.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-supported-resources.html
data "aws_iam_policy_document" "apis" {
  statement {
    sid       = "Apis"
    actions   = ["apigateway:DELETE", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT"]
    resources = [for kind in local.apis : "${local.gateway}/${kind}/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/project"
      values   = [var.project]
    }
  }
  statement {
    sid       = "ApisMade"
    actions   = ["apigateway:POST"]
    resources = concat([for kind in local.apis : "${local.gateway}/${kind}"], [for kind in ["apis", "restapis"] : "${local.gateway}/${kind}/*/stages"])
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/project"
      values   = [var.project]
    }
  }
  statement {
    sid       = "ApiPartsMade"
    actions   = ["apigateway:POST"]
    resources = ["${local.gateway}/restapis/*/deployments", "${local.gateway}/usageplans/*/keys"]
  }
  statement {
    sid       = "HttpApiParts"
    actions   = ["apigateway:DELETE", "apigateway:PATCH", "apigateway:POST"]
    resources = [for part in ["cors", "integrations", "integrations/*", "routes", "routes/*"] : "${local.gateway}/apis/*/${part}"]
  }
  statement {
    sid       = "ApiTags"
    actions   = ["apigateway:DELETE", "apigateway:POST", "apigateway:PUT"]
    resources = ["${local.gateway}/tags/*"]
  }
  statement {
    sid       = "ApisSeen"
    actions   = ["apigateway:GET"]
    resources = [for path in concat(["account", "tags/*"], [for kind in local.apis : "${kind}*"]) : "${local.gateway}/${path}"]
  }
  # One role writes the logs of all APIs of the region.
  statement {
    sid       = "ApiLogs"
    actions   = ["apigateway:PATCH"]
    resources = ["${local.gateway}/account"]
  }
  statement {
    sid       = "ApiGuards"
    actions   = ["apigateway:SetWebACL"]
    resources = ["${local.gateway}/restapis/*/stages/*"]
  }
}

locals {
  gateway = "arn:${local.partition}:apigateway:${var.region}::"
  apis    = ["apikeys", "apis", "restapis", "usageplans"]
}
