import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { readDeployment } from '../../local/deployment.ts';
import { DIST, ROOT } from '../../scripts/laptop/paths.ts';
import { bundleFunction } from '../../scripts/packaging/bundle-function.ts';
import { nowMeasuring, soFar } from '../timing/progress.ts';
import { median } from './percentile.ts';

const RUNS = 5;

/** What a fresh Node does: nothing but import the bundle, as Lambda's runtime does before the first event. */
const program = `const start = performance.now(); await import('./index.mjs'); console.log(performance.now() - start);`;

/** The SDK clients that a function's needs mean. */
const clients = [
  { need: /^database\b/, module: '@aws-sdk/client-rds-data', name: 'RDSDataClient' },
  { need: /^send:/, module: '@aws-sdk/client-sqs', name: 'SQSClient' },
  { need: /^invoke:/, module: '@aws-sdk/client-lambda', name: 'LambdaClient' },
];

async function importOnce(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    env: { ...(process.platform === 'win32' && { SYSTEMROOT: process.env.SYSTEMROOT }), AWS_REGION: 'us-east-1' },
  });
  return Number(stdout);
}

/** A handler that does nothing, with the clients that these needs mean: what nobody could be faster than. */
async function emptyHandler(needs: readonly string[], folder: string): Promise<string> {
  const used = clients.filter(({ need }) => needs.some((one) => need.test(one)));
  const label = used.map(({ name }) => name.replace('Client', '')).join('+');
  const place = join(folder, `empty-${label}`);
  mkdirSync(place, { recursive: true });
  const source = [
    ...used.map(
      ({ module, name }) => `import { ${name} } from '${join(ROOT, 'node_modules', module).replaceAll('\\', '/')}';`,
    ),
    `export const handler = async () => [${used.map(({ name }) => `new ${name}({})`).join(', ')}].length;`,
  ];
  writeFileSync(join(place, 'handler.ts'), source.join('\n'));
  writeFileSync(join(place, 'index.mjs'), (await bundleFunction(place, 'handler.ts')).code);
  return place;
}

/** How long each bundle takes to import, beside an empty handler with the same clients, turn by turn in one run. */
export async function measureImports(): Promise<void> {
  nowMeasuring(`import of each bundle, ${RUNS} rounds`);
  const folder = mkdtempSync(join(tmpdir(), 'alex-bench-imports-'));
  try {
    const places: { name: string; bundle: string; empty: string; kilobytes: number }[] = [];
    for (const { name, zip, config } of readDeployment(DIST)) {
      const bundle = join(folder, name);
      mkdirSync(bundle);
      const code = unzipSync(readFileSync(join(DIST, zip)))['index.mjs'] ?? new Uint8Array();
      writeFileSync(join(bundle, 'index.mjs'), code);
      const empty = await emptyHandler(config.needs, folder);
      places.push({ name, bundle, empty, kilobytes: code.byteLength / 1024 });
    }
    const times = new Map<string, number[]>();
    const measure = async (place: string): Promise<void> => {
      times.set(place, [...(times.get(place) ?? []), await importOnce(place)]);
    };
    for (let run = 0; run < RUNS; run += 1) {
      for (const { bundle } of places) await measure(bundle);
      for (const empty of new Set(places.map((place) => place.empty))) await measure(empty);
      soFar('imports, rounds', run + 1, RUNS);
    }
    const of = (place: string): number => Math.round(median(times.get(place) ?? []));
    console.log(`Import of each bundle in a fresh Node, median of ${RUNS}`);
    console.table(
      places.map(({ name, bundle, empty, kilobytes }) => ({
        function: name,
        'minified KiB': Math.round(kilobytes),
        'import ms': of(bundle),
        'an empty handler with the same clients, ms': of(empty),
        'more, ms': of(bundle) - of(empty),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
