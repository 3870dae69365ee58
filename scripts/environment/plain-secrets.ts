import { secretsAmong } from '../secrets/own-secrets.ts';
import type { Variables } from '../target/target.ts';

/** What stands in .env as plain text although there is a secret for it: variable and secret. */
export const plainSecrets = (env: Variables, names: readonly string[]): { variable: string; secret: string }[] =>
  secretsAmong(names).flatMap(({ name, fields }) =>
    fields.flatMap(({ variable }) => (env[variable] === undefined ? [] : [{ variable, secret: name }])),
  );
