// A zip whose bytes depend on its content alone: no clock, no time zone, no operating system, no order of a folder.
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** Zip stores local time, so the parts of this local date, and hence the bytes, are the same in every time zone. */
const epoch = new Date(1980, 0, 1, 0, 0, 0);
const unix = 3;
/** A regular file that everyone may read, as Lambda's user must, in the upper half of the attributes. */
const readable = (0o100644 << 16) >>> 0;

/** @param files name to content */
export function zipBundle(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const content = files[name];
    if (content !== undefined) entries[name] = [content, { mtime: epoch, level: 9, os: unix, attrs: readable }];
  }
  return zipSync(entries);
}
