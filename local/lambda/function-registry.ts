import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { ServiceException } from '../wire/service-exception.ts';
import { unpackCode } from './code-folder.ts';
import { checkEnvironmentSize, environmentVariables } from './environment-variables.ts';
import { ExecutionEnvironment } from './execution-environment.ts';
import { functionArn, HANDLER, type FunctionPackage } from './function-package.ts';

/** The functions there are, with their code unzipped, and the starting of environments for them. */
export class FunctionRegistry {
  readonly #functions: ReadonlyMap<string, { fn: FunctionPackage; taskRoot: string }>;
  readonly #place: { region: string; accountId: string };
  readonly #logStreams = new WeakMap<ExecutionEnvironment, string>();

  /**
   * @throws {CodePackageError} for a zip that is not what was packaged
   * @throws {ServiceException} InvalidParameterValueException for more than 4 KB of environment
   */
  constructor(functions: FunctionPackage[], codeFolder: string, place: { region: string; accountId: string }) {
    this.#place = place;
    mkdirSync(codeFolder, { recursive: true });
    for (const fn of functions) checkEnvironmentSize(fn);
    // Node resolves modules to where they really lie: reached through a link, a bundle would not be in its own folder.
    const folder = realpathSync(codeFolder);
    this.#functions = new Map(functions.map((fn) => [fn.name, { fn, taskRoot: unpackCode(fn, folder) }]));
  }

  /** @throws {ServiceException} ResourceNotFoundException */
  get(name: string): FunctionPackage {
    return this.#find(name).fn;
  }

  list(): FunctionPackage[] {
    return [...this.#functions.values()].map(({ fn }) => fn);
  }

  /** A new environment of a function; its module begins to load. */
  start(name: string): ExecutionEnvironment {
    const { fn, taskRoot } = this.#find(name);
    const { region } = this.#place;
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
    const logStream = `${day}/[$LATEST]${randomBytes(16).toString('hex')}`;
    const environment = new ExecutionEnvironment({
      name,
      taskRoot,
      handler: HANDLER,
      memory: fn.config.memory,
      environment: environmentVariables(fn, { region, taskRoot, logStream }),
    });
    this.#logStreams.set(environment, logStream);
    return environment;
  }

  /** The log stream of an environment that was started here. */
  logStreamOf(environment: ExecutionEnvironment): string {
    return this.#logStreams.get(environment) ?? 'unknown';
  }

  #find(name: string): { fn: FunctionPackage; taskRoot: string } {
    const found = this.#functions.get(name);
    if (found) return found;
    const arn = functionArn(this.#place, name);
    throw new ServiceException('ResourceNotFoundException', 404, `Function not found: ${arn}`, { Type: 'User' });
  }
}
