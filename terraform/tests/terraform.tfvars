# What tests do not set themselves is as Terraform's variables have it: a null takes the default where there has to be a value. Without
# this file they would take the settings of your own terraform.tfvars, and tell of them as of mistakes.

region                     = null
project                    = null
stages                     = null
tags                       = null
state_bucket               = null
deletion_protection        = null
log_retention_days         = null
model_settings             = null
guard_models               = null
market_settings            = null
trace_settings             = null
trace_headers_in_secret    = null
reserved_concurrency       = 10
schedule_rates             = null
http_throttle              = null
rest_throttle              = null
web_origins                = null
manage_api_gateway_logging = null
database_engine_version    = null
database_capacity          = null
database_backup_days       = null
database_network           = null
embeddings                 = null
container_platform         = null
container_subnet_ids       = null
image_tags                 = null
service_settings           = null
alert_email                = null
monthly_budget_usd         = null
cloudtrail_data_events     = null
vpc_endpoints              = null
