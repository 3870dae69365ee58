terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source = "hashicorp/aws"
      # In May 2026 the provider could not make an ECS Express service again that had been destroyed (mended by its pull request 48098),
      # nor keep one in subnets of one's own (47944). Which release was the first with both is not known here: 6.57.1 is of the end of July.
      version = ">= 6.57.1, < 7.0"
    }
  }
}
