// What Terraform takes of a price source's or a trace's settings, and the program that reads it refuses once it is deployed; or the other way round.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readFleet } from '../../../scripts/terraform/fleet.ts';
import { mapFaults } from '../../../scripts/terraform/map-faults.ts';
import { readTfvars } from '../../../scripts/terraform/tfvars.ts';
import { ConfigurationError } from '../../../shared/errors.ts';
import { marketSettings, marketVariables } from '../../../shared/market/settings.ts';
import { isTracing } from '../../../shared/middleware/tracing-settings.ts';

const declarations = readFileSync(new URL('../../../terraform/variables-functions.tf', import.meta.url), 'utf8');
const remotes = ['MASSIVE', 'ALPACA', 'STOOQ', 'ECB'];

/** `NAME = [low, high]`, and `MARKET_${upper(source)}_NAME" => [low, high]` of every source. */
const bounds = new Map(
  [...declarations.matchAll(/(MARKET_\w*)(?:\$\{upper\(source\)\}(\w+)")? =>? \[(\d+), (\d+)\]/g)].flatMap(
    ([, name = '', ofEach, low, high]): [string, [number, number]][] =>
      (ofEach === undefined ? [name] : remotes.map((remote) => `${name}${remote}${ofEach}`)).map((one) => [
        one,
        [Number(low), Number(high)],
      ]),
  ),
);
const isTaken = (name: string, value: string): boolean => {
  try {
    marketSettings({ [name]: value });
    return true;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return false;
  }
};

describe('of the price sources', () => {
  test('every number has bounds in Terraform', () => {
    const numbers = marketVariables.filter((name) => isTaken(name, '1') && !isTaken(name, '99999'));
    expect([...bounds.keys()].toSorted()).toEqual(numbers.toSorted());
  });

  test.each([...bounds])('%s has the same bounds in both', (name, [low, high]) => {
    expect([low - 1, low, high, high + 1].map((value) => isTaken(name, String(value)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(declarations).toContain(`from ${low} to ${high}`);
  });

  test.each(['MARKET_ALPACA_FEED', 'MARKET_STOOQ_HISTORY'])('%s has the same choices in both', (name) => {
    const [, list = ''] =
      new RegExp(`contains\\(\\[([^\\]]+)\\], lookup\\(var\\.market_settings, "${name}"`).exec(declarations) ?? [];
    const choices = [...list.matchAll(/"(\w+)"/g)].map(([, choice = '']) => choice);
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.filter((choice) => !isTaken(name, choice))).toEqual([]);
    expect(() => marketSettings({ [name]: 'x' })).toThrow(choices.join(', '));
  });

  test('an address is https in both', () => {
    expect(isTaken('MARKET_ECB_URL', 'https://rates.example/v1')).toBe(true);
    for (const url of [
      'http://rates.example',
      'https://me@rates.example',
      'https://rates.example?x',
      'rates.example',
    ]) {
      expect({ url, taken: isTaken('MARKET_ECB_URL', url) }).toEqual({ url, taken: false });
    }
    expect(declarations).toContain(String.raw`regex("^https://[^\\s@?#]+$", value)`);
  });
});

test.each([
  ['ENDPOINT', 'collector.example', 'https://collector.example'],
  ['PROTOCOL', 'grpc', 'http/json'],
  ['TIMEOUT', '0', '5000'],
  ['TIMEOUT', '1000000', '999999'],
])('of traces %s cannot be %s in Terraform nor before it', (end, wrong, right) => {
  const rule = new RegExp(
    `endswith\\(name, "_${end}"\\) \\? (?:can\\(regex\\("([^"]+)"|startswith\\(value, "([^"]+)")`,
  );
  const [, pattern, prefix] = rule.exec(declarations) ?? [];
  const inHcl = (value: string): boolean =>
    pattern === undefined
      ? prefix !== undefined && value.startsWith(prefix)
      : new RegExp(pattern.replaceAll('\\\\', '\\')).test(value);
  const before = (value: string): boolean => {
    const text = `trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://a.example", OTEL_EXPORTER_OTLP_TRACES_${end} = "${value}" }`;
    return mapFaults(readTfvars(text).settings, readFleet()).length === 0;
  };
  expect([inHcl(wrong), before(wrong)]).toEqual([false, false]);
  expect([inHcl(right), before(right)]).toEqual([true, true]);
  if (end !== 'TIMEOUT')
    expect(
      isTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.example', [`OTEL_EXPORTER_OTLP_TRACES_${end}`]: wrong }),
    ).toBe(false);
});
