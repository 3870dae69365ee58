import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';
import { replaceFunctions, replaceMethods } from './replace-bodies.ts';

const BY = 'zod-for-json.ts';
const absent = `function noForm() { throw new Error('This bundle has z.uuid() and the like for z.string().uuid(): see scripts/packaging/${BY}.'); }\n`;

/** Of a string, each brings along all that tells the form of one: addresses, tokens, times. */
const FORMS = [
  ...['email', 'url', 'jwt', 'emoji', 'guid', 'uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'nanoid', 'cuid', 'cuid2', 'ulid'],
  ...['base64', 'base64url', 'xid', 'ksuid', 'ipv4', 'ipv6', 'cidrv4', 'cidrv6', 'e164'],
  ...['datetime', 'date', 'time', 'duration'],
];
const forms = Object.fromEntries(FORMS.map((form) => [`${form}()`, 'noForm();']));

/** For shapes of zod/mini, which do not know themselves what their JSON schema is. */
const PROCESSORS = 'processors: allProcessors';

/**
 * Leaves out what zod has for values that are no JSON, in which nothing holds itself, for shapes that are not made by its classes, and forms of
 * strings that no shape names (12 KiB, 3 KiB zipped, and what it cost to remember each object).
 */
export const zodForJson: Plugin = {
  name: 'zod-for-json',
  setup(build) {
    const inside = (module: string): RegExp =>
      new RegExp(`[\\\\/]zod[\\\\/]v4[\\\\/]${module.replaceAll('/', '[\\\\/]')}\\.js$`);
    build.onLoad({ filter: inside('core/memoizer') }, () => ({
      contents: 'export const memoizer = () => undefined;',
      loader: 'js',
    }));
    build.onLoad({ filter: inside('classic/schemas') }, async ({ path }) => {
      const change = { path, by: BY };
      const source = replaceFunctions(await readFile(path, 'utf8'), { '_ensureDefaultMemoizer()': '' }, change);
      return { contents: absent + replaceMethods(source, forms, change), loader: 'js' };
    });
    build.onLoad({ filter: inside('core/json-schema-processors') }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(PROCESSORS)) throw new PackagingError(`${path} is written in another way now: see scripts/packaging/${BY}.`); // prettier-ignore
      return { contents: source.replaceAll(PROCESSORS, ''), loader: 'js' };
    });
  },
};
