import { parseCondition, type JsonCondition } from './json-condition.ts';
import { JsonPatternTokens } from './json-pattern-tokens.ts';
import type { Matches } from './matches.ts';

/**
 * Conditions on the fields of a JSON message, joined by `&&` (first) and `||`, with parentheses. A message that is not
 * a JSON object or array never matches.
 *
 * @param pattern with its braces
 * @throws {ServiceException} InvalidParameterException
 */
export function parseJsonPattern(pattern: string): Matches {
  const tokens = new JsonPatternTokens(pattern);
  tokens.expect('{');
  const condition = parseAny(tokens);
  tokens.expect('}');
  tokens.expectEnd();
  return (message) => {
    const value = parseMessage(message);
    return value !== undefined && condition(value);
  };
}

/** The JSON of a message; undefined for anything else. Lambda's own lines cost no parsing. */
function parseMessage(message: string): object | undefined {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function parseAny(tokens: JsonPatternTokens): JsonCondition {
  const conditions = [parseAll(tokens)];
  while (tokens.take('||')) conditions.push(parseAll(tokens));
  return (value) => conditions.some((condition) => condition(value));
}

function parseAll(tokens: JsonPatternTokens): JsonCondition {
  const conditions = [parseOne(tokens)];
  while (tokens.take('&&')) conditions.push(parseOne(tokens));
  return (value) => conditions.every((condition) => condition(value));
}

function parseOne(tokens: JsonPatternTokens): JsonCondition {
  if (!tokens.take('(')) return parseCondition(tokens);
  const condition = parseAny(tokens);
  tokens.expect(')');
  return condition;
}
