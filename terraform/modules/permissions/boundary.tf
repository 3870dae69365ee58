# What no role of Alex goes beyond: the actions that its functions, its containers and the AWS services behind them use, on what
# carries the project's name wherever the service has names. A member of the group may write a role's policy and say who assumes it,
# so this is what a member can reach through a role. A boundary gives nothing by itself.
data "aws_iam_policy_document" "boundary" {
  # API Gateway has one role for the logs of all APIs of a region, so writing is allowed in every group, and reading is not.
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents", "logs:TagResource"]
    resources = ["arn:${local.partition}:logs:${local.regional}:*"]
  }
  statement {
    sid     = "ReadLogs"
    actions = ["logs:FilterLogEvents", "logs:GetLogEvents"]
    resources = [
      "arn:${local.partition}:logs:${local.regional}:log-group:/aws/apigateway/*",
      "arn:${local.partition}:logs:${local.regional}:log-group:/aws/vendedlogs/${var.project}-*",
      "arn:${local.partition}:logs:${local.regional}:log-group:API-Gateway-Execution-Logs_*",
    ]
  }
  # Neither has resources to name.
  statement {
    sid       = "TracesAndRegistry"
    actions   = ["ecr:GetAuthorizationToken", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]
    resources = ["*"]
  }
  statement {
    sid     = "Named"
    actions = local.boundary_actions
    resources = [
      "arn:${local.partition}:ecr:${local.regional}:repository/${var.project}/*",
      "arn:${local.partition}:ecr:${var.region}:*:repository/huggingface-pytorch-inference",
      "arn:${local.partition}:lambda:${local.regional}:function:${var.project}-*",
      "arn:${local.partition}:rds:${local.regional}:cluster:${var.project}",
      "arn:${local.partition}:s3vectors:${local.regional}:bucket/${var.project}-*",
      "arn:${local.partition}:sagemaker:${local.regional}:endpoint/${var.project}-*",
      "arn:${local.partition}:secretsmanager:${local.regional}:secret:${var.project}/*",
      "arn:${local.partition}:sqs:${local.regional}:${var.project}-*",
    ]
  }
  # RDS makes and names the master user's secret, and marks it with the cluster that it is of. Nobody else can set such a mark.
  statement {
    sid       = "DatabaseSecret"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:${local.partition}:secretsmanager:${local.regional}:secret:rds!cluster-*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/aws:rds:primaryDBClusterArn"
      values   = ["arn:${local.partition}:rds:${local.regional}:cluster:${var.project}"]
    }
  }
  statement {
    sid       = "Models"
    actions   = ["bedrock:ApplyGuardrail", "bedrock:InvokeModel"]
    resources = ["arn:${local.partition}:bedrock:*::foundation-model/*", "arn:${local.partition}:bedrock:*:${local.account}:*"]
  }
  # AWS's own keys open what a service holds, for whoever may ask that service for it.
  statement {
    sid       = "KeysOfServices"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["*.${var.region}.amazonaws.com"]
    }
  }

  # What ECS Express Mode makes and keeps with its infrastructure role. AWS writes that role's policy and changes it now and then, so
  # its services are allowed whole, but only on what ECS has marked as its own.
  # https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRoleforExpressGatewayServices.html
  statement {
    sid = "MadeByEcs"
    actions = [
      "acm:*", "application-autoscaling:*", "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress",
      "ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress", "elasticloadbalancing:*",
    ]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/AmazonECSManaged"
      values   = ["true"]
    }
  }
  statement {
    sid       = "MarkedByEcs"
    actions   = ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateSecurityGroup"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/AmazonECSManaged"
      values   = ["true"]
    }
  }
  dynamic "statement" {
    for_each = { Balancers = ["elasticloadbalancing:AddTags", "elasticloadbalancing:CreateAction"], Groups = ["ec2:CreateTags", "ec2:CreateAction"] }
    content {
      sid       = "Mark${statement.key}"
      actions   = [statement.value[0]]
      resources = ["*"]
      condition {
        test     = "Null"
        variable = statement.value[1]
        values   = ["false"]
      }
    }
  }
  statement {
    sid       = "ScalingOfEcs"
    actions   = ["application-autoscaling:DeleteScalingPolicy", "application-autoscaling:PutScalingPolicy"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "application-autoscaling:service-namespace"
      values   = ["ecs"]
    }
  }
  statement {
    sid       = "GroupsInNetworks"
    actions   = ["ec2:CreateSecurityGroup"]
    resources = ["arn:${local.partition}:ec2:${local.regional}:vpc/*"]
  }
  statement {
    sid = "LookAround"
    actions = [
      "application-autoscaling:Describe*", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "elasticloadbalancing:Describe*",
    ]
    resources = ["*"]
  }
  statement {
    sid       = "RolesOfAwsServices"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/*"]
    condition {
      test     = "StringEquals"
      variable = "iam:AWSServiceName"
      values   = ["ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com"]
    }
  }
}

locals {
  # Each belongs to one of the services that are named there.
  boundary_actions = [
    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "lambda:InvokeFunction",
    "rds-data:BatchExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction", "rds-data:ExecuteStatement", "rds-data:RollbackTransaction",
    "s3vectors:DeleteVectors", "s3vectors:GetVectors", "s3vectors:ListVectors", "s3vectors:PutVectors", "s3vectors:QueryVectors", "sagemaker:InvokeEndpoint",
    "secretsmanager:GetSecretValue", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage",
  ]
}
