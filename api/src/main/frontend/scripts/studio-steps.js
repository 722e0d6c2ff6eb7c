// Ready steps of the house: looked for by name, put behind the chosen step or into the middle of the drawing, with form and ways
// out, action and inputs, event or time already set.
const PROVIDER = "caunoi-steps";
const TASKS = ["bpmn:UserTask", "bpmn:ServiceTask", "bpmn:ReceiveTask"];
const ENDED = ["bpmn:EndEvent", "bpmn:SequenceFlow", "label"];
const WAIT = "P5D";

class Insert {
  constructor(injector) {
    this.injector = injector;
  }

  /** Task, gateway and ways are one step for who takes it back. */
  preExecute(context) {
    const { source, insert } = context;
    const onward = source?.outgoing?.length === 1 && !source.type.endsWith("Gateway") ? source.outgoing[0] : undefined;
    context.shape = insert((name) => this.injector.get(name), source, onward);
  }
}
Insert.$inject = ["injector"];

class Steps {
  constructor(given, palette, contextPad, popupMenu, commandStack, canvas, selection, translate) {
    Object.assign(this, { palette: given.palette, says: given.says, popupMenu, commandStack, canvas, selection, translate });
    commandStack.registerHandler("caunoi.step.insert", Insert);
    palette.registerProvider(400, this);
    contextPad.registerProvider(400, this);
    popupMenu.registerProvider(PROVIDER, this);
  }

  getPaletteEntries() {
    return (entries) => ({ ...entries, "caunoi.insert": this.opening("tools", this.canvas.getRootElement()) });
  }

  getContextPadEntries(element) {
    return (entries) => (ENDED.includes(element.type) || element.labelTarget || !element.parent ? entries
      : { ...entries, "caunoi.insert": this.opening("model", element) });
  }

  opening(group, target) {
    const open = (event) => {
      const box = this.canvas.getContainer().getBoundingClientRect();
      const at = { x: event?.clientX || box.left + 80, y: event?.clientY || box.top + 80 };
      this.popupMenu.open(target, PROVIDER, { ...at, cursor: at }, { title: this.says.insert, width: 340, search: true });
    };
    return { group, className: "bpmn-icon-task caunoi-insert", title: this.says.insert, action: { click: open } };
  }

  getPopupMenuEntries(target) {
    const chosen = target.type && !["bpmn:Process", "bpmn:Collaboration"].includes(target.type) ? target : undefined;
    const entries = {};
    const entry = (id, group, label, description, insert) => {
      entries[id] = {
        label, description, className: `bpmn-icon-${group.icon}`, group: { id: group.id, name: group.name }, search: id,
        action: () => this.insert(chosen, insert),
      };
    };
    const group = (id, icon) => ({ id, icon, name: this.says[`insert.${id}`] });
    if (TASKS.includes(target.type)) {
      entry("late", group("watch", "intermediate-event-catch-message"), this.says["insert.late"], this.eventName("petition.deadline-missed"),
        (get, source) => boundary(get, source, this.says["insert.late"], "petition.deadline-missed", this.notifying()));
    }
    this.palette.forms.forEach((form) => entry(`form-${form.id}`, group("forms", "user-task"), this.says[`form.${form.id}`] || form.id,
      this.outcomes(form).join(" · "), (get, source, onward) => task(get, source, onward, form, this.says[`form.${form.id}`] || form.id, this.outcomes(form))));
    this.palette.actions.forEach((action) => entry(`action-${action.topic}`, group("actions", "service-task"), this.says[`action.${action.topic}`] || action.topic,
      action.topic, (get, source, onward) => leading(get, onward, service(get, source, action, this.says[`action.${action.topic}`] || action.topic, this.palette.usual[action.topic]))));
    this.palette.events.forEach((name) => entry(`event-${name}`, group("events", "intermediate-event-catch-message"), this.eventName(name), name,
      (get, source, onward) => leading(get, onward, caught(get, source, this.eventName(name), name))));
    entry("timer", group("events", "intermediate-event-catch-timer"), this.says["insert.timer"], WAIT,
      (get, source, onward) => leading(get, onward, timed(get, source, this.says["insert.timer"])));
    return entries;
  }

  notifying() {
    const action = this.palette.actions.find((one) => one.topic === "notify");
    return (get, source) => service(get, source, action, this.says["action.notify"], this.palette.usual.notify);
  }

  eventName(name) {
    return this.says[`event.${name}`] || name;
  }

  outcomes(form) {
    return form.outcomes.map((one) => this.says[`outcome.${form.id}.${one}`] || one);
  }

  insert(source, insert) {
    this.popupMenu.close();
    const context = { source, insert };
    this.commandStack.execute("caunoi.step.insert", context);
    this.selection.select(context.shape);
    this.canvas.scrollToElement(context.shape);
  }
}
Steps.$inject = ["caunoiGiven", "palette", "contextPad", "popupMenu", "commandStack", "canvas", "selection", "translate"];

