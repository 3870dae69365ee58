import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { zipSync } from 'fflate';
import {
  createLambdaHost,
  type FunctionPackage,
  type LambdaHost,
  type LambdaHostOptions,
} from '../../../local/lambda/host.ts';
import { startLambdaServer } from '../../../local/lambda/server.ts';
import { createLogStore, type LogStore } from '../../../local/logs/log-store.ts';
import { lambdaConfig, type LambdaConfig } from '../../../shared/schemas/lambda-config.ts';
import { fixtureFunctions } from './fixture-functions.ts';

export interface FixtureFunction {
  source: keyof typeof fixtureFunctions;
  name?: string;
  config?: Partial<LambdaConfig>;
  environment?: Record<string, string>;
}

export interface FixtureHost {
  host: LambdaHost;
  logs: LogStore;
  client: LambdaClient;
  url: string;
  folder: string;
  functions: FunctionPackage[];
  close(): Promise<void>;
}

/** Zips fixture functions, runs them in a host, and gives the SDK's own client for it. */
export async function startFixtureHost(
  fixtures: FixtureFunction[],
  options: Partial<LambdaHostOptions> = {},
): Promise<FixtureHost> {
  const folder = mkdtempSync(join(tmpdir(), 'alex-lambda-'));
  const functions = fixtures.map((fixture) => packageFixture(fixture, folder));
  const logs = options.logs ?? createLogStore();
  const host = createLambdaHost({ functions, codeFolder: join(folder, 'code'), logs, ...options });
  const server = await startLambdaServer(host);
  const client = lambdaClient(server.url);
  return {
    host,
    logs,
    client,
    url: server.url,
    folder,
    functions,
    async close() {
      client.destroy();
      await host.stop();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function lambdaClient(endpoint: string): LambdaClient {
  return new LambdaClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

export function packageFixture(fixture: FixtureFunction, folder: string): FunctionPackage {
  const { source, name = source, config, environment = {} } = fixture;
  const bytes = zipSync({ 'index.mjs': [Buffer.from(fixtureFunctions[source]), { mtime: '2026-01-01' }] });
  mkdirSync(folder, { recursive: true });
  const zip = join(folder, `${name}.zip`);
  writeFileSync(zip, bytes);
  return {
    name,
    zip,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    config: lambdaConfig.parse({ description: source, memory: 256, timeout: 5, zipBudget: 100, ...config }),
    environment,
  };
}
