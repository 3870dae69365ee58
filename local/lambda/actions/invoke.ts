import { readBody } from '../../wire/request-body.ts';
import { ServiceException } from '../../wire/service-exception.ts';
import { parseFunctionName } from '../function-name.ts';
import type { InvokeOptions } from '../host.ts';
import { ASYNC_PAYLOAD_BYTES, SYNC_PAYLOAD_BYTES } from '../limits.ts';
import { tooLarge } from '../payload.ts';
import type { ActionAnswer, ActionCall } from './action.ts';

/** Invoke: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export async function invoke(call: ActionCall): Promise<ActionAnswer> {
  const { host, request, requestId } = call;
  const type = invocationType(request.headers['x-amz-invocation-type']);
  const limit = type === 'Event' ? ASYNC_PAYLOAD_BYTES : SYNC_PAYLOAD_BYTES;
  const payload = await readBody(request, limit);
  const name = parseFunctionName(call.functionName, host, call.query.get('Qualifier'));
  if (!payload) throw tooLarge(limit);
  const options = { requestId, ...traceId(call), ...clientContext(call) };
  if (type === 'DryRun') {
    host.get(name);
    return { status: 204 };
  }
  if (type === 'Event') {
    await host.invokeAsync(name, payload, options);
    return { status: 202 };
  }
  const result = await host.invoke(name, payload, options);
  return {
    status: result.status,
    headers: {
      'x-amz-executed-version': '$LATEST',
      ...(result.functionError && { 'x-amz-function-error': result.functionError }),
      ...(header(call, 'x-amz-log-type') === 'Tail' && {
        'x-amz-log-result': Buffer.from(result.logTail).toString('base64'),
      }),
    },
    body: result.payload,
  };
}

function invocationType(given: string | string[] | undefined): 'RequestResponse' | 'Event' | 'DryRun' {
  if (given === undefined) return 'RequestResponse';
  if (given === 'RequestResponse' || given === 'Event' || given === 'DryRun') return given;
  throw new ServiceException(
    'ValidationException',
    400,
    `1 validation error detected: Value '${String(given)}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`,
  );
}

function header(call: ActionCall, name: string): string | undefined {
  const value = call.request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function traceId(call: ActionCall): Pick<InvokeOptions, 'traceId'> {
  const given = header(call, 'x-amzn-trace-id');
  return given === undefined ? {} : { traceId: given };
}

function clientContext(call: ActionCall): Pick<InvokeOptions, 'clientContext'> {
  const given = header(call, 'x-amz-client-context');
  if (given === undefined) return {};
  const json = Buffer.from(given, 'base64').toString('utf8');
  try {
    JSON.parse(json);
    return { clientContext: json };
  } catch {
    throw new ServiceException('InvalidRequestContentException', 400, 'Client context must be a valid JSON object.');
  }
}
