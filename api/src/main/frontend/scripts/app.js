// What every page loads. A piece of a page that needs script has its own file, imported here.
import "./menu.js";
import "./scroll.js";
import "./past.js";
import "./drawn.js";
import "./draft.js";
import "./print.js";
import "./keys.js";
import "./news.js";
import "./mention.js";
import "./blocks.js";
import "./hand-in.js";
import "./back.js";
import "./scans.js";
import "./hotline.js";
import "./paper.js";
import "./near.js";
import "./black.js";
