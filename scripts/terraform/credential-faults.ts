import { credentialIn } from '../../shared/schemas/credential.ts';
import type { Fault, Value } from './tfvars.ts';

/** Where a secret of a variable belongs, as terraform/variables*.tf say it. */
const BELONGS: Readonly<Record<string, string>> = {
  model_settings:
    "The key of an openai: model's server belongs in the secret model-key: npm run secrets -- --target aws writes it once it is deployed",
  market_settings:
    'Keys of price sources belong in the secret market-keys: npm run secrets -- --target aws writes them once it is deployed',
  trace_settings:
    "A collector's key belongs in the secret trace-headers: set trace_headers_in_secret = true, and npm run secrets -- --target aws writes it once it is deployed",
  service_settings: 'Services have no secret for this: name an address that is to be had without',
};
const ELSEWHERE =
  'No setting of Terraform takes a secret: npm run secrets -- --target aws says which there are, and writes their values';

export interface OpenSecrets {
  readonly faults: readonly Fault[];
  /** The settings without those values: whoever tells of their other faults would print them. */
  readonly others: ReadonlyMap<string, Value>;
}

/** What looks like a key or a password anywhere in terraform.tfvars, each told by its name alone. */
export function openSecrets(settings: ReadonlyMap<string, Value>): OpenSecrets {
  const faults: Fault[] = [];
  const without = (at: string, variable: string, value: Value): Value => {
    if (value.kind === 'list') {
      return { ...value, items: value.items.map((item, index) => without(`${at}[${index}]`, variable, item)) };
    }
    if (value.kind === 'object') {
      const entries = [...value.entries].map(([name, entry], index): [string, Value] => {
        const own = credentialIn(name) === undefined ? name : `entry ${index + 1}`;
        if (own !== name) tell(`${at}: the name of ${own}`, variable, name);
        return [own, without(`${at}.${own}`, variable, entry)];
      });
      return { ...value, entries: new Map(entries) };
    }
    return value.kind === 'string' && tell(at, variable, value.text) ? { kind: 'other' } : value;
  };
  const tell = (at: string, variable: string, text: string): boolean => {
    const what = credentialIn(text);
    if (what === undefined) return false;
    faults.push({
      says: `${at} has ${what}, and what is set here ends up in the state`,
      remedy: BELONGS[variable] ?? ELSEWHERE,
    });
    return true;
  };
  const others = new Map([...settings].map(([name, value]) => [name, without(name, name, value)]));
  return { faults, others };
}
