terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source = "hashicorp/aws"
      # 6.26 is the first whose S3 Vectors index takes metadata_configuration.
      version = ">= 6.26, < 7.0"
    }
  }
}
