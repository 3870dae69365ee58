import { describe, expect, test } from '@jest/globals';
import { functionEnvironment, scriptEnvironment } from '../../../local/environment.ts';
import { accessKeyOf, authorizer } from '../../../local/permissions.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';
import { surroundings } from '../../setup/surroundings.ts';

const modelSettings = {
  ALEX_MODEL: 'bedrock:a.b@us-west-2',
  ALEX_MODEL_API_KEY: 'planted-key',
  AWS_ACCESS_KEY_ID: 'AKIAPERSON',
  AWS_SECRET_ACCESS_KEY: 'planted-secret',
};
const around = surroundings({ modelSettings });
const fn = (name: string, needs: string[]) => ({
  name,
  config: lambdaConfig.parse({ description: name, memory: 128, timeout: 1, zipBudget: 1, needs }),
});
const api = fn('api', ['database', 'send:analysis-jobs']);
const planner = fn('planner', ['database', 'model', 'invoke:reporter']);
const reporter = fn('reporter', ['database', 'model']);

describe('the settings of models', () => {
  test('reach the functions that need a model, and neither the others nor scripts', () => {
    expect(functionEnvironment('reporter', reporter.config, around)).toMatchObject(modelSettings);
    const others = [functionEnvironment('api', api.config, around), scriptEnvironment(around, ['analysis-jobs'])];
    expect(JSON.stringify(others)).not.toMatch(/planted|AKIAPERSON|ALEX_MODEL/);
  });

  test('with a person’s own key let each function do what any with a model may, and no more', () => {
    const authorize = authorizer([api, planner, reporter], 'AKIAPERSON');
    expect(authorize('AKIAPERSON', { action: 'lambda:InvokeFunction', resource: 'reporter' })).toBeUndefined();
    expect(authorize('AKIAPERSON', { action: 'sqs:SendMessage', resource: 'analysis-jobs' })).toContain(
      'not authorized',
    );
    expect(authorize(accessKeyOf('reporter'), { action: 'lambda:InvokeFunction', resource: 'reporter' })).toContain(
      'reporter is not authorized',
    );
  });
});
