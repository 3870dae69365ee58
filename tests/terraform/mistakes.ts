/** A mistake made on purpose: a piece of a file is replaced, and a check has to find it. */
export interface Mistake {
  name: string;
  /** Under the copy's root. */
  file: string;
  from: string;
  to: string;
  /**
   * `validate` terraform validate; `plan` terraform plan; `rules` the rules of security; `laptop` the comparison with the laptop.
   */
  foundBy: 'validate' | 'plan' | 'rules' | 'laptop';
  /** It would hide others. */
  alone?: true;
  /** What the check has to say. */
  says: RegExp;
}

export const mistakes: readonly Mistake[] = [
  {
    name: 'an attribute that there is not',
    file: 'terraform/modules/sqs/main.tf',
    from: 'visibility_timeout_seconds = local.visibility_timeout',
    to: 'visibility_timeout = local.visibility_timeout',
    foundBy: 'validate',
    says: /Unsupported argument[\s\S]*visibility_timeout/,
  },
  {
    name: 'a variable that there is not',
    file: 'terraform/stages.tf',
    from: 'var.deletion_protection',
    to: 'var.delete_protection',
    foundBy: 'validate',
    says: /undeclared input variable[\s\S]*delete_protection/,
  },
  {
    name: 'a block that is required left out',
    file: 'terraform/modules/scheduler/main.tf',
    from: 'flexible_time_window {\n    mode = "OFF"\n  }',
    to: '',
    foundBy: 'validate',
    says: /Insufficient flexible_time_window blocks/,
  },
  {
    name: 'a runtime that Lambda does not have',
    file: 'terraform/modules/lambda/main.tf',
    from: '"nodejs24.x"',
    to: '"nodejs25.x"',
    foundBy: 'validate',
    says: /expected runtime to be one of/,
  },
  {
    name: 'a need that nobody meets',
    file: 'lambdas/worker/lambda.json',
    from: '"invoke:door"',
    to: '"invoke:dor"',
    foundBy: 'plan',
    says: /worker: invoke:dor/,
  },
  {
    name: 'the need of another function',
    file: 'terraform/stages.tf',
    from: 'for need in local.function_needs[each.key] : local.function_grants[need].statements',
    to: 'for need in local.function_needs["worker"] : local.function_grants[need].statements',
    foundBy: 'laptop',
    alone: true,
    says: /rds-data:ExecuteStatement/,
  },
  {
    name: 'a permission left out',
    file: 'terraform/modules/lambda/role.tf',
    from: '"sqs:ChangeMessageVisibility", ',
    to: '',
    foundBy: 'laptop',
    says: /sqs:ChangeMessageVisibility work-items/,
  },
  {
    name: 'a permission too many',
    file: 'terraform/needs.tf',
    from: 'read  = ["s3vectors:GetVectors"',
    to: 'read  = ["s3vectors:DeleteIndex", "s3vectors:GetVectors"',
    foundBy: 'laptop',
    says: /s3vectors:DeleteIndex/,
  },
  {
    name: 'a policy that allows a whole service',
    file: 'terraform/needs.tf',
    from: 'actions = ["lambda:InvokeFunction"]',
    to: 'actions = ["lambda:*"]',
    foundBy: 'rules',
    says: /CKV_AWS_62\S* module\.lambda\["worker"\].*wildcard action lambda:\*/,
  },
  {
    name: 'a policy for every queue there is',
    file: 'terraform/modules/lambda/role.tf',
    from: 'resources = statement.value\n',
    to: 'resources = ["*"]\n',
    foundBy: 'rules',
    says: /CKV_AWS_355\S* module\.lambda\["worker"\].*Resource "\*"/,
  },
  {
    name: 'a handler by another name',
    file: 'terraform/modules/lambda/main.tf',
    from: '"index.handler"',
    to: '"handler.handler"',
    foundBy: 'laptop',
    says: /handler\.handler/,
  },
  {
    name: 'a variable of a function by another name',
    file: 'terraform/needs.tf',
    from: '{ EMBEDDINGS_ENDPOINT_NAME =',
    to: '{ EMBEDDING_ENDPOINT_NAME =',
    foundBy: 'laptop',
    says: /EMBEDDING_ENDPOINT_NAME/,
  },
  {
    name: 'a visibility timeout shorter than the work',
    file: 'terraform/modules/sqs/main.tf',
    from: 'min(6 * var.consumer_timeout, 43200)',
    to: 'min(2 * var.consumer_timeout, 43200)',
    foundBy: 'rules',
    says: /own:visibility module\.lambda\["worker"\]/,
  },
  {
    name: 'a queue without a dead-letter queue',
    file: 'terraform/modules/sqs/main.tf',
    from: 'redrive_policy = jsonencode({\n    deadLetterTargetArn = module.dead_letters.arn\n    maxReceiveCount     = var.maximum_receives\n  })',
    to: '',
    foundBy: 'rules',
    says: /own:dlq module\.lambda\["worker"\]/,
  },
  {
    name: 'a batch that fails as a whole',
    file: 'terraform/modules/lambda/main.tf',
    from: 'function_response_types = ["ReportBatchItemFailures"]',
    to: '',
    foundBy: 'rules',
    says: /own:partial-batch/,
  },
  {
    name: 'a queue that is not encrypted',
    file: 'terraform/modules/dead_letters/main.tf',
    from: 'sqs_managed_sse_enabled   = true',
    to: 'sqs_managed_sse_enabled   = false',
    foundBy: 'rules',
    says: /CKV_AWS_27 .*not encrypted/,
  },
  {
    name: 'a database that is not encrypted',
    file: 'terraform/modules/aurora/main.tf',
    from: 'storage_encrypted                   = true',
    to: 'storage_encrypted                   = false',
    foundBy: 'rules',
    says: /CKV_AWS_96/,
  },
  {
    name: 'a bucket that may be open to the public',
    file: 'terraform/modules/enterprise/trail.tf',
    from: 'resource "aws_s3_bucket_public_access_block" "trail" {\n  for_each = var.trails',
    to: 'resource "aws_s3_bucket_public_access_block" "trail" {\n  for_each = { for key, value in var.trails : key => value if false }',
    foundBy: 'rules',
    says: /CKV2_AWS_6 .*no public access block/,
  },
  {
    name: 'a door of the network open to everyone',
    file: 'terraform/modules/enterprise/endpoints.tf',
    from: 'referenced_security_group_id = aws_security_group.endpoints[0].id',
    to: 'cidr_ipv4 = "0.0.0.0/0"',
    foundBy: 'rules',
    says: /CKV_AWS_24\/25 .*ingress from anywhere/,
  },
  {
    name: 'a route of programs that asks for no key',
    file: 'terraform/modules/api_gateway/main.tf',
    from: 'api_key_required = each.value.api_key',
    to: 'api_key_required = false',
    foundBy: 'rules',
    says: /CKV_AWS_59 .*open method/,
  },
  {
    name: 'a log that is kept for ever',
    file: 'terraform/modules/lambda/main.tf',
    from: '  retention_in_days = var.log_retention_days\n',
    to: '',
    foundBy: 'rules',
    says: /CKV_AWS_66 module\.lambda.*no retention/,
  },
  {
    name: 'a password in the configuration',
    file: 'terraform/modules/aurora/main.tf',
    from: 'manage_master_user_password         = true',
    to: 'master_password = "correct-horse"',
    foundBy: 'rules',
    says: /CKV_SECRET .*master_password/,
  },
];
