// dist/functions.json: what was packaged. The laptop's AWS reads it instead of lambdas/, and so does whoever deploys.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { replaceFile } from './replace-file.ts';

/** One function as packaged. `zip` is relative to the manifest's folder; `sha256` (hex) and `bytes` are the zip's. */
export interface PackagedFunction {
  name: string;
  zip: string;
  sha256: string;
  bytes: number;
  config: LambdaConfig;
}

const fileName = 'functions.json';

/** Writes the manifest, sorted by name, only when it changes. */
export function writeManifest(dist: string, functions: readonly PackagedFunction[]): void {
  const sorted = [...functions].sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  const file = join(dist, fileName);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  replaceFile(file, text);
}

/** Those of the manifest that is there; none where there is none that can be read. */
export function manifestNow(dist: string): PackagedFunction[] {
  try {
    return JSON.parse(readFileSync(join(dist, fileName), 'utf8')) as PackagedFunction[];
  } catch {
    return [];
  }
}
