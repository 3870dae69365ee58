// https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-invoke.html (read November 2026)
/** Bytes of a request to a serverless endpoint, and of its answer. */
export const PAYLOAD_BYTES = 4 * 1024 * 1024;
/** all-MiniLM-L6-v2 has this many positions, its first and last token included; longer texts are an error unless truncated. */
export const TOKENS = 512;
