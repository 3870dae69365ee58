# The stages in the guides' order, each as the modules that it is made of.

# 1-permissions: who may deploy, and what no role made here can ever do.
module "permissions" {
  source = "./modules/permissions"
  count  = contains(var.stages, "1-permissions") ? 1 : 0

  project      = var.project
  region       = var.region
  network      = var.database_network
  state_bucket = var.state_bucket
}

# 2-embeddings: text to vectors.
module "sagemaker_embeddings" {
  source = "./modules/sagemaker_embeddings"
  count  = local.has_embeddings ? 1 : 0

  name                 = "${var.project}-embeddings"
  region               = var.region
  memory               = var.embeddings.memory
  max_concurrency      = var.embeddings.max_concurrency
  image_tag            = var.embeddings.image_tag
  log_retention_days   = var.log_retention_days
  permissions_boundary = local.permissions_boundary
  role_path            = local.role_path
}

# 3-ingest: what is known, and the routes of programs.
module "s3_vectors" {
  source = "./modules/s3_vectors"
  count  = local.has_vectors ? 1 : 0

  bucket_name         = "${var.project}-vectors"
  index_name          = "knowledge"
  dimension           = 384
  non_filterable_keys = ["text", "title", "url"]
  deletion_protection = var.deletion_protection
}

module "api_gateway" {
  source = "./modules/api_gateway"
  count  = length(local.rest_routes) > 0 ? 1 : 0

  name                 = "${var.project}-rest"
  routes               = { for route, to in local.rest_routes : route => { function_name = module.lambda[to.function].name, invoke_arn = module.lambda[to.function].invoke_arn, api_key = to.api_key } }
  throttle             = var.rest_throttle
  log_retention_days   = var.log_retention_days
  manage_logging       = var.manage_api_gateway_logging
  permissions_boundary = local.permissions_boundary
  role_path            = local.role_path
}

# 4-researcher: the containers. First the repository, then an image in it, then the service.
module "ecr" {
  source = "./modules/ecr"
  # No conditional: two files with different keys are of no one type.
  for_each = { for name, service in local.services : name => service if local.has_services }

  name                = "${var.project}/${each.key}"
  deletion_protection = var.deletion_protection
}

module "researcher" {
  source   = "./modules/researcher"
  for_each = local.deployed_services

  name                 = "${var.project}-${each.key}"
  platform             = var.container_platform
  subnet_ids           = var.container_subnet_ids
  image                = "${module.ecr[each.key].repository_url}:${var.image_tags[each.key]}"
  repository_arn       = module.ecr[each.key].arn
  port                 = each.value.port
  health_path          = try(each.value.healthPath, "/health")
  cpu                  = each.value.cpu
  memory               = each.value.memory
  environment          = merge({ AWS_REGION = var.region, HOST = "0.0.0.0", PORT = tostring(each.value.port) }, try(each.value.environment, {}), lookup(var.service_settings, each.key, {}), [for need in local.service_needs[each.key] : local.grants[need].environment if contains(keys(local.grants), need)]...)
  statements           = flatten([for need in local.service_needs[each.key] : local.grants[need].statements if contains(keys(local.grants), need)])
  log_retention_days   = var.log_retention_days
  permissions_boundary = local.permissions_boundary
  role_path            = local.role_path
}

# 5-database
module "aurora" {
  source = "./modules/aurora"
  count  = local.has_database ? 1 : 0

  name                = var.project
  engine_version      = var.database_engine_version
  capacity            = var.database_capacity
  backup_days         = var.database_backup_days
  network             = var.database_network
  log_retention_days  = var.log_retention_days
  deletion_protection = var.deletion_protection
}

# 6-agents, and the functions of the stages before it: see fleet.tf.
module "sqs" {
  source   = "./modules/sqs"
  for_each = local.queues

  name              = "${var.project}-${each.key}"
  consumer_timeout  = local.deployed_functions[each.value.function].timeout
  maximum_receives  = each.value.maximum_receives
  alarm_topic_arns  = local.alarm_topic_arns
  alarm_age_seconds = 900
}

# What asynchronous invocations and schedules could not do; a message's own way ends in its queue's dead-letter queue.
module "failed_events" {
  source = "./modules/dead_letters"
  count  = length(local.deployed_functions) > 0 ? 1 : 0

  name              = "${var.project}-failed-events"
  alarm_description = "An asynchronous or scheduled invocation failed for good. The message says which function, with what, and why."
  alarm_topic_arns  = local.alarm_topic_arns
}

module "lambda" {
  source   = "./modules/lambda"
  for_each = local.deployed_functions

