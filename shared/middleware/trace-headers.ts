import * as z from 'zod';
import { readSecret } from '../aws/secrets-manager.ts';

const traceHeaders = z.object({ headers: z.string().min(1) });

/**
 * A collector's key is sent in a header, and what Terraform sets as a variable ends up in its state. So on AWS the headers are in the secret
 * `trace-headers`, and are put where OpenTelemetry looks for them. Nothing is read where they are set, or where there is no such secret.
 *
 * @throws where the secret cannot be read, or holds no headers
 */
export async function takeTraceHeaders(
  variables: Record<string, string | undefined>,
  read: () => Promise<unknown> = () => readSecret('trace-headers'),
): Promise<void> {
  const { SECRET_ARN_TRACE_HEADERS: secret, OTEL_EXPORTER_OTLP_HEADERS: set } = variables;
  if (secret === undefined || secret === '' || (set !== undefined && set !== '')) return;
  variables.OTEL_EXPORTER_OTLP_HEADERS = traceHeaders.parse(await read()).headers;
}
