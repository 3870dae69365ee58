resource "aws_s3vectors_vector_bucket" "this" {
  vector_bucket_name = var.bucket_name
  force_destroy      = !var.deletion_protection

  encryption_configuration {
    sse_type = "AES256"
  }
}

resource "aws_s3vectors_index" "this" {
  vector_bucket_name = aws_s3vectors_vector_bucket.this.vector_bucket_name
  index_name         = var.index_name
  data_type          = "float32"
  dimension          = var.dimension
  distance_metric    = "cosine"

  # What is only read: it may be long, and cannot be searched for. A change replaces the index, and what is in it.
  metadata_configuration {
    non_filterable_metadata_keys = var.non_filterable_keys
  }
}
