// Two drawings above a table of choices: a step of the old one and then one of the new one are the same as a choice in the
// table. On the old one stand the numbers of cases, and lit are the steps from which cases would not be moved.
const table = document.getElementById("mapping");
const told = document.getElementById("mapping-told");
const viewers = {};
let picked = null;

const choiceOf = (step) => document.getElementById(`map.${step}`);
const rows = () => [...table.querySelectorAll("tr[data-step]")];
const say = (word, step, other) => {
  told.textContent = told.dataset[word].replace("#", step ?? "").replace("@", other ?? "");
};

const mark = (side, id, name, on) => {
  const viewer = viewers[side];
  if (!viewer?.get("elementRegistry").get(id)) return;
  viewer.get("canvas")[on ? "addMarker" : "removeMarker"](id, name);
};

const light = () => rows().forEach((row) => {
  const stays = Number(row.dataset.many) > 0 && choiceOf(row.dataset.step).value === "";
  mark("old", row.dataset.step, "is-removed", stays);
});

const count = (viewer, counts) => counts.split(" ").filter(Boolean).forEach((each) => {
  const [step, many] = each.split("=");
  if (!viewer.get("elementRegistry").get(step)) return;
  const badge = document.createElement("span");
  badge.className = "count";
  badge.textContent = many;
  viewer.get("overlays").add(step, { position: { top: -12, right: 16 }, scale: { min: 1 }, html: badge });
});

const pick = (step) => {
  if (picked) mark("old", picked, "is-current", false);
  picked = choiceOf(step) ? step : null;
  if (!picked) {
    say("first");
    return;
  }
  mark("old", picked, "is-current", true);
  say("second", picked);
};

const choose = (step) => {
  if (!picked) {
    say("first");
    return;
  }
  const choice = choiceOf(picked);
  if (![...choice.options].some((option) => option.value === step)) {
    say("unfit", step);
    return;
  }
  choice.value = step;
  say("done", picked, step);
  mark("old", picked, "is-current", false);
  picked = null;
  light();
};

if (table) {
  say("first");
  table.addEventListener("change", light);
  document.addEventListener("caunoi:drawn", ({ target, detail: viewer }) => {
    const { side } = target.dataset;
    if (!side) return;
    viewers[side] = viewer;
    if (target.dataset.counts) count(viewer, target.dataset.counts);
    viewer.get("eventBus").on("element.click", ({ element }) => (side === "old" ? pick : choose)(element.id));
    if (side === "old") light();
  });
}
