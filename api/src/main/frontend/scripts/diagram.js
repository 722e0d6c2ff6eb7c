// Draws <div data-diagram="address of the model"> and lights the steps it names:
// data-current="ids" where the case stands, data-passed="ids" where it went; data-added, -removed, -altered and -shifted what differs
// from another version; data-both, -recorded, -drafted and -parting two ways of a case through it; data-heat="id level number;…" how much
// is at a step, as a colour and as a number. The list beside it says the same in words.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "./mapping.js";
import { colour, onThemeChange } from "./theme.js";

const DIFFERENT = ["added", "removed", "altered", "shifted"];
const WAYS = ["both", "recorded", "drafted"];

const idsIn = (words) => (words ?? "").split(/\s+/).filter(Boolean);

const colours = () => ({
  defaultFillColor: colour("sheet"),
  defaultStrokeColor: colour("ink"),
  defaultLabelColor: colour("ink"),
});

const light = (viewer, ids, mark) => {
  const known = viewer.get("elementRegistry");
  ids.filter((id) => known.get(id)).forEach((id) => viewer.get("canvas").addMarker(id, mark));
};

// A line belongs to a way that has both its ends; ways are told by the steps they enter.
const lightWays = (viewer, place) => {
  const both = idsIn(place.dataset.both);
  const steps = Object.fromEntries(WAYS.map((way) => [way, idsIn(place.dataset[way])]));
  WAYS.forEach((way) => light(viewer, steps[way], `is-${way}`));
  light(viewer, idsIn(place.dataset.parting), "is-parting");
  const lines = viewer.get("elementRegistry").filter((one) => one.type === "bpmn:SequenceFlow");
  const within = (line, ids) => ids.includes(line.source.id) && ids.includes(line.target.id);
  lines.forEach((line) => {
    const way = WAYS.find((one) => within(line, one === "both" ? both : [...both, ...steps[one]]));
    if (way) light(viewer, [line.id], `is-${way}`);
  });
};

const SVG = "http://www.w3.org/2000/svg";

const drawnAs = (name, attributes) => {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
};

/** A number on the upper right corner of a step. */
const badge = (viewer, shape, number) => {
  const width = 10 + number.length * 7;
  const group = drawnAs("g", { class: "heat-number", transform: `translate(${shape.width - width / 2} -10)` });
  const text = drawnAs("text", { x: width / 2, y: 14, "text-anchor": "middle" });
  text.textContent = number;
  group.append(drawnAs("rect", { width, height: 20, rx: 10 }), text);
  viewer.get("elementRegistry").getGraphics(shape).append(group);
};

const warm = (viewer, words) => (words ?? "").split(";").filter(Boolean).forEach((word) => {
  const [id, level, ...number] = word.split(" ");
  const shape = viewer.get("elementRegistry").get(id);
  if (!shape) return;
  viewer.get("canvas").addMarker(id, `heat-${level}`);
  badge(viewer, shape, number.join(" "));
});

const show = async (place) => {
  const answer = await fetch(place.dataset.diagram, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  const viewer = new NavigatedViewer({ container: place, bpmnRenderer: colours() });
  await viewer.importXML(await answer.text());
  light(viewer, idsIn(place.dataset.passed), "is-passed");
  light(viewer, idsIn(place.dataset.current), "is-current");
  DIFFERENT.forEach((sort) => light(viewer, idsIn(place.dataset[sort]), `is-${sort}`));
  lightWays(viewer, place);
  warm(viewer, place.dataset.heat);
  viewer.get("canvas").zoom("fit-viewport", "auto");
  place.dataset.state = "drawn";
  place.dispatchEvent(new CustomEvent("caunoi:drawn", { bubbles: true, detail: viewer }));
  return viewer;
};

const drawn = new Map();

const draw = async (place) => {
  if (drawn.has(place)) return;
  drawn.set(place, null);
  try {
    drawn.set(place, await show(place));
  } catch {
    place.dataset.state = "failed";
  }
};

const isSeen = (place) => place.offsetParent !== null;

const drawAll = (within) => [...within.querySelectorAll("[data-diagram]")].filter(isSeen).forEach(draw);

document.addEventListener("caunoi:draw", (event) => drawAll(event.target));
onThemeChange(() => {
  const places = [...drawn.keys()];
  drawn.forEach((viewer) => viewer?.destroy());
  drawn.clear();
  places.filter(isSeen).forEach(draw);
});
drawAll(document);
