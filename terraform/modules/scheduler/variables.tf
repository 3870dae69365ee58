variable "name" {
  description = "Name of the schedules' group."
  type        = string
}

variable "schedules" {
  description = "What is invoked how often, such as rate(1 minute)."
  type        = map(object({ rate = string, function_arn = string }))
}

variable "failed_events_arn" {
  description = "The queue for runs that could not be started."
  type        = string
}

variable "permissions_boundary" {
  description = "What the roles can never go beyond."
  type        = string
}

variable "role_path" {
  description = "The path in IAM of its roles, by which deployers know what they may hand over: /alex/."
  type        = string
}
