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

run "more_than_an_account_has" {
  command = plan
  variables {
    reserved_concurrency    = 1001
    http_throttle           = { rate = 10001, burst = 1 }
    rest_throttle           = { rate = 1, burst = 5001, per_day = 1 }
    database_capacity       = { min = 0, max = 256.5 }
    embeddings              = { image_tag = "2.6.0-transformers4.49.0-gpu-py312-cu124-ubuntu22.04" }
    trace_headers_in_secret = true
    alert_email             = "me@example..com"
  }
  expect_failures = [
    var.reserved_concurrency, var.http_throttle, var.rest_throttle, var.database_capacity, var.embeddings, var.trace_headers_in_secret, var.alert_email,
  ]
}

run "the_other_limits_of_an_account" {
  command = plan
  variables {
    http_throttle = { rate = 1, burst = 5001 }
    rest_throttle = { rate = 10001, burst = 1, per_day = 1 }
  }
  expect_failures = [var.http_throttle, var.rest_throttle]
}

run "documents_without_embeddings" {
  command = plan
  variables {
    stages = ["1-permissions", "3-ingest"]
  }
  expect_failures = [var.stages]
}

run "addresses_of_this_machine" {
  command = plan
  variables {
    model_settings  = { ALEX_MODEL = "openai:qwen3@http://127.0.0.1:11434/v1" }
    market_settings = { MARKET_STOOQ_URL = "https://localhost/stooq" }
    trace_settings  = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://[::1]:4318" }
  }
  expect_failures = [var.model_settings, var.market_settings, var.trace_settings]
}

run "addresses_inside_a_network" {
  command = plan
  variables {
    model_settings  = { ALEX_MODEL = "openai:qwen3@http://192.168.1.5:11434/v1" }
    market_settings = { MARKET_STOOQ_URL = "https://10.1.2.3/stooq" }
    trace_settings  = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://[fd00::1]:4318" }
  }
  expect_failures = [var.model_settings, var.market_settings, var.trace_settings]
}

# The key of such a model is asked for from the first stage on, and its secret comes with the first that needs it.
run "addresses_that_can_be_reached" {
  command = plan
  variables {
    model_settings  = { ALEX_MODEL = "openai:qwen3@http://172.32.1.5:11434/v1", ALEX_MODEL_RESEARCHER = "openai:qwen3@http://172.31.4.5:11434/v1" }
    market_settings = { MARKET_STOOQ_URL = "https://fd.example.com/stooq" }
    trace_settings  = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://10.example.com:4318" }
  }
}

run "letters_that_are_in_no_tag" {
  command = plan
  variables {
    tags = { "Owner?" = "x", Owner = "Ada & Co", "" = "x" }
  }
  expect_failures = [var.tags]
}

run "tags_that_are_of_aws" {
  command = plan
  variables {
    tags = { Owner = "aws:me" }
  }
  expect_failures = [var.tags]
}

run "tags_that_iam_takes_for_one" {
  command = plan
  variables {
    tags = { Team = "one", team = "two" }
  }
  expect_failures = [var.tags]
}

run "tags_that_are_too_many" {
  command = plan
  variables {
    tags = { for number in range(48) : "tag-${number}" => "x" }
  }
  expect_failures = [var.tags]
}

run "every_letter_that_a_tag_may_have" {
  command = plan
  variables {
    tags = { "Cost centre" = "a_b.c:d/e=f+g-h@i", empty = "" }
  }
}

# A misspelt name in a map would be taken in silence, and the sweeper go on waking the database each minute.
run "names_that_nobody_reads" {
  command = plan
  variables {
    model_settings   = { ALEX_MODEL = "narrator", ALEX_MODEL_REPORTR = "narrator" }
    market_settings  = { MARKET_SOURCE = "massive" }
    trace_settings   = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com", OTEL_EXPORTER_OTLP_ENDPONT = "https://example.com" }
    schedule_rates   = { sweper = "rate(1 hour)" }
    image_tags       = { reseacher = "1" }
    service_settings = { reseacher = { ALEX_RESEARCH_TOPIC = "bonds" } }
  }
  expect_failures = [var.model_settings, var.market_settings, var.trace_settings, var.schedule_rates, var.image_tags, var.service_settings]
}

