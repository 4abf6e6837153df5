// Searches the index that was built beforehand, one query after the other, only the newest of those that wait.

import MiniSearch from "minisearch";
import { find, options } from "./search.js";

let index;
let waiting;

onmessage = async ({ data }) => {
  if (data.index) {
    index = MiniSearch.loadJSON(new TextDecoder().decode(data.index), options);
    if (waiting) answer(waiting);
  } else if (index) answer(data);
  else waiting = data;
};

function answer({ number, query }) {
  const { ids, words } = find(index, query);
  postMessage({ number, ids: [...ids], words });
}
