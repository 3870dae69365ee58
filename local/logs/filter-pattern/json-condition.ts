import type { JsonPatternTokens } from './json-pattern-tokens.ts';

/** Whether a JSON message meets a condition. */
export type JsonCondition = (value: object) => boolean;

const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

const comparisons = {
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
} as const;

/**
 * One condition: `$.field = "te*t"`, `!=`, `= 5`, `>`, `>=`, `<`, `<=`, `IS NULL | TRUE | FALSE`, `NOT EXISTS`. A field
 * that is not there meets `NOT EXISTS` only.
 *
 * @throws {ServiceException} InvalidParameterException
 */
export function parseCondition(tokens: JsonPatternTokens): JsonCondition {
  const select = parseSelector(tokens);
  if (tokens.take('NOT')) {
    tokens.expect('EXISTS');
    return (value) => select(value) === undefined;
  }
  if (tokens.take('IS')) {
    const wanted = parseConstant(tokens);
    return (value) => select(value) === wanted;
  }
  if (tokens.take('=')) return equality(select, parseValue(tokens), true);
  if (tokens.take('!=')) return equality(select, parseValue(tokens), false);
  for (const [operator, compare] of Object.entries(comparisons)) {
    if (!tokens.take(operator)) continue;
    if (!number.test(tokens.peek())) throw tokens.unexpected(`a number after ${operator}`);
    const limit = Number(tokens.read());
    return (value) => {
      const found = select(value);
      return typeof found === 'number' && compare(found, limit);
    };
  }
  throw tokens.unexpected('an operator (=, !=, <, <=, >, >=, IS, NOT EXISTS)');
}

/** The value at a path such as `$.error.frames[0]`; undefined where there is none. */
function parseSelector(tokens: JsonPatternTokens): (value: object) => unknown {
  if (!/^\$./.test(tokens.peek())) throw tokens.unexpected('a field such as $.level');
  const text = tokens.read();
  const path = [...text.matchAll(/\.([\w-]+)|\[(\d+)\]|\[\s*'([^']*)'\s*\]/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
  return (value) =>
    path.reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
      value,
    );
}

function parseConstant(tokens: JsonPatternTokens): boolean | null {
  if (tokens.take('NULL')) return null;
  if (tokens.take('TRUE')) return true;
  if (tokens.take('FALSE')) return false;
  throw tokens.unexpected('NULL, TRUE or FALSE');
}

/** A number, or a string in which `*` stands for anything. */
function parseValue(tokens: JsonPatternTokens): number | RegExp {
  if (/^([$=<>(){}&|!]|$)/.test(tokens.peek())) throw tokens.unexpected('a value');
  const text = tokens.read();
  if (number.test(text)) return Number(text);
  const plain = text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
  return new RegExp(`^${plain.split('*').map(escape).join('.*')}$`, 's');
}

function equality(select: (value: object) => unknown, wanted: number | RegExp, equal: boolean): JsonCondition {
  return (value) => {
    const found = select(value);
    if (found === undefined) return false;
    const same = typeof wanted === 'number' ? found === wanted : typeof found === 'string' && wanted.test(found);
    return same === equal;
  };
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
