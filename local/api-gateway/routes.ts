import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { refusedRoute, routeClashes, routeShape, type ApiKind } from '../../shared/schemas/routes.ts';
import { lambdaFile } from '../deployment.ts';
import { DeploymentError } from '../errors.ts';

export interface Route {
  /** HTTP API (payload 2.0) or REST API (proxy events 1.0). */
  readonly kind: ApiKind;
  readonly method: string;
  /** As in lambda.json, e.g. /jobs/{id}. */
  readonly resource: string;
  readonly functionName: string;
  readonly apiKeyRequired: boolean;
}

export interface RouteMatch {
  readonly route: Route;
  /** Decoded, by name; a greedy {proxy+} under "proxy". */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Segment {
  readonly kind: 'literal' | 'variable' | 'greedy';
  /** The text of a literal, the name of a variable. */
  readonly text: string;
}

interface CompiledRoute {
  readonly route: Route;
  readonly segments: readonly Segment[];
}

/** Every route of every function, ready to be matched. */
export class RouteTable {
  private readonly compiled: readonly CompiledRoute[];

  /** @throws DeploymentError where two functions want the same route, or API Gateway would not take a route, or not beside another */
  constructor(functions: readonly { name: string; config: LambdaConfig }[]) {
    const compiled = functions.flatMap(routesOf).map((route) => ({ route, segments: compile(route) }));
    const seen = new Map<string, string>();
    // One address has the routes of both products.
    for (const { route } of compiled) {
      const shape = routeShape(`${route.method} ${route.resource}`);
      const other = seen.get(shape);
      if (other !== undefined) {
        throw new DeploymentError(
          `${lambdaFile(other)} and ${lambdaFile(route.functionName)} both have the route ${shape}.`,
        );
      }
      seen.set(shape, route.functionName);
    }
    const owned = compiled.map(({ route: { kind, method, resource, functionName: owner } }) => ({
      ...{ kind, owner, route: `${method} ${resource}` },
    }));
    for (const { route, says } of routeClashes(owned))
      throw new DeploymentError(`${lambdaFile(route.owner)}: ${says}.`);
    this.compiled = compiled.sort(mostSpecificFirst);
  }

  /**
   * The most specific route for a request, as API Gateway chooses: a literal segment before {variable} before {proxy+}.
   * HTTP APIs decode the path before matching (so %2F parts segments) and take a trailing slash for what it is; REST
   * APIs match the path as sent and ignore a trailing slash.
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
   */
  match(method: string, rawPath: string): RouteMatch | undefined {
    const httpSegments = decodePath(rawPath)?.slice(1).split('/');
    const restSegments = rawPath.replace(/\/$/, '').slice(1).split('/');
    for (const { route, segments } of this.compiled) {
      if (route.method !== method) continue;
      const given = route.kind === 'http' ? httpSegments : restSegments;
      const parameters = given === undefined ? undefined : matchSegments(segments, given, route.kind);
      if (parameters !== undefined) return { route, parameters };
    }
    return undefined;
  }
}

/** The path with its percent-escapes decoded; undefined where they are not UTF-8. */
export function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

function routesOf({ name, config }: { name: string; config: LambdaConfig }): Route[] {
  return config.triggers.flatMap((trigger) => {
    if (trigger.type !== 'http' && trigger.type !== 'rest') return [];
    return trigger.routes.map((route) => {
      const [method = '', resource = ''] = route.split(' ', 2);
      const apiKeyRequired = trigger.type === 'rest' && trigger.apiKey;
      return { kind: trigger.type, method, resource, functionName: name, apiKeyRequired };
    });
  });
}

function compile(route: Route): Segment[] {
  const refusal = refusedRoute(route.kind, `${route.method} ${route.resource}`);
  if (refusal !== undefined)
    throw new DeploymentError(`${lambdaFile(route.functionName)}: ${route.method} ${route.resource} ${refusal}.`);
  return route.resource
    .slice(1)
    .split('/')
    .map((text) => {
      const [, name, greedy] = /^\{([\w-]+)(\+?)\}$/.exec(text) ?? [];
      if (name === undefined) return { kind: 'literal', text };
      return { kind: greedy === '' ? 'variable' : 'greedy', text: name };
    });
}

function matchSegments(
  segments: readonly Segment[],
  given: readonly string[],
  kind: ApiKind,
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  const decode = (value: string): string => (kind === 'http' ? value : (decodePath(value) ?? value));
  for (const [index, segment] of segments.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    if (segment.kind === 'greedy') {
      const rest = given.slice(index).join('/');
      if (rest === '') return undefined;
      parameters[segment.text] = decode(rest);
      return parameters;
    }
    if (segment.kind === 'literal' ? value !== segment.text : value === '') return undefined;
    if (segment.kind === 'variable') parameters[segment.text] = decode(value);
  }
  return given.length === segments.length ? parameters : undefined;
}

const rank = { literal: 0, variable: 1, greedy: 2 };

function mostSpecificFirst(a: CompiledRoute, b: CompiledRoute): number {
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    if (other === undefined) return 1;
    if (segment.kind !== other.kind) return rank[segment.kind] - rank[other.kind];
  }
  return a.segments.length - b.segments.length;
}
