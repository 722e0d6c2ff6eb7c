// Decision tables of the studio: shown, or changed and kept on the server, which says what is wrong with which row.
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import Manager from "dmn-js-shared/lib/base/Manager";
import TableEditor from "dmn-js-decision-table/lib/Editor";
import TableViewer from "dmn-js-decision-table/lib/Viewer";
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";

const PAUSE = 2000;
const place = document.getElementById("studio-table");
const says = place.dataset;
const told = document.getElementById("table-told");
const list = document.getElementById("table-problems");

const token = () => document.querySelector("input[name=_csrf]")?.value ?? "";

const opens = (element) => element.$type === "dmn:Decision" && element.decisionLogic?.$type === "dmn:DecisionTable";

class Shown extends Manager {
  _getViewProviders() {
    return [{ id: "decisionTable", constructor: TableViewer, opens }];
  }
}

class Drawn extends EditingManager {
  _getViewProviders() {
    return [{ id: "decisionTable", constructor: TableEditor, opens }];
  }
}

const translating = (words) => ({
  translate: ["value", (template, replaced = {}) =>
    (words[template] ?? template).replace(/{([^}]+)}/g, (_, key) => replaced[key] ?? `{${key}}`)],
});

const start = async () => {
  const words = await (await fetch(says.words, { credentials: "same-origin" })).json();
  const edits = Boolean(says.edit);
  // cells are plain text: what they may hold is less than the language, and is checked on the server
  const language = { options: [{ value: "plain", label: "FEEL" }], defaults: { editor: "plain", inputCell: "plain", outputCell: "plain" } };
  const tables = new (edits ? Drawn : Shown)({
    container: place, common: { expressionLanguages: language }, decisionTable: { additionalModules: [translating(words)] },
    ...(edits && { keyboard: { bindTo: place } }),
  });
  const xml = await (await fetch(says.xml, { credentials: "same-origin" })).text();
  await tables.importXML(xml, { open: false });
  const board = { tables, labels: labelled(tables, words), revision: Number(says.revision), dirty: false };
  await tables.open(tables.getViews().find((view) => opens(view.element)));
  if (edits) listen(board);
  place.dataset.state = "drawn";
};

/** Columns are headed in the language of the reader; in the file they keep what they are called there. */
const labelled = (tables, words) => {
  const decision = tables.getDefinitions().drgElement?.find(opens);
  const { input = [], output = [] } = decision?.decisionLogic ?? {};
  const labels = [...input.map((one) => [one, one.id]), ...output.map((one) => [one, one.name])]
    .map(([column, id]) => ({ column, written: column.label, shown: words[`column.${id}`] ?? column.label }));
  labels.forEach((one) => { one.column.label = one.shown; });
  return labels;
};

/** As they are written in the file. */
const written = async (board) => {
  board.labels.forEach((one) => { one.column.label = one.written; });
  try {
    return (await board.tables.saveXML({ format: true })).xml;
  } finally {
    board.labels.forEach((one) => { one.column.label = one.shown; });
  }
};

const listen = (board) => {
  let timer;
  const viewer = board.tables.getActiveViewer();
  viewer.get("eventBus").on("commandStack.changed", () => {
    board.dirty = true;
    if (!board.stopped) told.textContent = says.unsaved;
    clearTimeout(timer);
    timer = setTimeout(() => save(board), PAUSE);
  });
  const on = (id, does) => document.getElementById(`table-${id}`).addEventListener("click", does);
  on("save", () => save(board));
  on("undo", () => viewer.get("commandStack").undo());
  on("redo", () => viewer.get("commandStack").redo());
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    document.activeElement?.blur();
    save(board);
  });
  window.addEventListener("beforeunload", (event) => {
    if (board.dirty) event.preventDefault();
  });
  told.textContent = says.saved;
  [...list.querySelectorAll("[data-row]")].forEach((item) => leading(board, item, item.dataset.row));
};

const tableOf = (board) => board.tables.getDefinitions().drgElement.find(opens).decisionLogic;