run "values_that_nobody_understands" {
  command = plan
  variables {
    market_settings  = { MARKET_SOURCES = "massiv" }
    trace_settings   = { OTEL_EXPORTER_OTLP_ENDPOINT = "collector.example.com" }
    schedule_rates   = { planner = "rate(1 hour)" }
    service_settings = { researcher = { ALEX_RESEARCH_TOPICS = "bonds" } }
  }
  expect_failures = [var.market_settings, var.trace_settings, var.schedule_rates, var.service_settings]
}

run "settings_that_would_be_passed_over" {
  command = plan
  variables {
    market_settings = { MARKET_SOURCES = "stooq", MARKET_STOOQ_CALLS_A_MINUTE = "0" }
    trace_settings  = { OTEL_SERVICE_NAME = "alex" }
  }
  expect_failures = [var.market_settings, var.trace_settings]
}

run "words_for_numbers_and_protocols_that_are_not_spoken" {
  command = plan
  variables {
    market_settings = { MARKET_SOURCES = "alpaca", MARKET_ALPACA_FEED = "best" }
    trace_settings  = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com", OTEL_EXPORTER_OTLP_PROTOCOL = "grpc" }
  }
  expect_failures = [var.market_settings, var.trace_settings]
}

run "every_setting_that_there_is" {
  command = plan
  variables {
    model_settings   = { ALEX_MODEL = "narrator", ALEX_MODEL_JUDGE = "narrator", ALEX_TAGGER_CONCURRENCY = "10" }
    market_settings  = { MARKET_SOURCES = "Massive, ecb,", MARKET_ECB_CALLS_A_MINUTE = "30", MARKET_STOOQ_URL = "https://stooq.com", MARKET_MAX_AGE_DAYS = "0" }
    trace_settings   = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = "https://example.com/v1/traces", OTEL_EXPORTER_OTLP_PROTOCOL = "http/protobuf", OTEL_EXPORTER_OTLP_TIMEOUT = "500" }
    schedule_rates   = { sweeper = "rate(1 hour)", scheduler = "rate(12 hours)", ingest = "rate(2 days)" }
    image_tags       = { researcher = "1" }
    service_settings = { researcher = { ALEX_RESEARCH_TOPIC = "bonds", ALEX_RESEARCH_SOURCES = "https://example.com/feed.xml", BROWSING_ALLOWED_HOSTS = "example.com, bls.gov", BROWSING_USER_AGENT = "AlexResearcher/1.0 (ada@example.com)" } }
  }
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

