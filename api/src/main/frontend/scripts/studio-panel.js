// The panel beside a diagram: the words of the selected step, to be chosen from what the house knows.
import { citizenWords } from "./studio-citizen.js";
import { copyForm, editForm, newFormFor } from "./studio-form-editor.js";
import { formsOf, idsOf } from "./studio-forms.js";
import { englishPart, lawParts, restPart } from "./studio-law.js";
import { make } from "./studio-make.js";

let fields = 0;

/** What a field is for, told where it stands; in the language of the reader. */
let helps = {};

const helping = (label, key) => {
  const said = helps[`help.${key}`];
  if (!said) return null;
  return make("details", { class: "panel-help" }, make("summary", { "aria-label": `${helps.help}: ${label}` }, "?"), make("p", { class: "small" }, said));
};

export const field = (label, input, hint, key) => {
  fields += 1;
  input.id = `panel-${fields}`;
  const help = helping(label, key);
  const parts = [make("label", { for: input.id }, label), ...(help ? [help] : [])];
  if (hint) {
    parts.push(make("span", { class: "hint", id: `${input.id}-hint` }, hint));
    input.setAttribute("aria-describedby", `${input.id}-hint`);
  }
  return make("div", { class: "field" }, ...parts, input);
};

export const text = (label, value, change, hint, name) => {
  const input = make("input", { type: "text", value: value ?? "" });
  if (name) input.name = name;
  input.addEventListener("change", () => change(input.value.trim()));
  return field(label, input, hint, name ?? (label === helps.id ? "id" : undefined));
};

const area = (label, value, change) => {
  const input = make("textarea", { class: "short" });
  input.value = value ?? "";
  input.addEventListener("change", () => change(input.value.trim()));
  return field(label, input, undefined, "documentation");
};

const tick = (label, value, change, key) => {
  fields += 1;
  const input = make("input", { type: "checkbox", id: `panel-${fields}`, checked: Boolean(value) });
  input.addEventListener("change", () => change(input.checked));
  const help = helping(label, key);
  return make("div", { class: "choice" }, input, make("label", { for: input.id }, label), ...(help ? [help] : []));
};

export const choice = (label, value, options, change, none, name) => {
  const known = options.some(([id]) => id === value);
  const all = known || !value ? options : [[value, value], ...options];
  const input = make("select", {}, make("option", { value: "" }, none), ...all.map(([id, said]) => make("option", { value: id }, said)));
  if (name) input.name = name;
  input.value = value ?? "";
  input.addEventListener("change", () => change(input.value));
  return field(label, input, undefined, name);
};

/** Redrawn whenever another step is selected, or the selected one changed otherwise than here. */
export const panelFor = (board, form) => {
  helps = board.says;
  const draw = () => {
    const chosen = board.modeler.get("selection").get();
    const element = chosen.length === 1 ? chosen[0] : board.modeler.get("canvas").getRootElement();
    form.replaceChildren(...parts(board, element));
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  board.modeler.get("eventBus").on(["selection.changed", "elements.changed"], unpressed(form, draw));
  draw();
};

/** What is being pressed stays until it was: leaving a field for a button changes the step before the button is let go. */
const unpressed = (form, draw) => {
  let pressed = false;
  let due = false;
  const released = () => setTimeout(() => {
    pressed = false;
    if (due) draw();
    due = false;
  });
  form.addEventListener("pointerdown", (event) => { pressed = Boolean(event.target.closest("button")); });
  ["pointerup", "pointercancel"].forEach((end) => window.addEventListener(end, released));
  return () => {
    due = pressed;
    if (!pressed) draw();
  };
};

const typeOf = (says, type) => says[`type.${type[0].toLowerCase()}${type.slice(1)}`] ?? type;

const parts = (board, element) => {
  if (!element?.businessObject) return [];
  const object = element.businessObject;
  if (["bpmn:Collaboration", "bpmn:Participant", "bpmn:Process"].includes(object.$type)) return processParts(board, element);
  const says = board.says;
  const set = (properties) => board.modeler.get("modeling").updateProperties(element, properties);
  return [
    make("p", { class: "quiet small" }, `${says.element}: `, typeOf(says, object.$type.replace("bpmn:", ""))),
    text(says.name, object.name, (name) => set({ name: name || undefined }), undefined, "name"),
    ...englishPart(board, object, set),
    text(says.id, object.id, (id) => { if (/^[A-Za-z_][\w.-]{0,99}$/.test(id)) set({ id }); }),
    ...sortOf(board, element, set),
    area(says.documentation, object.documentation?.[0]?.text, (said) => documented(board, element, object, said)),
  ];
};

const documented = (board, element, object, said) => {
  const made = said ? [board.modeler.get("bpmnFactory").create("bpmn:Documentation", { text: said })] : undefined;
  board.modeler.get("modeling").updateModdleProperties(element, object, { documentation: made });
};

const processParts = (board, element) => {
  const root = element.businessObject;
  const process = root.$type === "bpmn:Process" ? root : (root.processRef ?? root.participants?.[0]?.processRef);
  if (!process) return [make("p", {}, board.says.nothing)];
  const set = (properties) => board.modeler.get("modeling").updateModdleProperties(element, process, properties);
  return [
    make("p", { class: "quiet small" }, board.says.process),
    text(board.says.name, process.name, (name) => set({ name }), undefined, "name"),
    text(board.says.id, process.id, (id) => { if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) set({ id }); }),
    area(board.says.documentation, process.documentation?.[0]?.text, (said) => documented(board, element, process, said)),
    ...lawParts(board, element, process),
  ];
};

