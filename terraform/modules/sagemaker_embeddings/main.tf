# all-MiniLM-L6-v2 on a serverless endpoint: nothing is paid while nobody asks. It answers a vector for each token; the caller
# takes their mean.
data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}

data "aws_sagemaker_prebuilt_ecr_image" "hugging_face" {
  repository_name = "huggingface-pytorch-inference"
  image_tag       = var.image_tag
}

locals {
  environment = {
    HF_MODEL_ID = "sentence-transformers/all-MiniLM-L6-v2"
    HF_TASK     = "feature-extraction"
  }
}

# SageMaker changes nothing of a model, so another image is another model, made while the endpoint still uses the old one. Two of one
# name cannot be; and only another name of the model makes the endpoint take other settings.
resource "aws_sagemaker_model" "this" {
  name               = "${var.name}-${substr(sha256(jsonencode([var.image_tag, local.environment])), 0, 8)}"
  execution_role_arn = aws_iam_role.this.arn

  primary_container {
    image       = data.aws_sagemaker_prebuilt_ecr_image.hugging_face.registry_path
    environment = local.environment
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_sagemaker_endpoint_configuration" "this" {
  name_prefix = "${var.name}-"

  production_variants {
    variant_name = "all"
    model_name   = aws_sagemaker_model.this.name
    serverless_config {
      memory_size_in_mb = var.memory
      max_concurrency   = var.max_concurrency
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

# SageMaker makes this group itself, and keeps it for ever, unless it is there.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/sagemaker/Endpoints/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_sagemaker_endpoint" "this" {
  name                 = var.name
  endpoint_config_name = aws_sagemaker_endpoint_configuration.this.name
  depends_on           = [aws_cloudwatch_log_group.this]
}

data "aws_iam_policy_document" "assume" {
  statement {
    sid     = "SageMaker"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Image"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = ["arn:${data.aws_partition.current.partition}:ecr:${var.region}:*:repository/huggingface-pytorch-inference"]
  }
  statement {
    sid     = "Registry"
    actions = ["ecr:GetAuthorizationToken"]
    # A token is for the registry; there is no resource to name.
    resources = ["*"]
  }
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  path                 = var.role_path
  description          = "SageMaker runs the embedding model."
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "this" {
  name   = "serve"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}
