// Waits for what playwright has no waiting for: asserts again and again until it holds or time is up.

const LIMIT_MS = 8_000;
const PAUSE_MS = 40;

/** What `check` returns once it does not throw; after the limit, what it threw last. */
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
