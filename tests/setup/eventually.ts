/**
 * Resolves once `check` passes, trying every few milliseconds; rejects with its last failure after `within`
 * milliseconds. For what happens soon, but not at a moment that a test can know:
 * the limit is for a machine that is slow and busy, and is waited out only where a test fails.
 */
export async function eventually(check: () => void | Promise<void>, within = 30_000): Promise<void> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
