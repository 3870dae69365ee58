import { describe, expect, test } from '@jest/globals';
import { guardrailsIn } from '../../../../shared/agents/models/bedrock/guardrails.ts';
import { modelSettingsIn } from '../../../../shared/agents/models/settings.ts';

const west = 'arn:aws:bedrock:us-west-2:123456789012:guardrail/abc123';
const east = 'arn:aws-us-gov:bedrock:us-gov-east-1:123456789012:guardrail/x9';

describe('the guardrails that a setting names', () => {
  test('are read with their region and version, with whatever stands between them', () => {
    expect(guardrailsIn(`${west}:1, ${east}:DRAFT`)).toEqual([
      { region: 'us-west-2', identifier: west, version: '1' },
      { region: 'us-gov-east-1', identifier: east, version: 'DRAFT' },
    ]);
    expect(guardrailsIn(undefined)).toEqual([]);
    expect(guardrailsIn('  ')).toEqual([]);
  });

  test.each(['abc123:1', west, `${west}:latest`, `${west}:1 abc`])(
    'that cannot be used are refused before any work: %s',
    (value) => {
      expect(() => modelSettingsIn({ ALEX_MODEL_GUARDRAILS: value })).toThrow('ALEX_MODEL_GUARDRAILS has to name');
    },
  );
});
