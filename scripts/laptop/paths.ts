import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** Everything that a laptop keeps, in one ignored folder; ALEX_HOME moves it. */
export const HOME = resolve(ROOT, process.env.ALEX_HOME ?? '.alex');
export const DATA = join(HOME, 'data');
export const KEY_FILE = join(HOME, 'api-key.json');
export const REPORTS = join(HOME, 'reports');

/** The API's port; the next two are AWS's services and the queues. */
export const DEFAULT_PORT = 4400;
