// Does node_modules hold what package-lock.json says? npm leaves a list of what it installed, in the lock file's own
// format, so an install made by hand (npm install NAME, npm ci) is recognised and not done again.

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

/** Both files are npm's own, in npm's format. @param {string} text */
export function parseLockfile(text) {
  /** @type {unknown} */
  const parsed = JSON.parse(text);
  return /** @type {Lockfile} */ (parsed);
}

/** @param {string[] | undefined} allowed such as ["linux"] or ["!win32"] @param {string} actual */
function fits(allowed, actual) {
  if (allowed === undefined || allowed.length === 0) return true;
  if (allowed.includes(`!${actual}`)) return false;
  return allowed.includes(actual) || allowed.every((name) => name.startsWith('!'));
}

/** @typedef {{ platform: string, arch: string }} Machine */

/** @param {LockedPackage} one @param {Machine} machine */
function fitsMachine(one, machine) {
  return fits(one.os, machine.platform) && fits(one.cpu, machine.arch);
}

/**
 * Is it an optional package's variant for this very machine (esbuild's binary, say), which npm would have installed?
 * Where the variants differ by C library too, which one is right is npm's business, and it may be either.
 * @param {LockedPackage} one @param {Machine} machine
 */
function isVariantFor(one, machine) {
  const isVariant = one.os !== undefined || one.cpu !== undefined;
  return isVariant && one.libc === undefined && fitsMachine(one, machine);
}

/**
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @param {Machine} machine
 */
export function holdsEverything(wanted, installed, machine) {
  const present = installed.packages ?? {};
  const here = (/** @type {LockedPackage} */ one) => fitsMachine(one, machine);
  const locked = Object.entries(wanted.packages ?? {}).filter(([path]) => path !== '');
  const names = new Set(locked.map(([path]) => path));
  if (Object.keys(present).some((path) => !names.has(path))) return false;
  return locked.every(([path, one]) => {
    const found = present[path];
    if (found === undefined) return one.optional === true && !isVariantFor(one, machine);
    return here(one) && found.version === one.version && found.integrity === one.integrity;
  });
}