const sortOf = (board, element, set) => {
  const object = element.businessObject;
  switch (object.$type) {
    case "bpmn:UserTask": return userTask(board, element, object, set);
    case "bpmn:ServiceTask": return action(board, element, object, set);
    case "bpmn:ReceiveTask": return [event(board, element, object), ...citizenWords(board, object, set, text)];
    case "bpmn:SubProcess": return object.triggeredByEvent ? [] : citizenWords(board, object, set, text);
    case "bpmn:EventBasedGateway": return citizenWords(board, object, set, text);
    case "bpmn:IntermediateCatchEvent": return (object.eventDefinitions ?? [])
      .flatMap((definition) => waited(board, element, definition, set)).concat(citizenWords(board, object, set, text));
    case "bpmn:SequenceFlow": return way(board, element, object, set);
    default: return (object.eventDefinitions ?? []).flatMap((definition) => waited(board, element, definition, set));
  }
};

const userTask = (board, element, object, set) => {
  const { says, given } = board;
  const forms = given.palette.forms;
  const own = formsOf(board);
  const key = object.get("camunda:formKey") ?? object.id;
  const outcomes = [...idsOf(own), ...forms].find((form) => form.id === key)?.outcomes ?? [];
  const names = [...own.map((form) => [form.id, form.words?.[board.language] || form.words?.vi || form.id]),
    ...forms.map((form) => [form.id, says[`form.${form.id}`] ? `${says[`form.${form.id}`]} (${form.id})` : form.id])];
  return [
    choice(says.group, object.get("camunda:candidateGroups"), given.palette.groups.map((group) => [group, says[`group.${group}`] ?? group]),
      (group) => set({ "camunda:candidateGroups": group || undefined }), says.choose, "group"),
    choice(says.form, object.get("camunda:formKey"), names, (chosen) => set({ "camunda:formKey": chosen || undefined }), says.choose, "form"),
    formActs(board, element, key, own, forms),
    make("p", { class: "quiet small" }, `${says.outcomes}: ${outcomes.map((one) => says[`outcome.${key}.${one}`] || one).join(", ") || "–"}`),
    tick(says.assigned, object.get("camunda:assignee") === "assigned", (on) => set({ "camunda:assignee": on ? "assigned" : undefined }), "assigned"),
    ...citizenWords(board, object, set, text),
  ];
};

const formActs = (board, element, key, own, forms) => {
  const { says } = board;
  const act = (text, name, does) => {
    const button = make("button", { type: "button", class: "low", name }, text);
    button.addEventListener("click", does);
    return button;
  };
  const change = own.some((form) => form.id === key) ? act(says.editForm, "edit-form", () => editForm(board, key))
    : forms.some((form) => form.id === key) ? act(says.copyForm, "copy-form", () => copyForm(board, key, element)) : null;
  return make("p", { class: "acts" }, change, act(says.newForm, "new-form", () => newFormFor(board, element)));
};

const action = (board, element, object, set) => {
  const { says, given } = board;
  const topic = object.get("camunda:topic");
  const known = given.palette.actions.find((one) => one.topic === topic);
  const values = Object.fromEntries(inputsOf(object).map((one) => [one.name, one.value]));
  const put = (name, value) => writeInputs(board, element, object, { ...values, [name]: value }, known);
  return [
    choice(says.topic, topic, given.palette.actions.map((one) => [one.topic, says[`action.${one.topic}`] ? `${says[`action.${one.topic}`]} (${one.topic})` : one.topic]),
      (chosen) => set({ "camunda:type": "external", "camunda:topic": chosen || undefined }), says.choose, "topic"),
    ...(known?.inputs ?? []).map((input) => (input.options.length
      ? choice(says[`input.${input.name}`] || input.name, values[input.name], input.options.map((one) => [one, one]), (value) => put(input.name, value), says.choose, input.name)
      : text(says[`input.${input.name}`] || input.name, values[input.name], (value) => put(input.name, value), undefined, input.name))),
  ];
};

