# Which names each variable that is a map may have. A misspelt one would be taken in silence and have no effect, as when the sweeper
# is to be asked less often and "sweper" is. tests/unit/scripts/map-names.test.ts holds the lists to what the program reads.

locals {
  # An address of the machine that asks it, which on AWS is the function itself.
  this_machine = "(?i)://(?:[^/@]*@)?(?:localhost|[^/:]+\\.local|host\\.docker\\.internal|127\\.[\\d.]+|0\\.0\\.0\\.0|\\[::1?\\])(?:[:/]|$)"
  # An address inside a network, of IPv4 (RFC 1918, 3927, 6598) or IPv6 (RFC 4193, 4291). Functions are in no network; a container on
  # ecs_express is in one.
  private_network = "(?i)://(?:[^/@]*@)?(?:10\\.[\\d.]+|172\\.(?:1[6-9]|2\\d|3[01])\\.[\\d.]+|192\\.168\\.[\\d.]+|169\\.254\\.[\\d.]+|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.[\\d.]+|\\[f(?:[cd]|e[89ab])[\\da-f]*:[\\da-f:.]*\\])(?:[:/]|$)"

  market_sources = ["massive", "alpaca", "stooq", "ecb"]

  names_in = {
    # Beside Alex's own agents, each function that may have a model write is called as its folder.
    model_settings = distinct(concat(
      [
        "ALEX_MODEL", "ALEX_MODEL_PLANNER", "ALEX_MODEL_TAGGER", "ALEX_MODEL_REPORTER", "ALEX_MODEL_CHARTER", "ALEX_MODEL_RETIREMENT", "ALEX_MODEL_RESEARCHER",
        "ALEX_MODEL_JUDGE", "ALEX_JOB_TOKENS", "ALEX_JOB_USD", "ALEX_JUDGE_THRESHOLD", "ALEX_TAGGER_CONCURRENCY",
      ],
      [for name, needs in local.function_needs : "ALEX_MODEL_${upper(replace(name, "-", "_"))}" if contains(needs, "model")],
    ))
    market_settings = concat(
      ["MARKET_SOURCES", "MARKET_MAX_AGE_DAYS", "MARKET_WAIT_SECONDS", "MARKET_MASSIVE_YEARS", "MARKET_ALPACA_FEED", "MARKET_STOOQ_HISTORY"],
      flatten([for source in local.market_sources : ["MARKET_${upper(source)}_URL", "MARKET_${upper(source)}_CALLS_A_MINUTE"]]),
    )
    trace_settings = concat(
      flatten([for what in ["ENDPOINT", "TIMEOUT", "PROTOCOL", "COMPRESSION"] : ["OTEL_EXPORTER_OTLP_${what}", "OTEL_EXPORTER_OTLP_TRACES_${what}"]]),
      ["OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES"],
    )
    schedule_rates   = [for name, triggers in local.function_triggers : name if anytrue([for trigger in triggers : trigger.type == "schedule"])]
    image_tags       = keys(local.services)
    service_settings = keys(local.services)
  }
  names_in_service = { for name, config in local.services : name => distinct(concat(keys(try(config.environment, {})), try(config.settings, []))) }
}
