variable "name" {
  description = "The service's name in the account: PROJECT-FOLDER."
  type        = string
}

variable "platform" {
  description = "ecs_express or app_runner."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets that it runs in; none: those of the account's default VPC."
  type        = set(string)
}

variable "image" {
  description = "Repository and tag of its image."
  type        = string
}

variable "repository_arn" {
  description = "ARN of the repository, which its image is pulled from."
  type        = string
}

variable "port" {
  description = "Where its program listens."
  type        = number
}

variable "health_path" {
  description = "What answers 200 when it can take work."
  type        = string
}

variable "cpu" {
  description = "CPU units: 1024 are one processor."
  type        = number
}

variable "memory" {
  description = "MiB."
  type        = number
}

variable "environment" {
  description = "Its variables."
  type        = map(string)
}

variable "statements" {
  description = "What its needs let it do."
  type = list(object({
    sid        = string
    actions    = list(string)
    resources  = list(string)
    conditions = list(object({ test = string, variable = string, values = list(string) }))
  }))
}

variable "log_retention_days" {
  description = "Days that its log is kept."
  type        = number
}

variable "permissions_boundary" {
  description = "What its roles can never go beyond."
  type        = string
}

variable "role_path" {
  description = "The path in IAM of its roles, by which deployers know what they may hand over: /alex/."
  type        = string
}
