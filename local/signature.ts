import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Whether a request carries an AWS signature, in its header or (S3's presigned URLs) its query. The signature itself is
 * not checked: every key is good on a laptop. Asking for one is what keeps web pages out: a page of another origin
 * cannot send an Authorization header without a preflight, which nothing here answers.
 */
export function isSigned(request: IncomingMessage): boolean {
  const header = request.headers.authorization;
  if (header?.startsWith('AWS4-') === true) return true;
  return /[?&]X-Amz-Signature=[0-9a-f]{64}(?:&|$)/i.test(request.url ?? '');
}

/** As AWS answers a request without credentials. */
export function refuseUnsigned(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': 'MissingAuthenticationToken' })
    .end('{"__type":"MissingAuthenticationToken","message":"Request is missing Authentication Token"}');
}
