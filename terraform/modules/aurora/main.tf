resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of the database of ${var.name}."
  subnet_ids  = local.network.subnet_ids
}

# Without a rule: nothing reaches the database through the network, only its Data API does.
resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Nobody connects to the database of ${var.name}; its Data API is the way in."
  vpc_id      = local.network.vpc_id
}

resource "aws_cloudwatch_log_group" "postgresql" {
  name              = "/aws/rds/cluster/${var.name}/postgresql"
  retention_in_days = var.log_retention_days
}

resource "aws_rds_cluster" "this" {
  cluster_identifier = var.name
  engine             = "aurora-postgresql"
  # Serverless v2 is "provisioned" with instances of class db.serverless.
  engine_mode                         = "provisioned"
  engine_version                      = var.engine_version
  database_name                       = "alex"
  master_username                     = "alex_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true
  enable_http_endpoint                = true
  db_subnet_group_name                = aws_db_subnet_group.this.name
  vpc_security_group_ids              = [aws_security_group.this.id]
  storage_encrypted                   = true
  backup_retention_period             = var.backup_days
  copy_tags_to_snapshot               = true
  deletion_protection                 = var.deletion_protection
  skip_final_snapshot                 = !var.deletion_protection
  final_snapshot_identifier           = var.deletion_protection ? "${var.name}-final" : null
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  # A deployment that says it is done has changed what it was to change: a version else waits for the next window of maintenance.
  apply_immediately = true

  serverlessv2_scaling_configuration {
    min_capacity             = var.capacity.min
    max_capacity             = var.capacity.max
    seconds_until_auto_pause = var.capacity.min == 0 ? var.capacity.pause_after : null
  }

  depends_on = [aws_cloudwatch_log_group.postgresql]
}

resource "aws_rds_cluster_instance" "this" {
  identifier          = "${var.name}-1"
  cluster_identifier  = aws_rds_cluster.this.id
  instance_class      = "db.serverless"
  engine              = aws_rds_cluster.this.engine
  engine_version      = aws_rds_cluster.this.engine_version
  publicly_accessible = false
  # A version that AWS moved on its own would be another than the variable's, which every deployment then tried to take back, in vain.
  auto_minor_version_upgrade = false
}
