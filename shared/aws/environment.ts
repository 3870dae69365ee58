import { ConfigurationError } from '../errors.ts';

/** The value of an environment variable that the function cannot do without. */
export function requireEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new ConfigurationError(
      `The environment variable ${name} is not set. It comes from the function's "needs" in its lambda.json.`,
    );
  }
  return value;
}

/** A variable's name as `needs` make it: `nameFor('QUEUE_URL', 'analysis-jobs')` is "QUEUE_URL_ANALYSIS_JOBS". */
export function nameFor(prefix: string, resource: string): string {
  return `${prefix}_${resource.toUpperCase().replaceAll('-', '_')}`;
}
