import { expect, test } from '@jest/globals';
import { doubtfulRegion } from '../../../scripts/target/aws-regions.ts';
import { explainAwsFailure } from '../../../scripts/target/explain-aws-failure.ts';

test('a mistyped region is looked for in a file that is not there, or its right name is not said', () => {
  expect(doubtfulRegion('us-east-1')).toBeUndefined();
  expect(doubtfulRegion('us-gov-west-1')).toBeUndefined();
  expect(doubtfulRegion('eu-centrl-1')).toContain('Did you mean eu-central-1?');
  expect(doubtfulRegion('us-east1')).toContain('Did you mean us-east-1?');
  expect(doubtfulRegion('Frankfurt')).toContain('Did you mean eu-central-1?');
  expect(doubtfulRegion('nowhere')).toContain('It is written like us-east-1. It stands in');
  const unreachable = Object.assign(new Error('getaddrinfo ENOTFOUND sts.us-east1.amazonaws.com'), {
    code: 'ENOTFOUND',
  });
  const said = explainAwsFailure(unreachable, { name: 'aws', region: 'us-east1' });
  expect(said?.lines.join('\n')).toContain('Did you mean us-east-1? It stands in terraform/terraform.tfvars (region)');
});