/** Texts stand in quotes, and each row has a name, however somebody types. */
const tidy = (board) => {
  const modeling = board.tables.getActiveViewer().get("modeling");
  const table = tableOf(board);
  const put = (cell, text) => { if (cell.text !== text) modeling.editCell(cell, text); };
  const quoted = (text) => (/^[^"]+$/.test(text) ? `"${text}"` : text);
  const numbers = table.rule?.map((rule) => Number(/(\d+)"?$/.exec(rule.outputEntry[0].text)?.[1] ?? 0)) ?? [];
  let next = Math.max(0, ...numbers);
  const letters = /^"([A-Za-z]+)/.exec(table.rule?.[0]?.outputEntry[0].text ?? "")?.[1] ?? "R";
  for (const rule of table.rule ?? []) {
    rule.outputEntry.forEach((cell, n) => {
      if (table.output[n].typeRef !== "string") return;
      const text = cell.text.trim();
      if (text) put(cell, quoted(text));
      else if (n === 0) put(cell, `"${letters}${String(next += 1).padStart(2, "0")}"`);
    });
    rule.inputEntry.forEach((cell, n) => {
      if (table.input[n].inputExpression.typeRef !== "string" || !/^[\p{L}\p{N}][\p{L}\p{N} _.,-]*$/u.test(cell.text.trim())) return;
      put(cell, cell.text.split(",").map((one) => quoted(one.trim())).join(","));
    });
  }
};

/** One after the other: a table is saved only over the revision that was seen. */
const save = async (board) => {
  if (board.stopped) return;
  if (board.saving) {
    board.again = true;
    return;
  }
  tidy(board);
  Object.assign(board, { saving: true, again: false, dirty: false });
  told.textContent = says.saving;
  try {
    const xml = await written(board);
    await answered(board, await fetch(says.xml, {
      method: "POST", body: xml, credentials: "same-origin",
      headers: { "Content-Type": "application/xml", "X-CSRF-TOKEN": token(), Accept: "application/json", "Caunoi-Revision": String(board.revision) },
    }));
  } catch {
    board.dirty = true;
    told.textContent = says.failed;
  }
  board.saving = false;
  if (board.again) save(board);
};

const answered = async (board, answer) => {
  if (answer.status === 409) {
    const late = await answer.json();
    Object.assign(board, { stopped: true, dirty: true });
    told.textContent = says.overtaken.replace("{0}", late.by).replace("{1}", late.at);
    return;
  }
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  const kept = await answer.json();
  board.revision = kept.revision;
  if (!board.dirty) told.textContent = says.saved;
  show(board, kept.problems);
  const changes = await fetch(says.changes, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await changes.text(), "text/html");
  document.getElementById("table-changes").replaceChildren(...[...page.body.children].map((one) => document.adoptNode(one)));
};

const show = (board, problems) => {
  list.replaceChildren(...problems.map((one) => {
    const item = document.createElement("li");
    item.className = one.error ? "late" : "soon";
    item.textContent = one.row ? `${one.row} ${one.message}` : one.message;
    if (one.row) leading(board, item, one.row);
    return item;
  }));
  if (problems.length) return;
  const none = document.createElement("li");
  none.className = "ok";
  none.textContent = says.none;
  list.append(none);
};

/** A problem leads to its row. */
const leading = (board, item, row) => {
  const link = document.createElement("button");
  link.type = "button";
  link.className = "link";
  link.textContent = item.textContent.trim();
  link.addEventListener("click", () => {
    const rule = tableOf(board).rule?.find((one) => one.outputEntry[0].text === `"${row}"` || one.outputEntry[0].text === row);
    const cell = rule && place.querySelector(`[data-row-id="${CSS.escape(rule.id)}"] [contenteditable], [data-row-id="${CSS.escape(rule.id)}"]`);
    cell?.scrollIntoView({ block: "center", inline: "nearest" });
    cell?.focus?.();
  });
  item.replaceChildren(link);
};

start().catch(() => {
  (told ?? place).textContent = says.failed;
});
