import { STSClient } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { awsLimits } from '../target/aws-limits.ts';
import * as z from 'zod';
import { isOverasked } from '../target/explain-aws-failure.ts';
import { FREE_PLAN } from '../terraform/known-failures.ts';
import { ok, problem, skipped, type Check } from './finding.ts';

/** AWS's Free Tier API answers here for all regions. */
const REGION = 'us-east-1';
const ENDPOINT = `https://freetier.${REGION}.api.aws`;
const DEADLINE_MS = 15_000;
/** It asks without saying more. */
const NOTHING = '{}';

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_freetier_GetAccountPlanState.html */
const planState = z.object({ accountPlanType: z.enum(['FREE', 'PAID']) });
const refusal = z.object({ __type: z.string() });

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
      `Whether this account is on the Free or the Paid plan is not known (${reasonOf(error)})`,
      'As an administrator: aws freetier get-account-plan-state --region us-east-1. On the Free plan Aurora refuses the database of Alex (guides/1-permissions.md)',
    );
  }
  const [says, ...remedies] = FREE_PLAN;
  return plan === 'FREE' ? problem(says, ...remedies) : ok('The account is on the Paid plan');
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'the answer is none that is known here';
  // What fetch says of any connection that failed.
  if (error instanceof TypeError) return 'AWS could not be reached';
  return error instanceof Error ? error.name : String(error);
}

/** Asked by hand: the SDK's client of this API is a package of its own, for this one question. @throws {Error} named as AWS names its refusal */
async function planOf(): Promise<'FREE' | 'PAID'> {
  const { config } = new STSClient({ region: REGION, ...awsLimits() });
  const { protocol, hostname, host, port } = new URL(
    process.env.AWS_ENDPOINT_URL_FREETIER ?? process.env.AWS_ENDPOINT_URL ?? ENDPOINT,
  );
  const signer = new SignatureV4({
    service: 'freetier',
    region: REGION,
    credentials: config.credentials,
    sha256: config.sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path: '/',
    query: {},
    headers: {
      host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AWSFreeTierService.GetAccountPlanState',
    },
    body: NOTHING,
  });
  const answer = await fetch(`${protocol}//${host}/`, {
    method: 'POST',
    headers,
    body: NOTHING,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const told: unknown = await answer.json();
  if (answer.ok) return planState.parse(told).accountPlanType;
  const refused = refusal.safeParse(told);
  const error = new Error(`AWS refuses GetAccountPlanState (${answer.status})`);
  error.name = refused.data?.__type.replace(/^.*#/, '') ?? `HTTP ${answer.status}`;
  throw error;
}
