import { join } from 'node:path';

type DataFolder = 'database' | 'queues' | 'code' | 'logs' | 'vectors' | 'secrets';

/** Where each service keeps its things; local/README.md describes them. */
export function dataPaths(dataFolder: string): Record<DataFolder, string> {
  return {
    database: join(dataFolder, 'database'),
    queues: join(dataFolder, 'queues'),
    code: join(dataFolder, 'code'),
    logs: join(dataFolder, 'logs'),
    vectors: join(dataFolder, 'vectors'),
    secrets: join(dataFolder, 'secrets'),
  };
}