run "a_name_that_aws_has_for_its_own" {
  command = plan
  variables {
    project = "default"
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

run "fractions_of_what_aws_counts_whole" {
  command = plan
  variables {
    database_backup_days = 1.5
    database_capacity    = { min = 0, max = 2, pause_after = 300.5 }
    embeddings           = { max_concurrency = 1.5 }
    http_throttle        = { rate = 1, burst = 1.5 }
    rest_throttle        = { rate = 1, burst = 1, per_day = 3.5 }
    database_network     = { vpc_id = "vpc-1", subnet_ids = ["a", "b"] }
  }
  expect_failures = [
    var.database_backup_days, var.database_capacity, var.embeddings, var.http_throttle, var.rest_throttle, var.database_network,
  ]
}

# By the kind of secret, in every variable that takes a text: what is set ends up in the state, and in the environment of functions.
run "users_and_passwords_in_addresses" {
  command = plan
  variables {
    region                  = "https://ada:lovelace@example.com"
    project                 = "https://ada:lovelace@example.com"
    stages                  = ["https://ada:lovelace@example.com"]
    tags                    = { Owner = "https://ada:lovelace@example.com" }
    state_bucket            = "https://ada:lovelace@example.com"
    model_settings          = { ALEX_MODEL = "openai:qwen3@https://ada:lovelace@example.com/v1" }
    market_settings         = { MARKET_STOOQ_URL = "https://ada:lovelace@example.com" }
    trace_settings          = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://pk-lf-1234:sk-lf-5678@example.com/otel" }
    schedule_rates          = { sweeper = "https://ada:lovelace@example.com" }
    web_origins             = ["https://ada:lovelace@example.com"]
    database_engine_version = "https://ada:lovelace@example.com"
    database_network        = { vpc_id = "vpc-https://ada:lovelace@example.com", subnet_ids = ["subnet-1", "subnet-2"] }
    embeddings              = { image_tag = "https://ada:lovelace@example.com/-cpu-" }
    container_platform      = "https://ada:lovelace@example.com"
    container_subnet_ids    = ["subnet-1", "subnet-https://ada:lovelace@example.com"]
    image_tags              = { researcher = "https://ada:lovelace@example.com" }
    service_settings        = { researcher = { ALEX_RESEARCH_SOURCES = "https://example.com/feed https://ada:lovelace@example.com/feed" } }
    alert_email             = "https://ada:lovelace@example.com"
    vpc_endpoints           = ["https://ada:lovelace@example.com"]
  }
  expect_failures = [
    var.region, var.project, var.stages, var.tags, var.state_bucket, var.model_settings, var.market_settings, var.trace_settings, var.schedule_rates, var.web_origins,
    var.database_engine_version, var.database_network, var.embeddings, var.container_platform, var.container_subnet_ids, var.image_tags, var.service_settings,
    var.alert_email, var.vpc_endpoints,
  ]
}

run "keys_in_what_follows_an_address" {
  command = plan
  variables {
    model_settings   = { ALEX_MODEL = "openai:qwen3@https://example.com/v1?api_key=abc" }
    market_settings  = { MARKET_STOOQ_URL = "https://example.com/?apikey=abc" }
    trace_settings   = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com/v1/traces?api-key=abc" }
    service_settings = { researcher = { ALEX_RESEARCH_SOURCES = "https://example.com/feed?page=1&token=abc" } }
  }
  expect_failures = [var.model_settings, var.market_settings, var.trace_settings, var.service_settings]
}

run "keys_that_were_pasted_where_a_word_belongs" {
  command = plan
  variables {
    region                  = "AKIAABCDEFGHIJKLMNOP"
    project                 = "sk-proj-abcdefgh12345678"
    stages                  = ["sk-proj-abcdefgh12345678"]
    tags                    = { Owner = "ghp_abcdefghijklmnopqrst0123456789" }
    state_bucket            = "sk-proj-abcdefgh12345678"
    model_settings          = { ALEX_MODEL = "openai:sk-proj-abcdefgh12345678@https://api.openai.com/v1" }
    market_settings         = { MARKET_STOOQ_URL = "https://example.com/AKIAABCDEFGHIJKLMNOP" }
    trace_settings          = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com", OTEL_RESOURCE_ATTRIBUTES = "service.namespace=alex,api.key=abc" }
    schedule_rates          = { sweeper = "sk-proj-abcdefgh12345678" }
    web_origins             = ["sk-proj-abcdefgh12345678"]
    database_engine_version = "sk-proj-abcdefgh12345678"
    database_network        = { vpc_id = "vpc-sk-proj-abcdefgh12345678", subnet_ids = ["subnet-1", "subnet-2"] }
    embeddings              = { image_tag = "sk-proj-abcdefgh12345678-cpu-" }
    container_platform      = "sk-proj-abcdefgh12345678"
    container_subnet_ids    = ["subnet-1", "subnet-sk-proj-abcdefgh12345678"]
    image_tags              = { researcher = "sk-proj-abcdefgh12345678" }
    service_settings        = { researcher = { ALEX_RESEARCH_TOPIC = "sk-proj-abcdefgh12345678" } }
    alert_email             = "sk-proj-abcdefgh12345678"
    vpc_endpoints           = ["sk-proj-abcdefgh12345678"]
  }
  expect_failures = [
    var.region, var.project, var.stages, var.tags, var.state_bucket, var.model_settings, var.market_settings, var.trace_settings, var.schedule_rates, var.web_origins,
    var.database_engine_version, var.database_network, var.embeddings, var.container_platform, var.container_subnet_ids, var.image_tags, var.service_settings,
    var.alert_email, var.vpc_endpoints,
  ]
}

# Feeds may want a query, and words may have a hyphen.
run "what_only_resembles_a_key" {
  command = plan
  variables {
    tags             = { Owner = "risk-adjusted-returns-of-2026", Mail = "ada@example.com" }
    model_settings   = { ALEX_MODEL = "openai:pplx-70b-online@https://example.com/v1" }
    service_settings = { researcher = { ALEX_RESEARCH_SOURCES = "https://example.com/feed?category=bonds&keywords=rates#news https://example.com/@ada", ALEX_RESEARCH_TOPIC = "keys to monetary policy" } }
  }
}
