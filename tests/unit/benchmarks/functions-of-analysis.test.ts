// What the clock runs beside an analysis is counted as its statements, and a figure that is constant seems to grow.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { functionsOfAnalysis } from '../../../benchmarks/fleet/functions-of-analysis.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const folder = join(import.meta.dirname, '../../../lambdas');
const functions = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    config: lambdaConfig.parse(JSON.parse(readFileSync(join(folder, name, 'lambda.json'), 'utf8'))),
  }));

test('an agent is left out of an analysis, or what runs beside it is counted in', () => {
  const agents = ['api', 'planner', 'pricer', 'tagger', 'reporter', 'charter', 'retirement', 'search'];
  expect([...functionsOfAnalysis(functions)].sort()).toEqual(agents.sort());
});
