import { randomBytes } from 'node:crypto';
import { databaseRoles, secretOfRole } from '../../shared/schemas/database-role.ts';

/** One part of a secret's value, which is JSON. */
export interface SecretField {
  readonly key: string;
  /** The variable in which a person may give it. */
  readonly variable: string;
  readonly label: string;
  /** What it is refused as. */
  readonly problem: (value: string) => string | undefined;
  /** Where it may be left out, and Alex draws one. */
  readonly draw?: () => string;
}

export interface Secret {
  readonly name: string;
  /** What of a lambda.json or service.json brings it: terraform/needs.tf. */
  readonly need: string;
  /** The setting without which nothing brings it. */
  readonly only?: string;
  readonly what: string;
  readonly fields: readonly SecretField[];
  /** Its value, from what was given for the fields; JSON of them where nothing is said. */
  readonly write?: (given: Readonly<Record<string, string>>) => string;
}

const key = (value: string): string | undefined => {
  if (/\s/.test(value)) return 'has a space or line break in it';
  return value.length < 8 || value.length > 512 ? 'has to be of 8 to 512 characters' : undefined;
};

/** The secrets that Alex's own functions and services have needs for (`secret:NAME`, `model`, `traces`), and what is in each. */
export const secrets: readonly Secret[] = [
  {
    name: 'market-keys',
    need: 'secret:market-keys',
    what: 'your keys of price sources: https://massive.com, https://alpaca.markets. All are optional.',
    fields: [
      { key: 'massive', variable: 'ALEX_MASSIVE_KEY', label: 'Key of Massive', problem: key },
      { key: 'alpacaKeyId', variable: 'ALEX_ALPACA_KEY_ID', label: 'Key ID of Alpaca', problem: key },
      { key: 'alpacaSecret', variable: 'ALEX_ALPACA_SECRET', label: 'Secret of Alpaca', problem: key },
    ],
  },
  {
    name: 'model-key',
    need: 'model',
    only: 'where terraform.tfvars names an openai: model',
    what: 'the key of the OpenAI-compatible server that ALEX_MODEL names, as ALEX_MODEL_API_KEY is on a laptop.',
    fields: [{ key: 'key', variable: 'ALEX_MODEL_API_KEY', label: 'Key of the model’s server', problem: key }],
  },
  {
    name: 'trace-headers',
    need: 'traces',
    only: 'where terraform.tfvars has trace_headers_in_secret = true',
    what: 'what the collector of traces wants in its headers, as OTEL_EXPORTER_OTLP_HEADERS is on a laptop.',
    fields: [
      {
        key: 'headers',
        variable: 'OTEL_EXPORTER_OTLP_HEADERS',
        label: 'Headers, such as Authorization=Basic%20abc',
        problem: (value) =>
          /^[!#$%&'*+.^_`|~\w-]+=[\x21-\x2b\x2d-\x7e]+(,[!#$%&'*+.^_`|~\w-]+=[\x21-\x2b\x2d-\x7e]+)*$/.test(value)
            ? undefined
            : 'has to be NAME=VALUE, with commas between several and %20 for a space',
      },
    ],
  },
  {
    name: 'researcher-key',
    need: 'secret:researcher-key',
    what: 'what callers of the researcher have to know. Alex draws one.',
    fields: [
      {
        key: 'key',
        variable: 'ALEX_RESEARCHER_KEY',
        label: 'Key of the researcher (nothing: one is drawn)',
        problem: (value) => key(value) ?? (value.length < 16 ? 'has to be of 16 characters or more' : undefined),
        draw: () => randomBytes(32).toString('base64url'),
      },
    ],
  },
];

/** Whether it is one of those, or the password of a role of the database: `npm run migrate` draws these. */
export const isKnown = (name: string): boolean =>
  secrets.some((one) => one.name === name) || databaseRoles.some((role) => secretOfRole(role) === name);
