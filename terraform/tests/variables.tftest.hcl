# What must not be accepted, each with a sentence of ours rather than an error of AWS half an hour later.

variables {
  stages = []
}

run "secrets_that_would_be_in_the_state" {
  command = plan
  variables {
    model_settings  = { ALEX_MODEL = "narrator", ALEX_MODEL_API_KEY = "sk-1" }
    market_settings = { MARKET_MASSIVE_KEY = "x" }
    trace_settings  = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com", OTEL_EXPORTER_OTLP_HEADERS = "Authorization=x" }
  }
  expect_failures = [var.model_settings, var.market_settings, var.trace_settings]
}

run "what_aws_does_not_have" {
  command = plan
  variables {
    region                  = "Virginia"
    stages                  = ["1-permissions", "7-web"]
    log_retention_days      = 45
    embeddings              = { memory = 3000 }
    database_engine_version = "16.2"
    database_capacity       = { min = 0.3, max = 2 }
    container_platform      = "heroku"
    vpc_endpoints           = ["s3-outposts"]
    market_settings         = { MARKET_SOURCES = "massive, file" }
    model_settings          = { ALEX_MODEL = "gpt-5" }
  }
  expect_failures = [
    var.database_capacity, var.region, var.stages, var.log_retention_days, var.embeddings, var.database_engine_version, var.container_platform, var.vpc_endpoints, var.model_settings, var.market_settings,
  ]
}

run "what_would_be_refused_or_regretted_later" {
  command = plan
  variables {
    project              = "alexandria-of-the-nine-gates"
    stages               = ["5-database"]
    tags                 = { project = "other" }
    reserved_concurrency = 0
    schedule_rates       = { sweeper = "every minute" }
    http_throttle        = { rate = 0, burst = 1 }
    rest_throttle        = { rate = 1, burst = 1, per_day = 0 }
    web_origins          = ["*"]
    container_subnet_ids = ["subnet-1"]
    database_capacity    = { min = 4, max = 2 }
    database_backup_days = 0
    database_network     = { vpc_id = "vpc-1", subnet_ids = ["subnet-1"] }
    image_tags           = { researcher = "latest" }
    service_settings     = { researcher = { ALEX_API_KEY = "x" } }
    alert_email          = "me"
    monthly_budget_usd   = 0
    model_settings       = { ALEX_MODEL = "narrator", ALEX_JOB_EUR = "1" }
    state_bucket         = "s3://my-state"
  }
  expect_failures = [
    var.project, var.stages, var.tags, var.reserved_concurrency, var.schedule_rates, var.http_throttle, var.rest_throttle, var.web_origins, var.database_capacity,
    var.database_backup_days, var.database_network, var.image_tags, var.service_settings, var.alert_email, var.monthly_budget_usd, var.model_settings,
    var.container_subnet_ids, var.state_bucket,
  ]
}

# IAM knows the tag by which it tells whose a thing is in any case of letters.
run "a_tag_that_iam_takes_for_the_project" {
  command = plan
  variables {
    tags = { Project = "other" }
  }
  expect_failures = [var.tags]
}

run "agents_without_their_database_and_a_threshold_above_a_hundred" {
  command = plan
  variables {
    stages            = ["1-permissions", "2-embeddings", "3-ingest", "6-agents"]
    model_settings    = { ALEX_MODEL = "narrator", ALEX_JUDGE_THRESHOLD = "101" }
    database_capacity = { min = 0, max = 2, pause_after = 60 }
  }
  expect_failures = [var.stages, var.model_settings, var.database_capacity]
}

# What deployers of "alex" may do is on alex-...: a name with a hyphen could be another's beginning and more.
run "a_name_that_the_deployers_of_another_project_reach" {
  command = plan
  variables {
    project = "alex-dev"
  }
  expect_failures = [var.project]
}

run "a_name_of_its_own" {
  command = plan
  variables {
    project = "devalex2"
  }
}

run "research_without_where_to_keep_it" {
  command = plan
  variables {
    stages = ["1-permissions", "2-embeddings", "4-researcher"]
  }
  expect_failures = [var.stages]
}
