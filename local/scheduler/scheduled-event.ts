import { createHash } from 'node:crypto';

/**
 * What EventBridge Scheduler sends to a function whose schedule has no input of its own: the envelope of an EventBridge
 * event, with `detail` an empty object as text. `time` is when the run was due.
 */
export interface ScheduledEvent {
  version: '0';
  id: string;
  'detail-type': 'Scheduled Event';
  source: 'aws.scheduler';
  account: string;
  /** ISO 8601, UTC, in whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: '{}';
}

export function scheduledEvent(options: {
  name: string;
  dueAt: Date;
  region: string;
  account: string;
}): ScheduledEvent {
  const { name, region, account } = options;
  const time = `${options.dueAt.toISOString().slice(0, 19)}Z`;
  const digest = createHash('sha256').update(`${name} ${time}`).digest('hex');
  return {
    version: '0',
    // The same for every delivery of one run, as on AWS.
    id: digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account,
    time,
    region,
    resources: [`arn:aws:scheduler:${region}:${account}:schedule/default/${name}`],
    detail: '{}',
  };
}
