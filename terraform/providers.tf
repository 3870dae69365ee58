provider "aws" {
  region = var.region
  default_tags {
    # `project` is also what the budget counts by; activate it as a cost allocation tag in the billing console.
    tags = merge(var.tags, { project = var.project, managed_by = "terraform" })
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
