# Each stage as a student meets it: what it adds, what waits, what is named next. Plans alone; nothing is made.

variables {
  project              = "alex"
  deletion_protection  = false
  reserved_concurrency = null
}

run "nothing_is_made_without_a_stage" {
  command = plan
  variables {
    stages = []
  }
  assert {
    condition     = length(module.permissions) + length(module.sagemaker_embeddings) + length(module.s3_vectors) + length(module.aurora) + length(module.lambda) + length(module.sqs) + length(module.failed_events) + length(module.ecr) + length(module.enterprise) == 0
    error_message = "Something is made although no stage is on."
  }
  assert {
    condition     = strcontains(output.next_step, "guides/1-permissions.md")
    error_message = "A newcomer is sent elsewhere than to the first guide: ${output.next_step}"
  }
}

run "permissions" {
  command = plan
  variables {
    stages = ["1-permissions"]
  }
  assert {
    condition     = length(module.permissions) == 1 && length(module.lambda) + length(module.sagemaker_embeddings) + length(module.aurora) + length(module.ecr) == 0
    error_message = "Stage 1 is identities alone; it costs nothing."
  }
  assert {
    condition     = output.deployers == "alex-deployers" && strcontains(output.next_step, "2-embeddings")
    error_message = "Stage 1 has a group for deployers, and leads to stage 2."
  }
  assert {
    condition     = length(output.functions_waiting) == length(local.functions)
    error_message = "Every function waits for its stage."
  }
}

# What deployers may do with it, and nothing else in S3 but the trail's buckets.
run "state_in_a_bucket" {
  command = plan
  variables {
    stages       = ["1-permissions"]
    state_bucket = "my-state"
  }
  assert {
    condition = { for statement in jsondecode(module.permissions[0].policies.data).Statement : join(" ", sort(flatten([statement.Action]))) => one(flatten([statement.Resource])) if strcontains(jsonencode(statement.Action), "s3:") } == {
      "s3:DeleteObject"           = "arn:aws:s3:::my-state/alex/*.tflock"
      "s3:GetObject s3:PutObject" = "arn:aws:s3:::my-state/alex/*"
      "s3:ListBucket"             = "arn:aws:s3:::my-state"
    }
    error_message = "Deployers have not what the S3 backend needs, or more: ${module.permissions[0].policies.data}"
  }
}

run "embeddings" {
  command = plan
  variables {
    stages = ["1-permissions", "2-embeddings"]
  }
  assert {
    condition     = output.environment.EMBEDDINGS_ENDPOINT_NAME == "alex-embeddings" && length(module.s3_vectors) + length(module.aurora) == 0
    error_message = "Stage 2 is the embeddings' endpoint."
  }
}

run "ingest" {
  command = plan
  variables {
    stages = ["1-permissions", "2-embeddings", "3-ingest"]
  }
  assert {
    condition     = output.environment.VECTOR_BUCKET_NAME == "alex-vectors" && output.environment.VECTOR_INDEX_NAME == "knowledge"
    error_message = "Stage 3 is the vector index."
  }
  assert {
    condition = alltrue([
      for name in keys(local.functions) : contains(keys(module.lambda), name) ==
      (length(setintersection(local.function_needs[name], ["embeddings", "vectors:read", "vectors:write"])) > 0 && !contains(local.function_needs[name], "researcher"))
    ])
    error_message = "Stage 3 has the functions of the knowledge base and no others: ${join(", ", keys(module.lambda))}"
  }
  assert {
    condition     = length(module.aurora) == (anytrue([for name in keys(module.lambda) : anytrue([for need in local.function_needs[name] : startswith(need, "database")])]) ? 1 : 0)
    error_message = "A database comes with the first function that needs one."
  }
}

run "researcher_before_its_image" {
  command = plan
  variables {
    stages     = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher"]
    image_tags = {}
  }
  assert {
    condition     = length(module.ecr) == length(local.services) && length(module.researcher) == 0
    error_message = "First comes the repository; there is no image to start yet."
  }
  assert {
    condition     = length(local.services) == 0 || endswith(output.next_step, "Start Docker, then: npm run deploy (guides/4-researcher.md)")
    error_message = "The next step is the image: ${output.next_step}"
  }
  assert {
    condition     = !anytrue([for name in keys(module.lambda) : contains(local.function_needs[name], "researcher")])
    error_message = "A function that calls the researcher is made before the researcher."
  }
}

