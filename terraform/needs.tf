# What each need gives: environment variables, and statements of a role's policy. The laptop gives the same
# (local/environment.ts, local/permissions.ts); tests/terraform compares the two.

locals {
  partition  = data.aws_partition.current.partition
  account    = data.aws_caller_identity.current.account_id
  lambda_arn = "arn:${local.partition}:lambda:${var.region}:${local.account}:function"

  # Models on Bedrock that the settings name, as MODEL and REGION; an ARN says its own region.
  bedrock_settings = {
    for value in toset([for name, value in var.model_settings : value if startswith(name, "ALEX_MODEL") && startswith(value, "bedrock:")]) :
    value => regex("^bedrock:(?P<model>[^@]+)(?:@(?P<region>.+))?$", value)
  }
  bedrock_models = [
    for setting in values(local.bedrock_settings) : {
      model  = setting.model
      region = setting.region != null ? setting.region : startswith(setting.model, "arn:") ? element(split(":", setting.model), 3) : var.region
      # Short names of profiles begin with where they send to.
      profile = startswith(setting.model, "arn:") ? !strcontains(setting.model, ":foundation-model/") : can(regex("^(us|us-gov|eu|apac|jp|au|ca|global)\\.", setting.model))
      arn     = startswith(setting.model, "arn:")
    }
  ]
  foundation_model_arns = distinct([
    for each in local.bedrock_models : each.arn ? each.model : "arn:${local.partition}:bedrock:${each.region}::foundation-model/${each.model}" if !each.profile
  ])
  # An inference profile sends a request to any of its regions, so its model has to be allowed in all of them, but only through it.
  # An application's own profile does not say its model's name.
  profile_grants = [
    for each in local.bedrock_models : {
      arn   = each.arn ? each.model : "arn:${local.partition}:bedrock:${each.region}:${local.account}:inference-profile/${each.model}"
      model = try(regex("^(?:arn:.*:inference-profile/)?(?:us|us-gov|eu|apac|jp|au|ca|global)\\.(.+)$", each.model)[0], "*")
    } if each.profile
  ]
  model_statements = concat(
    [for arns in [local.foundation_model_arns] : { sid = "Models", actions = ["bedrock:InvokeModel"], resources = arns, conditions = [] } if length(arns) > 0],
    flatten([
      for index, each in local.profile_grants : [
        { sid = "ModelProfile${index}", actions = ["bedrock:InvokeModel"], resources = [each.arn], conditions = [] },
        {
          sid        = "ModelOfProfile${index}"
          actions    = ["bedrock:InvokeModel"]
          resources  = ["arn:${local.partition}:bedrock:*::foundation-model/${each.model}"]
          conditions = [{ test = "StringEquals", variable = "bedrock:InferenceProfileArn", values = [each.arn] }]
        },
      ]
    ]),
  )

  # The database's users: its owner, and the roles that needs name (shared/database/roles.ts), each with a secret of its own.
  database_roles = toset([for need in flatten([values(local.function_needs), values(local.service_needs)]) : trimprefix(need, "database:") if startswith(need, "database:")])
  database_secrets = local.has_database ? merge(
    { database = module.aurora[0].secret_arn },
    { for role in local.database_roles : "database:${role}" => module.secrets.arns["database-${role}"] if contains(local.secret_names, "database-${role}") },
  ) : {}

  # Secrets that a need brings with it: a role's password, the key of the server of an `openai:` model, and of a collector that wants one.
  wants_model_key     = anytrue([for name, value in var.model_settings : startswith(name, "ALEX_MODEL") && startswith(value, "openai:")])
  wants_trace_headers = var.trace_headers_in_secret
  secrets_of_needs = merge(
    {
      model  = local.wants_model_key ? ["model-key"] : []
      traces = local.wants_trace_headers ? ["trace-headers"] : []
    },
    { for role in local.database_roles : "database:${role}" => ["database-${role}"] },
  )
  secret_grants = {
    for name in local.secret_names : name => {
      environment = { "SECRET_ARN_${upper(replace(name, "-", "_"))}" = module.secrets.arns[name] }
      statements  = [{ sid = "Secret${replace(title(replace(name, "-", " ")), " ", "")}", actions = ["secretsmanager:GetSecretValue"], resources = [module.secrets.arns[name]], conditions = [] }]
    }
  }
  # Bedrock's own check of questions and answers, in each region that a model of the settings is called in.
  guardrail_grant = {
    environment = length(local.guardrails) == 0 ? {} : { ALEX_MODEL_GUARDRAILS = join(" ", [for guardrail in local.guardrails : "${guardrail.arn}:${guardrail.version}"]) }
    statements  = length(local.guardrails) == 0 ? [] : [{ sid = "Guardrails", actions = ["bedrock:ApplyGuardrail"], resources = local.guardrails[*].arn, conditions = [] }]
  }
  guardrails = local.has_enterprise ? values(module.enterprise[0].guardrails) : []

  grants = merge(
    {
      model = {
        environment = merge(var.model_settings, local.guardrail_grant.environment, [for name in local.secrets_of_needs.model : local.secret_grants[name].environment if contains(local.secret_names, name)]...)
        statements  = concat(local.model_statements, local.guardrail_grant.statements, flatten([for name in local.secrets_of_needs.model : local.secret_grants[name].statements if contains(local.secret_names, name)]))
      }
      market = { environment = var.market_settings, statements = [] }
      traces = {
        environment = merge(var.trace_settings, [for name in local.secrets_of_needs.traces : local.secret_grants[name].environment if contains(local.secret_names, name)]...)
        statements  = flatten([for name in local.secrets_of_needs.traces : local.secret_grants[name].statements if contains(local.secret_names, name)])
      }
    },
    { for need, secret_arn in local.database_secrets : need => {
      environment = {
        DATABASE_CLUSTER_ARN = module.aurora[0].cluster_arn
        DATABASE_SECRET_ARN  = secret_arn
        DATABASE_NAME        = module.aurora[0].database_name
      }
      statements = [
        {
          sid        = "Database"
          actions    = ["rds-data:ExecuteStatement", "rds-data:BatchExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction", "rds-data:RollbackTransaction"]
          resources  = [module.aurora[0].cluster_arn]
          conditions = []
        },
        # The Data API reads the secret in the caller's name.
        { sid = "DatabaseSecret", actions = ["secretsmanager:GetSecretValue"], resources = [secret_arn], conditions = [] },
      ]
    } },
    { for queue in keys(local.queues) : "send:${queue}" => {
      environment = { "QUEUE_URL_${local.variable_names[queue]}" = module.sqs[queue].url }
      statements  = [{ sid = "SendTo${local.title_names[queue]}", actions = ["sqs:SendMessage"], resources = [module.sqs[queue].arn], conditions = [] }]
    } },
    { for name in keys(local.deployed_functions) : "invoke:${name}" => {
      environment = { "FUNCTION_NAME_${local.variable_names[name]}" = "${var.project}-${name}" }
      statements  = [{ sid = "Invoke${local.title_names[name]}", actions = ["lambda:InvokeFunction"], resources = ["${local.lambda_arn}:${var.project}-${name}"], conditions = [] }]
    } },
    { for access, actions in local.vector_actions : "vectors:${access}" => {
      environment = { VECTOR_BUCKET_NAME = module.s3_vectors[0].bucket_name, VECTOR_INDEX_NAME = module.s3_vectors[0].index_name }
      statements  = [{ sid = "Vectors${title(access)}", actions = actions, resources = [module.s3_vectors[0].index_arn], conditions = [] }]
    } if local.has_vectors },
    { for need in local.has_embeddings ? ["embeddings"] : [] : need => {
      environment = { EMBEDDINGS_ENDPOINT_NAME = module.sagemaker_embeddings[0].endpoint_name }
      statements  = [{ sid = "Embeddings", actions = ["sagemaker:InvokeEndpoint"], resources = [module.sagemaker_embeddings[0].endpoint_arn], conditions = [] }]
    } },
    { for name in local.secret_names : "secret:${name}" => local.secret_grants[name] },
  )
  # A service is there before its URL is known, so only functions have this need met.
  function_grants = merge(local.grants, {
    for name in contains(keys(local.deployed_services), "researcher") ? ["researcher"] : [] : name => {
      environment = { RESEARCHER_URL = module.researcher[name].url }
      statements  = []
    }
  })

  vector_actions = {
    read  = ["s3vectors:GetVectors", "s3vectors:ListVectors", "s3vectors:QueryVectors"]
    write = ["s3vectors:DeleteVectors", "s3vectors:GetVectors", "s3vectors:ListVectors", "s3vectors:PutVectors", "s3vectors:QueryVectors"]
  }
  # analysis-jobs is ANALYSIS_JOBS in a variable's name, and AnalysisJobs in a statement's.
  named          = toset(concat(keys(local.queues), keys(local.functions)))
  variable_names = { for name in local.named : name => upper(replace(name, "-", "_")) }
  title_names    = { for name in local.named : name => replace(title(replace(name, "-", " ")), " ", "") }
}
