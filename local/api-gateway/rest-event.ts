import type { APIGatewayProxyEvent } from 'aws-lambda';

import { accountId } from '../account.ts';
import { commonLogTime, domainName, header, type GatewayRequest } from './gateway-request.ts';
import type { RouteMatch } from './routes.ts';

const stage = 'local';

/**
 * The event of a REST API with Lambda proxy integration (format 1.0): names as the client wrote them, single values the
 * last sent, every value in the multiValue maps, null for what is missing, the path as sent.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function restEvent(
  request: GatewayRequest,
  { route, parameters }: RouteMatch,
  apiKey: string | undefined,
): APIGatewayProxyEvent {
  const query = [...new URLSearchParams(request.rawQuery)];
  const isBase64Encoded = request.body.length > 0 && !isUtf8(request.body);
  return {
    resource: route.resource,
    path: request.rawPath,
    httpMethod: request.method,
    headers: Object.fromEntries(request.headers),
    multiValueHeaders: grouped(request.headers),
    queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters: query.length === 0 ? null : grouped(query),
    pathParameters: Object.keys(parameters).length === 0 ? null : parameters,
    stageVariables: null,
    requestContext: {
      accountId,
      apiId: 'local',
      authorizer: null,
      domainName: domainName(request),
      domainPrefix: 'local',
      extendedRequestId: request.requestId,
      httpMethod: request.method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: apiKey ?? null,
        apiKeyId: apiKey === undefined ? null : 'local',
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: request.sourceIp,
        user: null,
        userAgent: header(request, 'user-agent') ?? null,
        userArn: null,
      },
      path: `/${stage}${request.rawPath}`,
      protocol: request.protocol,
      requestId: request.requestId,
      requestTime: commonLogTime(request.receivedAt),
      requestTimeEpoch: request.receivedAt.getTime(),
      resourceId: 'local',
      resourcePath: route.resource,
      stage,
    },
    body: request.body.length === 0 ? null : request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}

function grouped(pairs: Iterable<readonly [string, string]>): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
}

/** A REST API has its binary media types configured; here what is not UTF-8 is binary. */
function isUtf8(body: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}
