// What AWS gives a function is what the laptop gives it: else something that works on the one fails on the other.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Deployment } from './deployment.ts';
import { laptopFleet, readFolders } from './laptop-fleet.ts';
import { missing, offlineTerraform, zipOf, type OfflineTerraform } from './offline-terraform.ts';
import { otherSettings, otherValues, settingFindings, valuesOf } from './other-settings.ts';
import { outputFindings } from './outputs.ts';
import { ownFindings } from './own-rules.ts';
import { plannedFleet, resourcesIn } from './planned-fleet.ts';
import { policyFindings, unaccepted } from './policy-rules.ts';
import { everything, settings, variables } from './settings.ts';
import { explainTerraformFailure } from '../../scripts/terraform/explain-failure.ts';
import { readFleet } from '../../scripts/terraform/fleet.ts';
import { stagesOf } from '../../scripts/terraform/stage-of.ts';
import { stageNames } from '../../scripts/terraform/variables-file.ts';
import { logGroupsIn } from '../../scripts/terraform/log-groups.ts';
import { skippedHere } from './skipped.ts';
import { appRunnerFindings, writtenFindings } from './written/index.ts';

const outputsIn = z.object({
  values: z.object({ outputs: z.object({ log_groups: z.object({ value: z.unknown() }) }) }),
});
const waitingIn = z.object({
  values: z.object({ outputs: z.object({ functions_waiting: z.object({ value: z.record(z.string(), z.string()) }) }) }),
});
const daily = [{ type: 'schedule', rate: 'rate(1 day)' }];
/** Functions that somebody adds, and what each calls: of later stages, of one another, and themselves. */
const callers: readonly (readonly [name: string, triggers: readonly object[], needs: readonly string[]])[] = [
  ['newsy', daily, ['vectors:read', 'embeddings', 'invoke:reporter']],
  ['orders', daily, ['embeddings', 'send:analysis-jobs']],
  ['asks-search', [...daily, { type: 'schedule', rate: 'rate(6 hours)' }], ['embeddings', 'invoke:search']],
  // Named as the second schedule of the other might be.
  ['asks-search-2', [{ type: 'schedule', rate: 'rate(2 hours)' }], ['embeddings']],
  ['asks-newsy', [], ['vectors:write', 'invoke:asks-asker']],
  ['asks-asker', [], ['embeddings', 'invoke:newsy']],
  ['researches', [{ type: 'http', routes: ['GET /notes'] }], ['researcher', 'secret:researcher-key']],
  ['asks-researches', daily, ['vectors:read', 'invoke:researches']],
  ['ping', daily, ['embeddings', 'invoke:pong']],
  ['pong', daily, ['vectors:read', 'invoke:ping', 'invoke:pong']],
];
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const fleets = [
  ['the product', here('../../')],
  ['a small fleet with every need and trigger', here('../fixtures/terraform/')],
] as const;

