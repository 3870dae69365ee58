variable "name" {
  description = "The function's name in the account: PROJECT-FOLDER."
  type        = string
  validation {
    # A role's name, which is the same, ends at 64.
    condition     = length(var.name) <= 64
    error_message = "A function's name and the project's together are at most 64 characters."
  }
}

variable "description" {
  description = "What it does, from lambda.json."
  type        = string
}

variable "zip" {
  description = "Path of its zip, as `npm run package` writes it."
  type        = string
}

variable "memory" {
  description = "MiB."
  type        = number
}

variable "timeout" {
  description = "Seconds."
  type        = number
}

variable "environment" {
  description = "Its variables, and no others."
  type        = map(string)
  validation {
    # https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    condition     = length(join("", concat(keys(var.environment), values(var.environment)))) <= 4096
    error_message = "A function's variables, names and values together, may take 4096 bytes."
  }
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

variable "reserved_concurrency" {
  description = "How many of it may run at once; null leaves that to the account."
  type        = number
}

variable "queues" {
  description = "The queues that feed it."
  type        = map(object({ arn = string, batch_size = number, maximum_concurrency = number }))
}

variable "retries" {
  description = "How often Lambda tries an asynchronous invocation again: 0 to 2."
  type        = number
}

variable "failed_events_arn" {
  description = "The queue for asynchronous invocations that failed for good."
  type        = string
}

variable "log_retention_days" {
  description = "Days that its log is kept."
  type        = number
}

variable "permissions_boundary" {
  description = "What its role can never go beyond."
  type        = string
}

variable "role_path" {
  description = "The path in IAM of its role, by which deployers know what they may hand over: /alex/."
  type        = string
}
