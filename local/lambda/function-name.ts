import { ServiceException } from '../wire/service-exception.ts';
import { functionArn } from './function-package.ts';

const pattern =
  /^(?:arn:aws:lambda:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(?<account>\d{12}):function:|function:)?(?<name>[A-Za-z0-9_-]{1,64})(?::(?<qualifier>\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;

/**
 * The function that a name, a partial ARN or an ARN means, here.
 *
 * @throws {ServiceException} ValidationException for what is none of these; ResourceNotFoundException for another
 *   region or account, or a version or alias (there is only $LATEST)
 */
export function parseFunctionName(
  given: string,
  place: { region: string; accountId: string },
  query: string | null = null,
): string {
  const parts = pattern.exec(given)?.groups;
  if (parts?.name === undefined) {
    throw new ServiceException(
      'ValidationException',
      400,
      `1 validation error detected: Value '${given}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern.source}`,
    );
  }
  const { name, region = place.region, account = place.accountId } = parts;
  const qualifier = parts.qualifier ?? query ?? '$LATEST';
  if (region === place.region && account === place.accountId && qualifier === '$LATEST') return name;
  const arn = functionArn({ region, accountId: account }, name) + (qualifier === '$LATEST' ? '' : `:${qualifier}`);
  throw new ServiceException('ResourceNotFoundException', 404, `Function not found: ${arn}`, { Type: 'User' });
}
