import { invalid } from './validation.ts';

/** A request's members by name, as they came. */
export type Input = Readonly<Record<string, unknown>>;

/** Each reads one field of a request, or refuses the request with that field named. An absent optional one is undefined. */
export function optionalText(input: Input, field: string, most = Infinity): string | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`/${field}`, 'Member must be a string');
  if (value === '' || value.length > most) {
    throw invalid(`/${field}`, `Member must have length between 1 and ${most}, inclusive`);
  }
  return value;
}

export function requiredText(input: Input, field: string): string {
  const value = optionalText(input, field);
  if (value === undefined) throw invalid(`/${field}`, 'Member must not be null');
  return value;
}

export function optionalWhole(input: Input, field: string, least: number, most: number): number | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(`/${field}`, 'Member must be an integer');
  if (value < least || value > most) {
    throw invalid(`/${field}`, `Member must be between ${least} and ${most}, inclusive`);
  }
  return value;
}

export function requiredWhole(input: Input, field: string, least: number, most: number): number {
  const value = optionalWhole(input, field, least, most);
  if (value === undefined) throw invalid(`/${field}`, 'Member must not be null');
  return value;
}

/** Absent is false. */
export function flag(input: Input, field: string): boolean {
  const value = input[field] ?? false;
  if (typeof value !== 'boolean') throw invalid(`/${field}`, 'Member must be a boolean');
  return value;
}

export function oneOf<const Choice extends string>(input: Input, field: string, choices: readonly Choice[]): Choice {
  const value = requiredText(input, field);
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw invalid(`/${field}`, `Member must satisfy enum value set: [${choices.join(', ')}]`);
  }
  return found;
}

/** Between 1 and `most` things. */
export function list(input: Input, field: string, most: number): readonly unknown[] {
  const value = input[field];
  if (value === undefined || value === null) throw invalid(`/${field}`, 'Member must not be null');
  if (!Array.isArray(value)) throw invalid(`/${field}`, 'Member must be a list');
  if (value.length === 0 || value.length > most) {
    throw invalid(`/${field}`, `Member must have length between 1 and ${most}, inclusive`);
  }
  return value;
}
