// A misspelt setting in terraform.tfvars has no effect, and Terraform hardly says so: deploy does.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { declaredSettings, refuseUnknownSettings } from '../../../scripts/terraform/settings.ts';
import { warningsIn } from '../../../scripts/terraform/warnings.ts';

const folder = fileURLToPath(new URL('../../../terraform/', import.meta.url));
const declared = declaredSettings(folder);
const example = readFileSync(new URL('../../../terraform/terraform.tfvars.example', import.meta.url), 'utf8');

const allVariables = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').match(/^variable /gm) ?? []);

function unknownIn(text: string): string[] {
  try {
    refuseUnknownSettings(text, declared);
    return [];
  } catch (error) {
    if (error instanceof CommandError) return error.lines.slice(0, -1);
    throw error;
  }
}

describe('settings', () => {
  test('that are declared are all found, with the parts of those that are objects', () => {
    expect(declared.size).toBe(allVariables.length);
    expect(declared.get('database_capacity')).toEqual(['min', 'max', 'pause_after']);
    expect(declared.get('embeddings')).toEqual(['memory', 'max_concurrency', 'image_tag']);
    expect(declared.get('database_network')).toEqual(['vpc_id', 'subnet_ids']);
    expect([declared.has('model_settings'), declared.get('model_settings')]).toEqual([true, undefined]);
  });

  test('that list a stage which is none are refused with the one that was meant, not counted as if it were not there', () => {
    expect(unknownIn('stages = ["1-permissions", "3-ingset"]')).toEqual([
      'stages: there is no "3-ingset"; did you mean "3-ingest"?',
    ]);
    expect(unknownIn('stages = [1, 2] # two')).toEqual([
      'stages: there is no 1; did you mean "1-permissions"?',
      'stages: there is no 2; did you mean "2-embeddings"?',
    ]);
    expect(unknownIn('stages = ["1-permissions"')).toEqual([expect.stringContaining('the list cannot be read')]);
    expect(unknownIn('stages = [\n  "1-permissions", # yes\n  # "2-embedings",\n]')).toEqual([]);
  });

  test('of the example, and those that it shows in comments, are known', () => {
    expect(unknownIn(example)).toEqual([]);
    expect(unknownIn(example.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(unknownIn(example.replaceAll(/^# (?=[a-z_]+ *= )/gm, ''))).toEqual([]);
  });

  test.each([
    ['alert_emal = "a@b.c"', 'alert_emal: did you mean alert_email?'],
    ['deletion_protecton = true', 'deletion_protecton: did you mean deletion_protection?'],
    ['delteion_protection = true', 'delteion_protection: did you mean deletion_protection?'],
    ['Region = "eu-west-1"', 'Region: did you mean region?'],
    ['what = 1', 'what: there is no such setting'],
    ['database_capacity = { min = 0, mx = 4 }', 'database_capacity.mx: did you mean database_capacity.max?'],
    ['embeddings = {\n  "memry" = 1024\n}', 'embeddings.memry: did you mean embeddings.memory?'],
    [
      'embeddings = { quantization = "int8" }',
      'embeddings.quantization: embeddings has memory, max_concurrency, image_tag',
    ],
  ])('%s', (line, says) => {
    expect(unknownIn(`${example}\n${line}\n`)).toEqual([says]);
  });

  test.each([
    '# alert_emal = 1',
    '// alert_emal = 1',
    '/* alert_emal = 1\n*/',
    'tags = {\n  alert_emal = "x"\n  "team" = "a = b"\n}',
    'alert_email = "wat = 1" # wat = 2',
    'tags = { note = <<EOT\nwat = 1\nEOT\n}',
    'service_settings = { researcher = { ALEX_X = "1", } }',
    'web_origins = ["https://a.example/?b=c"]',
    'database_capacity = { min = 0, max = 4 } // so = 1',
  ])('no setting of its own: %s', (line) => {
    expect(unknownIn(`${example}\n${line}\n`)).toEqual([]);
  });
});

describe('warnings of Terraform', () => {
  test('are told in a sentence each, once', () => {
    const undeclared =
      'Warning: Value for undeclared variable\n\nThe root module does not declare a variable named "b" but a value was found\nin file "terraform.tfvars". If you meant to use this value, add a "variable"\nblock to the configuration.\n\nTo silence these warnings, use TF_VAR_... environment variables.\n';
    const deprecated =
      'Warning: Argument is deprecated\n\n  with module.a.aws_b.c,\n  on modules/a/main.tf line 3, in resource "aws_b" "c":\n   3:   name = "x"\n\nname is deprecated. Use id instead.\n\n(and one more similar warning elsewhere)\n';
    const text = `Plan: 1 to add.\n\n${undeclared}\n${deprecated}\n${undeclared}\n────\n\nSaved the plan to: x.tfplan\n`;
    const told = [
      'Terraform warns: Value for undeclared variable. The root module does not declare a variable named "b" but a value was found in file "terraform.tfvars".',
      'Terraform warns: Argument is deprecated. name is deprecated.',
    ];
    expect(warningsIn(text)).toEqual(told);
    const framed = `╷\n${deprecated.trimEnd().replaceAll(/^/gm, '│ ')}\n╵\n`;
    expect(warningsIn(framed)).toEqual(told.slice(1));
    expect(warningsIn('Plan: 1 to add.\n')).toEqual([]);
  });
});
