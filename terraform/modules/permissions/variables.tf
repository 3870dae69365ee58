variable "project" {
  description = "What the names of everything begin with."
  type        = string
}

variable "region" {
  description = "Where the group's members may deploy."
  type        = string
}

variable "network" {
  description = "A network in which members may make something, and which is not Alex's: its VPC and subnets. null: there is none."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  default     = null
}

variable "state_bucket" {
  description = "The bucket in which Terraform's state lies, under the project's name. null: it is on a disk."
  type        = string
  default     = null
}
