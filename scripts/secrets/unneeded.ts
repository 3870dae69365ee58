import { mapEntries } from '../terraform/variables-file.ts';

/** The sources whose keys are in market-keys; the others ask for none. */
const WANT_KEYS: readonly string[] = ['massive', 'alpaca'];

/** The secrets that may as well be empty with these settings of terraform.tfvars, by name, with why. */
export function unneededSecrets(variables: string): Record<string, string> {
  const { MARKET_SOURCES: sources = '' } = mapEntries(variables, 'market_settings');
  const wanting = sources.split(',').some((name) => WANT_KEYS.includes(name.trim().toLowerCase()));
  return wanting
    ? {}
    : { 'market-keys': 'terraform.tfvars names no price source that wants a key (guides/6-agents.md, step 5).' };
}
