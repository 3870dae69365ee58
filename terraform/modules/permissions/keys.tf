# Keys of KMS and guardrails of Bedrock: AWS makes up their names, and the tag `project`, which the provider puts on all that it makes,
# tells whose they are. A tag is a claim only if others cannot have it: it is given at creation, or where the thing has none of that
# name; KMS also says which keys have an alias, and those of others nearly always have.
# https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html
# https://docs.aws.amazon.com/kms/latest/developerguide/tag-permissions.html
data "aws_iam_policy_document" "keys" {
  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:UpdateKeyDescription"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/project"
      values   = [var.project]
    }
  }
  statement {
    sid       = "KeysMade"
    actions   = ["kms:CreateKey"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/project"
      values   = [var.project]
    }
  }
  # A key has no tags before it is made, and KMS asks for this on all keys then.
  statement {
    sid       = "KeysMarked"
    actions   = ["kms:TagResource"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/project"
      values   = [var.project]
    }
    condition {
      test     = "Null"
      variable = "aws:ResourceTag/project"
      values   = ["true"]
    }
    condition {
      test     = "Null"
      variable = "kms:ResourceAliases"
      values   = ["true"]
    }
  }
  # The provider turns rotation on as soon as the key is made, when KMS may not know its tags yet: that takes up to five minutes.
  statement {
    sid       = "KeysRotated"
    actions   = ["kms:EnableKeyRotation"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
  }
  statement {
    sid       = "KeysSeen"
    actions   = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
  }
  # Services that encrypt with a key ask for a grant in the name of whoever makes the thing, and give it back when it is deleted.
  # https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
  # Only CreateGrant says whether a service makes it for itself, so that condition would refuse all giving back.
  # https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
  statement {
    sid       = "GrantsToServices"
    actions   = ["kms:CreateGrant"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = local.encrypting
    }
    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
  statement {
    sid       = "GrantsGivenBack"
    actions   = ["kms:RetireGrant"]
    resources = ["arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = local.encrypting
    }
  }
  statement {
    sid       = "Guardrails"
    actions   = ["bedrock:CreateGuardrailVersion", "bedrock:DeleteGuardrail", "bedrock:UpdateGuardrail"]
    resources = [local.guardrails]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/project"
      values   = [var.project]
    }
  }
  statement {
    sid       = "GuardrailsMade"
    actions   = ["bedrock:CreateGuardrail"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/project"
      values   = [var.project]
    }
  }
  statement {
    sid       = "GuardrailsMarked"
    actions   = ["bedrock:TagResource"]
    resources = [local.guardrails]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/project"
      values   = [var.project]
    }
    condition {
      test     = "Null"
      variable = "aws:ResourceTag/project"
      values   = ["true"]
    }
  }
  statement {
    sid       = "GuardrailsSeen"
    actions   = ["bedrock:GetGuardrail", "bedrock:ListTagsForResource"]
    resources = [local.guardrails]
  }
  # Of what is Alex's every other tag may change.
  statement {
    sid       = "OtherTags"
    actions   = ["bedrock:TagResource", "bedrock:UntagResource", "kms:TagResource", "kms:UntagResource"]
    resources = [local.guardrails, "arn:${local.partition}:kms:${local.regional}:key/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/project"
      values   = [var.project]
    }
    condition {
      test     = "ForAllValues:StringNotEqualsIgnoreCase"
      variable = "aws:TagKeys"
      values   = ["project"]
    }
  }
}

locals {
  encrypting = [for service in ["ecr", "rds", "secretsmanager"] : "${service}.${var.region}.amazonaws.com"]
  # In the regions where models are called.
  guardrails = "arn:${local.partition}:bedrock:*:${local.account}:guardrail/*"
}
