// A folder gets another name, and routes move from one folder to another. What answers them goes only when nothing leads to it any more:
// AWS deletes no integration of an HTTP API that a route still has. The stand-in deletes anything, so it is the order that tells.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { zipOf, type OfflineTerraform } from './offline-terraform.ts';
import { resourcesIn, type Resource } from './planned-fleet.ts';

interface Move {
  name: string;
  /** In the copy of the small fleet. */
  make(folder: string): void;
}

const ROOMS = ['lambdas', 'services'];
const replaceIn = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no longer what was to be replaced: ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
};
const folderFile = (folder: string, name: string): string => join(folder, 'lambdas', name, 'lambda.json');

function rename(folder: string, from: string, to: string): void {
  renameSync(join(folder, 'lambdas', from), join(folder, 'lambdas', to));
  writeFileSync(zipOf(folder, to), to);
  for (const room of ROOMS)
    for (const file of readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const path = join(folder, room, file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"invoke:${from}"`, `"invoke:${to}"`));
    }
}

/** One after the other, each on what the one before has made. */
const moves: readonly Move[] = [
  {
    name: 'a folder with routes, a queue and a schedule has another name, and one of the routes of another folder',
    make: (folder) => {
      rename(folder, 'worker', 'labourer');
      replaceIn(folderFile(folder, 'door'), ', "PUT /things/{id}"', '');
      replaceIn(folderFile(folder, 'labourer'), '"GET /work"', '"GET /work", "PUT /things/{id}"');
    },
  },
  {
    name: 'a folder has another name, and all routes of one that stays',
    make: (folder) => {
      rename(folder, 'door', 'gate');
      replaceIn(folderFile(folder, 'labourer'), '{ "type": "http", "routes": ["GET /work", "PUT /things/{id}"] },', '');
      replaceIn(folderFile(folder, 'gate'), '["GET /things"]', '["GET /things", "GET /work", "PUT /things/{id}"]');
    },
  },
];

const line = z.object({
  type: z.string(),
  hook: z.object({ resource: z.object({ addr: z.string() }), action: z.string().optional() }).optional(),
});
/** When something is begun and done, in the order that Terraform tells it. */
type Steps = readonly string[];

/** Makes each of the moves on what is made. What AWS would refuse comes back, a line each. */
export async function renameFindings(terraform: OfflineTerraform): Promise<string[]> {
  const kept = mkdtempSync(join(terraform.folder, 'before-'));
  for (const room of ROOMS) cpSync(join(terraform.folder, room), join(kept, room), { recursive: true });
  try {
    const findings: string[] = [];
    for (const move of moves) {
      const before = resourcesIn(JSON.parse((await terraform.run('show', '-json')).text));
      move.make(terraform.folder);
      const applied = await terraform.run('apply', '-auto-approve', '-json');
      if (applied.failed) return [`${move.name}: ${applied.text}`];
      const after = resourcesIn(JSON.parse((await terraform.run('show', '-json')).text));
      const steps = stepsIn(applied.text);
      const planned = await terraform.run('plan', '-no-color');
      findings.push(
        ...[
          ...stillLedTo(before, steps),
          ...leftAlone(before, after, steps),
          ...namesTaken(before, after),
          ...(planned.text.includes('No changes.') ? [] : [`a second plan is not empty: ${planned.text}`]),
        ].map((finding) => `${move.name}: ${finding}`),
      );
    }
    return findings;
  } finally {
    for (const room of ROOMS) {
      rmSync(join(terraform.folder, room), { recursive: true });
      renameSync(join(kept, room), join(terraform.folder, room));
    }
  }
}

const stepsIn = (log: string): Steps =>
  log.split('\n').flatMap((text) => {
    if (!text.startsWith('{')) return [];
    const { type, hook } = line.parse(JSON.parse(text));
    return hook?.action !== undefined && /^apply_(?:start|complete)$/.test(type)
      ? [`${type} ${hook.action} ${hook.resource.addr}`]
      : [];
  });

const routesIn = (all: readonly Resource[]): Resource[] => all.filter(({ type }) => type === 'aws_apigatewayv2_route');
/** The integration that a route has, by the name of its folder. */
function folderOf(route: Resource, all: readonly Resource[]): string {
  const found = all.find(
    ({ type, values }) =>
      type === 'aws_apigatewayv2_integration' && route.values.target === `integrations/${String(values.id)}`,
  );
  if (found === undefined) throw new Error(`${route.address} leads to no integration.`);
  return found.address;
}

function stillLedTo(before: readonly Resource[], steps: Steps): string[] {
  return routesIn(before).flatMap((route) => {
    const integration = folderOf(route, before);
    const goes = steps.indexOf(`apply_start delete ${integration}`);
    const left = steps.indexOf(`apply_complete delete ${route.address}`);
    return goes === -1 || (left !== -1 && left < goes)
      ? []
      : [`${integration} goes while ${route.address} leads to it`];
  });
}

/** A route that its folder keeps answers all the time. */
function leftAlone(before: readonly Resource[], after: readonly Resource[], steps: Steps): string[] {
  return routesIn(before).flatMap((route) => {
    const now = routesIn(after).find(({ address }) => address === route.address);
    if (now === undefined) return [`${route.address} is not there afterwards`];
    const isMoved = folderOf(route, before) !== folderOf(now, after);
    const isMadeAnew = steps.includes(`apply_start create ${route.address}`);
    if (isMoved && !isMadeAnew) return [`${route.address} moves while it is there`];
    return !isMoved && isMadeAnew ? [`${route.address} is made anew, and its folder is the same`] : [];
  });
}

/** Two of one name cannot be, and Terraform puts what goes and what comes at another address into no order. */
function namesTaken(before: readonly Resource[], after: readonly Resource[]): string[] {
  const gone = before.filter(({ address }) => !after.some((now) => now.address === address));
  const come = after.filter(({ address }) => !before.some((was) => was.address === address));
  return come.flatMap((one) =>
    gone
      .filter((other) => nameOf(one) !== undefined && nameOf(one) === nameOf(other))
      .map((other) => `${one.address} has the name of ${other.address}`),
  );
}

/** What is its own in the account; a policy's name is so within its role. Undefined for what AWS names itself. */
function nameOf({ type, values }: Resource): string | undefined {
  const parts = ['name', 'alarm_name', 'dashboard_name', 'function_name', 'role'].map((name) => values[name]);
  return parts.some((part) => typeof part === 'string') ? JSON.stringify([type, ...parts]) : undefined;
}
