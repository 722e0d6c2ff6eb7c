// Forms that a diagram brings itself: they stand in it as text, and are read and written through the modeler, so that undo,
// saving and comparing know them as they know every other change.
const SPACE = "https://caunoi.vn/schema/bpmn";

class KeepForm {
  constructor(modeling) {
    this.modeling = modeling;
  }

  /** All of it is one step for who takes it back. */
  preExecute({ element, holder, extensionElements, tasks, formKey, renamed }) {
    this.modeling.updateModdleProperties(element, holder, { extensionElements });
    tasks.forEach((task) => this.modeling.updateProperties(task, { "camunda:formKey": formKey }));
    renamed.forEach(({ flow, conditionExpression }) => this.modeling.updateProperties(flow, { conditionExpression }));
  }
}
KeepForm.$inject = ["modeling"];

class Forms {
  constructor(commandStack) {
    commandStack.registerHandler("caunoi.form.keep", KeepForm);
  }
}
Forms.$inject = ["commandStack"];

export const keepingForms = { __init__: ["caunoiForms"], caunoiForms: ["type", Forms] };

const parsed = (part) => {
  try {
    const form = JSON.parse(part.$body ?? "");
    return typeof form?.id === "string" ? form : null;
  } catch {
    return null;
  }
};

/** Each with the part of the diagram that holds it. */
const heldForms = (board) => {
  const found = [];
  const holders = new Set(board.modeler.getDefinitions().rootElements);
  board.modeler.get("elementRegistry").forEach((element) => holders.add(element.businessObject));
  for (const holder of holders) {
    for (const part of holder?.extensionElements?.values ?? []) {
      const form = parsed(part);
      if (form) found.push({ form, part, holder });
    }
  }
  return found;
};

export const formsOf = (board) => heldForms(board).map((held) => held.form);

export const formNamed = (board, id) => heldForms(board).find((held) => held.form.id === id)?.form;

export const idsOf = (forms) => forms.map((form) => ({ id: form.id, outcomes: (form.outcomes ?? []).map((one) => one.id) }));

const elementFor = (board, holder) => {
  const registry = board.modeler.get("elementRegistry");
  return registry.get(holder.id) ?? board.modeler.get("canvas").getRootElement();
};

const processOf = (board) => board.modeler.getDefinitions().rootElements.find((one) => one.$type === "bpmn:Process");

const withParts = (board, holder, values) => {
  if (!values.length) return undefined;
  const made = board.modeler.get("bpmnFactory").create("bpmn:ExtensionElements", { values });
  made.$parent = holder;
  values.forEach((one) => { one.$parent = made; });
  return made;
};

/**
 * Keeps a form, new or in place of the one that was called {@code was}; with no form that one is removed.
 * Renamed are pairs of outcomes, before and now.
 */
export const keepForm = (board, { was, form, tasks = [], renamed = [] }) => {
  const before = was ? heldForms(board).find((held) => held.form.id === was) : undefined;
  const holder = before?.holder ?? processOf(board);
  const values = [...(holder.extensionElements?.values ?? [])];
  const made = form && board.modeler.get("moddle").createAny("caunoi:form", SPACE, { $body: JSON.stringify(form) });
  if (before) values.splice(values.indexOf(before.part), 1, ...(made ? [made] : []));
  else if (made) values.push(made);
  board.modeler.get("commandStack").execute("caunoi.form.keep", {
    element: elementFor(board, holder),
    holder,
    extensionElements: withParts(board, holder, values),
    tasks,
    formKey: form?.id,
    renamed: renamed.flatMap(([old, now]) => conditionsOn(board, was, old).map((flow) => ({ flow, conditionExpression: said(board, flow, old, now) }))),
  });
};

const said = (board, flow, old, now) => board.modeler.get("bpmnFactory").create("bpmn:FormalExpression", {
  body: flow.businessObject.conditionExpression.body.replace(comparing(old), (whole, before, mark) => `${before}${mark}${now}${mark}`),
});

const comparing = (outcome) => new RegExp(`(outcome\\s*[!=]=\\s*)(['"])${outcome.replace(/[^\w-]/g, "\\$&")}\\2`, "g");

export const tasksWith = (board, form) => board.modeler.get("elementRegistry")
  .filter((one) => one.type === "bpmn:UserTask" && (one.businessObject.get("camunda:formKey") ?? one.id) === form);

/** The ways whose condition asks for an outcome of this form. */
export const conditionsOn = (board, form, outcome) => {
  if (!form) return [];
  const gateways = tasksWith(board, form).flatMap((task) => task.outgoing.map((flow) => flow.target));
  return [...new Set(gateways.flatMap((gateway) => gateway?.outgoing ?? []))]
    .filter((flow) => comparing(outcome).test(flow.businessObject.conditionExpression?.body ?? ""));
};
