# Settings that functions and services get for their needs. No secrets here: a variable ends up in the state. Secrets are made
# empty in secrets.tf, and a script writes their values.

variable "model_settings" {
  description = "What the need `model` gives: ALEX_MODEL, ALEX_MODEL_<AGENT>, ALEX_JOB_TOKENS, ALEX_JOB_USD, ALEX_JUDGE_THRESHOLD, ALEX_TAGGER_CONCURRENCY. Roles may invoke the models named here on Bedrock and no others; \"narrator\" costs nothing."
  type        = map(string)
  default     = { ALEX_MODEL = "bedrock:openai.gpt-oss-120b-1:0@us-west-2" }
  nullable    = false
  validation {
    condition     = length([for name, value in var.model_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]) == 0
    error_message = "model_settings: ${join(", ", [for name, value in var.model_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])])} looks like it has a key or a password in it, and what is set here ends up in the state. The key of an openai: model's server belongs in the secret model-key; npm run secrets writes its value."
  }
  validation {
    condition     = !contains(keys(var.model_settings), "ALEX_MODEL_API_KEY")
    error_message = "ALEX_MODEL_API_KEY is a secret, and what is set here ends up in the state. With an openai: model there is a secret model-key for it; npm run secrets writes its value."
  }
  validation {
    condition     = length(setsubtract(keys(var.model_settings), local.names_in.model_settings)) == 0
    error_message = "model_settings has no ${join(", ", setsubtract(keys(var.model_settings), local.names_in.model_settings))}. It has: ${join(", ", local.names_in.model_settings)}."
  }
  validation {
    condition = alltrue([
      for name, value in var.model_settings : value == "narrator" ||
      can(regex("^bedrock:[A-Za-z0-9][A-Za-z0-9.:/_-]{1,300}(@[a-z]{2,4}(-[a-z]+){1,3}-[0-9]+)?$", value)) ||
      can(regex("^openai:[^\\s@]+@https?://[^\\s@?#]+$", value))
      if startswith(name, "ALEX_MODEL")
    ])
    error_message = "A model is narrator, bedrock:MODEL, bedrock:MODEL@REGION or openai:MODEL@BASE_URL (without user, query or fragment)."
  }
  validation {
    condition     = !anytrue([for value in values(var.model_settings) : can(regex(local.this_machine, value))])
    error_message = "model_settings names an address of this machine. On AWS that is the function itself: name a server that AWS can reach."
  }
  validation {
    condition     = !anytrue([for name, value in var.model_settings : can(regex(local.private_network, value)) if name != "ALEX_MODEL_RESEARCHER"])
    error_message = "model_settings names an address inside a network, and Alex's functions are in none: name a server that can be reached through the internet. ALEX_MODEL_RESEARCHER alone may be in the network of a container on ecs_express."
  }
  validation {
    condition = (
      can(regex("^[0-9]{1,12}$", lookup(var.model_settings, "ALEX_JOB_TOKENS", "0"))) &&
      can(regex("^[0-9]{1,9}(\\.[0-9]{1,9})?$", lookup(var.model_settings, "ALEX_JOB_USD", "0"))) &&
      can(regex("^(100|[0-9]{1,2})$", lookup(var.model_settings, "ALEX_JUDGE_THRESHOLD", "0"))) &&
      can(regex("^(10|[1-9])$", lookup(var.model_settings, "ALEX_TAGGER_CONCURRENCY", "1")))
    )
    error_message = "ALEX_JOB_TOKENS is a whole number, ALEX_JOB_USD an amount, ALEX_JUDGE_THRESHOLD from 0 to 100, ALEX_TAGGER_CONCURRENCY from 1 to 10."
  }
}

variable "guard_models" {
  description = "With stage 8: whether Bedrock's guardrail checks the questions to models on Bedrock and their answers. It is charged by the thousand characters, and may cost more than an inexpensive model."
  type        = bool
  default     = true
  nullable    = false
}

