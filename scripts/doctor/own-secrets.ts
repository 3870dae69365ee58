import { dataPaths } from '../../local/data-folder.ts';
import { hasValue } from '../../local/secrets/secret-files.ts';
import { secretsCommand } from '../secrets/fill.ts';
import { ownSecretsOf } from '../secrets/own-secrets.ts';
import { allOf } from '../terminal/all-of.ts';
import type { Fleet } from '../terraform/fleet.ts';
import { ok, problem, warning, type Check } from './finding.ts';

/**
 * Whether the secrets that a person's own folders need have a value on this machine; no check where no folder needs one. Alex's own draw
 * theirs, or can do without. Where no fleet is up it warns: a machine that only deploys needs none of them here.
 *
 * @param data the laptop's data folder
 * @param running whether its fleet is up, which alone can be given one
 */
export function ownSecretChecks(fleet: Fleet, data: string, running: () => boolean): Check[] {
  const needed = [...ownSecretsOf(fleet)];
  if (needed.length === 0) return [];
  const look = (): ReturnType<typeof ok> => {
    const empty = needed.filter(([name]) => !hasValue(dataPaths(data).secrets, name));
    if (empty.length === 0) return ok('Those that your folders need have a value');
    const isUp = running();
    return (isUp ? problem : warning)(
      `Your folders need secrets that have no value on this machine: ${empty.map(([name, folders]) => `${name} (${allOf(folders)})`).join(', ')}.`,
      ...(isUp ? [] : ['To use them here: npm start, and then in another terminal:']),
      ...empty.map(([name]) => secretsCommand(name, 'laptop')),
    );
  };
  return [{ name: 'secrets', look }];
}
