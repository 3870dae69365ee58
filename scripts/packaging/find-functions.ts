// A folder is a function: lambdas/NAME with handler.ts and lambda.json. Every mistake in every lambda.json is told at once.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderName, lambdaConfig } from '../../shared/schemas/lambda-config.ts';
import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { routeClashes, type OwnedRoute } from '../../shared/schemas/routes.ts';
import { nameClashes } from './name-clashes.ts';
import { PackagingError } from './packaging-error.ts';
import { unknownFunction } from './unknown-function.ts';

export interface FoundFunction {
  name: string;
  /** lambdas/NAME/handler.ts, relative to the root, with forward slashes. */
  entry: string;
  config: LambdaConfig;
}

/** A mistake: the file, and the field in it, e.g. `triggers[0].routes[2]`; the whole file when empty. */
export interface Mistake {
  file: string;
  field: string;
  message: string;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`),
    '',
  );
}

function read(root: string, name: string): { config: LambdaConfig } | { mistakes: Mistake[] } {
  const file = `lambdas/${name}/lambda.json`;
  const mistake = (field: string, message: string) => ({ file, field, message });
  if (!folderName.pattern.test(name)) {
    return { mistakes: [mistake('', `the folder's name ${folderName.says(name)}`)] };
  }
  if (!existsSync(join(root, file))) {
    return { mistakes: [mistake('', 'is missing: a folder with a handler.ts is a function and needs one')] };
  }
  let json: unknown;
  try {
    const text = readFileSync(join(root, file), 'utf8');
    if (text.includes('\0')) return { mistakes: [mistake('', 'is saved as UTF-16: save it as UTF-8')] };
    json = JSON.parse(text);
  } catch (error) {
    return { mistakes: [mistake('', `is not JSON: ${error instanceof Error ? error.message : String(error)}`)] };
  }
  const result = lambdaConfig.safeParse(json);
  if (!result.success) {
    return { mistakes: result.error.issues.map((issue) => mistake(fieldName(issue.path), issue.message)) };
  }
  if (!existsSync(join(root, 'lambdas', name, 'handler.ts'))) {
    return { mistakes: [{ file: `lambdas/${name}/handler.ts`, field: '', message: 'is missing' }] };
  }
  return { config: result.data };
}

/** The routes of a function, each with the field that it stands in. */
function fieldsOfRoutes({ name: owner, config }: FoundFunction): { at: string; route: OwnedRoute }[] {
  return config.triggers.flatMap((trigger, t) =>
    trigger.type === 'http' || trigger.type === 'rest'
      ? trigger.routes.map((route, r) => ({
          at: `triggers[${t}].routes[${r}]`,
          route: { kind: trigger.type, route, owner },
        }))
      : [],
  );
}

/** What one function says about another: a need for what nobody is, or for itself; routes that cannot be there together. */
function crossChecks(functions: readonly FoundFunction[]): Mistake[] {
  const triggers = functions.flatMap((one) => one.config.triggers);
  const names = new Set(functions.map((one) => one.name));
  const queues = new Set(triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])));
  const routesBy = new Map(functions.map((one) => [one.name, fieldsOfRoutes(one)]));
  const clashes = routeClashes([...routesBy.values()].flat().map(({ route }) => route));
  return functions.flatMap(({ name, config }) => {
    const ownRoutes = routesBy.get(name) ?? [];
    const file = `lambdas/${name}/lambda.json`;
    const needs = config.needs.flatMap((need, index): Mistake[] => {
      const [kind, target = ''] = need.split(':');
      const field = `needs[${index}]`;
      if (kind === 'invoke' && target === name) {
        return [{ file, field, message: 'a function that invokes itself may never end, and each call is paid' }];
      }
      if (kind === 'invoke' && !names.has(target)) {
        return [{ file, field, message: unknownFunction(target, names) }];
      }
      if (kind === 'send' && !queues.has(target)) {
        return [{ file, field, message: `no function is triggered by a queue "${target}"` }];
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
 * The functions under ROOT/lambdas, by name.
 * @throws PackagingError naming every file and field at fault
 */
export function findFunctions(root: string): FoundFunction[] {
  const folder = join(root, 'lambdas');
  if (!existsSync(folder)) throw new PackagingError(`There is no folder ${folder}.`);
  const has = (name: string, file: string) => existsSync(join(folder, name, file));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (has(entry.name, 'handler.ts') || has(entry.name, 'lambda.json')))
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) throw new PackagingError(`There is no function in ${folder}.`);
  const read_ = names.map((name) => ({ name, ...read(root, name) }));
  const found = read_.flatMap((one) =>
    'config' in one ? [{ name: one.name, entry: `lambdas/${one.name}/handler.ts`, config: one.config }] : [],
  );
  const mistakes = read_.flatMap((one) => ('mistakes' in one ? one.mistakes : []));
  // A function whose own file is wrong is still there for the others to name.
  refuse(mistakes.length > 0 ? mistakes : [...crossChecks(found), ...nameClashes(found)]);
  return found;
}
