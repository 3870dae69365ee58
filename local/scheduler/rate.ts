const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * The milliseconds between two runs of `rate(5 minutes)`.
 *
 * @throws RangeError for anything but a rate of EventBridge Scheduler in minutes, hours or days
 */
export function rateMilliseconds(expression: string): number {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const count = Number(match?.[1]);
  const unit = match?.[2];
  if (!(count > 0)) throw new RangeError(`${expression} is not a rate such as rate(1 minute) or rate(2 hours)`);
  if (unit === 'minute') return count * milliseconds.minute;
  if (unit === 'hour') return count * milliseconds.hour;
  return count * milliseconds.day;
}
