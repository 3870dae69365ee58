// What API Gateway refuses of routes, which Terraform would say in the middle of a deployment. terraform/modules/http_api and
// api_gateway refuse the same of whoever plans without packaging.

/** API Gateway's two products: people's HTTP API and programs' REST API. */
export type ApiKind = 'http' | 'rest';

/** A route as lambda.json has it, such as "GET /jobs/{id}", and whose it is. */
export interface OwnedRoute {
  readonly kind: ApiKind;
  readonly route: string;
  readonly owner: string;
}

/** As the template of lambda.json has it; the rest is `refusedRoute`'s. */
export const routePattern = /^(GET|POST|PUT|PATCH|DELETE) \/[A-Za-z0-9_\-{}+/.]*$/;

/** The parts of a REST API's path for which terraform/modules/api_gateway has resources. */
const MOST_REST_PARTS = 4;

const PLAIN = /^[\w.-]+$/;
const VARIABLE = /^\{[\w-]+\}$/;
const GREEDY = /^\{[\w-]+\+\}$/;

const pathOf = (route: string): string => route.slice(route.indexOf('/'));
const partsOf = (route: string): string[] => pathOf(route).slice(1).split('/');
const isVariable = (part: string): boolean => part.startsWith('{');

/** Why a route by itself can be none; undefined where it can. */
export function refusedRoute(kind: ApiKind, route: string): string | undefined {
  if (!routePattern.test(route)) return 'must be GET, POST, PUT, PATCH or DELETE and a path, such as "GET /jobs/{id}"';
  const parts = partsOf(route);
  const last = parts.length - 1;
  for (const [index, part] of parts.entries()) {
    if (part === '') {
      // The root, and an HTTP API tells a path with a slash at its end from one without.
      if (index === last && (kind === 'http' || last === 0)) continue;
      return index === last ? 'ends with a slash, which a REST API has no path with' : 'has an empty part';
    }
    if (GREEDY.test(part) && index < last) return `has parts after ${part}, which takes all that follows`;
    if (![PLAIN, VARIABLE, GREEDY].some((form) => form.test(part)))
      return `has the part ${part}: a part is plain, or a {variable} as a whole`;
  }
  return kind === 'rest' && parts.length > MOST_REST_PARTS
    ? `has ${parts.length} parts, and a route of programs has at most ${MOST_REST_PARTS}`
    : undefined;
}

/** What tells a route from others: names of variables do not. */
export const routeShape = (route: string): string =>
  route.replaceAll(/\{[^}/]*?(\+?)\}/g, (_, greedy: string) => (greedy === '' ? '{}' : '{+}'));

/** Routes that cannot be there together, each with what it cannot be beside. */
export function routeClashes(routes: readonly OwnedRoute[]): { route: OwnedRoute; says: string }[] {
  const shapes = Map.groupBy(routes, ({ kind, route }) => `${kind} ${routeShape(route)}`);
  const variables = variablesOf(routes.filter(({ kind }) => kind === 'rest'));
  return routes.flatMap((route) => {
    const same = shapes.get(`${route.kind} ${routeShape(route.route)}`)?.find((one) => one !== route);
    if (same !== undefined) {
      const by = same.owner === route.owner ? 'here' : `by ${same.owner}`;
      return [{ route, says: `"${route.route}" is answered ${by}, too, and one function can answer it` }];
    }
    const other = variables.find((one) => one.of === route && one.beside !== undefined);
    if (other?.beside === undefined) return [];
    const { part, parent, beside } = other;
    const whose =
      beside.of.owner === route.owner ? `"${beside.of.route}"` : `"${beside.of.route}" of ${beside.of.owner}`;
    const says = `"${route.route}" has ${part} where ${whose} has ${beside.part}: a REST API takes one name after ${parent}`;
    return [{ route, says }];
  });
}

interface PlacedVariable {
  of: OwnedRoute;
  part: string;
  /** The path before it. */
  parent: string;
  /** A variable of another name at the same place, which a REST API refuses whatever the methods are. */
  beside?: PlacedVariable | undefined;
}

function variablesOf(routes: readonly OwnedRoute[]): PlacedVariable[] {
  const placed = routes.flatMap((of): PlacedVariable[] => {
    const parts = partsOf(of.route);
    return parts.flatMap((part, index) =>
      isVariable(part) ? [{ of, part, parent: `/${parts.slice(0, index).join('/')}` }] : [],
    );
  });
  return placed.map((one) => ({
    ...one,
    beside: placed.find(({ part, parent }) => parent === one.parent && part !== one.part),
  }));
}
