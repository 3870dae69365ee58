// services/*/ to dist/services/NAME/, a folder to run or to put into an image, and dist/services.json, which lists them.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { findFunctions } from './find-functions.ts';
import { findServices } from './find-services.ts';
import type { FoundService } from './find-services.ts';
import { inputHasher } from './input-hash.ts';
import { replaceFile } from './replace-file.ts';

const serviceRecord = z.strictObject({
  /** Of the inputs; see inputHasher. */
  inputHash: z.string(),
  inputs: z.array(z.string()),
  /** SHA-256 of each file of the bundle, by name. */
  files: z.record(z.string(), z.string()),
  bytes: z.number().int(),
});
type ServiceRecord = z.infer<typeof serviceRecord>;

export interface PackedService extends FoundService {
  /** Of all its files. */
  sha256: string;
  bytes: number;
  files: number;
  /** False where the bundle of an earlier run was still right. */
  rebuilt: boolean;
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const recordOf = (dist: string, name: string): string => join(dist, 'meta', 'services', `${name}.json`);

function readRecord(file: string): ServiceRecord | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return serviceRecord.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isWhole(folder: string, { files }: ServiceRecord): boolean {
  return Object.entries(files).every(([name, hash]) => {
    const file = join(folder, name);
    return existsSync(file) && sha256(readFileSync(file)) === hash;
  });
}

async function packageService(
  found: FoundService,
  { root, dist, hashInputs, force }: Required<PackageServicesOptions> & { hashInputs: ReturnType<typeof inputHasher> },
): Promise<PackedService> {
  const { name, entry } = found;
  const folder = join(dist, 'services', name);
  const recordFile = recordOf(dist, name);
  const known = force ? undefined : readRecord(recordFile);
  const summary = ({ files, bytes }: ServiceRecord) => ({
    sha256: sha256(JSON.stringify(Object.entries(files).sort())),
    bytes,
    files: Object.keys(files).length,
  });
  if (known?.inputHash === hashInputs(entry, known?.inputs ?? []) && isWhole(folder, known)) {
    return { ...found, ...summary(known), rebuilt: false };
  }
  // Loaded only now: where nothing changed, starting must not pay for a bundler.
  const { bundleService } = await import('./bundle-service.ts');
  const { files, inputs } = await bundleService(root, entry);
  for (const [file, content] of Object.entries(files)) replaceFile(join(folder, file), content);
  // Chunks are named by their content: those of the bundle before would stay for ever.
  for (const file of readdirSync(folder)) if (!(file in files)) rmSync(join(folder, file), { recursive: true });
  const record: ServiceRecord = {
    inputHash: hashInputs(entry, inputs),
    inputs,
    files: Object.fromEntries(Object.entries(files).map(([file, content]) => [file, sha256(content)])),
    bytes: Object.values(files).reduce((sum, content) => sum + content.byteLength, 0),
  };
  replaceFile(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  return { ...found, ...summary(record), rebuilt: true };
}

/** Whether a service's sources are still those of its bundle in `dist`, as far as is known. */
export function isServiceAsPackaged(
  { name, entry }: Pick<FoundService, 'name' | 'entry'>,
  { dist, hashInputs }: { dist: string; hashInputs: ReturnType<typeof inputHasher> },
): boolean {
  const known = readRecord(recordOf(dist, name));
  return known === undefined || known.inputHash === hashInputs(entry, known.inputs);
}

export interface PackageServicesOptions {
  /** The folder that holds services/, lambdas/ and package-lock.json. */
  root: string;
  /** Where the bundles go; default ROOT/dist. */
  dist?: string;
  /** Package anew what has not changed, too. */
  force?: boolean;
}

/**
 * Packages every service under ROOT/services to dist/services/NAME and lists them in dist/services.json. The same sources give
 * the same bytes; what has not changed is not made again.
 *
 * @returns the services by name
 * @throws PackagingError naming every file and field at fault
 */
export async function packageServices({
  root,
  dist = join(root, 'dist'),
  force = false,
}: PackageServicesOptions): Promise<PackedService[]> {
  const [from, to] = [resolve(root), resolve(dist)];
  const names = new Set(findFunctions(from).map(({ name }) => name));
  const options = { root: from, dist: to, force, hashInputs: inputHasher(from) };
  const packed: PackedService[] = [];
  for (const found of findServices(from, names)) packed.push(await packageService(found, options));
  if (packed.some(({ rebuilt }) => rebuilt)) {
    const { stop } = await import('esbuild');
    await stop();
  }
  const manifest = packed.map(({ name, sha256: hash, bytes, config }) => ({
    name,
    folder: `services/${name}`,
    sha256: hash,
    bytes,
    config,
  }));
  replaceFile(join(to, 'services.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return packed;
}
