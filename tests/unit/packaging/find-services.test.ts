import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findFunctions } from '../../../scripts/packaging/find-functions.ts';
import { findServices } from '../../../scripts/packaging/find-services.ts';

test('a service without a Dockerfile is found when everything else is deployed', () => {
  const root = mkdtempSync(join(tmpdir(), 'alex-services-'));
  try {
    mkdirSync(join(root, 'services/almanac'), { recursive: true });
    const config = { description: 'x', port: 8080, healthPath: '/health', cpu: 256, memory: 512, needs: [] };
    writeFileSync(join(root, 'services/almanac/service.json'), JSON.stringify(config));
    writeFileSync(join(root, 'services/almanac/main.ts'), '');
    expect(() => findServices(root, new Set())).toThrow(
      /cannot be packaged:\n {2}services\/almanac\/Dockerfile: is missing: npm run deploy builds the image by it, .*$/,
    );
    writeFileSync(join(root, 'services/almanac/Dockerfile'), 'FROM scratch\n');
    expect(findServices(root, new Set()).map(({ name }) => name)).toEqual(['almanac']);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a service’s program that is missing, or a function that nobody is, is hidden behind another mistake', () => {
  const root = mkdtempSync(join(tmpdir(), 'alex-services-'));
  try {
    mkdirSync(join(root, 'services/crawler'), { recursive: true });
    writeFileSync(
      join(root, 'services/crawler/service.json'),
      JSON.stringify({ description: 'x', memory: 'much', needs: ['databse', 'invoke:serach'] }),
    );
    expect(() => findServices(root, new Set(['search']))).toThrow(
      /service\.json memory: [\s\S]*"databse" is no need[\s\S]*needs\[1\]: .*did you mean "search"\?\n *services\/crawler\/main\.ts: is missing/,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a function takes the name of a service’s role, which AWS would say in the middle of a deployment', () => {
  const root = mkdtempSync(join(tmpdir(), 'alex-services-'));
  try {
    mkdirSync(join(root, 'services/almanac'), { recursive: true });
    writeFileSync(join(root, 'services/almanac/service.json'), '{}');
    mkdirSync(join(root, 'lambdas/almanac-service'), { recursive: true });
    writeFileSync(join(root, 'lambdas/almanac-service/handler.ts'), '');
    const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, triggers: [], needs: [] };
    writeFileSync(join(root, 'lambdas/almanac-service/lambda.json'), JSON.stringify(config));
    expect(() => findFunctions(root)).toThrow(
      'lambdas/almanac-service/lambda.json: "almanac-service" cannot be a function\'s name: on AWS something else has a role of it',
    );
    rmSync(join(root, 'services'), { recursive: true });
    expect(findFunctions(root).map(({ name }) => name)).toEqual(['almanac-service']);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.each(['http-api', 'rest-api', 'embeddings'])('a service called %s, whose log would be hidden', (name) => {
  const root = mkdtempSync(join(tmpdir(), 'alex-services-'));
  try {
    mkdirSync(join(root, 'services', name), { recursive: true });
    writeFileSync(join(root, 'services', name, 'service.json'), '{}');
    expect(() => findServices(root, new Set())).toThrow(
      `services/${name}/service.json: "${name}" cannot be a service's name: its log would be hidden`,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
