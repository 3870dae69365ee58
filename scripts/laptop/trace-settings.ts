import { isTracing } from '../../shared/middleware/tracing-settings.ts';
import { credentialIn } from '../../shared/schemas/credential.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** OpenTelemetry's own names; anything else of it that a person has set is for their other programs. */
export const traceVariables: readonly string[] = [
  ...['ENDPOINT', 'HEADERS', 'TIMEOUT', 'PROTOCOL', 'COMPRESSION'].flatMap((what) => [
    `OTEL_EXPORTER_OTLP_${what}`,
    `OTEL_EXPORTER_OTLP_TRACES_${what}`,
  ]),
  'OTEL_SERVICE_NAME',
  'OTEL_RESOURCE_ATTRIBUTES',
];

/**
 * Where a person wants traces sent to, as the functions that are traced are to get it; nothing where no endpoint is named,
 * or OTEL_SDK_DISABLED says so. The values are secrets: they go nowhere else.
 *
 * @param warn told of an endpoint that is named and cannot be used: it may be meant for other programs, so Alex does without
 */
export function readTraceSettings(
  variables: Variables = process.env,
  warn: (sentence: string) => void = console.error,
): Record<string, string> {
  const settings = Object.fromEntries(
    traceVariables.flatMap((name): [string, string][] => {
      const value = variables[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const named = Object.keys(settings).some((name) => name.endsWith('_ENDPOINT'));
  if (!named || variables.OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') return {};
  const open = Object.entries(settings).find(
    ([name, value]) => !name.endsWith('_HEADERS') && credentialIn(value) !== undefined,
  );
  if (open !== undefined) {
    warn(
      `No traces are sent: ${open[0]} has ${credentialIn(open[1]) ?? ''}. A collector's key belongs in OTEL_EXPORTER_OTLP_HEADERS.`,
    );
    return {};
  }
  if (isTracing(settings)) return settings;
  warn(
    'No traces are sent: the OTEL_EXPORTER_OTLP_ENDPOINT that is set has to be an http:// or https:// URL, and Alex does not ' +
      'speak OTEL_EXPORTER_OTLP_PROTOCOL=grpc. OTEL_SDK_DISABLED=true leaves out this line.',
  );
  return {};
}

/** Where traces go, without what may be secret in it; undefined where they go nowhere. */
export function traceHost(settings: Readonly<Record<string, string>>): string | undefined {
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  return url === undefined ? undefined : new URL(url).host;
}
