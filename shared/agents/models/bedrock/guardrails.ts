import { ConfigurationError } from '../../../errors.ts';

/** A guardrail of Amazon Bedrock, and where it is: it can be used there and nowhere else. */
export interface Guardrail {
  region: string;
  /** Its ARN. */
  identifier: string;
  /** A number, or DRAFT. */
  version: string;
}

/**
 * The guardrails that ALEX_MODEL_GUARDRAILS names, each as ARN:VERSION, with spaces or commas between; none where it is not set.
 *
 * @throws {ConfigurationError} for what is no such name
 * @example guardrailsIn('arn:aws:bedrock:us-east-1:123456789012:guardrail/abc123:1')
 */
export function guardrailsIn(value: string | undefined): Guardrail[] {
  const named = (value ?? '').split(/[\s,]+/u).filter((one) => one !== '');
  return named.map((one) => {
    const [, identifier, region, version] =
      /^(arn:[a-z-]+:bedrock:([a-z0-9-]+):\d{12}:guardrail\/[a-z0-9]+):(\d+|DRAFT)$/u.exec(one) ?? [];
    if (identifier === undefined || region === undefined || version === undefined) {
      throw new ConfigurationError(
        'ALEX_MODEL_GUARDRAILS has to name guardrails as ARN:VERSION, e.g. arn:aws:bedrock:us-east-1:123456789012:guardrail/abc123:1.',
      );
    }
    return { region, identifier, version };
  });
}
