import { ServiceException } from '../../wire/service-exception.ts';
import type { ActionAnswer, ActionCall } from './action.ts';
import { functionConfiguration } from './function-configuration.ts';

/** Lambda gives at most this many a page, whatever is asked. */
const PAGE = 50;

/** ListFunctions: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html. Ordered by name. */
export function listFunctions({ host, query }: ActionCall): ActionAnswer {
  const size = Math.min(PAGE, pageSize(query.get('MaxItems')));
  const after = query.get('Marker') ?? '';
  const all = host.list().toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rest = all.filter((fn) => fn.name > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      Functions: page.map((fn) => functionConfiguration(fn, host)),
      ...(last && rest.length > size && { NextMarker: last.name }),
    },
  };
}

function pageSize(given: string | null): number {
  if (given === null) return PAGE;
  const size = Number(given);
  if (Number.isInteger(size) && size >= 1 && size <= 10_000) return size;
  throw new ServiceException(
    'InvalidParameterValueException',
    400,
    `MaxItems must be a whole number from 1 to 10000, not '${given}'.`,
  );
}