variable "market_settings" {
  description = "What the need `market` gives: MARKET_SOURCES (massive, alpaca, stooq, ecb, in the order that they are asked) and the settings beside it. Their keys belong in the secret market-keys."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = length([for name, value in var.market_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]) == 0
    error_message = "market_settings: ${join(", ", [for name, value in var.market_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])])} looks like it has a key or a password in it, and what is set here ends up in the state. Keys of price sources belong in the secret market-keys; npm run secrets writes its value."
  }
  validation {
    condition     = length(setsubtract(keys(var.market_settings), local.names_in.market_settings)) == 0
    error_message = "market_settings has no ${join(", ", setsubtract(keys(var.market_settings), local.names_in.market_settings))}. It has: ${join(", ", local.names_in.market_settings)}. Keys are secrets and belong in market-keys; a file is a laptop's."
  }
  validation {
    condition     = length(setsubtract([for name in split(",", lookup(var.market_settings, "MARKET_SOURCES", "")) : lower(trimspace(name)) if trimspace(name) != ""], local.market_sources)) == 0
    error_message = "MARKET_SOURCES names ${join(", ", setsubtract([for name in split(",", lookup(var.market_settings, "MARKET_SOURCES", "")) : lower(trimspace(name)) if trimspace(name) != ""], local.market_sources))}. A function has: ${join(", ", local.market_sources)}; a file is a laptop's."
  }
  validation {
    condition = alltrue([
      for name, bounds in merge(
        { MARKET_MAX_AGE_DAYS = [0, 3650], MARKET_WAIT_SECONDS = [1, 180], MARKET_MASSIVE_YEARS = [1, 50] },
        { for source in local.market_sources : "MARKET_${upper(source)}_CALLS_A_MINUTE" => [1, 1000] },
      ) : can(regex("^[0-9]{1,5}$", var.market_settings[name])) && try(tonumber(var.market_settings[name]) >= bounds[0] && tonumber(var.market_settings[name]) <= bounds[1], false)
      if contains(keys(var.market_settings), name)
    ])
    error_message = "MARKET_MAX_AGE_DAYS is a whole number from 0 to 3650, MARKET_WAIT_SECONDS from 1 to 180, MARKET_MASSIVE_YEARS from 1 to 50, and a source's _CALLS_A_MINUTE from 1 to 1000."
  }
  validation {
    condition = (
      contains(["iex", "sip", "delayed_sip"], lookup(var.market_settings, "MARKET_ALPACA_FEED", "iex")) &&
      contains(["adjusted", "raw"], lookup(var.market_settings, "MARKET_STOOQ_HISTORY", "adjusted")) &&
      alltrue([for name, value in var.market_settings : can(regex("^https://[^\\s@?#]+$", value)) if endswith(name, "_URL")])
    )
    error_message = "MARKET_ALPACA_FEED is iex, sip or delayed_sip, MARKET_STOOQ_HISTORY adjusted or raw, and a source's _URL an https:// URL without a user, query or fragment."
  }
  validation {
    condition     = !anytrue([for value in values(var.market_settings) : can(regex(local.this_machine, value))])
    error_message = "market_settings names an address of this machine. On AWS that is the function itself: name a server that AWS can reach."
  }
  validation {
    condition     = !anytrue([for value in values(var.market_settings) : can(regex(local.private_network, value))])
    error_message = "market_settings names an address inside a network, and Alex's functions are in none: name a server that can be reached through the internet."
  }
}

variable "trace_settings" {
  description = "What the need `traces` gives: OTEL_EXPORTER_OTLP_ENDPOINT and the settings beside it. A collector that asks for a key: see trace_headers_in_secret; none stands in an address. Empty: no OpenTelemetry traces; X-Ray works without."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = length([for name, value in var.trace_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])]) == 0
    error_message = "trace_settings: ${join(", ", [for name, value in var.trace_settings : name if anytrue([for pattern in local.credentials : can(regex(pattern, value))])])} looks like it has a key or a password in it, and what is set here ends up in the state. A collector's key belongs in the secret trace-headers: set trace_headers_in_secret, and npm run secrets writes it."
  }
  validation {
    condition     = !anytrue([for name in keys(var.trace_settings) : endswith(name, "_HEADERS")])
    error_message = "Headers of OpenTelemetry hold keys, and what is set here ends up in the state: set trace_headers_in_secret, and npm run secrets writes them."
  }
  validation {
    condition     = length(setsubtract(keys(var.trace_settings), local.names_in.trace_settings)) == 0
    error_message = "trace_settings has no ${join(", ", setsubtract(keys(var.trace_settings), local.names_in.trace_settings))}. It has: ${join(", ", local.names_in.trace_settings)}."
  }
  validation {
    condition = alltrue([
      for name, value in var.trace_settings :
      endswith(name, "_ENDPOINT") ? can(regex("^https?://[^\\s@?#]+$", value)) : endswith(name, "_PROTOCOL") ? startswith(value, "http/") : endswith(name, "_TIMEOUT") ? can(regex("^[1-9][0-9]{0,5}$", value)) : true
    ])
    error_message = "An endpoint of trace_settings is an http:// or https:// URL without a user, query or fragment, a timeout a whole number of milliseconds, and the protocol http/json or http/protobuf: functions do not speak grpc, and would send nothing."
  }
  validation {
    condition     = length(var.trace_settings) == 0 || anytrue([for name in keys(var.trace_settings) : endswith(name, "_ENDPOINT")])
    error_message = "trace_settings names no OTEL_EXPORTER_OTLP_ENDPOINT, so nothing would be sent anywhere."
  }
  validation {
    condition     = !anytrue([for value in values(var.trace_settings) : can(regex(local.this_machine, value))])
    error_message = "trace_settings names an address of this machine. On AWS that is the function itself: name a server that AWS can reach."
  }
  validation {
    condition     = !anytrue([for value in values(var.trace_settings) : can(regex(local.private_network, value))])
    error_message = "trace_settings names an address inside a network, and Alex's functions are in none: name a server that can be reached through the internet."
  }
}

