// Writes down what a page does beside what it shows: messages, errors, requests. The harness judges it.

// Said by playwright in the page's stead, see harness.mjs.
const BLOCKED = "Service Worker registration blocked by Playwright";

/** Everything that the pages of one browser context said and asked for. */
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
      if (!isBrowsersOwn(message.location().url) && message.text() !== BLOCKED) this.messages.push(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.messages.push(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => this.requests.push(request.url()));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // The reader went elsewhere before it was answered.
      if (reason !== "net::ERR_ABORTED") this.failures.push(`${reason}: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400 && !isBrowsersOwn(response.url())) this.failures.push(`${response.status()}: ${response.url()}`);
    });
  }

  /** For a test that provokes trouble: a message or failure that matches is part of it, and has to occur. */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /** For trouble that browsers tell of in their own time, or not at all. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** What no test should leave behind, in words; empty when all is well. */
  complaints(origin = this.origin) {
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
function isBrowsersOwn(url) {
  return URL.canParse(url) && new URL(url).pathname === "/favicon.ico";
}
