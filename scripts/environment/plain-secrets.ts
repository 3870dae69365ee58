import type { Variables } from '../target/target.ts';

/** The variables that hold secrets, each by the secret in Secrets Manager that is for it. */
const KEPT_IN: Readonly<Record<string, string>> = {
  ALEX_MASSIVE_KEY: 'market-keys',
  ALEX_ALPACA_KEY_ID: 'market-keys',
  ALEX_ALPACA_SECRET: 'market-keys',
  ALEX_MODEL_API_KEY: 'model-key',
  ALEX_RESEARCHER_KEY: 'researcher-key',
  OTEL_EXPORTER_OTLP_HEADERS: 'trace-headers',
};

/** What stands in .env as plain text although the deployment has a secret for it: variable and secret. */
export function plainSecrets(env: Variables, deployed: readonly string[]): { variable: string; secret: string }[] {
  return Object.entries(KEPT_IN).flatMap(([variable, secret]) =>
    env[variable] !== undefined && deployed.includes(secret) ? [{ variable, secret }] : [],
  );
}
