/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Each key of the secret `market-keys`, by the variable in which a person sets it. */
const keyVariables = [
  ['massive', 'ALEX_MASSIVE_KEY'],
  ['alpacaKeyId', 'ALEX_ALPACA_KEY_ID'],
  ['alpacaSecret', 'ALEX_ALPACA_SECRET'],
] as const;

/**
 * The secrets that a person's own environment gives: `market-keys`, where any of its keys is set. They are secrets: they go nowhere
 * but into Secrets Manager.
 */
export function readMarketKeys(variables: Variables = process.env): Record<string, string> {
  const keys = keyVariables.flatMap(([key, variable]): [string, string][] => {
    const value = variables[variable]?.trim() ?? '';
    return value === '' ? [] : [[key, value]];
  });
  return keys.length === 0 ? {} : { 'market-keys': JSON.stringify(Object.fromEntries(keys)) };
}
