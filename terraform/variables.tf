# What is deployed, where, and under which names. The other variables are beside what they set: variables-*.tf.

variable "region" {
  description = "The AWS region of everything. Choose one that has S3 Vectors and Aurora Serverless v2; a model may be in another."
  type        = string
  default     = "us-east-1"
  nullable    = false
  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]$", var.region))
    error_message = "region must be an AWS region such as us-east-1 or eu-central-1."
  }
}

variable "project" {
  description = "Begins the name of everything, so that two deployments can share an account: alex, devalex. Whoever may deploy it reaches all that is named so and a hyphen: alex-..."
  type        = string
  default     = "alex"
  nullable    = false
  validation {
    # Function names end up in role names, which end at 64 characters. What deployers of alex may do is on alex-..., so a second
    # deployment alex-dev would be theirs too.
    condition     = can(regex("^[a-z][a-z0-9]{1,18}$", var.project))
    error_message = "project must be 2 to 19 lower-case letters and digits, beginning with a letter. A hyphen would put it into the reach of another deployment: who deploys alex may change all that is named alex-..., so devalex rather than alex-dev."
  }
  validation {
    # RDS takes no subnet group of that name, and EventBridge Scheduler has a group of it in every account.
    condition     = var.project != "default"
    error_message = "project cannot be \"default\", which AWS has for its own: choose another, such as alex."
  }
}

variable "stages" {
  description = "Which stages exist, named as the guides are. A stage that is taken away again is destroyed. Without 3-ingest the text of all documents is lost, though 5-database stays: they must be sent again. By default all of them."
  type        = set(string)
  default     = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher", "5-database", "6-agents", "8-enterprise"]
  nullable    = false
  validation {
    condition = length(setsubtract(var.stages, [
      "1-permissions", "2-embeddings", "3-ingest", "4-researcher", "5-database", "6-agents", "8-enterprise",
    ])) == 0
    error_message = "stages may hold 1-permissions, 2-embeddings, 3-ingest, 4-researcher, 5-database, 6-agents and 8-enterprise (7 is kept for the web app)."
  }
  validation {
    condition     = length(var.stages) == 0 || contains(var.stages, "1-permissions")
    error_message = "Every stage needs 1-permissions: it holds the boundary of all roles."
  }
  validation {
    condition     = !contains(var.stages, "3-ingest") || contains(var.stages, "2-embeddings")
    error_message = "3-ingest needs 2-embeddings: what is ingested is stored by its embedding."
  }
  validation {
    condition     = !contains(var.stages, "4-researcher") || contains(var.stages, "3-ingest")
    error_message = "4-researcher needs 3-ingest: what it finds is stored there."
  }
  validation {
    condition     = !contains(var.stages, "6-agents") || length(setintersection(var.stages, ["3-ingest", "5-database"])) == 2
    error_message = "6-agents needs 5-database, where jobs are kept, and 3-ingest, where agents look up what is known."
  }
}

variable "tags" {
  description = "More tags for everything that can have tags, beside project and managed_by: 47 at most, of letters from A to Z, digits, spaces and _ . : / = + - @. Stage 1 has them too, so changing them takes an administrator."
  type        = map(string)
  default     = {}
  nullable    = false
  # What every service takes: Bedrock knows no other letters than these, RDS nothing that begins with rds:, and IAM takes two names that
  # differ in the case of letters for one. A network has a Name beside these.
  validation {
    condition     = !anytrue([for text in concat(keys(var.tags), values(var.tags)) : anytrue([for pattern in local.credentials : can(regex(pattern, text))])])
    error_message = "tags: one looks like it has a key or a password in it, and everybody who sees a thing sees its tags. No setting of Terraform takes a secret; npm run secrets says which there are."
  }
  validation {
    condition     = alltrue([for key, value in var.tags : can(regex("^[A-Za-z0-9 _.:/=+@-]{1,128}$", key)) && can(regex("^[A-Za-z0-9 _.:/=+@-]{0,256}$", value))])
    error_message = "tags: AWS takes names of 1 to 128 and values of up to 256 letters from A to Z, digits, spaces and _ . : / = + - @, and refuses ${join(", ", [for key, value in var.tags : jsonencode(key) if !can(regex("^[A-Za-z0-9 _.:/=+@-]{1,128}$", key)) || !can(regex("^[A-Za-z0-9 _.:/=+@-]{0,256}$", value))])}."
  }
  validation {
    condition     = !anytrue([for text in concat(keys(var.tags), values(var.tags)) : can(regex("^(?i)(?:aws|rds):", text))])
    error_message = "tags: neither name nor value of a tag may begin with aws: or rds:, which are AWS's own."
  }
  validation {
    condition     = length(distinct([for key in keys(var.tags) : lower(key)])) == length(var.tags)
    error_message = "tags: two names are the same but for the case of letters, and IAM takes them for one."
  }
  validation {
    condition     = length(var.tags) <= 47
    error_message = "tags: there are ${length(var.tags)}, and there can be 47. AWS takes 50 for each thing, and three are Alex's own: project, managed_by and, of a network, Name."
  }
  validation {
    condition     = length(setintersection([for key in keys(var.tags) : lower(key)], ["project", "managed_by"])) == 0
    error_message = "tags may not set project or managed_by, in any case of letters: IAM takes them for one."
  }
}

variable "state_bucket" {
  description = "The S3 bucket of backend.tf, if state lies in one: deployers may then read and write what is in it under the project's name. An administrator deploys stage 1 with it first."
  type        = string
  default     = null
  validation {
    condition     = !anytrue([for pattern in local.credentials : can(regex(pattern, var.state_bucket))])
    error_message = "state_bucket looks like a key rather than the name of a bucket, and what is set here ends up in the state."
  }
  validation {
    condition     = try(can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.state_bucket)), false) || var.state_bucket == null
    error_message = "state_bucket cannot be ${jsonencode(var.state_bucket)}: it must be the name of an S3 bucket (3 to 63 lower-case letters, digits, dots and hyphens), or null for state on your own disk."
  }
}

variable "deletion_protection" {
  description = "Whether what holds data refuses to be deleted: the database, images, vectors, deleted secrets for 30 days. Set to false, and apply, before terraform destroy, which then leaves no snapshot of the database. AWS itself deletes a vector index whatever is in it: those are kept by npm run deploy and npm run destroy, and not by Terraform alone."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_retention_days" {
  description = "How long logs are kept, in days, as CloudWatch allows."
  type        = number
  default     = 30
  nullable    = false
  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 ..."
  }
}
