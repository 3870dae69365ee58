# What looks like a key or a password: shared/schemas/credential.ts has the same patterns, for what scripts look at before Terraform does,
# and says of what they are (tests/unit/schemas/credential.test.ts holds the two together). What a variable is given ends up in the state.

locals {
  credentials = [
    # scheme://user:password@host
    "(?i)://[^/?#\\s]*@",
    # ?api-key=..., &sig=..., and NAME=VALUE of such names
    "(?i)(?:^|[?&;#,\\s])(?:(?:[a-z0-9_.%-]*(?:[_.%0-9-]|a(?:pi|pp|ccess|ccount|uth)|client|consumer|customer|feed|licen[cs]e|master|member|my|partner|private|public|rss|secret|service|session|shared|sign(?:ing)?|site|subscri(?:ber|ption)|user))?key|[a-z0-9_.%-]*(?:token|secret|password|passwd|pwd|credentials?|signature)|(?:[a-z0-9_.%-]*[_.-])?(?:auth|authorization|pass|sig|jwt))=[^&\\s]",
    # Keys as who gives them out writes them.
    "\\b(?:openai:[A-Za-z0-9]{32,}@|c?sk-(?:(?:proj|ant|lf|or|svcacct|admin)-[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{16,})|(?:AKIA|ASIA)[A-Z0-9]{16}|ABSK[A-Za-z0-9+/=]{20,}|bedrock-api-key-[A-Za-z0-9+/=]{8,}|gh[opsur]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{16,}|gsk_[A-Za-z0-9]{16,}|fw_[A-Za-z0-9]{16,}|tgp_v1_[A-Za-z0-9_-]{16,}|xai-[A-Za-z0-9]{16,}|nvapi-[A-Za-z0-9_-]{16,}|pplx-[A-Za-z0-9]{16,}|tvly-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{8,}|npm_[A-Za-z0-9]{30,}|pylf_v[0-9]_[A-Za-z0-9_]{8,}|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}|(?:Bearer|Basic)\\s+[A-Za-z0-9+/=._-]{12,}|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|BEGIN [A-Z ]*PRIVATE KEY)",
    # Addresses that are a key themselves, such as webhooks.
    "(?i)://(?:hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[^\\s?#]{8,}|(?:[a-z]+\\.)?discord(?:app)?\\.com/api/(?:v[0-9]+/)?webhooks/[0-9]+/[a-z0-9_-]{8,}|(?:[a-z0-9-]+\\.webhook\\.office|outlook\\.office(?:365)?)\\.com/webhook(?:b2)?/[^\\s?#]{8,}|api\\.telegram\\.org/(?:file/)?bot[0-9]+:[a-z0-9_-]{8,}|hooks\\.zapier\\.com/hooks/catch/[0-9]+/[a-z0-9]+|hook\\.(?:[a-z0-9-]+\\.)*(?:make|integromat)\\.com/[a-z0-9]{8,}|maker\\.ifttt\\.com/(?:trigger/[^\\s/]+/(?:json/)?with|use)/(?:key/)?[a-z0-9_-]{8,}|[a-z0-9]+\\.m\\.pipedream\\.net|hc-ping\\.com/[a-z0-9-]{8,}|[a-z0-9-]+\\.g\\.alchemy\\.com/v2/[a-z0-9_-]{8,}|[a-z0-9.-]+\\.infura\\.io/(?:ws/)?v3/[a-z0-9]{8,})",
  ]
  # An environment of lambdas/NAME/lambda.json or services/NAME/service.json with one.
  folders_with_credentials = [
    for name, config in merge(local.services, local.functions) : name
    if anytrue([for text in values(try(config.environment, {})) : anytrue([for pattern in local.credentials : can(regex(pattern, text))])])
  ]
}
