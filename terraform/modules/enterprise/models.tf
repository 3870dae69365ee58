# What Bedrock itself checks the agents' questions and answers for, beside the code that checks them against the facts. A guardrail
# serves calls in its own region, and models may be called in another one than Alex's.
resource "aws_bedrock_guardrail" "this" {
  for_each = var.model_regions
  region   = each.key

  name                      = var.name
  description               = "What Alex neither answers nor says."
  blocked_input_messaging   = "Alex cannot work on this request."
  blocked_outputs_messaging = "Alex withheld this answer."

  content_policy_config {
    dynamic "filters_config" {
      for_each = toset(["HATE", "INSULTS", "MISCONDUCT", "SEXUAL", "VIOLENCE"])
      content {
        type            = filters_config.value
        input_strength  = "MEDIUM"
        output_strength = "MEDIUM"
      }
    }
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }

  sensitive_information_policy_config {
    dynamic "pii_entities_config" {
      for_each = toset(["CREDIT_DEBIT_CARD_NUMBER", "EMAIL", "PHONE", "US_SOCIAL_SECURITY_NUMBER"])
      content {
        type   = pii_entities_config.value
        action = "ANONYMIZE"
      }
    }
  }
}

# A version never changes, and functions name theirs: whatever changes in the guardrail makes a new one, before the old one goes.
resource "aws_bedrock_guardrail_version" "this" {
  for_each = var.model_regions
  region   = each.key

  guardrail_arn = aws_bedrock_guardrail.this[each.key].guardrail_arn
  description   = "The guardrail as it is deployed."

  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [aws_bedrock_guardrail.this[each.key]]
  }
}

# Traces that pass through one of the functions, with what X-Ray notices about them.
resource "aws_xray_group" "this" {
  count = length(var.functions) > 0 ? 1 : 0

  group_name        = var.name
  filter_expression = join(" OR ", [for function in values(var.functions) : "service(\"${function.name}\")"])
  insights_configuration {
    insights_enabled      = true
    notifications_enabled = false
  }
}

# Of the REST API's requests one a second is traced, and of the others one in ten. Lambda keeps to a rate of its own.
resource "aws_xray_sampling_rule" "this" {
  rule_name      = var.name
  priority       = 1000
  version        = 1
  reservoir_size = 1
  fixed_rate     = 0.1
  service_name   = "${var.name}-*"
  service_type   = "*"
  host           = "*"
  http_method    = "*"
  url_path       = "*"
  resource_arn   = "*"
}
