/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Each key of the secret `market-keys`, by the variable in which a person sets it. */
const keyVariables = [
  ['massive', 'ALEX_MASSIVE_KEY'],
  ['alpacaKeyId', 'ALEX_ALPACA_KEY_ID'],
  ['alpacaSecret', 'ALEX_ALPACA_SECRET'],
] as const;

/** The variables among those of keys that are set. Their values are secrets. */
export function marketKeysIn(variables: Variables = process.env): Record<string, string> {
  return Object.fromEntries(
    keyVariables.flatMap(([, variable]): [string, string][] => {
      const value = variables[variable]?.trim() ?? '';
      return value === '' ? [] : [[variable, value]];
    }),
  );
}

/**
 * The secrets that a person's own environment gives: `market-keys`, where any of its keys is set. They are secrets: they go nowhere
 * but into Secrets Manager.
 */
export function readMarketKeys(variables: Variables = process.env): Record<string, string> {
  const set = marketKeysIn(variables);
  const keys = keyVariables.flatMap(([key, variable]): [string, string][] => {
    const value = set[variable];
    return value === undefined ? [] : [[key, value]];
  });
  return keys.length === 0 ? {} : { 'market-keys': JSON.stringify(Object.fromEntries(keys)) };
}
