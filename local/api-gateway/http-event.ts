import type { APIGatewayProxyEventV2 } from 'aws-lambda';

import { accountId } from '../account.ts';
import { commonLogTime, domainName, header, type GatewayRequest } from './gateway-request.ts';
import { decodePath, type RouteMatch } from './routes.ts';

/**
 * The event of an HTTP API, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * Not in that page: `rawPath` is decoded, and cut at a decoded question mark; cookies are not among the headers.
 */
export function httpEvent(request: GatewayRequest, { route, parameters }: RouteMatch): APIGatewayProxyEventV2 {
  const routeKey = `${route.method} ${route.resource}`;
  const path = (decodePath(request.rawPath) ?? request.rawPath).replace(/\?.*$/s, '');
  const cookies = request.headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(/;\s*/))
    .filter((cookie) => cookie !== '');
  const query = commaJoined(new URLSearchParams(request.rawQuery));
  const isBase64Encoded = request.body.length > 0 && !isText(header(request, 'content-type'));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: request.rawQuery,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: commaJoined(
      request.headers
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => name !== 'cookie'),
    ),
    ...(request.rawQuery === '' ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId,
      apiId: 'local',
      domainName: domainName(request),
      domainPrefix: 'local',
      http: {
        method: request.method,
        path,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: header(request, 'user-agent') ?? '',
      },
      requestId: request.requestId,
      routeKey,
      stage: '$default',
      time: commonLogTime(request.receivedAt),
      timeEpoch: request.receivedAt.getTime(),
    },
    ...(request.body.length === 0 ? {} : { body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    isBase64Encoded,
  };
}

/** One string a name; what was sent several times is joined with commas. */
function commaJoined(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

/**
 * Bodies that arrive as text: everything else is base64, forms (application/x-www-form-urlencoded) and bodies without
 * a content type among it. The documentation does not list the types; these were found by trying them on AWS
 * (https://github.com/ministackorg/ministack/pull/766).
 */
function isText(contentType: string | undefined): boolean {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(?:json|xml|javascript)$/.test(type);
}
