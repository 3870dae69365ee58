import { secrets } from '../secrets/secrets.ts';
import type { Variables } from '../target/target.ts';

/** What stands in .env as plain text although the deployment has a secret for it: variable and secret. */
export function plainSecrets(env: Variables, deployed: readonly string[]): { variable: string; secret: string }[] {
  return secrets
    .filter(({ name }) => deployed.includes(name))
    .flatMap(({ name, fields }) =>
      fields.flatMap(({ variable }) => (env[variable] === undefined ? [] : [{ variable, secret: name }])),
    );
}
