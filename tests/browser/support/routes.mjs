// The pages to take pictures of, as links. Slugs are those of the seeds.

export const routes = {
  briefing: "#/",
  topic: "#/?topic=basing",
  search: "#/?q=bases",
  overview: "#/overview",
  actors: "#/actors",
  actor: "#/actor/uzbekistan",
  compare: "#/compare?actors=united-states,russia,uzbekistan",
  source: "#/source/central-asia-us-russia",
  about: "#/about",
  broken: "#/?topic=no-such-topic",
};
