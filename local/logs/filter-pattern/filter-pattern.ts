import { invalidPattern } from './invalid-pattern.ts';
import { parseJsonPattern } from './json-pattern.ts';
import type { Matches } from './matches.ts';
import { parseTerms } from './terms.ts';

/**
 * Reads a CloudWatch Logs filter pattern: terms (`ERROR "two words" -exclude`, or `?any ?of`), or conditions on JSON
 * messages (`{ $.level = "ERROR" && $.ms > 100 }`). An empty pattern matches everything.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 *
 * @throws {ServiceException} InvalidParameterException for what is no pattern, and for the space-delimited patterns
 *   (`[...]`) and regular expressions (`%...%`) that CloudWatch has and this does not
 */
export function parseFilterPattern(pattern: string): Matches {
  const text = pattern.trim();
  if (text === '') return () => true;
  if (text.startsWith('[')) throw invalidPattern(pattern, 'space-delimited patterns are not supported on a laptop');
  if (/%.*%/.test(text)) throw invalidPattern(pattern, 'regular expressions are not supported on a laptop');
  return text.startsWith('{') ? parseJsonPattern(text) : parseTerms(text);
}
