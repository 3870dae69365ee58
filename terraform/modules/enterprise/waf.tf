# The bodies that this API takes are documents, and questions about them: longer than 8 KiB, HTML with scripts and with links such as
# ../../x or to bare addresses, and about anything, an attack too. So what AWS's groups find in a body is counted; the function reads it
# as text, and checks it by a schema. Paths, queries, cookies and headers are blocked as before.
# https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
locals {
  counted_in_bodies = {
    common           = ["CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "SizeRestrictions_BODY"]
    known_bad_inputs = ["JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY"]
  }

  # Requests of one address in five minutes. Twice what the throttle lets one key do in them, which says 429 and when to come again:
  # this one is for whoever has no key, and says 403. Programs of one network share an address.
  # https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
  rest_requests = min(2000000000, max(1000, ceil(2 * 300 * var.rest_rate)))
}

# A web ACL can be attached to a REST API's stage and not to an HTTP API: that one has its throttling alone.
resource "aws_wafv2_web_acl" "this" {
  count = length(var.rest_stage_arns) > 0 ? 1 : 0

  name  = "${var.name}-rest"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "known-bad-inputs"
    priority = 10
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        dynamic "rule_action_override" {
          for_each = local.counted_in_bodies.known_bad_inputs
          content {
            name = rule_action_override.value
            action_to_use {
              count {}
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-known-bad-inputs"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "common"
    priority = 20
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesCommonRuleSet"
        dynamic "rule_action_override" {
          for_each = local.counted_in_bodies.common
          content {
            name = rule_action_override.value
            action_to_use {
              count {}
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-common"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "rate"
    priority = 30
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit              = local.rest_requests
        aggregate_key_type = "IP"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-rate"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${var.name}-rest"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  for_each = var.rest_stage_arns

  resource_arn = each.value
  web_acl_arn  = aws_wafv2_web_acl.this[0].arn
}

resource "aws_cloudwatch_log_group" "waf" {
  count = length(var.rest_stage_arns) > 0 ? 1 : 0

  # WAF asks for this prefix.
  name              = "aws-waf-logs-${var.name}-rest"
  retention_in_days = var.log_retention_days
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count = length(var.rest_stage_arns) > 0 ? 1 : 0

  resource_arn            = aws_wafv2_web_acl.this[0].arn
  log_destination_configs = [aws_cloudwatch_log_group.waf[0].arn]

  # The key is a secret of its owner's.
  redacted_fields {
    single_header {
      name = "x-api-key"
    }
  }
}
