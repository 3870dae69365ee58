import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './guide-blocks.ts';
import { lambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { serviceConfig } from '../../shared/schemas/service-config.ts';

/** What a diagram can be about; `%% shows: calls knowledge` in its first line says which. */
export const subjects = ['calls', 'data', 'outside'] as const;
export type Subject = (typeof subjects)[number];

interface Unit {
  name: string;
  needs: readonly string[];
  triggers: readonly Trigger[];
}
type Trigger = ReturnType<typeof lambdaConfig.parse>['triggers'][number];

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function folders(room: string, file: string): string[] {
  return readdirSync(join(ROOT, room))
    .filter((name) => existsSync(join(ROOT, room, name, file)))
    .sort();
}

export const functionNames: readonly string[] = folders('lambdas', 'lambda.json');
export const serviceNames: readonly string[] = folders('services', 'service.json');

const units: readonly Unit[] = [
  ...functionNames.map((name) => {
    const { needs, triggers } = lambdaConfig.parse(read(join(ROOT, 'lambdas', name, 'lambda.json')));
    return { name, needs, triggers };
  }),
  ...serviceNames.map((name) => {
    const { needs } = serviceConfig.parse(read(join(ROOT, 'services', name, 'service.json')));
    return { name, needs, triggers: [] };
  }),
];

export const queueNames: readonly string[] = units.flatMap(({ triggers }) =>
  triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])),
);

/** Every arrow that a diagram of this subject has to have, `from -> to`, and no other. */
export function edgesOf(subject: Subject): Set<string> {
  return new Set(
    units.flatMap((unit) => [
      ...triggerEdges(unit, subject),
      ...unit.needs.flatMap((need) => needEdges(unit, need, subject)),
    ]),
  );
}

function triggerEdges({ name, triggers }: Unit, subject: Subject): string[] {
  if (subject !== 'calls') return [];
  return triggers.flatMap((trigger) => {
    switch (trigger.type) {
      case 'http':
        return [`http-api -> ${name}`];
      case 'rest':
        return [`rest-api -> ${name}`];
      case 'schedule':
        return [`${trigger.rate} -> ${name}`];
      case 'sqs':
        return [`${trigger.queue} -> ${name}`, `${trigger.queue} -> ${trigger.queue}-dlq`];
    }
  });
}

function needEdges({ name }: Unit, need: string, subject: Subject): string[] {
  const [kind = '', of = ''] = need.split(':', 2);
  const edge = ((): [Subject, string] => {
    switch (kind) {
      case 'invoke':
      case 'send':
        return ['calls', of];
      case 'researcher':
        return ['calls', 'researcher'];
      case 'database':
      case 'embeddings':
      case 'vectors':
        return ['data', kind];
      case 'model':
      case 'market':
      case 'traces':
        return ['outside', kind];
      case 'secret':
        return ['outside', of];
      default:
        throw new Error(`no diagram knows the need ${need} of ${name}`);
    }
  })();
  return edge[0] === subject ? [`${name} -> ${edge[1]}`] : [];
}
