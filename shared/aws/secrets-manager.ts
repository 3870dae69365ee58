import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ConfigurationError, UnavailableError } from '../errors.ts';
import { remainingMilliseconds } from './deadline.ts';
import { nameFor, requireEnvironment } from './environment.ts';

/** How long a secret is kept in a warm execution environment before it is read again, so that a rotated one is found. */
const KEPT_MILLISECONDS = 5 * 60_000;
/** The longest wait for one answer, milliseconds. */
const ANSWER = 5000;

let client: SecretsManagerClient | undefined;
/** Reading a secret changes nothing, so the SDK's rule applies: throttling, 5xx and lost connections are tried again. */
const secretsManager = (): SecretsManagerClient =>
  (client ??= new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3000, requestTimeout: ANSWER, throwOnRequestTimeout: true },
  }));

const kept = new Map<string, { value: unknown; until: number }>();

/**
 * The value of the secret that `secret:NAME` gives access to, which is JSON. Whoever reads it checks its form, and writes it
 * nowhere.
 *
 * @throws {ConfigurationError} where it has no value yet, may not be read, or is not JSON; with the command that writes it
 * @throws {UnavailableError} where Secrets Manager does not answer
 * @example const { key } = z.object({ key: z.string() }).parse(await readSecret('news-key'));
 */
export async function readSecret(name: string, now: number = Date.now()): Promise<unknown> {
  const SecretId = requireEnvironment(nameFor('SECRET_ARN', name));
  const known = kept.get(SecretId);
  if (known !== undefined && known.until > now) return known.value;
  const value = parse(name, await fetchSecret(name, SecretId));
  kept.set(SecretId, { value, until: now + KEPT_MILLISECONDS });
  return value;
}

async function fetchSecret(name: string, SecretId: string): Promise<string> {
  const left = Math.min(3 * ANSWER, remainingMilliseconds() - 1000);
  const abortSignal = AbortSignal.timeout(Math.max(1, Math.floor(left)));
  try {
    const { SecretString } = await secretsManager().send(new GetSecretValueCommand({ SecretId }), { abortSignal });
    if (SecretString === undefined) throw new ConfigurationError(`The secret ${name} holds bytes and no text.`);
    return SecretString;
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const kind = error instanceof Error ? error.name : 'no Error';
    // What AWS answers for one that was made and never written, too.
    if (kind === 'ResourceNotFoundException') {
      throw new ConfigurationError(`The secret ${name} has no value: npm run secrets -- ${name}`);
    }
    if (['AccessDeniedException', 'InvalidRequestException'].includes(kind)) {
      throw new ConfigurationError(`The secret ${name} cannot be read (${kind}).`, { cause: error });
    }
    throw new UnavailableError(`The secret ${name} could not be read (${kind}).`, { cause: error });
  }
}

/** Without the parser's message, which quotes what it reads. */
function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`The secret ${name} is not JSON: npm run secrets -- ${name} --replace`);
  }
}
