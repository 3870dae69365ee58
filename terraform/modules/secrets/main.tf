# Empty: no value passes through Terraform, so none is in its state. A script writes them.
resource "aws_secretsmanager_secret" "this" {
  for_each = var.names

  name                    = "${var.project}/${each.key}"
  description             = "Read by the functions and services whose needs bring ${each.key}."
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}
