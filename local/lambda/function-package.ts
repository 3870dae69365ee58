import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';

/** One deployable function, ready to run. */
export interface FunctionPackage {
  name: string;
  /** Path of the zip, which holds `index.mjs` with an exported `handler`. */
  zip: string;
  /** Of the zip, 64 hexadecimal digits. */
  sha256: string;
  config: LambdaConfig;
  /** Every variable of the function's own; Lambda's reserved ones are added by the host. */
  environment: Record<string, string>;
}

/** Every function's handler: the packager writes `index.mjs`, exporting `handler`. */
export const HANDLER = 'index.handler';

/** @example functionArn({ region: 'us-east-1', accountId: '000000000000' }, 'api') */
export function functionArn(place: { region: string; accountId: string }, name: string): string {
  return `arn:aws:lambda:${place.region}:${place.accountId}:function:${name}`;
}

/** The log group that Lambda gives a function. */
export function logGroupName(name: string): string {
  return `/aws/lambda/${name}`;
}
