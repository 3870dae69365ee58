# Networks: EC2 makes up their names, and the tag `project`, which the provider gives them as it makes them, tells whose they are. What is
# made in a network is asked for on the new thing, by the tag in the request, and on what it is made in, by the tag that this has.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
data "aws_iam_policy_document" "networks" {
  # One for each, as a tag in the request is no sign of whose the network is.
  dynamic "statement" {
    for_each = local.network_parts
    content {
      sid       = "${statement.key}Made"
      actions   = ["ec2:Create${statement.key}"]
      resources = ["arn:${local.partition}:ec2:${local.regional}:${statement.value}/*"]
      condition {
        test     = "StringEquals"
        variable = "aws:RequestTag/project"
        values   = [var.project]
      }
    }
  }
  statement {
    sid = "Networks"
    actions = [
      "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateSecurityGroup", "ec2:CreateSubnet", "ec2:CreateVpcEndpoint", "ec2:DeleteSecurityGroup",
      "ec2:DeleteSubnet", "ec2:DeleteVpc", "ec2:DeleteVpcEndpoints", "ec2:ModifySecurityGroupRules", "ec2:ModifySubnetAttribute",
      "ec2:ModifyVpcAttribute", "ec2:ModifyVpcEndpoint", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress",
    ]
    resources = [for kind in values(local.network_parts) : "arn:${local.partition}:ec2:${local.regional}:${kind}/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/project"
      values   = [var.project]
    }
  }
  # Each of these also asks for the rule's group, above: a rule alone gives nothing. Its tags may come after it is made.
  statement {
    sid = "Rules"
    actions = [
      "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateTags", "ec2:DeleteTags", "ec2:ModifySecurityGroupRules",
      "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress",
    ]
    resources = ["arn:${local.partition}:ec2:${local.regional}:security-group-rule/*"]
  }
  # A network that an administrator gives Alex to use (database_network): something may be made in it, it is not changed.
  dynamic "statement" {
    for_each = { for network in [var.network] : "GivenNetwork" => network if network != null }
    content {
      sid     = statement.key
      actions = ["ec2:CreateSecurityGroup", "ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint"]
      resources = [
        for name in concat(["vpc/${statement.value.vpc_id}"], [for id in statement.value.subnet_ids : "subnet/${id}"]) :
        "arn:${local.partition}:ec2:${local.regional}:${name}"
      ]
    }
  }
  statement {
    sid       = "TagsAtCreation"
    actions   = ["ec2:CreateTags"]
    resources = [for kind in values(local.network_parts) : "arn:${local.partition}:ec2:${local.regional}:${kind}/*"]
    condition {
      test     = "StringEquals"
      variable = "ec2:CreateAction"
      values   = [for part in keys(local.network_parts) : "Create${part}"]
    }
  }
  statement {
    sid       = "OtherTags"
    actions   = ["ec2:CreateTags", "ec2:DeleteTags"]
    resources = [for kind in values(local.network_parts) : "arn:${local.partition}:ec2:${local.regional}:${kind}/*"]
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
    # DeleteTags without tags takes all of them away.
    condition {
      test     = "Null"
      variable = "aws:TagKeys"
      values   = ["false"]
    }
  }
  # Lists have no resource. EC2 asks for Route 53's action where an endpoint takes over a service's name, on a zone of AWS's own.
  statement {
    sid = "NetworksSeen"
    actions = [
      "ec2:DescribeAccountAttributes", "ec2:DescribeAvailabilityZones", "ec2:DescribeInternetGateways", "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces",
      "ec2:DescribePrefixLists", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
      "ec2:DescribeVpcAttribute", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs", "route53:AssociateVPCWithHostedZone",
    ]
    resources = ["*"]
  }
}

locals {
  # What is made, and the kind of its ARN.
  network_parts = { SecurityGroup = "security-group", Subnet = "subnet", Vpc = "vpc", VpcEndpoint = "vpc-endpoint" }
}
