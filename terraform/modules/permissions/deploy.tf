# What `terraform apply` and the scripts do, service by service. Whole services, but only what carries the project's name, wherever
# the service has names in its ARNs. Names of projects have no hyphen (variables.tf), so "alex-*" covers no other deployment's. Roles
# are known by their path, as a role of that name that somebody else made would be a way past the boundary. Where AWS makes up the
# names, the tag `project` tells whose a thing is: networks.tf, apis.tf and keys.tf.

locals {
  # That make a role for themselves in the name of whoever first uses them: what ECS has made for its services, too.
  services_with_roles = [
    "apprunner.amazonaws.com", "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com",
    "ops.apigateway.amazonaws.com", "rds.amazonaws.com", "wafv2.amazonaws.com",
  ]
}

data "aws_iam_policy_document" "identities" {
  statement {
    sid       = "RolesWithinTheBoundary"
    actions   = ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/${var.project}/*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.boundary.arn]
    }
  }
  statement {
    sid = "Roles"
    actions = [
      "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:GetRole", "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:ListRoleTags",
      "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
    ]
    resources = ["arn:${local.partition}:iam::${local.account}:role/${var.project}/*"]
  }
  statement {
    sid       = "HandRolesOver"
    actions   = ["iam:PassRole"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/${var.project}/*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values = [
        "apigateway.amazonaws.com", "build.apprunner.amazonaws.com", "cloudtrail.amazonaws.com", "ecs-tasks.amazonaws.com", "ecs.amazonaws.com",
        "lambda.amazonaws.com", "sagemaker.amazonaws.com", "scheduler.amazonaws.com", "tasks.apprunner.amazonaws.com",
      ]
    }
  }
  # Read, not changed: stage 1 is an administrator's.
  statement {
    sid = "SeeStageOne"
    actions = [
      "iam:GetGroup", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListAttachedGroupPolicies", "iam:ListPolicyTags", "iam:ListPolicyVersions",
    ]
    resources = [
      "arn:${local.partition}:iam::${local.account}:group/${var.project}-deployers",
      "arn:${local.partition}:iam::${local.account}:policy/${var.project}-*",
    ]
  }
  statement {
    sid       = "RolesOfAwsServices"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = [for service in local.services_with_roles : "arn:${local.partition}:iam::${local.account}:role/aws-service-role/${service}/*"]
    condition {
      test     = "StringEquals"
      variable = "iam:AWSServiceName"
      values   = local.services_with_roles
    }
  }
}

data "aws_iam_policy_document" "compute" {
  statement {
    sid       = "Functions"
    actions   = ["lambda:*"]
    resources = ["arn:${local.partition}:lambda:${local.regional}:function:${var.project}-*"]
  }
  # AWS names what starts a function from a queue, so the function is what tells whose it is.
  statement {
    sid       = "EventSources"
    actions   = ["lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping", "lambda:UpdateEventSourceMapping"]
    resources = ["*"]
    condition {
      test     = "ArnLike"
      variable = "lambda:FunctionArn"
      values   = ["arn:${local.partition}:lambda:${local.regional}:function:${var.project}-*"]
    }
  }
  statement {
    sid       = "EventSourcesSeen"
    actions   = ["lambda:GetEventSourceMapping", "lambda:ListTags", "lambda:TagResource", "lambda:UntagResource"]
    resources = ["arn:${local.partition}:lambda:${local.regional}:event-source-mapping:*"]
  }
  statement {
    sid       = "FunctionsListed"
    actions   = ["lambda:GetAccountSettings", "lambda:ListEventSourceMappings", "lambda:ListFunctions"]
    resources = ["*"]
  }
  statement {
    sid     = "Schedules"
    actions = ["scheduler:*"]
    resources = [
      "arn:${local.partition}:scheduler:${local.regional}:schedule-group/${var.project}",
      "arn:${local.partition}:scheduler:${local.regional}:schedule/${var.project}/*",
    ]
  }
  statement {
    sid     = "Images"
    actions = ["ecr:*"]
    resources = [
      "arn:${local.partition}:ecr:${local.regional}:repository/${var.project}/*",
    ]
  }
  statement {
    sid       = "Registry"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }
  statement {
    sid     = "Containers"
    actions = ["apprunner:*", "ecs:*"]
    resources = [
      "arn:${local.partition}:apprunner:${local.regional}:service/${var.project}-*",
      "arn:${local.partition}:apprunner:${local.regional}:autoscalingconfiguration/DefaultConfiguration/*",
      "arn:${local.partition}:ecs:${local.regional}:service-deployment/default/${var.project}-*",
      "arn:${local.partition}:ecs:${local.regional}:service-revision/default/${var.project}-*",
      "arn:${local.partition}:ecs:${local.regional}:service/default/${var.project}-*",
      "arn:${local.partition}:ecs:${local.regional}:task-definition/default-${var.project}-*",
    ]
  }
  # Other services may run in the account's default cluster, so it is used and not changed.
  statement {
    sid = "DefaultCluster"
    actions = [
      "ecs:CreateExpressGatewayService", "ecs:DeleteExpressGatewayService", "ecs:DescribeClusters", "ecs:DescribeExpressGatewayService", "ecs:ListServices",
      "ecs:UpdateExpressGatewayService",
    ]
    resources = ["arn:${local.partition}:ecs:${local.regional}:cluster/default"]
  }
  # ECS asks for these without a name, or before there is one.
  statement {
    sid       = "ContainersWithoutNames"
    actions   = ["ecs:CreateCluster", "ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition"]
    resources = ["*"]
  }
  statement {
    sid     = "Endpoints"
    actions = ["sagemaker:*"]
    resources = [
      "arn:${local.partition}:sagemaker:${local.regional}:endpoint-config/${var.project}-*",
      "arn:${local.partition}:sagemaker:${local.regional}:endpoint/${var.project}-*",
      "arn:${local.partition}:sagemaker:${local.regional}:model/${var.project}-*",
    ]
  }
  statement {
    sid       = "EmbeddingImage"
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages"]
    resources = ["arn:${local.partition}:ecr:${var.region}:*:repository/huggingface-pytorch-inference"]
  }
}

data "aws_iam_policy_document" "data" {
  statement {
    sid       = "Queues"
    actions   = ["sqs:*"]
    resources = ["arn:${local.partition}:sqs:${local.regional}:${var.project}-*"]
  }
  statement {
    sid       = "Vectors"
    actions   = ["s3vectors:*"]
    resources = ["arn:${local.partition}:s3vectors:${local.regional}:bucket/${var.project}-*"]
  }
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:*"]
    resources = ["arn:${local.partition}:secretsmanager:${local.regional}:secret:${var.project}/*"]
  }
  # RDS makes and names the master user's secret in the name of whoever makes the cluster, and marks it with that cluster.
  statement {
    sid       = "DatabaseSecretMade"
    actions   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"]
    resources = ["arn:${local.partition}:secretsmanager:${local.regional}:secret:rds!cluster-*"]
  }
  statement {
    sid       = "DatabaseSecret"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = ["arn:${local.partition}:secretsmanager:${local.regional}:secret:rds!cluster-*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/aws:rds:primaryDBClusterArn"
      values   = ["arn:${local.partition}:rds:${local.regional}:cluster:${var.project}"]
    }
  }
  statement {
    sid     = "Database"
    actions = ["rds-data:*", "rds:*"]
    resources = [
      "arn:${local.partition}:rds:${local.regional}:cluster-snapshot:${var.project}-*", "arn:${local.partition}:rds:${local.regional}:cluster:${var.project}",
      "arn:${local.partition}:rds:${local.regional}:db:${var.project}-*", "arn:${local.partition}:rds:${local.regional}:subgrp:${var.project}",
    ]
  }
  # A database is made with groups of settings, and those that AWS has by default are asked about as well.
  statement {
    sid     = "DatabaseDefaults"
    actions = ["rds:CreateDBCluster", "rds:CreateDBInstance", "rds:ModifyDBCluster", "rds:ModifyDBInstance"]
    resources = [
      "arn:${local.partition}:rds:${local.regional}:cluster-pg:default*", "arn:${local.partition}:rds:${local.regional}:og:default*",
      "arn:${local.partition}:rds:${local.regional}:pg:default*",
    ]
  }
  statement {
    sid = "DataListed"
    actions = [
      "rds:DescribeDBClusters", "rds:DescribeDBEngineVersions", "rds:DescribeDBInstances", "rds:DescribeDBSubnetGroups", "rds:DescribeGlobalClusters",
      "s3vectors:ListVectorBuckets",
    ]
    resources = ["*"]
  }
  # The state of Terraform, where it is in a bucket (backend.tf.example). Only its lock is ever deleted.
  dynamic "statement" {
    for_each = local.state
    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

data "aws_iam_policy_document" "watch" {
  statement {
    sid     = "Logs"
    actions = ["logs:*"]
    resources = [
      "arn:${local.partition}:logs:${local.regional}:log-group:/aws/lambda/${var.project}-*", "arn:${local.partition}:logs:${local.regional}:log-group:/aws/rds/cluster/${var.project}/*",
      "arn:${local.partition}:logs:${local.regional}:log-group:/aws/sagemaker/Endpoints/${var.project}-*", "arn:${local.partition}:logs:${local.regional}:log-group:/aws/vendedlogs/${var.project}-*",
      "arn:${local.partition}:logs:${local.regional}:log-group:/ecs/${var.project}-*", "arn:${local.partition}:logs:${local.regional}:log-group:aws-waf-logs-${var.project}-*",
    ]
  }
  # These have no resource to name, or are asked before there is one.
  statement {
    sid = "Lists"
    actions = [
      "bedrock:GetFoundationModel", "bedrock:GetFoundationModelAvailability", "bedrock:GetInferenceProfile", "bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles",
      "cloudtrail:DescribeTrails", "cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData", "cloudwatch:ListDashboards", "cloudwatch:ListMetrics", "ce:GetCostAndUsage",
      "freetier:GetAccountPlanState",
      "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
      "logs:PutResourcePolicy", "logs:UpdateLogDelivery", "servicequotas:GetServiceQuota", "servicequotas:ListRequestedServiceQuotaChangeHistory", "servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota",
      "servicequotas:ListServiceQuotas", "servicequotas:ListServices", "servicequotas:RequestServiceQuotaIncrease", "sns:GetSubscriptionAttributes",
      "sns:SetSubscriptionAttributes", "sns:Unsubscribe", "sts:GetCallerIdentity", "tag:GetResources",
      "xray:CreateGroup", "xray:CreateSamplingRule", "xray:GetGroups", "xray:GetSamplingRules",
    ]
    resources = ["*"]
  }
  statement {
    sid     = "Alarms"
    actions = ["cloudwatch:*"]
    resources = [
      "arn:${local.partition}:cloudwatch:${local.regional}:alarm:${var.project}-*",
      "arn:${local.partition}:cloudwatch::${local.account}:dashboard/${var.project}-*",
    ]
  }
  statement {
    sid       = "Alerts"
    actions   = ["sns:*"]
    resources = ["arn:${local.partition}:sns:${local.regional}:${var.project}-*"]
  }
  statement {
    sid     = "Guards"
    actions = ["wafv2:*"]
    resources = [
      "arn:${local.partition}:wafv2:${var.region}:*:regional/managedruleset/*",
      "arn:${local.partition}:wafv2:${local.regional}:regional/webacl/${var.project}-*",
      "arn:${local.partition}:apigateway:${var.region}::/restapis/*/stages/*",
    ]
  }
  statement {
    sid       = "Tracing"
    actions   = ["xray:DeleteGroup", "xray:DeleteSamplingRule", "xray:GetGroup", "xray:ListTagsForResource", "xray:TagResource", "xray:UntagResource", "xray:UpdateGroup", "xray:UpdateSamplingRule"]
    resources = ["arn:${local.partition}:xray:${local.regional}:group/${var.project}/*", "arn:${local.partition}:xray:${local.regional}:sampling-rule/${var.project}"]
  }
  statement {
    sid       = "Budget"
    actions   = ["budgets:ListTagsForResource", "budgets:ModifyBudget", "budgets:TagResource", "budgets:UntagResource", "budgets:ViewBudget"]
    resources = ["arn:${local.partition}:budgets::${local.account}:budget/${var.project}-*"]
  }
  statement {
    sid       = "Trail"
    actions   = ["cloudtrail:*"]
    resources = ["arn:${local.partition}:cloudtrail:${local.regional}:trail/${var.project}-*"]
  }
  statement {
    sid       = "TrailBucket"
    actions   = ["s3:*"]
    resources = ["arn:${local.partition}:s3:::${var.project}-trail-*"]
  }
}
