import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { awsLimits } from '../target/aws-limits.ts';
import type { PlannedChange } from '../terraform/plan.ts';
import { textVariable } from '../terraform/variables-file.ts';
import { unknown } from './asking-aws.ts';
import { ok, skipped, warning } from './finding.ts';

/** The stage whose alarms and budget tell somebody. */
export const ALARMS_STAGE = '8-enterprise';

const NOBODY = {
  says: 'Nobody is told when an alarm rings or the budget is used up.',
  remedy: 'Set alert_email in terraform/terraform.tfvars, then: npm run deploy',
} as const;

/** What is to be said where stage 8 is on and nobody is named to be told; undefined where somebody is, or the stage is off. */
export const nobodyTold = (stages: readonly string[], variables: string): typeof NOBODY | undefined =>
  stages.includes(ALARMS_STAGE) && textVariable(variables, 'alert_email') === undefined ? NOBODY : undefined;

/** What is to be said after this was done, where AWS writes to somebody for the first time, or again. */
export const askedToConfirm = (changes: readonly PlannedChange[], variables: string): string[] =>
  changes.some(
    ({ type, change }) => type === 'aws_sns_topic_subscription' && (change === 'make' || change === 'replace'),
  )
    ? [
        `AWS has written to ${textVariable(variables, 'alert_email') ?? 'you'}: until the link in that mail is clicked, no alarm is told.`,
      ]
    : [];

/**
 * Whether anybody hears the alarms and the budget of stage 8: a topic without a confirmed subscriber rings for nobody.
 *
 * @param tagged ARNs of what carries the project's tags
 */
export async function alarmsHeard(
  { region, variables, project }: { region: string; variables: string; project: string },
  tagged: () => Promise<readonly string[]>,
): Promise<ReturnType<typeof ok>> {
  const nobody = nobodyTold([ALARMS_STAGE], variables);
  if (nobody !== undefined) return warning(nobody.says, nobody.remedy);
  const arns = await tagged();
  const topic = arns.find((arn) => /^arn:[\w-]+:sns:/.test(arn) && arn.endsWith(`:${project}-alerts`));
  if (topic === undefined) return skipped('Cannot be told: AWS does not list the topic of the alarms (yet)');
  try {
    const { Subscriptions: listed = [] } = await new SNSClient({ region, ...awsLimits() }).send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topic }),
    );
    // Whoever has left is listed for some days more.
    const all = listed.filter(({ SubscriptionArn: arn }) => arn !== 'Deleted');
    const confirmed = all.filter(({ SubscriptionArn: arn = '' }) => arn.startsWith('arn:'));
    const waits = all.filter((one) => !confirmed.includes(one));
    const open = waits.length === 0 ? '' : `; not yet confirmed: ${toldTo(waits)}`;
    if (confirmed.length > 0) return ok(`Alarms and the budget are told to ${toldTo(confirmed)}${open}`);
    return all.length === 0
      ? warning(
          'Nobody has subscribed to the alarms and the budget, or has left them.',
          'alert_email in terraform/terraform.tfvars is told once it is confirmed. Have AWS write to it again: npm run deploy',
        )
      : warning(
          `${toldTo(all)} has not confirmed yet that it wants the alarms, and is told of none.`,
          'Open the mail of "AWS Notifications", in the spam folder, too, and click. Its link holds for two days; then AWS forgets the address, and npm run deploy has it written to again',
        );
  } catch (error) {
    return unknown(error, region, 'sns:ListSubscriptionsByTopic');
  }
}

const toldTo = (subscriptions: readonly { Endpoint?: string | undefined }[]): string =>
  subscriptions.map(({ Endpoint: who }) => who ?? 'somebody').join(', ');
