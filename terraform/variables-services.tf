# The database, the embeddings, the containers, and what watches over them.

variable "database_engine_version" {
  description = "Version of Aurora PostgreSQL: a 16 that can pause (16.3 or later). AWS moves it only when it retires one: a later one here upgrades the database as it is deployed, and none goes back."
  type        = string
  default     = "16.8"
  nullable    = false
  validation {
    condition     = can(regex("^16\\.([3-9]|[1-9][0-9])$", var.database_engine_version))
    error_message = "database_engine_version cannot be ${jsonencode(var.database_engine_version)}: it must be 16.3 or a later 16."
  }
}

variable "database_capacity" {
  description = "Aurora capacity units (2 GiB of memory each): least (0 pauses when nobody asks), most, and the seconds of quiet before a pause."
  type        = object({ min = number, max = number, pause_after = optional(number, 300) })
  default     = { min = 0, max = 2 }
  nullable    = false
  validation {
    condition     = var.database_capacity.min >= 0 && var.database_capacity.max >= 1 && var.database_capacity.max <= 256 && var.database_capacity.min <= var.database_capacity.max
    error_message = "database_capacity must have 0 <= min <= max and max from 1 to 256."
  }
  validation {
    condition     = alltrue([for units in [var.database_capacity.min, var.database_capacity.max] : floor(units * 2) == units * 2])
    error_message = "database_capacity has steps of 0.5, such as 0, 0.5, 1 and 1.5: Aurora has no others."
  }
  validation {
    condition     = var.database_capacity.pause_after >= 300 && var.database_capacity.pause_after <= 86400 && floor(var.database_capacity.pause_after) == var.database_capacity.pause_after
    error_message = "pause_after must be a whole number from 300 to 86400, of seconds."
  }
}

variable "database_backup_days" {
  description = "Days for which the database can be taken back to any moment."
  type        = number
  default     = 7
  nullable    = false
  validation {
    condition     = var.database_backup_days >= 1 && var.database_backup_days <= 35 && floor(var.database_backup_days) == var.database_backup_days
    error_message = "database_backup_days must be a whole number from 1 to 35."
  }
}

variable "database_network" {
  description = "A VPC of yours and at least two private subnets of it, in different zones. null makes one with no way in or out: functions reach the database through its Data API. Choose before the database is made: AWS moves none to another VPC. Stage 1 lets deployers use it, so an administrator deploys it anew first."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  default     = null
  validation {
    condition     = try(can(regex("^vpc-[0-9a-f]+$", var.database_network.vpc_id)) && length(distinct(var.database_network.subnet_ids)) >= 2 && alltrue([for id in var.database_network.subnet_ids : can(regex("^subnet-[0-9a-f]+$", id))]), var.database_network == null)
    error_message = "database_network cannot be ${jsonencode(var.database_network)}: it must be null, or a vpc_id (vpc-...) and at least two subnet_ids (subnet-...)."
  }
}

variable "embeddings" {
  description = "The serverless endpoint of all-MiniLM-L6-v2: memory in MiB, how many requests at once, and the tag of Hugging Face's inference image."
  type = object({
    memory          = optional(number, 3072)
    max_concurrency = optional(number, 5)
    image_tag       = optional(string, "2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04")
  })
  default  = {}
  nullable = false
  validation {
    condition     = contains([1024, 2048, 3072, 4096, 5120, 6144], var.embeddings.memory)
    error_message = "embeddings.memory must be 1024, 2048, 3072, 4096, 5120 or 6144 MiB."
  }
  validation {
    condition     = var.embeddings.max_concurrency >= 1 && var.embeddings.max_concurrency <= 200 && floor(var.embeddings.max_concurrency) == var.embeddings.max_concurrency
    error_message = "embeddings.max_concurrency must be a whole number from 1 to 200; a new account's quota is 10."
  }
  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9._-]*-cpu-[A-Za-z0-9._-]*$", var.embeddings.image_tag)) && !anytrue([for pattern in local.credentials : can(regex(pattern, var.embeddings.image_tag))])
    error_message = "embeddings.image_tag must be the tag of a CPU image, with -cpu- in it, as serverless endpoints have no GPU: letters, digits, dots, dashes and underscores."
  }
}

variable "container_platform" {
  description = "Where services run: ecs_express, or app_runner for accounts that had App Runner before it closed to new customers in April 2026."
  type        = string
  default     = "ecs_express"
  nullable    = false
  validation {
    condition     = contains(["ecs_express", "app_runner"], var.container_platform)
    error_message = "container_platform must be ecs_express or app_runner."
  }
}

variable "container_subnet_ids" {
  description = "At least two public subnets of a VPC of yours for containers on ecs_express; none takes the account's default VPC."
  type        = set(string)
  default     = []
  nullable    = false
  validation {
    condition     = length(var.container_subnet_ids) != 1 && alltrue([for id in var.container_subnet_ids : can(regex("^subnet-[0-9a-f]+$", id))])
    error_message = "container_subnet_ids cannot be ${jsonencode(var.container_subnet_ids)}: it must be empty, or at least two subnets (subnet-...)."
  }
}

