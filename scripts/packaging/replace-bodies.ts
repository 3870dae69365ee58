import { PackagingError } from './packaging-error.ts';

/** By the name of a function or method with its parameters, e.g. `saveToSession(session)`, the statements that take the place of its own. */
export type Bodies = Readonly<Record<string, string>>;

/** Who changes which module. */
export interface Change {
  /** The module, which a message names. */
  path: string;
  /** The plugin's file, which whoever updates the package is led to. */
  by: string;
}

/** How a function at a module's top level begins, and how a method does: as a package's compiler writes them, two or four spaces in. */
const FUNCTION = '()((?:export )?(?:async )?function )';
const METHOD = '( {2}| {4})((?:async )?)';

/**
 * A module's source, in which functions at its top level do something else.
 *
 * @throws PackagingError where one is not there, or not once: the package is written in another way now
 */
export const replaceFunctions = (source: string, bodies: Bodies, change: Change): string =>
  replaceBodies(source, bodies, FUNCTION, change);

/**
 * A module's source, in which methods of its classes do something else.
 *
 * @throws PackagingError where one is not there, or not once: the package is written in another way now
 */
export const replaceMethods = (source: string, bodies: Bodies, change: Change): string =>
  replaceBodies(source, bodies, METHOD, change);

/**
 * A module's source without methods that only others call which do something else now. A bundler refuses it where a private one is
 * called after all.
 *
 * @throws PackagingError where one is not there, or not once: the package is written in another way now
 */
export const removeMethods = (source: string, names: readonly string[], change: Change): string =>
  names.reduce((text, name) => replaceOnce(text, METHOD, name, () => '', change), source);

function replaceBodies(source: string, bodies: Bodies, begins: string, change: Change): string {
  return Object.entries(bodies).reduce((text, [signature, body]) => {
    const name = signature.slice(0, signature.indexOf('('));
    return replaceOnce(
      text,
      begins,
      name,
      (indent, words, end) => `${indent}${words}${signature} { ${body} }${end}\n`,
      change,
    );
  }, source);
}

/** @param begins a line with one of them, before its name: how far in it stands, and its words. An object's ends with a comma. */
function replaceOnce(
  source: string,
  begins: string,
  name: string,
  by: (indent: string, words: string, end: string) => string,
  change: Change,
): string {
  const whole = new RegExp(String.raw`^${begins}${name}\([\s\S]*?\n\1\}(,?)\n`, 'gm');
  if ([...source.matchAll(whole)].length !== 1) {
    throw new PackagingError(`${change.path} is written in another way now: see scripts/packaging/${change.by}.`);
  }
  return source.replace(whole, (_, indent: string, words: string, end: string) => by(indent, words, end));
}
