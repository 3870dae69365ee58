# A folder is a function: what is to be deployed is read from lambdas/*/lambda.json and services/*/service.json, and from
# var.stages what of it now.

locals {
  functions = { for file in fileset("${path.module}/../lambdas", "*/lambda.json") : dirname(file) => jsondecode(file("${path.module}/../lambdas/${file}")) }
  services  = { for file in fileset("${path.module}/../services", "*/service.json") : dirname(file) => jsondecode(file("${path.module}/../services/${file}")) }

  function_needs    = { for name, config in local.functions : name => distinct(try(config.needs, [])) }
  function_triggers = { for name, config in local.functions : name => try(config.triggers, []) }
  service_needs     = { for name, config in local.services : name => distinct(try(config.needs, [])) }

  # A function waits for the stages that its needs belong to, and for those of the functions that it invokes or sends to; one that
  # answers people or a queue, or that no need has a stage of, comes with the agents (scripts/terraform/stage-of.ts has the same).
  stage_of_need = {
    "embeddings"    = "2-embeddings"
    "vectors:read"  = "3-ingest"
    "vectors:write" = "3-ingest"
    "researcher"    = "4-researcher"
  }
  stages_of_needs = {
    for name, needs in local.function_needs : name => distinct([for need in needs : local.stage_of_need[need] if contains(keys(local.stage_of_need), need)])
  }
  own_stages = {
    for name, stages in local.stages_of_needs : name => concat(
      stages,
      length(stages) == 0 || anytrue([for trigger in local.function_triggers[name] : contains(["http", "sqs"], trigger.type)]) ? ["6-agents"] : [],
    )
  }
  queue_takers = merge([
    for name, triggers in local.function_triggers : { for trigger in triggers : "send:${trigger.queue}" => name if trigger.type == "sqs" }
  ]...)
  # Itself and whom it calls; then whom those call, each step twice as far as the last: sixteen calls, one after the other.
  calls_1  = { for name, needs in local.function_needs : name => distinct(concat([name], [for need in needs : trimprefix(need, "invoke:") if startswith(need, "invoke:") && contains(keys(local.functions), trimprefix(need, "invoke:"))], [for need in needs : local.queue_takers[need] if contains(keys(local.queue_takers), need)])) }
  calls_2  = { for name, called in local.calls_1 : name => distinct(flatten([for one in called : local.calls_1[one]])) }
  calls_4  = { for name, called in local.calls_2 : name => distinct(flatten([for one in called : local.calls_2[one]])) }
  calls_8  = { for name, called in local.calls_4 : name => distinct(flatten([for one in called : local.calls_4[one]])) }
  calls_16 = { for name, called in local.calls_8 : name => distinct(flatten([for one in called : local.calls_8[one]])) }
  function_stages = {
    for name, called in local.calls_16 : name => distinct(flatten([for one in called : local.own_stages[one]]))
  }
  # Who calls the researcher, or somebody who does, waits until it is there, so that its repository can be made before its image.
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

  # A second schedule's key has what no folder's name has: "greeter-2" may be another function.
  schedules = merge([
    for name in keys(local.deployed_functions) : {
      for index, trigger in [for trigger in local.function_triggers[name] : trigger if trigger.type == "schedule"] :
      index == 0 ? name : "${name}.${index + 1}" => { function = name, rate = lookup(var.schedule_rates, name, trigger.rate) }
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
    [for name in keys(local.deployed_functions) : [for need in local.function_needs[name] : "lambdas/${name}/lambda.json: ${need}" if !contains(keys(local.function_grants), need)]],
    [for name in keys(local.deployed_services) : [for need in local.service_needs[name] : "services/${name}/service.json: ${need}" if !contains(keys(local.grants), need)]],
  ])
  secret_names = toset(flatten([
    for needs in concat(
      [for name in keys(local.deployed_functions) : local.function_needs[name]],
      # Its key is there before it is: it cannot start without.
      local.has_services ? values(local.service_needs) : [],
    ) : concat([for need in needs : trimprefix(need, "secret:") if startswith(need, "secret:")], [for need in needs : lookup(local.secrets_of_needs, need, [])]...)
  ]))
}
