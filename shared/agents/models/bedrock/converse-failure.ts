import { BedrockRuntimeServiceException } from '@aws-sdk/client-bedrock-runtime';
import { FailedTry, failedStatus, lostConnection, shortly } from '../failed-try.ts';
import { credentialIn } from '../../../schemas/credential.ts';
import { retryAfterMs } from '../retry-after.ts';

/** Names that tell more than their status does. */
const throttling = new Set(['ThrottlingException', 'ModelNotReadyException', 'TooManyRequestsException']);

/**
 * Refusals that Bedrock words before any model reads what was sent: about the account, its rights, its quotas, the model. What of a
 * request is wrong (ValidationException) or what a model failed at may quote the request.
 */
const aboutAccount =
  /^(?:AccessDenied|ResourceNotFound|Throttling|ServiceQuotaExceeded|UnrecognizedClient|ExpiredToken)Exception$/u;

/** What a failed Converse call means, by the service's error or by that of the connection. */
export function converseFailure(error: unknown): FailedTry {
  if (error instanceof FailedTry) {
    // The SDK adds a line of its own to what fails while it reads an answer.
    const [message = ''] = error.message.split('\n');
    return new FailedTry(error.kind, message, error);
  }
  if (error instanceof BedrockRuntimeServiceException) return serviceFailure(error);
  if (!(error instanceof Error)) return lostConnection(error);
  // JSON that ends too soon, where no length was told: the connection was cut.
  if (error instanceof SyntaxError && /^(?:Unexpected end|Unterminated)/u.test(error.message)) {
    return lostConnection(new Error('the answer broke off'));
  }
  if (error instanceof SyntaxError || error instanceof TypeError) {
    return new FailedTry('malformed', 'The provider answered with what is no Converse answer.', {
      again: false,
      cause: error,
    });
  }
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') {
    return new FailedTry('refused', `There are no AWS credentials to call Bedrock with (${shortly(error)}).`, {
      again: false,
      advice: 'there are no AWS credentials',
      cause: error,
    });
  }
  return lostConnection(error);
}

function serviceFailure(error: BedrockRuntimeServiceException): FailedTry {
  const { httpStatusCode = 502 } = error.$metadata;
  const headers = error.$response?.headers ?? {};
  const wait = retryAfterMs((name) => headers[name], Date.now());
  const status = throttling.has(error.name) ? 429 : httpStatusCode;
  const said = `${error.name}: ${shortly(error)}`;
  if (error.name === 'ModelErrorException') {
    return new FailedTry('unavailable', `The model itself failed (${said}).`, { again: false, cause: error });
  }
  const loggable = aboutAccount.test(error.name) && credentialIn(error.message) === undefined ? said : undefined;
  return failedStatus(status, said, { isBedrock: true, loggable, retryAfterMs: wait, cause: error });
}
