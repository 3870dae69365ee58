import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import type { FunctionPackage } from './function-package.ts';

/** A zip that cannot be what the packager wrote. */
export class CodePackageError extends Error {
  override readonly name = 'CodePackageError';
}

const checksums = z.record(z.string(), z.string());
/** What was unzipped, by the SHA-256 of each file: beside the code, as V8's compile cache is. */
const UNZIPPED = '.unzipped.json';

/**
 * Unzips a function's code to `codeFolder/<name>-<sha256>`, once, and removes what is there of earlier versions. What is no longer as it
 * was unzipped, as after a power cut, is unzipped again. Returns the folder.
 *
 * @throws {CodePackageError} when the zip is missing, damaged, or not the one that `sha256` names
 */
export function unpackCode(fn: FunctionPackage, codeFolder: string): string {
  const folder = resolve(codeFolder, `${fn.name}-${fn.sha256}`);
  if (isWhole(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  const unzipped: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(unzip(fn))) {
    const path = resolve(partial, name);
    if (!path.startsWith(partial + sep)) throw new CodePackageError(`${fn.zip}: the entry ${name} leaves its folder`);
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    unzipped[name] = sha256Of(bytes);
  }
  writeFileSync(join(partial, UNZIPPED), JSON.stringify(unzipped));
  rmSync(folder, { recursive: true, force: true });
  // Renamed when whole, so that a folder of that name is always complete.
  renameSync(partial, folder);
  removeOthers(fn, codeFolder);
  return folder;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether every file is in a folder as it was unzipped. */
function isWhole(folder: string): boolean {
  try {
    const unzipped = checksums.parse(JSON.parse(readFileSync(join(folder, UNZIPPED), 'utf8')));
    return Object.entries(unzipped).every(([name, sha256]) => sha256Of(readFileSync(join(folder, name))) === sha256);
  } catch {
    // Missing, or damaged itself.
    return false;
  }
}

function unzip(fn: FunctionPackage): Record<string, Uint8Array> {
  const zip = read(fn);
  const sha256 = sha256Of(zip);
  if (sha256 !== fn.sha256) {
    throw new CodePackageError(
      `${fn.zip} is not the zip that was packaged: its SHA-256 is ${sha256}, not ${fn.sha256}`,
    );
  }
  try {
    return unzipSync(zip);
  } catch (cause) {
    throw new CodePackageError(`${fn.zip} is not a readable zip`, { cause });
  }
}

function read(fn: FunctionPackage): Buffer {
  try {
    return readFileSync(fn.zip);
  } catch (cause) {
    throw new CodePackageError(`${fn.zip}, the code of the function ${fn.name}, cannot be read`, { cause });
  }
}

function removeOthers(fn: FunctionPackage, codeFolder: string): void {
  const version = new RegExp(`^${fn.name}-[0-9a-f]{64}(\\.\\d+)?$`);
  for (const entry of readdirSync(codeFolder)) {
    if (version.test(entry) && entry !== `${fn.name}-${fn.sha256}`) {
      rmSync(join(codeFolder, entry), { recursive: true, force: true });
    }
  }
}
