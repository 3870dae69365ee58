import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

import { lambdaConfig } from '../shared/schemas/lambda-config.ts';
import { NotPackagedError } from './errors.ts';

const packagedFunction = z.object({
  name: z.string(),
  /** File name of the zip, beside functions.json. */
  zip: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  config: lambdaConfig,
});
export type PackagedFunction = z.infer<typeof packagedFunction>;

/** The file that says what a function is, as a person finds it. */
export const lambdaFile = (name: string): string => `lambdas/${name}/lambda.json`;

/**
 * What the packager wrote: `dist/functions.json`.
 *
 * @throws NotPackagedError
 */
export function readDeployment(dist: string): PackagedFunction[] {
  const path = join(dist, 'functions.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new NotPackagedError(path, 'is not there', error);
  }
  try {
    return z.array(packagedFunction).parse(JSON.parse(text));
  } catch (error) {
    throw new NotPackagedError(path, 'is not what this version of the packager writes', error);
  }
}