run "researcher" {
  command = plan
  variables {
    stages     = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher"]
    image_tags = { researcher = "1" }
  }
  assert {
    condition     = keys(module.researcher) == keys(local.services)
    error_message = "With an image the service is made."
  }
}

run "database" {
  command = plan
  variables {
    stages = ["1-permissions", "5-database"]
  }
  assert {
    condition     = length(module.aurora) == 1 && length(module.lambda) == 0 && output.environment.DATABASE_NAME == "alex"
    error_message = "Stage 5 is the database alone, and it needs none of the stages before it but the first."
  }
}

run "agents" {
  command = plan
  variables {
    stages = ["1-permissions", "2-embeddings", "3-ingest", "5-database", "6-agents"]
  }
  assert {
    condition     = setunion(keys(module.lambda), keys(output.functions_waiting)) == toset(keys(local.functions)) && alltrue([for name in keys(output.functions_waiting) : contains(local.function_needs[name], "researcher")])
    error_message = "Stage 6 has every function that does not call the researcher; waiting: ${jsonencode(output.functions_waiting)}"
  }
  assert {
    condition     = length(module.http_api) == 1 && length(module.scheduler) == 1 && contains(keys(module.sqs), "analysis-jobs")
    error_message = "Stage 6 has the HTTP API, the schedules and the queue."
  }
  assert {
    condition     = length(module.enterprise) == 0
    error_message = "Stage 8 is not on."
  }
}

run "everything" {
  command = plan
  variables {
    stages               = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher", "5-database", "6-agents", "8-enterprise"]
    image_tags           = { researcher = "1" }
    reserved_concurrency = null
  }
  assert {
    condition     = alltrue([for name, function in module.lambda : try(local.functions[name].reservedConcurrency, null) != null || function.function.reserved_concurrent_executions == null])
    error_message = "Concurrency is reserved in an account whose quota may have no room for it."
  }
  assert {
    condition     = toset(keys(module.lambda)) == toset(keys(local.functions)) && length(output.functions_waiting) == 0
    error_message = "Every folder of lambdas/ is a function."
  }
  assert {
    condition     = strcontains(output.next_step, "9-beyond")
    error_message = "After the last stage comes the last guide: ${output.next_step}"
  }
}

run "app_runner_where_there_still_is" {
  command = plan
  variables {
    stages             = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher"]
    image_tags         = { researcher = "1" }
    container_platform = "app_runner"
  }
  assert {
    condition     = length(module.researcher) == length(local.services)
    error_message = "The services are not on App Runner."
  }
}

run "containers_where_there_is_no_default_network" {
  command = plan
  variables {
    stages               = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher"]
    image_tags           = { researcher = "1" }
    container_subnet_ids = ["subnet-1", "subnet-2"]
  }
  assert {
    condition     = alltrue([for service in module.researcher : service.network[0].subnets == toset(["subnet-1", "subnet-2"])])
    error_message = "The services are not in the subnets that were named."
  }
}

run "a_network_of_your_own" {
  command = plan
  variables {
    stages           = ["1-permissions", "5-database"]
    database_network = { vpc_id = "vpc-0a1b", subnet_ids = ["subnet-1", "subnet-2"] }
  }
  assert {
    condition     = module.aurora[0].network.vpc_id == "vpc-0a1b"
    error_message = "A VPC is made although one was given."
  }
  # It has no tag of Alex's: things are made in it, and it is not changed.
  assert {
    condition = [for statement in jsondecode(module.permissions[0].policies.networks).Statement : sort(concat(flatten([statement.Action]), flatten([statement.Resource]))) if statement.Sid == "GivenNetwork"] == [sort([
      "ec2:CreateSecurityGroup", "ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint", "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-0a1b",
      "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1", "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-2",
    ])]
    error_message = "Deployers may do more or less in a network that was given: ${module.permissions[0].policies.networks}"
  }
}
