// No page is wider than its window, and none cuts words off: from 320 pixels up, and with letters twice as large, whether the
// page or the browser makes them so. hostile.mjs runs this as well, on a corpus with the longest names.

import { widths } from "./support/width.mjs";

widths({ sample: 3 });