variable "image_tags" {
  description = "The tag of each service's image in its repository, e.g. { researcher = \"1\" }. A service without one is not made: first comes the repository, then the image, then the service."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = length([for name, value in var.image_tags : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]) == 0
    error_message = "image_tags: ${join(", ", [for name, value in var.image_tags : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])])} looks like it has a key or a password in it, and what is set here ends up in the state. No setting of Terraform takes a secret; npm run secrets says which there are."
  }
  validation {
    condition     = length(setsubtract(keys(var.image_tags), local.names_in.image_tags)) == 0
    error_message = "image_tags: there is no service ${join(", ", setsubtract(keys(var.image_tags), local.names_in.image_tags))}. There are: ${join(", ", local.names_in.image_tags)}. Tags stand in terraform.tfvars, and those that deploying set in images.auto.tfvars.json."
  }
  validation {
    condition     = alltrue([for tag in values(var.image_tags) : can(regex("^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$", tag)) && tag != "latest"])
    error_message = "A tag is letters, digits, dots, dashes and underscores, and not \"latest\": a tag here never changes its image."
  }
}

variable "service_settings" {
  description = "Other values for a service's own settings, by service, e.g. { researcher = { ALEX_RESEARCH_TOPIC = \"bonds\" } }: those of environment and settings in its service.json."
  type        = map(map(string))
  default     = {}
  nullable    = false
  validation {
    condition     = length(flatten([for service, settings in var.service_settings : [for name, value in settings : "${service}.${name}" if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]])) == 0
    error_message = "service_settings: ${join(", ", flatten([for service, settings in var.service_settings : [for name, value in settings : "${service}.${name}" if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]]))} looks like it has a key or a password in it, and what is set here ends up in the state. Name an address that is to be had without: services have no secret for it."
  }
  validation {
    condition     = length(setsubtract(keys(var.service_settings), local.names_in.service_settings)) == 0
    error_message = "service_settings: there is no service ${join(", ", setsubtract(keys(var.service_settings), local.names_in.service_settings))}. There are: ${join(", ", local.names_in.service_settings)}."
  }
  validation {
    condition = alltrue([
      for service, settings in var.service_settings : length(setsubtract(keys(settings), lookup(local.names_in_service, service, keys(settings)))) == 0
    ])
    error_message = join(" ", [
      for service, settings in var.service_settings :
      "service_settings.${service} has no ${join(", ", setsubtract(keys(settings), local.names_in_service[service]))}. It has: ${join(", ", local.names_in_service[service])}."
      if length(setsubtract(keys(settings), lookup(local.names_in_service, service, keys(settings)))) > 0
    ])
  }
  validation {
    condition     = alltrue(flatten([for settings in values(var.service_settings) : [for name in keys(settings) : can(regex("^(ALEX|BROWSING)_[A-Z][A-Z_]*$", name)) && !can(regex("(KEY|SECRET|TOKEN|PASSWORD)$", name))]]))
    error_message = "A service's settings begin with ALEX_ or BROWSING_, and none is a key: what is set here ends up in the state."
  }
}

variable "alert_email" {
  description = "Who hears of alarms and of the budget. AWS asks that address to confirm first. null: nobody."
  type        = string
  default     = null
  validation {
    condition     = try(can(regex("^[^@\\s:/?#]+@([^@\\s:/?#.]+\\.)+[^@\\s:/?#.]+$", var.alert_email)), false) || var.alert_email == null
    error_message = "alert_email must be an e-mail address, or null."
  }
}

variable "monthly_budget_usd" {
  description = "US dollars a month: a warning at 80 % of it spent, and when a month is forecast to go above it."
  type        = number
  default     = 25
  nullable    = false
  validation {
    condition     = var.monthly_budget_usd >= 1
    error_message = "monthly_budget_usd must be at least 1."
  }
}

variable "cloudtrail_data_events" {
  description = "Whether CloudTrail keeps, in a bucket, each invocation of a function and each use of a queue whose name begins with the project's and a hyphen: who, when, from where (charged by the event)."
  type        = bool
  default     = false
  nullable    = false
}

variable "vpc_endpoints" {
  description = "AWS services to be had inside the database's VPC without the internet, for programs that you run there: rds-data, secretsmanager, sqs, bedrock-runtime, sagemaker.runtime, logs, lambda. Charged by the hour, each in two zones."
  type        = set(string)
  default     = []
  nullable    = false
  validation {
    condition     = length(setsubtract(var.vpc_endpoints, ["rds-data", "secretsmanager", "sqs", "bedrock-runtime", "sagemaker.runtime", "logs", "lambda"])) == 0
    error_message = "vpc_endpoints cannot hold ${join(", ", setsubtract(var.vpc_endpoints, ["rds-data", "secretsmanager", "sqs", "bedrock-runtime", "sagemaker.runtime", "logs", "lambda"]))}. It may hold rds-data, secretsmanager, sqs, bedrock-runtime, sagemaker.runtime, logs and lambda."
  }
}
