// terraform.tfvars is a file that people write: its stages are changed as text, and nothing else in it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import {
  mapEntries,
  readStage,
  stageNames,
  stageNeeds,
  stagesIn,
  strandedIn,
  textVariable,
  withStages,
} from '../../../scripts/terraform/variables-file.ts';

const example = readFileSync(new URL('../../../terraform/terraform.tfvars.example', import.meta.url), 'utf8');
const outside = (text: string) => text.replace(/^stages[^\]]*\]/m, '');

describe('stages', () => {
  test('are those of variables.tf', () => {
    const declared = readFileSync(new URL('../../../terraform/variables.tf', import.meta.url), 'utf8');
    const [, list = ''] = /variable "stages"[\s\S]*?default\s*=\s*\[([^\]]*)\]/.exec(declared) ?? [];
    expect([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name)).toEqual([...stageNames]);
  });

  test('stand on each other as variables.tf says, and what stands on one that goes is found', () => {
    const declared = readFileSync(new URL('../../../terraform/variables.tf', import.meta.url), 'utf8');
    const sentences = [...declared.matchAll(/error_message = "(\d-[a-z]+) needs ([^"]*)"/g)];
    const said = sentences.map(([, stage = '', rest = '']) => [stage, (rest.match(/\d-[a-z]+/g) ?? []).toSorted()]);
    expect(Object.fromEntries(said)).toEqual(stageNeeds);
    expect(strandedIn(stageNames.filter((stage) => stage !== '2-embeddings'))).toEqual([
      '3-ingest',
      '4-researcher',
      '6-agents',
    ]);
    expect(strandedIn(['1-permissions', '5-database'])).toEqual([]);
    expect(strandedIn(stageNames)).toEqual([]);
  });

  test('that are commented out are not on', () => {
    expect(stagesIn(example)).toEqual(['1-permissions']);
    expect(stagesIn('stages = ["1-permissions", "5-database"] # "6-agents"\n')).toEqual([
      '1-permissions',
      '5-database',
    ]);
  });

  test('are all on where the file says nothing, as by default in Terraform', () => {
    expect(stagesIn('region = "us-east-1"\n')).toEqual([...stageNames]);
  });

  test('that are set are read back, whatever they were, and every other line stays', () => {
    const sets = fc.subarray([...stageNames]);
    fc.assert(
      fc.property(sets, sets, (first, second) => {
        const once = withStages(example, first);
        const twice = withStages(once, second);
        expect(stagesIn(once)).toEqual(first);
        expect(stagesIn(twice)).toEqual(second);
        expect(outside(twice)).toBe(outside(example));
      }),
    );
  });

  test('keep the comments that a person wrote among them, above, beside and below, and again the next time', () => {
    const theirs =
      'stages = [\r\n  // begun in May\r\n  "1-permissions", # for Ada\r\n  # "2-embeddings", // not before June\r\n  # ask Bo first\r\n  # "5-database",\r\n  # the end\r\n]\r\n';
    const once = withStages(theirs, ['1-permissions', '2-embeddings']);
    expect(once).toBe(
      [
        'stages = [',
        '  // begun in May',
        '  "1-permissions", # for Ada',
        '  "2-embeddings", // not before June',
        '  # "3-ingest",',
        '  # "4-researcher",',
        '  # ask Bo first',
        '  # "5-database",',
        '  # "6-agents",',
        '  # "8-enterprise",',
        '  # the end',
        ']\r\n',
      ].join('\r\n'),
    );
    expect(withStages(once, ['1-permissions', '2-embeddings'])).toBe(once);
    expect(withStages('stages = ["1-permissions"]\n', ['1-permissions'])).not.toContain('//');
  });

  test.each([
    ['that is there', example],
    ['on one line', 'region = "us-east-1"\nstages = ["1-permissions"] # mine\n'],
    ['that is missing', 'region = "us-east-1"\n'],
    ['that is missing, after empty lines', 'region = "us-east-1"\n\n\n'],
  ])('a list %s is written with the line ends of the file, of Windows too', (_, text) => {
    const plain = withStages(text, ['1-permissions', '2-embeddings']);
    expect(plain).not.toContain('\r');
    const windows = withStages(text.replaceAll('\n', '\r\n'), ['1-permissions', '2-embeddings']);
    expect(windows).toBe(plain.replaceAll('\n', '\r\n'));
  });

  test('can be named by number, as the guides are; there is no 7', () => {
    expect(readStage('4')).toBe('4-researcher');
    expect(() => readStage('7')).toThrow(CommandError);
  });
});

test('other variables are read where they are set, and not where they are comments', () => {
  expect(textVariable(example, 'region')).toBe('us-east-1');
  expect(textVariable(example, 'container_platform')).toBeUndefined();
  expect(mapEntries(example, 'model_settings')).toEqual({ ALEX_MODEL: 'narrator' });
  expect(mapEntries(example, 'schedule_rates')).toEqual({ sweeper: 'rate(1 hour)' });
  expect(mapEntries(example, 'image_tags')).toEqual({});
});
