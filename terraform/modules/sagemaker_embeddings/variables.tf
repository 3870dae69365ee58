variable "name" {
  description = "The endpoint's name."
  type        = string
}

variable "region" {
  description = "Where it is, and where its image comes from."
  type        = string
}

variable "memory" {
  description = "MiB; a serverless endpoint has a processor for each 3072 or so."
  type        = number
}

variable "max_concurrency" {
  description = "How many requests at once."
  type        = number
}

variable "image_tag" {
  description = "Tag of Hugging Face's inference image."
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
