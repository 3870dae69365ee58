output "bucket_name" {
  description = "Name of the vector bucket."
  value       = aws_s3vectors_vector_bucket.this.vector_bucket_name
}

output "index_name" {
  description = "Name of the index."
  value       = aws_s3vectors_index.this.index_name
}

output "index_arn" {
  description = "ARN of the index, which every action on vectors is allowed on."
  value       = aws_s3vectors_index.this.index_arn
}

output "index" {
  description = "The index as it is set."
  value       = aws_s3vectors_index.this
}

output "encryption" {
  description = "How the bucket is encrypted."
  value       = aws_s3vectors_vector_bucket.this.encryption_configuration
}
