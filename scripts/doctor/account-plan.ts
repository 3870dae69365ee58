import * as z from 'zod';
import { askByHand, whyUnasked } from '../target/ask-by-hand.ts';
import { isOverasked } from '../target/explain-aws-failure.ts';
import { FREE_PLAN } from '../terraform/known-failures.ts';
import { ok, problem, skipped, type Check } from './finding.ts';

/** AWS's Free Tier API answers here for all regions. */
const REGION = 'us-east-1';
const ENDPOINT = `https://freetier.${REGION}.api.aws`;
/** It asks without saying more. */
const NOTHING = '{}';

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_freetier_GetAccountPlanState.html */
const planState = z.object({ accountPlanType: z.enum(['FREE', 'PAID']) });

/** Whether the account is on a plan on which all of Alex can be made; accounts are on either since July 2025. */
export const accountPlanChecks: readonly Check[] = [{ name: 'account plan', look: accountPlan }];

/** What is not known here is no fault of the account: before stage 1 the right to ask may be missing, and old accounts have no plan. */
async function accountPlan(): Promise<ReturnType<typeof ok>> {
  let plan: 'FREE' | 'PAID';
  try {
    plan = await planOf();
  } catch (error) {
    if (isOverasked(error)) throw error;
    return skipped(
      `Whether this account is on the Free or the Paid plan is not known (${whyUnasked(error)})`,
      'As an administrator: aws freetier get-account-plan-state --region us-east-1. On the Free plan Aurora refuses the database of Alex (guides/1-permissions.md)',
    );
  }
  const [says, ...remedies] = FREE_PLAN;
  return plan === 'FREE' ? problem(says, ...remedies) : ok('The account is on the Paid plan');
}

/** @throws {Error} named as AWS names its refusal */
async function planOf(): Promise<'FREE' | 'PAID'> {
  const told = await askByHand({
    ...{ service: 'freetier', variable: 'FREETIER', endpoint: ENDPOINT, region: REGION },
    ...{ method: 'POST', path: '/', body: NOTHING, operation: 'GetAccountPlanState' },
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AWSFreeTierService.GetAccountPlanState',
    },
  });
  return planState.parse(told).accountPlanType;
}
