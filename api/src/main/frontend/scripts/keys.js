// Single keys, where the page offers them. Whoever types, composes a letter or holds another key down is left alone.
const GOES = { i: "/inbox", m: "/cases/mine", c: "/cases", n: "/hand-in", h: "/hotline" };
const PATIENCE = 1500;
const TYPED = "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [contenteditable]";

const table = document.getElementById("keys");
let go = -PATIENCE;

const rows = () => [...document.querySelectorAll("[data-row]")];
const row = () => document.activeElement?.closest("[data-row]");
const press = (part) => row()?.querySelector(part)?.click();

function step(by) {
  const all = rows();
  const at = all.indexOf(row());
  const next = at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[at + by];
  const link = next?.querySelector("[data-open]");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => press("[data-open]"),
  c: () => press("[data-claim]"),
  x: () => press("input[type=checkbox]"),
  p: () => press("[data-plan]"),
  "/": () => document.querySelector("main input[type=search], main input[name=q]")?.focus(),
  "?": () => table.showModal(),
};

function isForTheField(event) {
  const composes = event.isComposing || event.keyCode === 229;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  return composes || held || event.defaultPrevented || table.open || event.target.closest?.(TYPED);
}

function onKey(event) {
  if (isForTheField(event)) return;
  const second = event.timeStamp - go < PATIENCE;
  go = -PATIENCE;
  if (event.key === "g" && !second) {
    go = event.timeStamp;
    return;
  }
  if (second) {
    const way = GOES[event.key] && document.querySelector(`.nav a[href$="${GOES[event.key]}"]`);
    if (way) way.click();
    return;
  }
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

if (table) document.addEventListener("keydown", onKey);
