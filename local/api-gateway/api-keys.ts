import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether `given` is one of the usage plan's keys; compared in constant time, by digest so that lengths do not matter. */
export function isKnownKey(given: string | undefined, keys: readonly string[]): boolean {
  if (given === undefined) return false;
  const digest = sha256(given);
  return keys.filter((key) => timingSafeEqual(sha256(key), digest)).length > 0;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
