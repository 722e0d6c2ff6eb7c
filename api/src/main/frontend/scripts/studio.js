// The drawing board of designers: what they draw is kept on the server, checked there, and told beside it. Only steps that a
// process of this house may have are offered.
import Modeler from "bpmn-js/lib/Modeler";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import { editForm } from "./studio-form-editor.js";
import { formNamed, keepingForms } from "./studio-forms.js";
import { declared } from "./studio-citizen.js";
import { offered } from "./studio-offer.js";
import { insertingSteps } from "./studio-steps.js";
import { panelFor } from "./studio-panel.js";
import { colour } from "./theme.js";

const PAUSE = 2000;
const place = document.getElementById("studio");
const told = document.getElementById("studio-told");
const list = document.getElementById("studio-problems");
const button = (id) => document.getElementById(`studio-${id}`);

const token = () => document.querySelector("input[name=_csrf]")?.value ?? "";

const send = (address, xml, headers = {}) => fetch(address, {
  method: "POST", body: xml, credentials: "same-origin",
  headers: { "Content-Type": "application/xml", "X-CSRF-TOKEN": token(), Accept: "application/json", ...headers },
});

const translating = (words) => ({
  translate: ["value", (template, replaced = {}) =>
    (words[template] ?? template).replace(/{([^}]+)}/g, (_, key) => replaced[key] ?? `{${key}}`)],
});

const start = async () => {
  const given = await (await fetch(place.dataset.palette, { credentials: "same-origin" })).json();
  const modeler = new Modeler({
    container: document.getElementById("studio-canvas"),
    moddleExtensions: { camunda },
    additionalModules: [translating(given.words), offered, keepingForms, insertingSteps(given)],
    bpmnRenderer: { defaultFillColor: colour("sheet"), defaultStrokeColor: colour("ink"), defaultLabelColor: colour("ink") },
  });
  const board = { modeler, given, place, token, says: given.says, language: document.documentElement.lang, revision: Number(place.dataset.revision), dirty: false, stopped: false };
  const first = await (await fetch(place.dataset.xml, { credentials: "same-origin" })).text();
  await open(board, first);
  panelFor(board, document.getElementById("studio-panel"));
  listen(board);
  const found = await send(place.dataset.check, first);
  if (found.ok) show(board, await found.json());
  place.dataset.state = "drawn";
};

/** A file that is no diagram is shown as what is wrong with it. */
const open = async (board, xml) => {
  try {
    await board.modeler.importXML(xml);
    fit(board.modeler.get("canvas"));
    told.textContent = board.says.saved;
  } catch {
    board.stopped = true;
    told.textContent = board.says.failed;
  }
};

/** The tools stand over the left edge. */
const fit = (canvas) => {
  canvas.zoom("fit-viewport", "auto");
  canvas.zoom(canvas.zoom() * 0.85, "auto");
  const { inner, x, scale } = canvas.viewbox();
  const tools = canvas.getContainer().querySelector(".djs-palette");
  const covered = tools ? tools.offsetLeft + tools.offsetWidth + 12 - (inner.x - x) * scale : 0;
  if (covered > 0) canvas.scroll({ dx: covered, dy: 0 });
};

const listen = (board) => {
  const bus = board.modeler.get("eventBus");
  let timer;
  bus.on("commandStack.changed", () => {
    board.dirty = true;
    if (!board.stopped) told.textContent = board.says.unsaved;
    clearTimeout(timer);
    timer = setTimeout(() => save(board), PAUSE);
  });
  button("save").addEventListener("click", () => save(board));
  button("undo").addEventListener("click", () => board.modeler.get("commandStack").undo());
  button("redo").addEventListener("click", () => board.modeler.get("commandStack").redo());
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save(board);
  });
  document.querySelector("main .head").addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || board.stopped || event.ctrlKey || event.metaKey || !(board.dirty || board.saving)) return;
    event.preventDefault();
    clearTimeout(timer);
    if (await settled(board)) location.assign(link.href);
  });
  window.addEventListener("beforeunload", (event) => {
    if (board.dirty) event.preventDefault();
  });
};

