import { PackagingError } from './packaging-error.ts';
import type { Bodies } from './replace-functions.ts';

/**
 * A module's source, in which methods of its classes do something else.
 *
 * @param source the module, as its package's compiler writes one: a method two or four spaces in
 * @param bodies by a method's name with its parameters, e.g. `toJSON()` or `#serialize(keys)`, what it does instead
 * @param path the module, which a message names
 * @param by the plugin's file, which whoever updates the package is led to
 * @throws PackagingError where a method is not there, or not once: the package is written in another way now
 */
export function replaceMethods(source: string, bodies: Bodies, path: string, by: string): string {
  let contents = source;
  for (const [signature, body] of Object.entries(bodies)) {
    const name = signature.slice(0, signature.indexOf('('));
    const whole = new RegExp(String.raw`^( {2}| {4})(async )?${name}\([\s\S]*?\n\1\}\n`, 'gm');
    if ([...contents.matchAll(whole)].length !== 1) {
      throw new PackagingError(`${path} is written in another way now: see scripts/packaging/${by}.`);
    }
    contents = contents.replace(
      whole,
      (_, indent = '', isAsync = '') => `${indent}${isAsync}${signature} { ${body} }\n`,
    );
  }
  return contents;
}
