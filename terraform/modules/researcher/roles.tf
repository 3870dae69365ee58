data "aws_iam_policy_document" "assume" {
  for_each = {
    task           = local.on_express ? "ecs-tasks.amazonaws.com" : "tasks.apprunner.amazonaws.com"
    execution      = local.on_express ? "ecs-tasks.amazonaws.com" : "build.apprunner.amazonaws.com"
    infrastructure = "ecs.amazonaws.com"
  }

  statement {
    sid     = "Service"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = [each.value]
    }
    # Against the confused deputy, as the Amazon ECS Developer Guide has it for the roles of tasks: only for tasks of this account.
    dynamic "condition" {
      for_each = each.value == "ecs-tasks.amazonaws.com" ? [
        { test = "StringEquals", variable = "aws:SourceAccount", value = data.aws_caller_identity.current.account_id },
        { test = "ArnLike", variable = "aws:SourceArn", value = local.tasks_arn },
      ] : []
      content {
        test     = condition.value.test
        variable = condition.value.variable
        values   = [condition.value.value]
      }
    }
  }
}

# The program's own role, from the needs in its service.json.
data "aws_iam_policy_document" "task" {
  dynamic "statement" {
    for_each = var.statements
    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources
      dynamic "condition" {
        for_each = statement.value.conditions
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_iam_role" "task" {
  name                 = "${var.name}-service"
  path                 = var.role_path
  description          = "What the service ${var.name} may do, from the needs in its service.json."
  assume_role_policy   = data.aws_iam_policy_document.assume["task"].json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "task" {
  # A policy without a statement is refused.
  count = length(var.statements) > 0 ? 1 : 0

  name   = "needs"
  role   = aws_iam_role.task.id
  policy = data.aws_iam_policy_document.task.json
}

# What starts it: pulls the image, and on ECS opens its log.
data "aws_iam_policy_document" "execution" {
  statement {
    sid       = "Image"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"]
    resources = [var.repository_arn]
  }
  statement {
    sid     = "Registry"
    actions = ["ecr:GetAuthorizationToken"]
    # A token is for the registry; there is no resource to name.
    resources = ["*"]
  }
  dynamic "statement" {
    for_each = aws_cloudwatch_log_group.this[*].arn
    content {
      sid       = "Logs"
      actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      resources = ["${statement.value}:*"]
    }
  }
}

resource "aws_iam_role" "execution" {
  name                 = "${var.name}-execution"
  path                 = var.role_path
  description          = "Starts the service ${var.name}: its image and its log."
  assume_role_policy   = data.aws_iam_policy_document.assume["execution"].json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "execution" {
  name   = "start"
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.execution.json
}

# ECS makes the load balancer, its certificate, security groups and scaling with this one. AWS keeps the policy as Express Mode needs it.
resource "aws_iam_role" "infrastructure" {
  count = local.on_express ? 1 : 0

  name                 = "${var.name}-infrastructure"
  path                 = var.role_path
  description          = "ECS Express Mode keeps the load balancer of ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.assume["infrastructure"].json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy_attachment" "infrastructure" {
  count = local.on_express ? 1 : 0

  role       = aws_iam_role.infrastructure[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
}