/** One after the other: a draft is saved only over the revision that was seen. */
const save = async (board) => {
  if (board.stopped) return;
  if (board.saving) {
    board.again = true;
    return;
  }
  board.saving = true;
  board.again = false;
  board.dirty = false;
  told.textContent = board.says.saving;
  try {
    const { xml } = await board.modeler.saveXML({ format: true });
    await answered(board, await send(place.dataset.xml, xml, { "Caunoi-Revision": String(board.revision) }));
  } catch {
    board.dirty = true;
    told.textContent = board.says.failed;
  }
  board.saving = false;
  if (board.again) save(board);
};

/** What the next page shows is what was drawn last. */
const settled = async (board) => {
  if (board.dirty) await save(board);
  while (board.saving) await new Promise((go) => setTimeout(go, 50));
  return !board.dirty;
};

const answered = async (board, answer) => {
  if (answer.status === 409) {
    const late = await answer.json();
    board.stopped = true;
    board.dirty = true;
    told.textContent = board.says.overtaken.replace("{0}", late.by).replace("{1}", late.at);
    return;
  }
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  const kept = await answer.json();
  board.revision = kept.revision;
  if (!board.dirty) told.textContent = board.says.saved;
  show(board, kept.problems);
};

const MARKS = { ERROR: "is-wrong", WARNING: "is-warned" };

const show = (board, problems) => {
  const canvas = board.modeler.get("canvas");
  const known = board.modeler.get("elementRegistry");
  (board.marked ?? []).forEach(([id, mark]) => known.get(id) && canvas.removeMarker(id, mark));
  board.marked = problems.filter((one) => known.get(one.element)).map((one) => [one.element, MARKS[one.severity]]);
  board.marked.forEach(([id, mark]) => canvas.addMarker(id, mark));
  list.replaceChildren(...(problems.length ? problems.map((one) => line(board, one)) : [none(board)]));
};

const none = (board) => {
  const item = document.createElement("li");
  item.className = "ok";
  item.textContent = board.says.none;
  return item;
};

/** What is wrong with a form is mended in its editor. */
const FORM_RULES = ["bad-form", "form-words"];

const line = (board, problem) => {
  const item = document.createElement("li");
  item.className = problem.severity === "ERROR" ? "late" : "soon";
  const element = board.modeler.get("elementRegistry").get(problem.element);
  const form = FORM_RULES.includes(problem.rule) && formNamed(board, problem.element);
  const said = document.createElement(element || form ? "button" : "span");
  if (element || form) {
    said.type = "button";
    said.className = "link";
    said.addEventListener("click", () => {
      if (form) {
        editForm(board, form.id);
        return;
      }
      board.modeler.get("selection").select(element);
      board.modeler.get("canvas").scrollToElement(element);
    });
  }
  const name = form ? (form.words?.[board.language] || form.words?.vi || form.id) : (element?.businessObject.name ?? problem.element);
  const rule = board.says[`rule.${problem.rule}`] ?? problem.rule;
  said.textContent = name ? `${name}: ${rule}` : rule;
  const detail = document.createElement("span");
  detail.className = "sub";
  detail.textContent = problem.message;
  item.append(said, detail);
  if (problem.fix) item.append(" ", mending(board, problem));
  return item;
};

const mending = (board, { fix, mends }) => {
  const does = document.createElement("button");
  does.type = "button";
  does.className = "low";
  does.textContent = `${board.says.fix}: ${mends}`;
  does.addEventListener("click", () => mend(board, fix));
  return does;
};

const mend = (board, fix) => {
  const known = board.modeler.get("elementRegistry");
  const modeling = board.modeler.get("modeling");
  const shape = known.get(fix.element);
  const value = { true: true, false: false }[fix.value] ?? fix.value;
  if (fix.attribute === "default") modeling.updateProperties(shape, { default: known.get(fix.value).businessObject });
  else if (shape) {
    declared(board);
    modeling.updateProperties(shape, { [fix.attribute]: value });
  }
  else {
    const holder = known.find((one) => one.businessObject.processRef?.id === fix.element);
    if (holder) modeling.updateModdleProperties(holder, holder.businessObject.processRef, { [fix.attribute]: value });
  }
};

start();
