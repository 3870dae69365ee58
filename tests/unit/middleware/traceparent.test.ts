import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTraceparent, writeTraceparent } from '../../../shared/middleware/traceparent.ts';

const hex = (digits: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)).filter((text) => !/^0+$/.test(text));

describe('a traceparent', () => {
  test('that is written is read as it was', () => {
    const place = fc.record({ traceId: hex(32), spanId: hex(16), sampled: fc.boolean() });
    fc.assert(
      fc.property(place, (one) => {
        expect(readTraceparent(writeTraceparent(one))).toEqual(one);
      }),
    );
  });

  // The example of https://www.w3.org/TR/trace-context/#examples-of-http-traceparent-headers
  test('of the specification is understood', () => {
    const spanId = '00f067aa0ba902b7';
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect(readTraceparent(`00-${traceId}-${spanId}-01`)).toEqual({ traceId, spanId, sampled: true });
    expect(readTraceparent(`00-${traceId}-${spanId}-00`)).toEqual({ traceId, spanId, sampled: false });
  });

  test.each([
    '',
    'anything',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more',
  ])('that is none is none: %s', (text) => {
    expect(readTraceparent(text)).toBeUndefined();
  });
});
