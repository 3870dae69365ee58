variable "project" {
  description = "What the secrets' names begin with: PROJECT/NAME."
  type        = string
}

variable "names" {
  description = "The secrets."
  type        = set(string)
}

variable "deletion_protection" {
  description = "Whether a deleted secret can be had back for 30 days; its name is taken until then."
  type        = bool
}
