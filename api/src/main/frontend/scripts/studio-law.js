// What the law demands of a process, in the panel: a step is left out only with a reason; a case rests only on a ground. And what a
// step is called in English.
import { declared } from "./studio-citizen.js";
import { make } from "./studio-make.js";
import { choice, field, text } from "./studio-panel.js";

const SPACE = "https://caunoi.vn/schema/bpmn";
const WAIVED = "caunoi:waived";

const waiversOf = (process) => (process.extensionElements?.values ?? []).filter((one) => one.$type === WAIVED);

const waive = (board, element, process, step, reason) => {
  const others = (process.extensionElements?.values ?? []).filter((one) => !(one.$type === WAIVED && one.step === step));
  const made = reason ? [board.modeler.get("moddle").createAny(WAIVED, SPACE, { step, reason })] : [];
  const values = [...others, ...made];
  const extensionElements = values.length ? board.modeler.get("bpmnFactory").create("bpmn:ExtensionElements", { values }) : undefined;
  if (extensionElements) extensionElements.$parent = process;
  values.forEach((one) => { one.$parent = extensionElements; });
  board.modeler.get("modeling").updateModdleProperties(element, process, { extensionElements });
};

/** Of a process with a key of its own the law demands nothing. */
export const lawParts = (board, element, process) => {
  const owed = board.given.legal[process.id] ?? [];
  if (!owed.length) return [];
  const reasons = Object.fromEntries(waiversOf(process).map((one) => [one.step, one.reason]));
  const asked = owed.map((step) => {
    const input = make("input", { type: "text", value: reasons[step.id] ?? "", maxlength: "1000", name: `waived-${step.id}` });
    input.addEventListener("change", () => waive(board, element, process, step.id, input.value.trim()));
    return field(board.says[`legal.${step.id}`] ?? step.id, input, step.law);
  });
  const all = make("details", {}, make("summary", {}, board.says.law), make("p", { class: "hint" }, board.says.lawHint), ...asked);
  all.open = Object.keys(reasons).length > 0;
  return [all];
};

/** Only a timed wait between two steps lets a case rest. */
export const restPart = (board, object, set) => {
  if (object.$type !== "bpmn:IntermediateCatchEvent") return [];
  const put = (ground) => {
    declared(board);
    set({ "caunoi:ground": ground || undefined });
  };
  const grounds = board.given.grounds.map((one) => [one, board.says[`ground.${one}`] ?? one]);
  return [choice(board.says.ground, object.get("caunoi:ground"), grounds, put, board.says.choose, "ground")];
};

export const englishPart = (board, object, set) => {
  if (object.$type !== "bpmn:UserTask") return [];
  const put = (name) => {
    declared(board);
    set({ "caunoi:name-en": name || undefined });
  };
  return [text(board.says.nameEn, object.get("caunoi:name-en"), put, board.says.nameEnHint, "name-en")];
};
