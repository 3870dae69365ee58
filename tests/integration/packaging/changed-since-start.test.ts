// Sources and packages beside a fleet that runs: what is no longer as it was started is told, and nothing else is.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readServices } from '../../../local/containers/read-services.ts';
import { readDeployment } from '../../../local/deployment.ts';
import { packagedMarks } from '../../../local/packaged-marks.ts';
import { changedSince, tellChanged } from '../../../scripts/laptop/changed-since-start.ts';
import { packageAll } from '../../../scripts/packaging/package-all.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

const service = { description: 'x', cpu: 512, memory: 1024, port: 8080, healthPath: '/health', needs: [] };

describe('of a fleet that runs', () => {
  let workspace: Workspace;
  let runs: { dist: string; marks: Record<string, string> };
  const pack = (force = false) => packageAll({ root: workspace.root, force });
  const changed = (dist = workspace.dist) => changedSince({ runs: { ...runs, dist } }, workspace);
  beforeEach(async () => {
    workspace = makeWorkspace();
    const folder = join(workspace.root, 'services', 'clerk');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'service.json'), JSON.stringify(service));
    writeFileSync(join(folder, 'main.ts'), 'console.log(1);');
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch');
    await pack();
    const { dist } = workspace;
    runs = { dist, marks: packagedMarks(readDeployment(dist), readServices(dist)) };
  });
  afterEach(() => {
    workspace.remove();
  });

  test('nothing changed where nothing did, also where the same is packaged anew', async () => {
    expect(changed()).toEqual([]);
    await pack(true);
    expect(changed()).toEqual([]);
    expect(tellChanged([])).toBeNull();
  });

  test('a function whose code is another is told before it is packaged, and after', async () => {
    workspace.write('lambdas/greeter/greet.ts', 'export const greet = (name: string) => `Good day, ${name}`;');
    expect(changed()).toEqual(['lambdas/greeter']);
    await pack();
    expect(changed()).toEqual(['lambdas/greeter']);
    expect(tellChanged(changed())).toMatch(/^lambdas\/greeter changed after Alex was started, .*npm start/);
  });

  test('so are another lambda.json, which no zip has, and a service', async () => {
    workspace.edit('adviser', (config) => (config.memory = 512));
    workspace.write('services/clerk/main.ts', 'console.log(2);');
    expect(changed()).toEqual(['lambdas/adviser', 'services/clerk']);
    await pack();
    expect(changed()).toEqual(['lambdas/adviser', 'services/clerk']);
  });

  test('a folder that is gone, or is not there yet, is no changed one', () => {
    rmSync(join(workspace.root, 'lambdas/adviser'), { recursive: true });
    cpSync(join(workspace.root, 'lambdas/greeter'), join(workspace.root, 'lambdas/waiter'), { recursive: true });
    expect(changed()).toEqual([]);
  });

  test('that was started from other packages, or says nothing of them, these sources tell nothing', () => {
    const elsewhere = join(workspace.root, 'elsewhere');
    cpSync(workspace.dist, elsewhere, { recursive: true });
    workspace.write('lambdas/greeter/greet.ts', 'export const greet = (name: string) => `Good day, ${name}`;');
    expect(changed(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
    expect(changed(elsewhere)).toEqual([]);
    expect(changedSince({}, workspace)).toEqual([]);
  });
});
