// `briefing serve` answers with this in place of a site's service worker. It removes what a site at the same address has saved,
// which would be shown for the edition that is being written, and then itself.

addEventListener("install", (event) => event.waitUntil(retire()));

async function retire() {
  const ours = `briefing ${new URL(registration.scope).pathname} `;
  for (const store of await caches.keys()) if (store.startsWith(ours)) await caches.delete(store);
  await registration.unregister();
  throw new Error("nothing is saved of a page that is being written");
}
