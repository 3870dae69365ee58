import { expect, test } from '@jest/globals';
import type { Resource } from '../planned-fleet.ts';
import { settingFacts } from './setting-facts.ts';

test('two things in another order by the IDs that were made up for them are no change', () => {
  const facts = (...ids: readonly [string, string]) => {
    const subnets = ids.map((id, index): Resource => {
      return { address: `aws_subnet.this[${index}]`, mode: 'managed', type: 'aws_subnet', values: { id } };
    });
    const values = { id: 'alex', subnet_ids: ids };
    const group: Resource = {
      address: 'aws_db_subnet_group.this',
      mode: 'managed',
      type: 'aws_db_subnet_group',
      values,
    };
    return settingFacts([...subnets, group]).get(group.address);
  };
  expect(facts('0123456789ab', 'ba9876543210')).toEqual(['subnet_ids = aws_subnet.this[0] aws_subnet.this[1]']);
  expect(facts('ba9876543210', '0123456789ab')).toEqual(facts('0123456789ab', 'ba9876543210'));
});
