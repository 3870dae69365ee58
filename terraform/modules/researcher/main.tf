# A long-lived container: on ECS Express Mode, or on App Runner for accounts that still have it. Its URL is public, and its program
# asks every caller for the key of the secret researcher-key.
data "aws_partition" "current" {}
data "aws_region" "current" {}
data "aws_caller_identity" "current" {}

locals {
  on_express = var.platform == "ecs_express"
  tasks_arn  = "arn:${data.aws_partition.current.partition}:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:*"
  # Sorted by name: the provider shows another order as a change.
  variables = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
}

resource "aws_cloudwatch_log_group" "this" {
  count = local.on_express ? 1 : 0

  name              = "/ecs/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_ecs_express_gateway_service" "this" {
  count = local.on_express ? 1 : 0

  service_name            = var.name
  execution_role_arn      = aws_iam_role.execution.arn
  infrastructure_role_arn = aws_iam_role.infrastructure[0].arn
  task_role_arn           = aws_iam_role.task.arn
  cpu                     = tostring(var.cpu)
  memory                  = tostring(var.memory)
  health_check_path       = var.health_path
  network_configuration   = length(var.subnet_ids) == 0 ? null : [{ subnets = var.subnet_ids, security_groups = null }]

  primary_container {
    image          = var.image
    container_port = var.port
    aws_logs_configuration {
      log_group         = aws_cloudwatch_log_group.this[0].name
      log_stream_prefix = var.name
    }
    dynamic "environment" {
      for_each = local.variables
      content {
        name  = environment.value.name
        value = environment.value.value
      }
    }
  }

  # One task: two would each do the same scheduled research.
  scaling_target {
    auto_scaling_metric       = "AVERAGE_CPU"
    auto_scaling_target_value = 70
    min_task_count            = 1
    max_task_count            = 1
  }

  depends_on = [aws_iam_role_policy_attachment.infrastructure, aws_iam_role_policy.execution, aws_iam_role_policy.task]
}

resource "aws_apprunner_service" "this" {
  count = local.on_express ? 0 : 1

  service_name = var.name

  source_configuration {
    auto_deployments_enabled = false
    authentication_configuration {
      access_role_arn = aws_iam_role.execution.arn
    }
    image_repository {
      image_identifier      = var.image
      image_repository_type = "ECR"
      image_configuration {
        port                          = tostring(var.port)
        runtime_environment_variables = { for name, value in var.environment : name => value if name != "PORT" }
      }
    }
  }

  instance_configuration {
    cpu               = tostring(var.cpu)
    memory            = tostring(var.memory)
    instance_role_arn = aws_iam_role.task.arn
  }

  health_check_configuration {
    protocol = "HTTP"
    path     = var.health_path
  }

  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.task]
}
