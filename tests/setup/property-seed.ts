// Property tests draw the same cases in every run, so that a run fails for what was changed and for nothing else. To look
// for cases that nobody has seen yet: FAST_CHECK_SEED=random npm test -- tests/unit (a number repeats a run).
import fc from 'fast-check';

const asked = process.env.FAST_CHECK_SEED ?? '20260331';
if (asked !== 'random') {
  const seed = Number(asked);
  if (!Number.isInteger(seed)) throw new Error(`FAST_CHECK_SEED is "${asked}": give a whole number, or random.`);
  fc.configureGlobal({ seed });
}
