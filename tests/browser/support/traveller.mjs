// Readers who travel: stories with a host of their own, which the story may cut off.

import { reader } from "../harness.mjs";
import { OfflinePage } from "./offline.mjs";
import { bundle } from "./settings.mjs";
import { Host } from "./unreliable-host.mjs";

/** A story about a reader with a host of their own. `cut(true)` cuts the connection, `cut(false)` restores it. */
export function traveller(name, story) {
  reader(name, { serviceWorkers: "allow" }, async ({ page, context, watch }) => {
    const host = await Host.start(bundle);
    watch.origin = host.origin;
    const cut = async (off) => {
      host.down = off;
      await context.setOffline(off);
    };
    try {
      await story({ kept: new OfflinePage(page), page, context, watch, host, cut });
    } finally {
      // Or else the browser goes on asking.
      await context.close();
      host.stop();
    }
  });
}
