import type { buildApp } from 'fauxqs';

import { credentialScope, type Authorize, type Wish } from '../permissions.ts';

/** Lets nobody do through `app` what `authorize` refuses: answered as SQS does, 403 with the reason. */
export function checkPermissions(app: ReturnType<typeof buildApp>, authorize: Authorize): void {
  app.addHook('preHandler', async (request, reply) => {
    const target = request.headers['x-amz-target'];
    const wish = typeof target === 'string' ? sqsWish(target, request.body) : { action: 's3:Access', resource: '' };
    const denied = authorize(credentialScope(request)?.accessKeyId, wish);
    if (denied === undefined) return;
    await reply
      .code(403)
      .header('x-amzn-query-error', 'AccessDenied;Sender')
      .type('application/x-amz-json-1.0')
      .send({ __type: 'com.amazonaws.sqs#AccessDeniedException', message: denied });
  });
}

/** A batch needs the permission of the single call, as in IAM. */
function sqsWish(target: string, body: unknown): Wish {
  const action = target.replace('AmazonSQS.', '').replace(/MessageBatch$/, 'Message');
  const url = typeof body === 'object' && body !== null && 'QueueUrl' in body ? String(body.QueueUrl) : '';
  return { action: `sqs:${action}`, resource: url.slice(url.lastIndexOf('/') + 1) };
}
