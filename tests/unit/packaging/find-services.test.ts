import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findServices } from '../../../scripts/packaging/find-services.ts';

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
