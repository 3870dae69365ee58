import { describe, expect, test } from '@jest/globals';
import { functionEnvironment } from '../../../local/environment.ts';
import { readTraceSettings, traceHost } from '../../../scripts/laptop/trace-settings.ts';
import { surroundings } from '../../setup/surroundings.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://cloud.langfuse.com/api/public/otel' };

function read(variables: Record<string, string>) {
  const warnings: string[] = [];
  return { settings: readTraceSettings(variables, (sentence) => warnings.push(sentence)), warnings };
}

describe('a person’s settings for traces', () => {
  test('are those of OpenTelemetry, and nothing else that they have set', () => {
    const headers = { OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic planted' };
    const set = { ...endpoint, ...headers, OTEL_SERVICE_NAME: ' mine ', OTEL_LOG_LEVEL: 'debug', HOME: '/home/me' };
    expect(read(set)).toEqual({ settings: { ...endpoint, ...headers, OTEL_SERVICE_NAME: 'mine' }, warnings: [] });
  });

  test.each([
    [{}],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=b', OTEL_SERVICE_NAME: 'other' }],
    [{ ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
  ])('without an endpoint, or switched off, are none: %j', (variables) => {
    expect(read(variables)).toEqual({ settings: {}, warnings: [] });
  });

  test.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }],
  ])('that Alex cannot use, and that may be meant for others, are said and stop nothing: %j', (variables) => {
    const { settings, warnings } = read(variables);
    expect(settings).toEqual({});
    expect(warnings).toHaveLength(1);
    expect(warnings.join()).toContain('OTEL_SDK_DISABLED=true');
  });

  test('say where traces go without a key that an address may hold', () => {
    expect(traceHost({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://me:planted@collector.example:4318/x?key=planted' })).toBe(
      'collector.example:4318',
    );
    expect(traceHost({})).toBeUndefined();
  });

  test('reach the functions that are traced, and no others', () => {
    const around = surroundings({ traceSettings: endpoint });
    expect(functionEnvironment('api', { needs: ['traces'], environment: {} }, around)).toEqual(endpoint);
    expect(functionEnvironment('sweeper', { needs: ['database'], environment: {} }, around)).not.toHaveProperty(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    );
  });
});
