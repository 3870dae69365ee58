import { join } from 'node:path';

/** Where each service keeps its things; local/README.md describes them. */
export function dataPaths(dataFolder: string): { database: string; queues: string; code: string; logs: string } {
  return {
    database: join(dataFolder, 'database'),
    queues: join(dataFolder, 'queues'),
    code: join(dataFolder, 'code'),
    logs: join(dataFolder, 'logs'),
  };
}