export const insertingSteps = (given) => ({ __init__: ["caunoiSteps"], caunoiSteps: ["type", Steps], caunoiGiven: ["value", given] });

/** Behind the chosen step, or into the middle of what is seen. */
const placed = (get, source, attributes, properties) => {
  const shape = get("elementFactory").createShape(attributes);
  Object.entries(properties).forEach(([name, value]) => shape.businessObject.set(name, value));
  if (source) return get("autoPlace").append(source, shape);
  const canvas = get("canvas");
  const seen = canvas.viewbox();
  const root = canvas.getRootElement();
  const parent = root.type === "bpmn:Collaboration" ? root.children.find((one) => one.type === "bpmn:Participant") : root;
  return get("modeling").createShape(shape, { x: Math.round(seen.x + seen.width / 2), y: Math.round(seen.y + seen.height / 2) }, parent);
};

/** What came after the chosen step comes after the new one. */
const leading = (get, onward, shape) => {
  if (onward) get("modeling").reconnectStart(onward, shape, { x: shape.x + shape.width, y: shape.y + shape.height / 2 });
  return shape;
};

const task = (get, source, onward, form, name, outcomes) => {
  const shape = placed(get, source, { type: "bpmn:UserTask" }, { name, "camunda:formKey": form.id, "camunda:candidateGroups": form.group });
  if (form.outcomes.length < 2) return leading(get, onward, shape);
  const gateway = placed(get, shape, { type: "bpmn:ExclusiveGateway" }, { name: `${name}?` });
  form.outcomes.forEach((outcome, n) => {
    if (n === 0 && onward) leading(get, onward, gateway);
    const way = n === 0 && onward ? onward : placed(get, gateway, { type: "bpmn:EndEvent" }, { name: outcomes[n] }).incoming[0];
    get("modeling").updateProperties(way, n === 0 ? { name: outcomes[n] } : {
      name: outcomes[n],
      conditionExpression: get("bpmnFactory").create("bpmn:FormalExpression", { body: `\${outcome == '${outcome}'}` }),
    });
    if (n === 0) get("modeling").updateProperties(gateway, { default: way.businessObject });
  });
  return shape;
};

const service = (get, source, action, name, usual = {}) => {
  const factory = get("bpmnFactory");
  const inputs = action.inputs
    .map((input) => [input.name, usual[input.name] ?? (input.required ? input.options[0] ?? "1" : undefined)])
    .filter(([, value]) => value)
    .map(([of, value]) => factory.create("camunda:InputParameter", { name: of, value }));
  const extensionElements = factory.create("bpmn:ExtensionElements", {
    values: inputs.length ? [factory.create("camunda:InputOutput", { inputParameters: inputs })] : [],
  });
  return placed(get, source, { type: "bpmn:ServiceTask" }, {
    name, "camunda:type": "external", "camunda:topic": action.topic, ...(inputs.length && { extensionElements }),
  });
};

/** A message is declared once in a diagram. */
const message = (get, name) => {
  const definitions = get("bpmnjs").getDefinitions();
  const there = definitions.rootElements.find((one) => one.$type === "bpmn:Message" && one.name === name);
  if (there) return there;
  const made = get("bpmnFactory").create("bpmn:Message", { id: `message-${name.replace(/[^a-z0-9]+/g, "-")}`, name });
  made.$parent = definitions;
  definitions.rootElements.push(made);
  return made;
};

const defined = (shape) => shape.businessObject.eventDefinitions[0];

const caught = (get, source, name, event) => {
  const shape = placed(get, source, { type: "bpmn:IntermediateCatchEvent", eventDefinitionType: "bpmn:MessageEventDefinition" }, { name });
  get("modeling").updateModdleProperties(shape, defined(shape), { messageRef: message(get, event) });
  return shape;
};

const timed = (get, source, name) => {
  const shape = placed(get, source, { type: "bpmn:IntermediateCatchEvent", eventDefinitionType: "bpmn:TimerEventDefinition" }, { name });
  const timeDuration = get("bpmnFactory").create("bpmn:FormalExpression", { body: WAIT });
  get("modeling").updateModdleProperties(shape, defined(shape), { timeDuration });
  return shape;
};

/** Beside a step that goes on: somebody is told. */
const boundary = (get, host, name, event, notify) => {
  const shape = get("elementFactory").createShape({ type: "bpmn:BoundaryEvent", eventDefinitionType: "bpmn:MessageEventDefinition" });
  shape.businessObject.set("name", name);
  shape.businessObject.set("cancelActivity", false);
  const at = { x: host.x + host.width * 0.75, y: host.y + host.height };
  const made = get("modeling").createShape(shape, at, host, { attach: true });
  get("modeling").updateModdleProperties(made, defined(made), { messageRef: message(get, event) });
  placed(get, notify(get, made), { type: "bpmn:EndEvent" }, { name });
  return made;
};
