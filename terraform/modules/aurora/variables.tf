variable "name" {
  description = "The cluster's name."
  type        = string
}

variable "engine_version" {
  description = "Version of Aurora PostgreSQL."
  type        = string
}

variable "capacity" {
  description = "Aurora capacity units: least, most, and the seconds of quiet before a pause."
  type        = object({ min = number, max = number, pause_after = number })
}

variable "backup_days" {
  description = "Days for which it can be taken back to any moment."
  type        = number
}

variable "network" {
  description = "A VPC and at least two of its private subnets; null makes them."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
}

variable "log_retention_days" {
  description = "Days that its log is kept."
  type        = number
}

variable "deletion_protection" {
  description = "Whether it refuses to be deleted. A last snapshot is left only where that was taken off beside Terraform."
  type        = bool
}
