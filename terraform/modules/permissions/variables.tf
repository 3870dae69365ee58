variable "project" {
  description = "What the names of everything begin with."
  type        = string
}

variable "region" {
  description = "Where the group's members may deploy."
  type        = string
}