const mappingOf = (object) => (object.extensionElements?.values ?? []).find((one) => one.$type === "camunda:InputOutput");

const inputsOf = (object) => mappingOf(object)?.inputParameters ?? [];

const writeInputs = (board, element, object, values, known) => {
  const factory = board.modeler.get("bpmnFactory");
  const names = (known?.inputs ?? []).map((input) => input.name);
  const parameters = names.filter((name) => values[name])
    .map((name) => factory.create("camunda:InputParameter", { name, value: values[name] }));
  const others = (object.extensionElements?.values ?? []).filter((one) => one.$type !== "camunda:InputOutput");
  const mapping = parameters.length ? [factory.create("camunda:InputOutput", { inputParameters: parameters })] : [];
  const extensionElements = factory.create("bpmn:ExtensionElements", { values: [...others, ...mapping] });
  board.modeler.get("modeling").updateProperties(element, { extensionElements });
};

const waited = (board, element, definition, set) => {
  if (definition.$type === "bpmn:MessageEventDefinition") return [event(board, element, definition)];
  if (definition.$type === "bpmn:TimerEventDefinition") return [timer(board, element, definition), ...restPart(board, element.businessObject, set)];
  return [];
};

const event = (board, element, holder) => {
  const { says, given } = board;
  const put = (name) => board.modeler.get("modeling")
    .updateModdleProperties(element, holder, { messageRef: name ? messageNamed(board, name) : undefined });
  return choice(says.message, holder.messageRef?.name, given.palette.events.map((one) => [one, says[`event.${one}`] ?? one]), put, says.choose, "message");
};

const messageNamed = (board, name) => {
  const definitions = board.modeler.getDefinitions();
  const there = definitions.rootElements.find((one) => one.$type === "bpmn:Message" && one.name === name);
  if (there) return there;
  const made = board.modeler.get("bpmnFactory").create("bpmn:Message", { id: `message-${name.replace(/[^a-z0-9]+/g, "-")}`, name });
  made.$parent = definitions;
  definitions.rootElements.push(made);
  return made;
};

const timer = (board, element, definition) => {
  const { says } = board;
  const put = (body) => {
    const kind = /^\d/.test(body) ? "timeDate" : "timeDuration";
    const made = body ? board.modeler.get("bpmnFactory").create("bpmn:FormalExpression", { body }) : undefined;
    board.modeler.get("modeling").updateModdleProperties(element, definition, { timeDate: undefined, timeDuration: undefined, [kind]: made });
  };
  return text(says.duration, (definition.timeDuration ?? definition.timeDate)?.body, put, says.durationHint, "duration");
};

const way = (board, element, object, set) => {
  const gateway = object.sourceRef;
  if (!["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"].includes(gateway?.$type)) return [];
  const { says } = board;
  const modeling = board.modeler.get("modeling");
  const isDefault = gateway.default === object;
  const put = (said) => {
    const body = said && !said.startsWith("${") ? `\${${said}}` : said;
    set({ conditionExpression: body ? board.modeler.get("bpmnFactory").create("bpmn:FormalExpression", { body }) : undefined });
  };
  const condition = object.conditionExpression?.body ?? "";
  const outcomes = outcomesBefore(board, gateway);
  return [
    tick(says.default, isDefault, (on) => modeling.updateProperties(element.source, { default: on ? object : undefined }), "default"),
    ...(isDefault ? [] : [
      ...(outcomes.length ? [choice(says.outcomeOf, /^\$\{outcome == '([^']*)'\}$/.exec(condition)?.[1], outcomes.map((one) => [one, one]),
        (one) => put(one ? `outcome == '${one}'` : ""), says.choose, "outcome")] : []),
      text(says.condition, condition, put, says.conditionHint, "condition"),
      make("details", {}, make("summary", {}, says.facts),
        make("ul", { class: "plain" }, ...Object.entries(board.given.palette.facts).map(([name, sort]) => make("li", {}, make("code", {}, name), ` ${sort}`)))),
    ]),
  ];
};

const outcomesBefore = (board, gateway) => {
  const tasks = (gateway.incoming ?? []).map((flow) => flow.sourceRef).filter((step) => step?.$type === "bpmn:UserTask");
  const forms = [...idsOf(formsOf(board)), ...board.given.palette.forms];
  return [...new Set(tasks.flatMap((task) => forms.find((form) => form.id === (task.get("camunda:formKey") ?? task.id))?.outcomes ?? []))];
};
