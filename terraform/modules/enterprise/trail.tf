# Who invoked which function of Alex's, and who sent to or took from which of its queues; what else the account has is not kept, nor paid. Management events are left out: AWS keeps 90 days of them for nothing.
locals {
  trail = "${var.name}-audit"
  # A bucket's name is one for all of AWS.
  trail_bucket = "${var.name}-trail-${data.aws_caller_identity.current.account_id}-${var.region}"
  here         = "${var.region}:${data.aws_caller_identity.current.account_id}"
  trail_arn    = "arn:${data.aws_partition.current.partition}:cloudtrail:${local.here}:trail/${local.trail}"
}

resource "aws_s3_bucket" "trail" {
  for_each = var.trails

  bucket        = local.trail_bucket
  force_destroy = !var.deletion_protection
}

resource "aws_s3_bucket_public_access_block" "trail" {
  for_each = var.trails

  bucket                  = aws_s3_bucket.trail[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "trail" {
  for_each = var.trails

  bucket = aws_s3_bucket.trail[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "trail" {
  for_each = var.trails

  bucket = aws_s3_bucket.trail[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail" {
  for_each = var.trails

  bucket = aws_s3_bucket.trail[each.key].id
  rule {
    id     = "expire"
    status = "Enabled"
    filter {}
    expiration {
      days = 90
    }
    noncurrent_version_expiration {
      noncurrent_days = 7
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
  depends_on = [aws_s3_bucket_versioning.trail]
}

data "aws_iam_policy_document" "trail" {
  for_each = var.trails

  statement {
    sid       = "CloudTrailLooks"
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.trail[each.key].arn]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
  statement {
    sid       = "CloudTrailWrites"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.trail[each.key].arn}/AWSLogs/${data.aws_caller_identity.current.account_id}/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
  statement {
    sid       = "RefusePlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.trail[each.key].arn, "${aws_s3_bucket.trail[each.key].arn}/*"]
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

resource "aws_s3_bucket_policy" "trail" {
  for_each = var.trails

  bucket     = aws_s3_bucket.trail[each.key].id
  policy     = data.aws_iam_policy_document.trail[each.key].json
  depends_on = [aws_s3_bucket_public_access_block.trail]
}

resource "aws_cloudtrail" "this" {
  for_each = var.trails

  name                          = local.trail
  s3_bucket_name                = aws_s3_bucket.trail[each.key].id
  enable_log_file_validation    = true
  include_global_service_events = false
  is_multi_region_trail         = false

  dynamic "advanced_event_selector" {
    for_each = {
      "Functions" = { type = "AWS::Lambda::Function", begins = "lambda:${local.here}:function:${var.name}-" }
      "Queues"    = { type = "AWS::SQS::Queue", begins = "sqs:${local.here}:${var.name}-" }
    }
    content {
      name = advanced_event_selector.key
      field_selector {
        field  = "eventCategory"
        equals = ["Data"]
      }
      field_selector {
        field  = "resources.type"
        equals = [advanced_event_selector.value.type]
      }
      field_selector {
        field       = "resources.ARN"
        starts_with = ["arn:${data.aws_partition.current.partition}:${advanced_event_selector.value.begins}"]
      }
    }
  }

  depends_on = [aws_s3_bucket_policy.trail]
}
