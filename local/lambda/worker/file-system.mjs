import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {(...given: unknown[]) => unknown} AnyFunction */
/**
 * What one function of node:fs does with a path that it is given: reads it, makes it, makes it a folder, changes what is there, or as
 * its flags say.
 *
 * @typedef {'reads' | 'makes' | 'makes a folder' | 'changes' | 'opens'} Use
 */

/** By name, what is done with the arguments that are paths; null is for one that is none. @type {Readonly<Record<string, readonly (Use | null)[]>>} */
const uses = {
  ...of('reads', 'access exists lstat openAsBlob opendir readFile readdir readlink realpath stat statfs'),
  ...of('makes', 'appendFile mkdtemp writeFile'),
  ...of('changes', 'chmod chown lchmod lchown lutimes rm rmdir truncate unlink utimes'),
  mkdir: ['makes a folder'],
  open: ['opens'],
  copyFile: ['reads', 'makes'],
  cp: ['reads', 'makes'],
  link: ['reads', 'makes'],
  rename: ['changes', 'makes'],
  symlink: [null, 'makes'],
};

/** @param {Use} use @param {string} names @returns {Record<string, Use[]>} */
function of(use, names) {
  return Object.fromEntries(names.split(' ').map((name) => [name, [use]]));
}

/**
 * Makes the folder of the code this thread's working directory, which Node knows for a whole process only, and what is in it
 * read-only, as /var/task is on Lambda. What the bundle does by `node:fs` then goes as it will there.
 *
 * @param {string} taskRoot
 */
export function standIn(taskRoot) {
  process.cwd = () => taskRoot;
  const { existsSync } = fs;
  const guard = { taskRoot, exists: existsSync };
  for (const [name, paths] of Object.entries(uses)) {
    const asSeen = (/** @type {unknown[]} */ given) => seen(paths, given, { ...guard, name });
    replace(fs, `${name}Sync`, (work, given) => work(...asSeen(given)));
    replace(
      fs.promises,
      name,
      (work, given) =>
        new Promise((settle) => {
          settle(work(...asSeen(given)));
        }),
    );
    replace(fs, name, (work, given) => {
      try {
        return work(...asSeen(given));
      } catch (error) {
        const callback = given.at(-1);
        if (typeof callback !== 'function') throw error;
        process.nextTick(callback, error);
        return undefined;
      }
    });
  }
  syncBuiltinESMExports();
}

/** @param {object} module @param {string} name @param {(work: AnyFunction, given: unknown[]) => unknown} instead */
function replace(module, name, instead) {
  /** @type {unknown} */
  const work = Reflect.get(module, name);
  if (typeof work !== 'function') return;
  /** @type {AnyFunction} */
  const before = (...given) => Reflect.apply(work, module, given);
  const replaced = (/** @type {unknown[]} */ ...given) => instead(before, given);
  // Its name, and what util.promisify asks for.
  Reflect.set(module, name, Object.defineProperties(replaced, Object.getOwnPropertyDescriptors(work)));
}

/**
 * The arguments with their paths as from the folder of the code.
 *
 * @param {readonly (Use | null)[]} paths
 * @param {unknown[]} given
 * @param {{ taskRoot: string, exists: (path: string) => boolean, name: string }} guard
 */
function seen(paths, given, { taskRoot, exists, name }) {
  return given.map((value, index) => {
    const use = paths[index] ?? null;
    const path = use === null ? undefined : pathOf(value);
    if (use === null || path === undefined) return value;
    const whole = resolve(taskRoot, path);
    const isReadOnly = !isAbsolute(path) || whole.startsWith(taskRoot + sep);
    if (isReadOnly && wouldChange(use, whole, given[index + 1], exists)) throw readOnly(name, path);
    return isAbsolute(path) ? value : whole;
  });
}

/** Undefined for what is no path: a file's number or handle. @param {unknown} value */
function pathOf(value) {
  if (typeof value === 'string' && value !== '') return value;
  return value instanceof URL && value.protocol === 'file:' ? fileURLToPath(value) : undefined;
}

/** What is not there cannot be changed, and is said not to be there. @param {Use} use @param {string} path @param {unknown} next @param {(path: string) => boolean} exists */
function wouldChange(use, path, next, exists) {
  if (use === 'opens') return opensToWrite(next);
  if (use === 'makes a folder') return !exists(path);
  return use === 'makes' || (use === 'changes' && exists(path));
}

/** @param {unknown} flags */
function opensToWrite(flags) {
  const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC } = fs.constants;
  if (typeof flags === 'number') return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) !== 0;
  return typeof flags === 'string' && !/^r(?:s|sr)?$/.test(flags);
}

/** As Node says it. @param {string} name @param {string} path */
function readOnly(name, path) {
  const syscall = /^(?:open|writeFile|appendFile)$/.test(name) ? 'open' : name.toLowerCase();
  const error = new Error(`EROFS: read-only file system, ${syscall} '${path}'`);
  return Object.assign(error, { errno: -30, code: 'EROFS', syscall, path });
}
