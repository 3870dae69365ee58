import type { Settings } from './laptop-fleet.ts';
import { REGION } from './provider-actions/asked.ts';

/** The same on both sides. */
export const settings: Settings = {
  model: { ALEX_MODEL: 'bedrock:openai.gpt-oss-120b-1:0@us-west-2', ALEX_JOB_USD: '0.25' },
  market: { MARKET_SOURCES: 'massive, ecb' },
  trace: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example.com' },
};

/** Whatever may be asked for, so that every type of resource is there to be looked at. */
export const everything: Readonly<Record<string, unknown>> = {
  cloudtrail_data_events: true,
  vpc_endpoints: ['sqs'],
  alert_email: 'someone@example.com',
  web_origins: ['https://app.example.com'],
  container_subnet_ids: ['subnet-0a', 'subnet-0b'],
};

/** Terraform's variables for them, with every stage and every service. */
export function variables(services: readonly string[]): Record<string, unknown> {
  return {
    project: 'alex',
    region: REGION,
    image_tags: Object.fromEntries(services.map((name) => [name, '1'])),
    model_settings: settings.model,
    market_settings: settings.market,
    trace_settings: settings.trace,
  };
}
