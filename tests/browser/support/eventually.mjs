// Retries an assertion until it holds or time is up, for what playwright has no wait for.

const LIMIT_MS = 8_000;
const PAUSE_MS = 40;

/** Returns what `check` returns once it does not throw; throws what it threw last when `limit` milliseconds are over. */
export async function eventually(check, limit = LIMIT_MS) {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
