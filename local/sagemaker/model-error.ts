import { ServiceException } from '../wire/service-exception.ts';

/**
 * What InvokeEndpoint answers where the container refused or failed: 424, with the container's own status and words.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
 */
export function modelError(status: number, message: string): ServiceException {
  const original = JSON.stringify({ code: status, type: 'InternalServerException', message });
  return new ServiceException(
    'ModelError',
    424,
    `Received ${status < 500 ? 'client' : 'server'} error (${status}) from primary with message "${original}". See the log of the endpoint for more information.`,
    { OriginalStatusCode: status, OriginalMessage: original },
  );
}
