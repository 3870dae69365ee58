import { createHash } from 'node:crypto';

import type { PackagedService } from './containers/read-services.ts';
import type { PackagedFunction } from './deployment.ts';

type Packaged<Kind extends PackagedFunction | PackagedService> = Pick<Kind, 'name' | 'sha256' | 'config'>;

/** Of each packaged folder a hash of its code and its settings: another one is another function, or another service, to run. */
export function packagedMarks(
  functions: readonly Packaged<PackagedFunction>[],
  services: readonly Packaged<PackagedService>[],
): Record<string, string> {
  const of = (parent: string, all: readonly (Marked & { name: string })[]): [folder: string, mark: string][] =>
    all.map((one) => [`${parent}/${one.name}`, markOf(one)]);
  return Object.fromEntries([...of('lambdas', functions), ...of('services', services)]);
}

interface Marked {
  sha256: string;
  config: object;
}

const markOf = ({ sha256, config }: Marked): string =>
  createHash('sha256')
    .update(JSON.stringify([sha256, config]))
    .digest('hex');
