// https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-limitations.html (read November 2026)
export const BODY_BYTES = 20 * 1024 * 1024;
export const DIMENSION = 4096;
export const KEY_CHARACTERS = 1024;
export const METADATA_BYTES = 40 * 1024;
export const FILTERABLE_BYTES = 2 * 1024;
export const METADATA_KEYS = 50;
export const NON_FILTERABLE_KEYS = 10;
export const METADATA_KEY_CHARACTERS = 63;
/** Vectors in one call. */
export const PUT = 500;
export const DELETE = 500;
export const GET = 100;
export const TOP_K = 100;
/** Things on one page. */
export const VECTORS_PAGE = 1000;
export const VECTORS_PAGE_DEFAULT = 500;
/** ListVectors ends a page where what it went through exceeds this. */
export const VECTORS_PAGE_BYTES = 1024 * 1024;
export const NAMES_PAGE = 500;
export const SEGMENTS = 16;
export const BUCKETS = 10_000;
export const INDEXES = 10_000;
