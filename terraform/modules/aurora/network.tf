# A VPC of its own, with no gateway: there is no way in, and none out.
locals {
  own     = var.network == null
  network = local.own ? { vpc_id = aws_vpc.this[0].id, subnet_ids = aws_subnet.this[*].id } : var.network
}

# Local Zones that an account has opted into are among what is available, and have no Aurora.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "this" {
  count = local.own ? 1 : 0

  cidr_block           = "10.20.0.0/24"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = "${var.name}-database" }
}

# The group that AWS makes for every VPC is left as it is: it lets its members talk, and it has none, as all that is made here has a group
# of its own. To change it one would have to be allowed to tag groups that one has not made, and so to claim those of others.

# Aurora wants two zones.
resource "aws_subnet" "this" {
  count = local.own ? 2 : 0

  vpc_id                  = aws_vpc.this[0].id
  cidr_block              = cidrsubnet(aws_vpc.this[0].cidr_block, 2, count.index)
  availability_zone       = data.aws_availability_zones.available.names[count.index]
  map_public_ip_on_launch = false
  tags                    = { Name = "${var.name}-database-${count.index + 1}" }
}
