// One view of each sort, with how its title begins: for what has to hold of every view.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

export const views = [
  { link: "#/", title: /^Central Asia between the US and Russia$/ },
  { link: "#/?topic=basing", title: /^Topic: Military basing ·/ },
  { link: "#/?actor=uzbekistan&role=speaker&form=-direct&date=2021-12", title: /^Actor: Uzbekistan, .* ·/ },
  { link: "#/?q=bases", title: /^“bases” ·/ },
  { link: "#/?topic=basing&by=topic&sort=latest&statement=tashkent-no-bases", title: /^Uzbekistan: the impossibility/ },
  { link: "#/?form=direct&topic=basing", title: /Topic: Military basing, Form: Direct quote ·/ },
  { link: "#/overview", title: /^Overview ·/ },
  { link: "#/overview?topic=basing,us-ties&by=camp&sort=similarity", title: /^Overview: Topic: .*Military basing.* ·/ },
  { link: "#/overview?form=direct&by=document&table=matrix,positions", title: /^Overview: Form: Direct quote ·/ },
  { link: "#/actors", title: /^Actors ·/ },
  { link: "#/actor/uzbekistan", title: /^Uzbekistan ·/ },
  { link: "#/actor/china", title: /^China ·/ },
  { link: "#/compare", title: /^Compare ·/ },
  { link: "#/compare?actors=russia", title: /^Russia compared ·/ },
  { link: "#/compare?actors=united-states,russia,uzbekistan,kazakhstan", title: /^United States, Russia, Uzbekistan and Kazakhstan compared ·/ },
  { link: "#/compare?statements=tashkent-no-bases,politico-pentagon-visit", title: /^Uzbekistan \/ .* compared ·/ },
  { link: "#/source/central-asia-us-russia", title: /^Text of “Central Asia/ },
  { link: "#/source/central-asia-us-russia?statement=tashkent-no-bases", title: /^Uzbekistan in the text/ },
  { link: "#/about", title: /^About ·/ },
];

/**
 * Goes to one of them within the running program, and waits until it is there. The title tells that it is, so it must not
 * be that of the view before.
 */
export async function visit(briefing, { link, title }) {
  // An address without a fragment is that of the start page.
  if ((briefing.link || "#/") !== link) assert.doesNotMatch(await briefing.page.title(), title, `before ${link}`);
  await briefing.go(link);
  await eventually(async () => assert.match(await briefing.page.title(), title, link));
  // The title is there before the page says that a part of it is still to come.
  await briefing.drawn();
  await briefing.started();
}
