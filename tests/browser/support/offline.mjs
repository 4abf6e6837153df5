// Offline reading: what the page says about it, and what the browser has in its cache storage.

import { Briefing } from "./briefing.mjs";
import { eventually } from "./eventually.mjs";

export class OfflinePage extends Briefing {
  /** The line at the foot of the page. */
  get foot() {
    return this.page.getByRole("region", { name: "Reading offline" });
  }

  /** Waits until the foot says that the edition is saved. */
  saved() {
    return this.foot.getByText("Saved for reading offline.").waitFor();
  }

  /** The words that a new edition is announced with. */
  get announced() {
    return this.page.getByRole("status").getByText("There is a new edition");
  }

  get show() {
    return this.page.getByRole("button", { name: /^Show it/ });
  }

  get later() {
    return this.page.getByRole("button", { name: "Later" });
  }

  /** Opens a link to a host of the test's own. */
  async at(host, link = "") {
    await this.page.goto(new URL(link, host.address).href);
    await this.started();
  }

  async reload() {
    await this.page.reload();
    await this.started();
  }

  /** What is saved: the names of the files by the name of their store. */
  stores() {
    return this.page.evaluate(async () => {
      const stores = {};
      for (const name of await caches.keys()) {
        const requests = await (await caches.open(name)).keys();
        stores[name] = requests.map(({ url }) => decodeURIComponent(url)).sort();
      }
      return stores;
    });
  }

  /** Has the browser ask the host for a new edition, and waits until it is saved or given up. */
  async checkForUpdate() {
    await this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
    });
    await eventually(() =>
      this.page.evaluate(async () => {
        const { installing } = await navigator.serviceWorker.getRegistration();
        if (installing) throw new Error("the new edition is still being saved");
      }),
    );
  }
}
