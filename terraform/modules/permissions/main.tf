# Stage 1, applied once by an administrator: a group whose members may deploy Alex, and the boundary of every role that Alex makes.
data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  regional  = "${var.region}:${local.account}"

  state = { for name, granted in {
    State      = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.state_bucket}/${var.project}/*"] }
    StateLock  = { actions = ["s3:DeleteObject"], resources = ["${local.state_bucket}/${var.project}/*.tflock"] }
    StateNames = { actions = ["s3:ListBucket"], resources = [local.state_bucket] }
  } : name => granted if var.state_bucket != null }
  state_bucket = "arn:${local.partition}:s3:::${coalesce(var.state_bucket, "none")}"
}

resource "aws_iam_policy" "boundary" {
  name        = "${var.project}-boundary"
  description = "No role of ${var.project} does anything else than this, whatever its own policy says."
  policy      = data.aws_iam_policy_document.boundary.json
}

resource "aws_iam_group" "deployers" {
  name = "${var.project}-deployers"
}

resource "aws_iam_policy" "deploy" {
  for_each = {
    identities = data.aws_iam_policy_document.identities.json
    compute    = data.aws_iam_policy_document.compute.json
    apis       = data.aws_iam_policy_document.apis.json
    data       = data.aws_iam_policy_document.data.json
    networks   = data.aws_iam_policy_document.networks.json
    watch      = data.aws_iam_policy_document.watch.json
    keys       = data.aws_iam_policy_document.keys.json
  }

  name        = "${var.project}-deploy-${each.key}"
  description = "Members of ${var.project}-deployers make, change and delete what is named ${var.project}-... or has the tag project=${var.project}."
  policy      = each.value
}

resource "aws_iam_group_policy_attachment" "deploy" {
  for_each = aws_iam_policy.deploy

  group      = aws_iam_group.deployers.name
  policy_arn = each.value.arn
}
