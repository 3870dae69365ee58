// AWS on loopback, for scripts that deploy: answers each operation with what a test says, in the service's own wire format.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface AwsCall {
  /** GetCallerIdentity, UpdateFunctionCode … */
  operation: string;
  path: string;
  /** The region that the request is signed for. */
  region: string;
  /** The body as it came. */
  body: string;
}
export interface AwsAnswer {
  status?: number;
  /** JSON, or XML where it is text. */
  body: unknown;
}
/** An answer, several one after the other (the last for ever), or one by the call. */
export type AwsScript = Readonly<Record<string, AwsAnswer | readonly AwsAnswer[] | ((call: AwsCall) => AwsAnswer)>>;

export interface AwsServer {
  url: string;
  /** What was asked since the last `answer`. */
  calls: AwsCall[];
  answer: (script: AwsScript) => void;
  close: () => Promise<void>;
}

/** Services whose operation is in the path: method, path, operation. */
const PATHS: readonly (readonly [method: string, path: RegExp, operation: string])[] = [
  ['GET', /^\/2015-03-31\/functions\/[^/]+\/configuration$/, 'GetFunctionConfiguration'],
  ['PUT', /^\/2015-03-31\/functions\/[^/]+\/code$/, 'UpdateFunctionCode'],
  ['POST', /^\/2015-03-31\/functions\/[^/]+\/invocations$/, 'Invoke'],
  ['GET', /^\/2015-03-31\/functions\/?$/, 'ListFunctions'],
  ['GET', /^\/2016-08-19\/account-settings\/?$/, 'GetAccountSettings'],
  ['GET', /^\/account$/, 'GetAccount'],
  ['GET', /^\/restapis$/, 'GetRestApis'],
  ['GET', /^\/foundation-model-availability\//, 'GetFoundationModelAvailability'],
  ['GET', /^\/foundation-models\/[^/?]+$/, 'GetFoundationModel'],
  ['GET', /^\/inference-profiles\/[^/?]+$/, 'GetInferenceProfile'],
  ['GET', /^\/[^/?]+\/?\?(?:.*&)?versions/, 'ListObjectVersions'],
  ['POST', /^\/[^/?]+\/?\?(?:.*&)?delete/, 'DeleteObjects'],
  ['POST', /^\/(?:Execute|BatchExecute|BeginTransaction|CommitTransaction|RollbackTransaction)$/, 'DataApi'],
];

function operationOf({ method = '', url = '', headers }: IncomingMessage, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.lastIndexOf('.') + 1);
  const action = new URLSearchParams(body).get('Action');
  if (action !== null) return action;
  const [path = ''] = url.split('?');
  const found = PATHS.find(([ownMethod, pattern]) => ownMethod === method && (pattern.test(url) || pattern.test(path)));
  return found?.[2] ?? path.slice(1);
}

/** An error as services of JSON say it. */
export const refusal = (kind: string, message: string, status = 400): AwsAnswer => ({
  status,
  body: { __type: kind, message, Message: message },
});

/** An error as STS says it. */
export const stsRefusal = (code: string, message: string, status = 403): AwsAnswer => ({
  status,
  body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
});

/** Who the credentials are. */
export const identity = (arn = 'arn:aws:iam::123456789012:user/ada', account = '123456789012'): AwsAnswer => ({
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
});

export async function startAwsServer(): Promise<AwsServer> {
  const calls: AwsCall[] = [];
  let script: AwsScript = {};
  let counts = new Map<string, number>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const [, region = ''] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
      const call: AwsCall = { operation: operationOf(request, body), path: request.url ?? '/', region, body };
      calls.push(call);
      const scripted = script[call.operation];
      const count = counts.get(call.operation) ?? 0;
      counts.set(call.operation, count + 1);
      const { status = 200, body: answer } =
        typeof scripted === 'function'
          ? scripted(call)
          : isSeveral(scripted)
            ? (scripted[Math.min(count, scripted.length - 1)] ?? { body: {} })
            : (scripted ?? refusal('AccessDeniedException', `not authorized to perform: test:${call.operation}`, 403));
      const isText = typeof answer === 'string';
      const kind = typeof answer === 'object' && answer !== null && '__type' in answer ? answer.__type : undefined;
      response.writeHead(status, {
        'content-type': isText ? 'text/xml' : 'application/x-amz-json-1.1',
        'x-amzn-requestid': '1',
        ...(typeof kind === 'string' && { 'x-amzn-errortype': kind }),
      });
      response.end(isText ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    answer: (next) => {
      calls.length = 0;
      counts = new Map();
      script = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

const isSeveral = (scripted: AwsScript[string] | undefined): scripted is readonly AwsAnswer[] =>
  Array.isArray(scripted);
