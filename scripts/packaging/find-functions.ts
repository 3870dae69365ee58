// A folder is a function: lambdas/NAME with handler.ts and lambda.json. Every mistake in every lambda.json is told at once.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { folderName, lambdaConfig, need as needSchema } from '../../shared/schemas/lambda-config.ts';
import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { refusedRoute, routeClashes, type OwnedRoute } from '../../shared/schemas/routes.ts';
import { configMistakes, type ConfigMistake } from './config-mistakes.ts';
import { nameClashes } from './name-clashes.ts';
import { PackagingError } from './packaging-error.ts';
import { serviceNames } from './service-names.ts';
import { unknownFunction, unknownQueue } from './unknown-name.ts';

export interface FoundFunction {
  name: string;
  /** lambdas/NAME/handler.ts, relative to the root, with forward slashes. */
  entry: string;
  config: LambdaConfig;
}

/** A mistake: the file, and the field in it; the whole file when empty. */
export interface Mistake extends ConfigMistake {
  file: string;
}

/** As much of a file as is held against others: it is so beside mistakes of its own, too. What is no need stands there as an empty one. */
const heldAgainst = z.object({
  triggers: z
    .array(
      z
        .discriminatedUnion('type', [
          z.object({ type: z.enum(['http', 'rest']), routes: z.array(z.string().catch('')) }),
          z.object({ type: z.literal('sqs'), queue: z.string() }),
          z.object({ type: z.enum(['schedule', 'unread']) }),
        ])
        .catch({ type: 'unread' }),
    )
    .catch([{ type: 'unread' }])
    .default([]),
  needs: z.array(z.string().catch('')).catch([]).default([]),
});
/** A function as others see it. */
export interface SeenFunction {
  name: string;
  config: z.infer<typeof heldAgainst>;
}

interface Read {
  name: string;
  mistakes: Mistake[];
  /** Undefined where it has mistakes. */
  config: LambdaConfig | undefined;
  /** Undefined where it is no JSON at all. */
  seen: SeenFunction['config'] | undefined;
}

function read(root: string, name: string): Read {
  const file = `lambdas/${name}/lambda.json`;
  const mistake = (field: string, message: string) => ({ file, field, message });
  const unread = (message: string): Read => ({
    ...{ name, config: undefined, seen: undefined },
    mistakes: [mistake('', message), ...unhandled(root, name)],
  });
  if (!folderName.pattern.test(name)) return unread(`the folder's name ${folderName.says(name)}`);
  if (!existsSync(join(root, file)))
    return unread('is missing: a folder with a handler.ts is a function and needs one');
  let json: unknown;
  try {
    const text = readFileSync(join(root, file), 'utf8');
    if (text.includes('\0')) return unread('is saved as UTF-16: save it as UTF-8');
    json = JSON.parse(text);
  } catch (error) {
    return unread(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { data: config, error } = lambdaConfig.safeParse(json);
  const own = configMistakes(lambdaConfig, json, error).map(({ field, message }) => mistake(field, message));
  return { name, config, seen: heldAgainst.safeParse(json).data, mistakes: [...own, ...unhandled(root, name)] };
}

const unhandled = (root: string, name: string): Mistake[] =>
  existsSync(join(root, 'lambdas', name, 'handler.ts'))
    ? []
    : [{ file: `lambdas/${name}/handler.ts`, field: '', message: 'is missing' }];

/** The routes of a function, each with the field that it stands in. */
function fieldsOfRoutes({ name: owner, config }: SeenFunction): { at: string; route: OwnedRoute }[] {
  return config.triggers.flatMap((trigger, t) =>
    trigger.type === 'http' || trigger.type === 'rest'
      ? trigger.routes
          .map((route, r) => ({ at: `triggers[${t}].routes[${r}]`, route: { kind: trigger.type, route, owner } }))
          .filter(({ route }) => refusedRoute(route.kind, route.route) === undefined)
      : [],
  );
}

/**
 * What one function says about another: a need for what nobody is, or for itself; routes that cannot be there together.
 *
 * @param names of all functions, and of those, too, whose files cannot be read
 */
function crossChecks(functions: readonly SeenFunction[], names: ReadonlySet<string>): Mistake[] {
  const triggers = functions.flatMap((one) => one.config.triggers);
  const queues = new Set(triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])));
  const areQueuesKnown = functions.length === names.size && !triggers.some(({ type }) => type === 'unread');
  const routesBy = new Map(functions.map((one) => [one.name, fieldsOfRoutes(one)]));
  const clashes = routeClashes([...routesBy.values()].flat().map(({ route }) => route));
  return functions.flatMap(({ name, config }) => {
    const ownRoutes = routesBy.get(name) ?? [];
    const file = `lambdas/${name}/lambda.json`;
    const needs = config.needs.flatMap((need, index): Mistake[] => {
      const [kind, target = ''] = need.split(':');
      const field = `needs[${index}]`;
      if (!needSchema.safeParse(need).success) return [];
      if (kind === 'invoke' && target === name) {
        return [{ file, field, message: 'a function that invokes itself may never end, and each call is paid' }];
      }
      if (kind === 'invoke' && !names.has(target)) {
        return [{ file, field, message: unknownFunction(target, names) }];
      }
      if (kind === 'send' && !queues.has(target) && areQueuesKnown) {
        return [{ file, field, message: unknownQueue(target, queues) }];
      }
      return [];
    });
    const routes = ownRoutes.flatMap(({ at, route }): Mistake[] =>
      clashes.filter((clash) => clash.route === route).map(({ says }) => ({ file, field: at, message: says })),
    );
    return [...needs, ...routes];
  });
}

function refuse(mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const lines = mistakes.map(({ file, field, message }) => `  ${file}${field === '' ? '' : ` ${field}`}: ${message}`);
  throw new PackagingError(`The functions cannot be packaged:\n${lines.join('\n')}`);
}

/**
 * The names of the folders of ROOT/lambdas that are functions, or are meant to be, in order.
 * @throws PackagingError where there is none
 */
export function functionNames(root: string): string[] {
  const folder = join(root, 'lambdas');
  if (!existsSync(folder)) throw new PackagingError(`There is no folder ${folder}.`);
  const has = (name: string, file: string) => existsSync(join(folder, name, file));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (has(entry.name, 'handler.ts') || has(entry.name, 'lambda.json')))
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) throw new PackagingError(`There is no function in ${folder}.`);
  return names;
}

/**
 * The functions under ROOT/lambdas, by name.
 *
 * @param only these, whatever is wrong with others
 * @throws PackagingError naming every file and field at fault
 */
export function findFunctions(root: string, only?: readonly string[]): FoundFunction[] {
  const names = functionNames(root);
  const isAsked = (name: string): boolean => only?.includes(name) ?? true;
  const files = names.map((name) => read(root, name));
  const seen = files.flatMap(({ name, seen: config }) => (config === undefined ? [] : [{ name, config }]));
  const mistakes = [
    ...files.flatMap((file) => file.mistakes),
    ...crossChecks(seen, new Set(names)),
    ...nameClashes(seen, serviceNames(root)),
  ];
  refuse(mistakes.filter(({ file }) => isAsked(file.split('/')[1] ?? '')));
  return files.flatMap(({ name, config }) =>
    config === undefined || !isAsked(name) ? [] : [{ name, entry: `lambdas/${name}/handler.ts`, config }],
  );
}
