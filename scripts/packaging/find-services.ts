// A folder is a service: services/NAME with main.ts, service.json and Dockerfile. Every mistake in every service.json is told at once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { folderName, need } from '../../shared/schemas/lambda-config.ts';
import { serviceConfig } from '../../shared/schemas/service-config.ts';
import type { ServiceConfig } from '../../shared/schemas/service-config.ts';
import { configMistakes } from './config-mistakes.ts';
import { logClash } from './name-clashes.ts';
import { PackagingError } from './packaging-error.ts';
import { serviceNames } from './service-names.ts';
import { unknownFunction } from './unknown-name.ts';

export interface FoundService {
  name: string;
  /** services/NAME/main.ts, relative to the root, with forward slashes. */
  entry: string;
  config: ServiceConfig;
}

/** As much of a file that has mistakes as can be held against others. */
const named = z.object({ needs: z.array(z.string().catch('')).default([]) });

/**
 * The services under ROOT/services, by name; none where there is no such folder.
 *
 * @param functions the names of the functions that they may need to invoke
 * @throws PackagingError naming every file and field at fault
 */
export function findServices(root: string, functions: ReadonlySet<string>): FoundService[] {
  const read = serviceNames(root).map((name) => ({ name, ...readService(root, name, functions) }));
  const mistakes = read.flatMap((one) => ('mistakes' in one ? one.mistakes : []));
  if (mistakes.length > 0) {
    throw new PackagingError(`The services cannot be packaged:\n${mistakes.map((text) => `  ${text}`).join('\n')}`);
  }
  return read.flatMap((one) =>
    'config' in one ? [{ name: one.name, entry: `services/${one.name}/main.ts`, config: one.config }] : [],
  );
}

function readService(
  root: string,
  name: string,
  functions: ReadonlySet<string>,
): { config: ServiceConfig } | { mistakes: string[] } {
  const file = `services/${name}/service.json`;
  if (!folderName.pattern.test(name)) {
    return { mistakes: [`${file}: the folder's name ${folderName.says(name)}`] };
  }
  const clash = logClash(name, 'service');
  if (clash !== undefined) return { mistakes: [`${file}: ${clash}`] };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    return { mistakes: [`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const result = serviceConfig.safeParse(json);
  const own = configMistakes(serviceConfig, json, result.error).map(
    ({ field, message }) => `${file} ${field}: ${message}`,
  );
  // Beside mistakes of its own, too.
  const unmet = (named.safeParse(json).data?.needs ?? []).flatMap((one, index) => {
    const [kind, target = ''] = one.split(':');
    if (kind !== 'invoke' || !need.safeParse(one).success || functions.has(target)) return [];
    return [`${file} needs[${index}]: ${unknownFunction(target, functions)}`];
  });
  // The Dockerfile is asked for here too: else its lack would be found when all else of a deployment is made.
  const missing = [
    ['main.ts', 'is missing'],
    ['Dockerfile', 'is missing: npm run deploy builds the image by it, as by services/researcher/Dockerfile'],
  ].flatMap(([file = '', says]) =>
    existsSync(join(root, 'services', name, file)) ? [] : [`services/${name}/${file}: ${says}`],
  );
  const mistakes = [...own, ...unmet, ...missing];
  return result.success && mistakes.length === 0 ? { config: result.data } : { mistakes };
}