  name                 = "${var.project}-${each.key}"
  description          = each.value.description
  zip                  = "${path.module}/../dist/${each.key}.zip"
  memory               = each.value.memory
  timeout              = each.value.timeout
  environment          = merge({ POWERTOOLS_SERVICE_NAME = var.project }, try(each.value.environment, {}), [for need in local.function_needs[each.key] : local.function_grants[need].environment if contains(keys(local.function_grants), need)]...)
  statements           = flatten([for need in local.function_needs[each.key] : local.function_grants[need].statements if contains(keys(local.function_grants), need)])
  reserved_concurrency = try(each.value.reservedConcurrency, null) != null ? each.value.reservedConcurrency : var.reserved_concurrency
  queues = {
    for queue, trigger in local.queues : queue => {
      arn                 = module.sqs[queue].arn
      batch_size          = trigger.batch_size
      maximum_concurrency = trigger.maximum_concurrency
    } if trigger.function == each.key
  }
  # What a schedule starts is started again by the schedule.
  retries              = anytrue([for schedule in values(local.schedules) : schedule.function == each.key]) ? 0 : 2
  failed_events_arn    = module.failed_events[0].arn
  log_retention_days   = var.log_retention_days
  permissions_boundary = local.permissions_boundary
  role_path            = local.role_path
}

module "scheduler" {
  source = "./modules/scheduler"
  count  = length(local.schedules) > 0 ? 1 : 0

  name                 = var.project
  schedules            = { for name, schedule in local.schedules : name => { rate = schedule.rate, function_arn = module.lambda[schedule.function].arn } }
  failed_events_arn    = module.failed_events[0].arn
  permissions_boundary = local.permissions_boundary
  role_path            = local.role_path
}

module "http_api" {
  source = "./modules/http_api"
  count  = length(local.http_routes) > 0 ? 1 : 0

  name               = "${var.project}-http"
  routes             = local.http_routes
  functions          = { for name in toset(values(local.http_routes)) : name => { name = module.lambda[name].name, invoke_arn = module.lambda[name].invoke_arn } }
  throttle           = var.http_throttle
  web_origins        = var.web_origins
  log_retention_days = var.log_retention_days
}

# Secrets come with whoever needs them, empty; their values never pass through Terraform.
module "secrets" {
  source = "./modules/secrets"

  project             = var.project
  names               = local.secret_names
  deletion_protection = var.deletion_protection
}

# 8-enterprise: what watches, warns and keeps out.
module "enterprise" {
  source = "./modules/enterprise"
  count  = local.has_enterprise ? 1 : 0

  name                = var.project
  region              = var.region
  model_regions       = var.guard_models ? toset(local.bedrock_models[*].region) : []
  functions           = { for name in keys(local.deployed_functions) : name => { name = module.lambda[name].name, timeout = local.deployed_functions[name].timeout, scheduled = contains(values(local.schedules)[*].function, name) } }
  model_steps         = contains(var.stages, "6-agents") ? ["plan", "tag", "report", "charts", "retirement", "summary"] : []
  queues              = { for name in keys(local.queues) : name => { name = module.sqs[name].name, dead_letters = module.sqs[name].dead_letters_name } }
  http_api            = { for id in module.http_api[*].id : "http" => id }
  rest_api            = { for name in module.api_gateway[*].name : "rest" => name }
  rest_stage_arns     = { for stage in module.api_gateway[*].stage_arn : "rest" => stage }
  rest_rate           = var.rest_throttle.rate
  clusters            = { for id in module.aurora[*].cluster_identifier : "database" => id }
  endpoints           = { for name in module.sagemaker_embeddings[*].endpoint_name : "embeddings" => name }
  trails              = var.cloudtrail_data_events ? { functions = true } : {}
  vpc_endpoints       = local.has_database ? var.vpc_endpoints : []
  network             = local.has_database ? module.aurora[0].network : null
  alert_email         = var.alert_email
  monthly_budget_usd  = var.monthly_budget_usd
  log_retention_days  = var.log_retention_days
  deletion_protection = var.deletion_protection
}

locals {
  # Names of roles are everybody's, and an administrator called Alex may have an alex-admin; a path is nobody's by chance.
  role_path = "/${var.project}/"

  # By index: module.enterprise[*] would wait for all of it, which waits for what it watches.
  permissions_boundary = contains(var.stages, "1-permissions") ? module.permissions[0].boundary_arn : null
  alarm_topic_arns     = local.has_enterprise ? [module.enterprise[0].alarm_topic_arn] : []
}
