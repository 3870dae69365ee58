# A folder is a function: what is to be deployed is read from lambdas/*/lambda.json and services/*/service.json, and from
# var.stages what of it now.

locals {
  functions = { for file in fileset("${path.module}/../lambdas", "*/lambda.json") : dirname(file) => jsondecode(file("${path.module}/../lambdas/${file}")) }
  services  = { for file in fileset("${path.module}/../services", "*/service.json") : dirname(file) => jsondecode(file("${path.module}/../services/${file}")) }

  function_needs    = { for name, config in local.functions : name => distinct(try(config.needs, [])) }
  function_triggers = { for name, config in local.functions : name => try(config.triggers, []) }
  service_needs     = { for name, config in local.services : name => distinct(try(config.needs, [])) }

  # A function that answers people or a queue is one of the agents; another comes with the last of the stages that its needs
  # belong to, and by default with the agents too.
  stage_of_need = {
    "embeddings"    = "2-embeddings"
    "vectors:read"  = "3-ingest"
    "vectors:write" = "3-ingest"
    "researcher"    = "4-researcher"
  }
  function_stages = {
    for name, needs in local.function_needs : name => coalescelist(
      anytrue([for trigger in local.function_triggers[name] : contains(["http", "sqs"], trigger.type)])
      ? []
      : distinct([for need in needs : local.stage_of_need[need] if contains(keys(local.stage_of_need), need)]),
      ["6-agents"],
    )
  }
  # Who calls the researcher alone waits until it is there, so that its repository can be made before its image.
  awaits_researcher = { for name, stages in local.function_stages : name => contains(stages, "4-researcher") && !contains(keys(local.deployed_services), "researcher") }
  deployed_functions = {
    for name, config in local.functions : name => config
    if length(setsubtract(local.function_stages[name], var.stages)) == 0 && !local.awaits_researcher[name]
  }

  # A service's repository comes with its stage, the service itself when there is an image in it.
  has_services      = contains(var.stages, "4-researcher")
  deployed_services = { for name, config in local.services : name => config if local.has_services && contains(keys(var.image_tags), name) }

  has_embeddings = contains(var.stages, "2-embeddings")
  has_vectors    = contains(var.stages, "3-ingest")
  # The database comes with the first that needs it, if that is before its own stage.
  has_database = contains(var.stages, "5-database") || anytrue(concat(
    [for name in keys(local.deployed_functions) : anytrue([for need in local.function_needs[name] : startswith(need, "database")])],
    [for name in keys(local.deployed_services) : anytrue([for need in local.service_needs[name] : startswith(need, "database")])],
  ))
  has_enterprise = contains(var.stages, "8-enterprise")

  queue_triggers = flatten([
    for name in keys(local.deployed_functions) : [
      for trigger in local.function_triggers[name] : {
        function            = name
        queue               = trigger.queue
        batch_size          = try(trigger.batchSize, 1)
        maximum_receives    = try(trigger.maxReceives, 3)
        maximum_concurrency = try(trigger.maximumConcurrency, 2)
      } if trigger.type == "sqs"
    ]
  ])
  queues = { for trigger in local.queue_triggers : trigger.queue => trigger }

  schedules = merge([
    for name in keys(local.deployed_functions) : {
      for index, trigger in [for trigger in local.function_triggers[name] : trigger if trigger.type == "schedule"] :
      index == 0 ? name : "${name}-${index + 1}" => { function = name, rate = lookup(var.schedule_rates, name, trigger.rate) }
    }
  ]...)

  http_routes = merge([
    for name in keys(local.deployed_functions) : merge([
      for trigger in local.function_triggers[name] : { for route in try(trigger.routes, []) : route => name } if trigger.type == "http"
    ]...)
  ]...)
  rest_routes = merge([
    for name in keys(local.deployed_functions) : merge([
      for trigger in local.function_triggers[name] : {
        for route in try(trigger.routes, []) : route => { function = name, api_key = try(trigger.apiKey, true) }
      } if trigger.type == "rest"
    ]...)
  ]...)

  # What a deployed function or service asks for and this deployment does not have: see the precondition in outputs.tf.
  unmet_needs = flatten([
    [for name in keys(local.deployed_functions) : [for need in local.function_needs[name] : "${name}: ${need}" if !contains(keys(local.function_grants), need)]],
    [for name in keys(local.deployed_services) : [for need in local.service_needs[name] : "${name}: ${need}" if !contains(keys(local.grants), need)]],
  ])
  secret_names = toset(flatten([
    for needs in concat(
      [for name in keys(local.deployed_functions) : local.function_needs[name]],
      # Its key is there before it is: it cannot start without.
      local.has_services ? values(local.service_needs) : [],
    ) : concat([for need in needs : trimprefix(need, "secret:") if startswith(need, "secret:")], [for need in needs : lookup(local.secrets_of_needs, need, [])]...)
  ]))
}
