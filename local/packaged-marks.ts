import { createHash } from 'node:crypto';

import type { PackagedService } from './containers/read-services.ts';
import type { PackagedFunction } from './deployment.ts';

type Packaged<Kind extends PackagedFunction | PackagedService> = Pick<Kind, 'name' | 'sha256' | 'config'>;

/** Of each packaged folder a hash of its code and its settings: another one is another function, or another service, to run. */
export function packagedMarks(
  functions: readonly Packaged<PackagedFunction>[],
  services: readonly Packaged<PackagedService>[],
): Record<string, string> {
  return Object.fromEntries([
    ...functions.map((one) => [`lambdas/${one.name}`, markOf(one)]),
    ...services.map((one) => [`services/${one.name}`, markOf(one)]),
  ]) as Record<string, string>;
}

const markOf = ({ sha256, config }: Pick<PackagedFunction, 'sha256'> & { config: object }): string =>
  createHash('sha256')
    .update(JSON.stringify([sha256, config]))
    .digest('hex');
