resource "aws_scheduler_schedule_group" "this" {
  name = var.name
}

resource "aws_scheduler_schedule" "this" {
  for_each = var.schedules

  name                = "${var.name}-${each.key}"
  group_name          = aws_scheduler_schedule_group.this.name
  schedule_expression = each.value.rate

  flexible_time_window {
    mode = "OFF"
  }

  # No input of its own: the function gets EventBridge's "Scheduled Event", with the time when the run was due.
  target {
    arn      = each.value.function_arn
    role_arn = aws_iam_role.this[each.key].arn
    retry_policy {
      maximum_event_age_in_seconds = 300
      maximum_retry_attempts       = 2
    }
    dead_letter_config {
      arn = var.failed_events_arn
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "assume" {
  statement {
    sid     = "Scheduler"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_scheduler_schedule_group.this.arn]
    }
  }
}

# A role for each: it may invoke that one function.
data "aws_iam_policy_document" "this" {
  for_each = var.schedules

  statement {
    sid       = "Invoke"
    actions   = ["lambda:InvokeFunction"]
    resources = [each.value.function_arn]
  }
  statement {
    sid       = "FailedEvents"
    actions   = ["sqs:SendMessage"]
    resources = [var.failed_events_arn]
  }
}

resource "aws_iam_role" "this" {
  for_each = var.schedules

  name                 = "${var.name}-schedule-${each.key}"
  path                 = var.role_path
  description          = "The schedule ${each.key} invokes its function."
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "this" {
  for_each = var.schedules

  name   = "invoke"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.this[each.key].json
}
