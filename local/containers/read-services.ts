import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

import { serviceConfig } from '../../shared/schemas/service-config.ts';
import { NotPackagedError } from '../errors.ts';

const packagedService = z.object({
  name: z.string(),
  /** Beside services.json, with index.mjs in it. */
  folder: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  config: serviceConfig,
});
export type PackagedService = z.infer<typeof packagedService>;

/**
 * What the packager wrote: `dist/services.json`; no services where there is no such file.
 *
 * @throws NotPackagedError
 */
export function readServices(dist: string): PackagedService[] {
  const path = join(dist, 'services.json');
  if (!existsSync(path)) return [];
  try {
    return z.array(packagedService).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new NotPackagedError(path, 'is not what this version of the packager writes', error);
  }
}
