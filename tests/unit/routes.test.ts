// A deployment does not stop half-way at a route, and none that API Gateway takes is refused.
import { describe, expect, test } from '@jest/globals';
import { refusedRoute, routeClashes, type ApiKind } from '../../shared/schemas/routes.ts';

describe('a route by itself', () => {
  test.each([
    ['rest', 'GET /'],
    ['rest', 'GET /a/{b}/c/{d}'],
    ['rest', 'GET /{proxy+}'],
    ['http', 'GET /'],
    ['http', 'GET /a/'],
    ['http', 'GET /a/b/c/{d}/e/f'],
    ['http', 'POST /v1.2/{a-b}/{rest+}'],
  ] as const)('%s: %s is taken', (kind, route) => {
    expect(refusedRoute(kind, route)).toBeUndefined();
  });

  test.each([
    ['rest', 'GET /a/', 'ends with a slash'],
    ['rest', 'GET /a//b', 'has an empty part'],
    ['http', 'GET /a//b', 'has an empty part'],
    ['http', 'GET //', 'has an empty part'],
    ['rest', 'GET /v1/people/{id}/notes/{note}', 'has 5 parts'],
    ['rest', 'GET /{all+}/x', 'has parts after {all+}'],
    ['http', 'GET /{all+}/{x}', 'has parts after {all+}'],
    ['rest', 'GET /a+b', 'has the part a+b'],
    ['http', 'GET /item-{id}', 'has the part item-{id}'],
    ['http', 'GET /{}', 'has the part {}'],
    ['http', 'GET /{a.b}', 'has the part {a.b}'],
    ['rest', 'get /a', 'such as "GET /jobs/{id}"'],
    ['rest', 'GET a', 'such as "GET /jobs/{id}"'],
  ] as const)('%s: %s is refused', (kind, route, says) => {
    expect(refusedRoute(kind, route)).toContain(says);
  });
});

describe('routes beside each other', () => {
  const clashes = (kind: ApiKind, ...routes: string[]): string[] =>
    routeClashes(routes.map((route, index) => ({ kind, route, owner: `f${index}` }))).map(({ says }) => says);

  test.each([
    ['rest', ['GET /a/{id}', 'DELETE /a/{id}', 'GET /a/b', 'GET /b/{name}']],
    // After another part, it is another place.
    ['rest', ['GET /a/{id}/b/{x}', 'GET /a/{id}/c/{y}']],
    ['http', ['GET /a/{id}', 'GET /a/{proxy+}', 'DELETE /a/{name}']],
  ] as const)('%s: %j go together', (kind, routes) => {
    expect(clashes(kind, ...routes)).toEqual([]);
  });

  test.each([
    ['rest', ['GET /a/{id}', 'DELETE /a/{name}']],
    ['rest', ['GET /a/{id}/b', 'GET /a/{proxy+}']],
    ['rest', ['GET /{a}', 'GET /{b}/c']],
    ['http', ['GET /a/{id}', 'GET /a/{name}']],
    ['http', ['GET /{all+}', 'GET /{rest+}']],
  ] as const)('%s: %j do not, and each of them is told', (kind, routes) => {
    const told = clashes(kind, ...routes);
    expect(told).toHaveLength(2);
    for (const [index, text] of told.entries()) expect(text).toContain(`"${routes[index] ?? ''}"`);
  });

  test('the two products are two addresses', () => {
    const both = (['http', 'rest'] as const).map((kind) => ({ kind, route: 'GET /a/{id}', owner: kind }));
    expect(routeClashes(both)).toEqual([]);
  });
});
