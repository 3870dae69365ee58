import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lambdaConfig, type LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { serviceConfig, type ServiceConfig } from '../../shared/schemas/service-config.ts';
import { ROOT } from '../laptop/paths.ts';

/** What is deployed of a project's folders, by their names. */
export interface Fleet {
  functions: ReadonlyMap<string, LambdaConfig>;
  services: ReadonlyMap<string, ServiceConfig>;
  /** Services without an image, of which there is the repository and the secrets alone. */
  imageless?: readonly string[];
}

/**
 * The folders of lambdas/ and services/ under a root. One that is not as it has to be is left out: it cannot be deployed either, and the
 * packager says what is wrong with it.
 */
export const readFleet = (root = ROOT): Fleet => ({
  functions: readConfigs(join(root, 'lambdas'), 'lambda.json', lambdaConfig),
  services: readConfigs(join(root, 'services'), 'service.json', serviceConfig),
});

interface Schema<Config> {
  safeParse(value: unknown): { success: true; data: Config } | { success: false };
}

function readConfigs<Config>(folder: string, file: string, schema: Schema<Config>): Map<string, Config> {
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return new Map(
    names.flatMap((name): [string, Config][] => {
      const path = join(folder, name, file);
      const read = existsSync(path) ? schema.safeParse(parsed(readFileSync(path, 'utf8'))) : undefined;
      return read?.success === true ? [[name, read.data]] : [];
    }),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
