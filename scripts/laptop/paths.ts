import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** Everything that a laptop keeps, in one ignored folder; ALEX_HOME moves it. */
export const HOME = resolve(ROOT, process.env.ALEX_HOME ?? '.alex');
export const DATA = join(HOME, 'data');
export const KEY_FILE = join(HOME, 'api-key.json');
/** Where a person may put an embedding model's files: local/sagemaker/README.md. */
export const EMBEDDING_MODEL = join(HOME, 'models', 'all-MiniLM-L6-v2');
export const REPORTS = join(HOME, 'reports');

/** The API's port; the next ones are AWS's services, the queues and the researcher. */
export const DEFAULT_PORT = 4400;
