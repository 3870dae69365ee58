import { randomBytes } from 'node:crypto';

/** A new, unsampled `X-Amzn-Trace-Id`: the time in seconds and 96 random bits, and the id of its first segment. */
export function newTraceId(): string {
  const seconds = Math.trunc(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
