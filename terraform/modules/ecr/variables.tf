variable "name" {
  description = "The repository's name."
  type        = string
}

variable "deletion_protection" {
  description = "Whether a repository with images in it refuses to be deleted."
  type        = bool
}
