import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders under ROOT/services that are services; none where there is no such folder. */
export function serviceNames(root: string): string[] {
  const folder = join(root, 'services');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'service.json')))
    .map(({ name }) => name)
    .sort();
}
