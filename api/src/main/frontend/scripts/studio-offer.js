// What the drawing tool offers: only the sorts of steps that the check knows, so that nobody draws what cannot be published.
const PALETTE_GONE = [
  "create.task", "create.data-object", "create.data-store", "create.participant-expanded", "create.group", "create.intermediate-event",
];
const PAD_GONE = ["append.append-task", "append.intermediate-event"];
const MENU_GONE = /(script|send|manual|business-rule|rule|call-activity|ad-hoc|transaction|error|escalation|signal|compensation|conditional|link|cancel|complex|parallel-mi|sequential-mi|loop|data-|collapsed|replace-with-task)/;

class Offer {
  constructor(palette, contextPad, popupMenu, create, elementFactory, autoPlace, translate) {
    Object.assign(this, { create, elementFactory, autoPlace, translate });
    palette.registerProvider(500, this);
    contextPad.registerProvider(500, this);
    popupMenu.registerProvider("bpmn-replace", 500, { getPopupMenuEntries: () => (entries) => lessOf(entries, (id) => MENU_GONE.test(id)) });
  }

  shape(type, more = {}) {
    return this.elementFactory.createShape({ type, ...more });
  }

  starting(type, icon, title, more) {
    const begin = (event) => this.create.start(event, this.shape(type, more));
    return { group: "activity", className: icon, title: this.translate(title), action: { dragstart: begin, click: begin } };
  }

  appended(element, type, icon, title) {
    const add = () => this.autoPlace.append(element, this.shape(type));
    return { group: "model", className: icon, title: this.translate(title), action: { click: add } };
  }

  getPaletteEntries() {
    return (entries) => ({
      ...lessOf(entries, (id) => PALETTE_GONE.includes(id)),
      "create.user-task": this.starting("bpmn:UserTask", "bpmn-icon-user-task", "User task"),
      "create.service-task": this.starting("bpmn:ServiceTask", "bpmn-icon-service-task", "Service task"),
      "create.message-event": this.starting("bpmn:IntermediateCatchEvent", "bpmn-icon-intermediate-event-catch-message",
        "Message intermediate catch event", { eventDefinitionType: "bpmn:MessageEventDefinition" }),
      "create.timer-event": this.starting("bpmn:IntermediateCatchEvent", "bpmn-icon-intermediate-event-catch-timer",
        "Timer intermediate catch event", { eventDefinitionType: "bpmn:TimerEventDefinition" }),
    });
  }

  getContextPadEntries(element) {
    return (entries) => {
      const fewer = lessOf(entries, (id) => PAD_GONE.includes(id));
      if (!entries["append.append-task"]) return fewer;
      return {
        "append.user-task": this.appended(element, "bpmn:UserTask", "bpmn-icon-user-task", "User task"),
        "append.service-task": this.appended(element, "bpmn:ServiceTask", "bpmn-icon-service-task", "Service task"),
        ...fewer,
      };
    };
  }
}
Offer.$inject = ["palette", "contextPad", "popupMenu", "create", "elementFactory", "autoPlace", "translate"];

const lessOf = (entries, gone) => Object.fromEntries(Object.entries(entries).filter(([id]) => !gone(id)));

export const offered = { __init__: ["offer"], offer: ["type", Offer] };
