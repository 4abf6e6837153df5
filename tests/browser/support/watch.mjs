// Records console messages, errors and requests of a page. The harness asserts on them.

// Said by playwright in the page's stead, see harness.mjs.
const BLOCKED = "Service Worker registration blocked by Playwright";

/** The messages and requests of all pages of one browser context. */
export class Watch {
  /** Messages of the console, of whatever level, and uncaught errors. */
  messages = [];
  /** Addresses of all requests, in order. */
  requests = [];
  /** Requests that were not answered, or with an error. */
  failures = [];

  /** The one place that requests may go to. */
  origin;

  #expected = [];
  #allowed = [];

  constructor(context, origin) {
    this.origin = origin;
    context.on("console", (message) => {
      if (!isFavicon(message.location().url) && message.text() !== BLOCKED) this.messages.push(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.messages.push(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => this.requests.push(request.url()));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // The reader went elsewhere before it was answered.
      if (reason !== "net::ERR_ABORTED") this.failures.push(`${reason}: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400 && !isFavicon(response.url())) this.failures.push(`${response.status()}: ${response.url()}`);
    });
  }

  /** For a test that provokes a failure: a message or failed request that matches is expected, and has to occur. */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /** For messages that browsers log at different times, or not at all. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** Unexpected messages and requests, and expected ones that are missing; empty if there are none. */
  problems(origin = this.origin) {
    const said = [...this.messages, ...this.failures];
    const unexpected = said.filter((text) => ![...this.#expected, ...this.#allowed].some((pattern) => pattern.test(text)));
    const missing = this.#expected.filter((pattern) => !said.some((text) => pattern.test(text)));
    return [
      ...unexpected,
      ...missing.map((pattern) => `expected, but did not occur: ${pattern}`),
      ...this.foreign(origin).map((url) => `a request left the page's origin: ${url}`),
    ];
  }

  /** Requests to anywhere else than `origin`. What the page has made itself (data:, blob:) goes nowhere. */
  foreign(origin) {
    return this.requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin);
  }
}

/** A browser asks the host for an icon where a page names none, such as for a plain text. Ours is below a sub-path. */
function isFavicon(url) {
  return URL.canParse(url) && new URL(url).pathname === "/favicon.ico";
}