variable "trace_headers_in_secret" {
  description = "Whether the collector of trace_settings wants headers, such as Langfuse's and Logfire's key: then there is a secret trace-headers for them, which npm run secrets writes."
  type        = bool
  default     = false
  nullable    = false
  validation {
    condition     = !var.trace_headers_in_secret || length(var.trace_settings) > 0
    error_message = "trace_headers_in_secret is set, and trace_settings names no collector."
  }
}

variable "reserved_concurrency" {
  description = "How many of one function may run at once, where its lambda.json does not say. null reserves nothing: set that in a new account, whose quota (often 10) has no room for reservations."
  type        = number
  default     = 10
  validation {
    condition     = try(var.reserved_concurrency >= 1 && var.reserved_concurrency <= 1000 && floor(var.reserved_concurrency) == var.reserved_concurrency, var.reserved_concurrency == null)
    error_message = "reserved_concurrency must be a whole number from 1 to 1000, or null."
  }
}

variable "schedule_rates" {
  description = "Other rates for schedules, by function, e.g. { sweeper = \"rate(1 hour)\" }. A function with several schedules has each of them at this rate. What asks the database more often than every database_capacity.pause_after seconds keeps it from pausing, and it is then paid for day and night."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = length(setsubtract(keys(var.schedule_rates), local.names_in.schedule_rates)) == 0
    error_message = "schedule_rates: no function ${join(", ", setsubtract(keys(var.schedule_rates), local.names_in.schedule_rates))} is started by the clock. Those that are: ${join(", ", local.names_in.schedule_rates)}."
  }
  validation {
    condition     = alltrue([for rate in values(var.schedule_rates) : can(regex("^rate\\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\\)$", rate))])
    error_message = "A rate is rate(1 minute), rate(2 hours), rate(1 day) ..."
  }
}

variable "http_throttle" {
  description = "People's routes: requests a second in the long run, and at once."
  type        = object({ rate = number, burst = number })
  default     = { rate = 25, burst = 50 }
  nullable    = false
  validation {
    condition     = var.http_throttle.rate > 0 && var.http_throttle.burst >= 1 && var.http_throttle.rate <= 10000 && var.http_throttle.burst <= 5000 && floor(var.http_throttle.burst) == var.http_throttle.burst
    error_message = "http_throttle cannot be ${jsonencode(var.http_throttle)}: it must be above zero, and at most 10000 a second and 5000 at once (an account's own limits), the latter a whole number."
  }
}

variable "rest_throttle" {
  description = "Programs' routes, for each key: requests a second in the long run, at once, and in a day. With stage 8 the firewall blocks an address that asks for twice the first for five minutes, and for at least 1000 in them."
  type        = object({ rate = number, burst = number, per_day = number })
  default     = { rate = 5, burst = 20, per_day = 5000 }
  nullable    = false
  validation {
    condition     = var.rest_throttle.rate > 0 && var.rest_throttle.rate <= 10000 && var.rest_throttle.burst >= 1 && var.rest_throttle.burst <= 5000 && var.rest_throttle.per_day >= 1 && floor(var.rest_throttle.burst) == var.rest_throttle.burst && floor(var.rest_throttle.per_day) == var.rest_throttle.per_day
    error_message = "rest_throttle cannot be ${jsonencode(var.rest_throttle)}: it must be above zero, and at most 10000 a second and 5000 at once (an account's own limits), with whole numbers at once and in a day."
  }
}

variable "web_origins" {
  description = "Pages that a browser lets call the HTTP API: their origins, such as https://example.com. None for now: the web app comes later."
  type        = set(string)
  default     = []
  nullable    = false
  validation {
    condition     = alltrue([for origin in var.web_origins : can(regex("^(https://[a-z0-9.-]+|http://localhost)(:[0-9]+)?$", origin))])
    error_message = "web_origins cannot hold ${join(", ", [for origin in var.web_origins : jsonencode(origin) if !can(regex("^(https://[a-z0-9.-]+|http://localhost)(:[0-9]+)?$", origin))])}. An origin is https://HOST without a path (or http://localhost:PORT); * is not one."
  }
}

variable "manage_api_gateway_logging" {
  description = "Whether this deployment gives API Gateway its role for logs. The setting is one for the whole account and region, and AWS is left with none when this deployment is destroyed: false where another stack or deployment has set it. Where this one has set it already, false takes it away: terraform state rm of aws_api_gateway_account before that leaves it."
  type        = bool
  default     = true
  nullable    = false
}
