variable "bucket_name" {
  description = "Name of the vector bucket."
  type        = string
}

variable "index_name" {
  description = "Name of its index."
  type        = string
}

variable "dimension" {
  description = "How many numbers a vector has: what the embedding model gives."
  type        = number
  validation {
    condition     = var.dimension >= 1 && var.dimension <= 4096
    error_message = "dimension must be from 1 to 4096."
  }
}

variable "non_filterable_keys" {
  description = "Keys of metadata that cannot be searched by: 10 at most."
  type        = set(string)
  validation {
    condition     = length(var.non_filterable_keys) >= 1 && length(var.non_filterable_keys) <= 10
    error_message = "An index has from 1 to 10 such keys."
  }
}

variable "deletion_protection" {
  description = "Whether a bucket with vectors in it refuses to be deleted."
  type        = bool
}
