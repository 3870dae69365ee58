output "cluster_arn" {
  description = "ARN of the cluster, which the Data API asks for."
  value       = aws_rds_cluster.this.arn
}

output "cluster_identifier" {
  description = "Name of the cluster."
  value       = aws_rds_cluster.this.cluster_identifier
}

output "secret_arn" {
  description = "ARN of the secret with the master user's password, which RDS makes and rotates."
  value       = aws_rds_cluster.this.master_user_secret[0].secret_arn
}

output "database_name" {
  description = "Name of the database in it."
  value       = aws_rds_cluster.this.database_name
}

output "network" {
  description = "Where it is."
  value       = local.network
}

output "cluster" {
  description = "What tests look at."
  value = {
    storage_encrypted    = aws_rds_cluster.this.storage_encrypted
    enable_http_endpoint = aws_rds_cluster.this.enable_http_endpoint
    deletion_protection  = aws_rds_cluster.this.deletion_protection
    manages_password     = aws_rds_cluster.this.manage_master_user_password
    capacity             = aws_rds_cluster.this.serverlessv2_scaling_configuration[0]
    publicly_accessible  = aws_rds_cluster_instance.this.publicly_accessible
  }
}
