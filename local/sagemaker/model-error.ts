import { ServiceException } from '../wire/service-exception.ts';

/** What InvokeEndpoint answers where the container refused: 424, with the container's own status and words. */
export function modelError(status: number, message: string): ServiceException {
  const original = JSON.stringify({ code: status, type: 'InternalServerException', message });
  return new ServiceException(
    'ModelError',
    424,
    `Received client error (${status}) from primary with message "${original}". See the log of the endpoint for more information.`,
    { OriginalStatusCode: status, OriginalMessage: original },
  );
}
