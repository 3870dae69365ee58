import type { Variables } from '../agents/models/settings.ts';

/** Milliseconds that a function waits for its spans to be taken, where no variable says otherwise. */
const PATIENCE = 1000;

/**
 * Whether spans go anywhere: by the standard variables, https://opentelemetry.io/docs/specs/otel/protocol/exporter/. Of the
 * protocols OTLP over HTTP with JSON is spoken, which every collector takes that takes OTLP over HTTP.
 */
export function isTracing(variables: Variables): boolean {
  if (variables.OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') return false;
  const endpoint = variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? variables.OTEL_EXPORTER_OTLP_ENDPOINT;
  const protocol = variables.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? variables.OTEL_EXPORTER_OTLP_PROTOCOL;
  return endpoint !== undefined && /^https?:\/\//iu.test(endpoint) && URL.canParse(endpoint) && protocol !== 'grpc';
}

/** Milliseconds, from OTEL_EXPORTER_OTLP_TIMEOUT; what is no number of them is passed over. */
export function patienceIn(variables: Variables): number {
  const given = Number(variables.OTEL_EXPORTER_OTLP_TRACES_TIMEOUT ?? variables.OTEL_EXPORTER_OTLP_TIMEOUT);
  return given > 0 && Number.isFinite(given) ? given : PATIENCE;
}
