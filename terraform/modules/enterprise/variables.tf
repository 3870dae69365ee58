variable "name" {
  description = "What names begin with."
  type        = string
}

variable "region" {
  description = "Where everything is."
  type        = string
}

variable "model_regions" {
  description = "Where models on Bedrock are called that a guardrail is to watch."
  type        = set(string)
}

variable "functions" {
  description = "The functions to watch, with the seconds that each may take, and whether a schedule starts it."
  type        = map(object({ name = string, timeout = number, scheduled = bool }))
}

variable "model_steps" {
  description = "The steps of an analysis that a model does where one is set; none without the agents."
  type        = set(string)
}

variable "queues" {
  description = "The queues to show, with the names of their dead-letter queues."
  type        = map(object({ name = string, dead_letters = string }))
}

variable "http_api" {
  description = "ID of the HTTP API, if there is one."
  type        = map(string)
}

variable "rest_api" {
  description = "Name of the REST API, if there is one."
  type        = map(string)
}

variable "rest_stage_arns" {
  description = "The REST API's stage, if there is one."
  type        = map(string)
}

variable "rest_rate" {
  description = "Requests a second that the REST API lets each key do in the long run."
  type        = number
}

variable "clusters" {
  description = "Name of the database cluster, if there is one."
  type        = map(string)
}

variable "endpoints" {
  description = "Name of the embeddings' endpoint, if there is one."
  type        = map(string)
}

variable "trails" {
  description = "Not empty where CloudTrail is to keep data events."
  type        = map(bool)
}

variable "vpc_endpoints" {
  description = "AWS services to be had inside the VPC."
  type        = set(string)
}

variable "network" {
  description = "That VPC and its subnets."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
}

variable "alert_email" {
  description = "Who hears of alarms; null: nobody."
  type        = string
}

variable "monthly_budget_usd" {
  description = "US dollars a month."
  type        = number
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
}

variable "deletion_protection" {
  description = "Whether a bucket with something in it refuses to be deleted."
  type        = bool
}
