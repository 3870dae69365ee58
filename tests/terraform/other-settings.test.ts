// A variable that is not in the table, or that is set there to what it is anyway, would be held to nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { declaredSettings } from '../../scripts/terraform/settings.ts';
import { readTfvars, type Value } from '../../scripts/terraform/tfvars.ts';
import { readFolders } from './laptop-fleet.ts';
import { heldByOthers, otherSettings, settingFindings, valuesOf } from './other-settings.ts';

const folder = fileURLToPath(new URL('../../terraform/', import.meta.url));
const declared = declaredSettings(folder);
const others = otherSettings(readFolders(fileURLToPath(new URL('../../', import.meta.url))), 'devalex');
const written = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');

const inHcl = (name: string, text: string): Value | undefined => readTfvars(`${name} = ${text}\n`).settings.get(name);
function defaultOf(name: string): Value | undefined {
  const [, text = ''] =
    new RegExp(`^variable "${name}" \\{\\n(?:[^}\\n].*\\n)*?  default +(= .*)$`, 'm').exec(written) ?? [];
  return inHcl(name, text.replace(/^= /, ''));
}

test('every variable is held to something', () => {
  expect([...Object.keys(others), ...Object.keys(heldByOthers)].toSorted()).toEqual([...declared.keys()].toSorted());
  expect(Object.entries(others).filter(([, { places }]) => places.length === 0)).toEqual([]);
});

test.each(Object.entries(valuesOf(others)))(
  '%s is away from its default, with every part that it has',
  (name, value) => {
    const [type, own] = [declared.get(name), inHcl(name, JSON.stringify(value))];
    if (type?.kind === 'object')
      expect(own?.kind === 'object' && [...own.entries.keys()].toSorted()).toEqual([...type.parts.keys()].toSorted());
    expect(defaultOf(name)).toBeDefined();
    expect(isDeepStrictEqual(own, defaultOf(name))).toBe(false);
  },
);

test('what is elsewhere, or missing, is found', () => {
  const values = { backup_retention_period: 7, engine_version: '16.9' };
  const made = [{ address: 'aws_rds_cluster.this', mode: 'managed', type: 'aws_rds_cluster', values }];
  const { database_backup_days: days, database_engine_version: version, container_platform: platform } = others;
  if (days === undefined || version === undefined || platform === undefined) throw new Error('not in the table');
  expect(settingFindings(made, { days, version })).toEqual([
    'days: backup_retention_period of aws_rds_cluster.this is not 3',
    'version: there is no aws_rds_cluster_instance',
  ]);
  const service = {
    address: 'aws_ecs_express_gateway_service.this',
    mode: 'managed',
    type: 'aws_ecs_express_gateway_service',
    values: {},
  };
  expect(settingFindings([service], { platform })).toContain(
    'platform: aws_ecs_express_gateway_service.this is there all the same',
  );
});
