/** A decimal string without its sign. */
export const absolute = (value: string): string => value.replace(/^-/, '');

/** A decimal string of the other sign; zero has none. */
export const negated = (value: string): string =>
  value === '0' || value.startsWith('-') ? absolute(value) : `-${value}`;