if (missing !== '') {
  skippedHere('Terraform is not tested here');
} else {
  describe.each(fleets)('%s', (_name, root) => {
    const folders = readFolders(root);
    let terraform: OfflineTerraform;
    let shown: unknown;
    let planned: Deployment;
    const laptop = laptopFleet(folders, settings);
    beforeAll(async () => {
      terraform = await offlineTerraform(root);
      shown = await terraform.apply({
        ...variables(folders.services.map(({ name }) => name)),
        ...everything,
      });
      planned = plannedFleet(resourcesIn(shown), 'alex', settings);
    }, 200_000);
    afterAll(() => terraform.stop());

    test('has the same functions, with the same settings, variables and permissions', () => {
      expect(planned.functions).toEqual(laptop.functions);
    });

    test('has the same containers', () => {
      expect(planned.services).toEqual(laptop.services);
    });

    test('delivers messages alike', () => {
      expect(planned.queues).toEqual(laptop.queues);
    });

    test('starts what the clock starts', () => {
      expect(planned.schedules.toSorted()).toEqual(laptop.schedules.toSorted());
    });

    test('answers the same routes with the same functions', () => {
      expect(planned.routes).toEqual(laptop.routes);
    });

    test('every function has a log that ends, and a place for what failed', () => {
      const logs = resourcesIn(shown).filter(({ type }) => type === 'aws_cloudwatch_log_group');
      expect(logs.filter(({ values }) => Number(values.retention_in_days) === 0)).toEqual([]);
      const destinations = resourcesIn(shown).filter(({ type }) => type === 'aws_lambda_function_event_invoke_config');
      expect(destinations).toHaveLength(folders.functions.length);
    });

    test('roles stay within the boundary, deployers may do what it takes, alarms can go off and dashboards find what is written', () => {
      expect(ownFindings(resourcesIn(shown))).toEqual([]);
    });

    test('outputs name what they say', () => {
      expect(outputFindings(shown)).toEqual([]);
      const { values } = outputsIn.parse(shown);
      expect(logGroupsIn(resourcesIn(shown))).toEqual(values.outputs.log_groups.value);
    });

    test('no rule of security is broken without a reason', async () => {
      const unexpected = unaccepted(terraform, await policyFindings(terraform, shown));
      // The exceptions are the product's, which has other routes than the small fleet.
      expect(unexpected.filter((line) => root === fleets[0][1] || !line.startsWith('CKV_AWS_309 '))).toEqual([]);
    });

    test('policies and the settings that guard are those that are written down', () => {
      expect(writtenFindings(resourcesIn(shown), root === fleets[1][1])).toEqual([]);
    });
  });

  test('with every setting away from its default, App Runner too, what is made has it, deployers may do what it takes, and containers are the same', async () => {
    const terraform = await offlineTerraform();
    try {
      const folders = readFolders(fleets[0][1]);
      const others = otherSettings(folders, 'alex');
      const made = resourcesIn(await terraform.apply(valuesOf(others)));
      expect(settingFindings(made, others)).toEqual([]);
      expect(appRunnerFindings(made)).toEqual([]);
      // Its variables are in those findings.
      const containers = ({ services }: Deployment) =>
        Object.entries(services).map(([name, { port, listens, healthPath, cpu, memory, permissions }]) => {
          return { name, port, listens, healthPath, cpu, memory, permissions };
        });
      expect(containers(plannedFleet(made, 'alex', otherValues))).toEqual(
        containers(laptopFleet(folders, otherValues)),
      );
      // A bucket and a network of one's own are no one else's: they are named in the settings.
      expect(ownFindings(made)).toEqual(
        ['StateNames', 'GivenNetwork'].map(
          (statement) => `deploy ${statement} reaches what is not Alex's, and nobody is told (reach.ts)`,
        ),
      );
    } finally {
      await terraform.stop();
    }
  }, 200_000);

  test('a folder that asks for what nobody has is refused with its name, and not deployed half', async () => {
    const terraform = await offlineTerraform(fleets[1][1]);
    try {
      const folder = join(terraform.folder, 'lambdas', 'newcomer');
      mkdirSync(folder);
      const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, needs: ['invoke:nobody', 'databse'] };
      writeFileSync(join(folder, 'lambda.json'), JSON.stringify(config));
      const { failed, text } = await terraform.run('plan', '-no-color');
      expect(failed).toBe(true);
      const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr: text }, 'plan');
      expect(message).toContain('needs what is not there, or is of a stage that is off');
      expect(lines).toContain('lambdas/newcomer/lambda.json needs invoke:nobody');
      expect(lines).toContain('lambdas/newcomer/lambda.json needs databse');
    } finally {
      await terraform.stop();
    }
  }, 200_000);

  test.each([
    ['the first stage alone', ['1-permissions'], []],
    ['all stages', stageNames, ['researcher', 'writer']],
  ])(
    'a second service, whose file has other keys than the first, stops no plan: %s',
    async (_name, stages, tagged) => {
      const terraform = await offlineTerraform();
      try {
        const folder = join(terraform.folder, 'services', 'writer');
        mkdirSync(folder);
        const config = { description: 'x', port: 8081, healthPath: '/health', cpu: 256, memory: 512 };
        writeFileSync(join(folder, 'service.json'), JSON.stringify(config));
        const given = { stages, image_tags: Object.fromEntries(tagged.map((name) => [name, '1'])) };
        writeFileSync(join(terraform.folder, 'terraform', 'test.auto.tfvars.json'), JSON.stringify(given));
        const { failed, text } = await terraform.run('plan', '-no-color');
        expect(failed ? text : '').toBe('');
        const planned = [
          ...text.matchAll(/module\.researcher\["(\w+)"\]\.aws_ecs_express_gateway_service\.this\[0\] will be/g),
        ];
        expect(planned.map(([, name]) => name).toSorted()).toEqual(tagged);
        expect(text.includes('module.ecr["writer"]')).toBe(tagged.length > 0);
      } finally {
        await terraform.stop();
      }
    },
    200_000,
  );

  test("functions of one's own wait for the stages of those whom they call, as the scripts say, and less stages can be planned", async () => {
    const terraform = await offlineTerraform();
    try {
      for (const [name, triggers, needs] of callers) {
        const folder = join(terraform.folder, 'lambdas', name);
        mkdirSync(folder);
        const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, triggers, needs };
        writeFileSync(join(folder, 'lambda.json'), JSON.stringify(config));
        writeFileSync(zipOf(terraform.folder, name), name);
      }
      const fleet = readFleet(terraform.folder);
      const { values } = waitingIn.parse(await terraform.apply({ stages: [] }));
      const waiting = Object.entries(values.outputs.functions_waiting.value).map(([name, text]) => {
        return [name, text.split(', ').filter((part) => part !== 'an image of the researcher')];
      });
      expect(Object.fromEntries(waiting)).toEqual(
        Object.fromEntries([...fleet.functions].map(([name, config]) => [name, stagesOf(config, fleet)])),
      );
      const stages = ['1-permissions', '2-embeddings', '3-ingest', '4-researcher', '5-database'];
      const images = { researcher: '1' };
      const planned = await terraform.run(
        ...['plan', '-no-color', `-var=stages=${JSON.stringify(stages)}`, `-var=image_tags=${JSON.stringify(images)}`],
      );
      expect(planned.text).toContain('module.lambda["asks-search"]');
      expect(planned.text).not.toContain('module.lambda["newsy"]');
      const schedules = planned.text.matchAll(
        /aws_scheduler_schedule\.this\["(asks-search[^"]*)"\][^]*?(rate\([^)]*\))/g,
      );
      expect([...schedules].map(([, key, rate]) => `${key ?? ''} ${rate ?? ''}`).sort()).toEqual([
        'asks-search rate(1 day)',
        'asks-search-2 rate(2 hours)',
        'asks-search.2 rate(6 hours)',
      ]);
      expect(planned.failed).toBe(false);
    } finally {
      await terraform.stop();
    }
  }, 200_000);
}
