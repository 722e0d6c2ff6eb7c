// The editor of a form: outcomes with their fields on one side, the form as officers will see it on the other. What it keeps goes
// into the diagram in one step.
import { conditionsOn, formNamed, formsOf, keepForm, tasksWith } from "./studio-forms.js";
import { filled, make } from "./studio-make.js";
import { jsonOf, moved, named, needing, newField, newForm, newOption, newOutcome, stateOf } from "./studio-form-state.js";

const PAUSE = 500;
const TEXTS = ["text", "longtext"];
const DAYS = ["date", "datetime"];
const BOUNDED = [...TEXTS, ...DAYS, "integer"];

const asked = async (address) => {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.json();
};

/** Fetched when the first form is opened. */
const known = async (board) => (board.formWords ??= await asked(board.place.dataset.forms));

export const newFormFor = (board, task) => opened(board, newForm(), task);

export const editForm = (board, id) => opened(board, stateOf(formNamed(board, id)));

/** A form of the house becomes one of the diagram, under a name of its own. */
export const copyForm = async (board, id, task) => {
  const state = stateOf(await asked(`${board.place.dataset.forms}/${encodeURIComponent(id)}`));
  state.was = "";
  state.id = "";
  return opened(board, state, task, id);
};

const opened = async (board, state, task, copied) => {
  const words = await known(board);
  new Editor(board, words, state, task, copied).show();
};

class Editor {
  constructor(board, words, state, task, copied) {
    Object.assign(this, { board, words, state, task, says: words.says });
    this.was = state.was;
    this.taken = [...Object.keys(words.shipped), ...formsOf(board).map((form) => form.id).filter((id) => id !== state.was)];
    this.renaming = new Set(state.outcomes.map((one) => one.was));
    this.begun = JSON.stringify(state);
    this.copied = copied;
  }

  show() {
    this.form = make("form", { class: "form-editor-form", novalidate: true, autocomplete: "off" });
    this.seen = make("div", { class: "form-editor-seen", "aria-live": "polite" });
    this.told = make("ul", { class: "form-editor-told", "aria-live": "polite", "aria-label": this.says.problems });
    const title = make("h2", { id: "form-editor-title" }, this.was ? this.says.edit : this.copied ? this.says.copy : this.says.new);
    this.dialog = make("dialog", { class: "form-editor", "aria-labelledby": "form-editor-title" }, title, make("div", { class: "form-editor-both" },
      make("div", {}, this.told, this.form),
      make("section", { "aria-labelledby": "form-editor-seen" }, make("h3", { id: "form-editor-seen" }, this.says.preview), this.seen)), this.acts());
    document.body.append(this.dialog);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
    this.dialog.addEventListener("close", () => this.dialog.remove());
    // the drawing below has keys of its own
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    this.draw();
    this.dialog.showModal();
    this.look();
    this.focus("form.vi");
  }

  acts() {
    const done = this.button(this.says.done, () => this.keep(), "main");
    const cancel = this.button(this.says.cancel, () => this.leave(), "low");
    const remove = this.was ? this.twice(this.says.delete, this.says.deleteSure, () => this.discard()) : null;
    return make("p", { class: "acts" }, done, cancel, remove);
  }

  button(text, does, style = "low", label) {
    const button = make("button", { type: "button", class: style, "aria-label": label }, text);
    button.addEventListener("click", does);
    return button;
  }

  /** Done only when it is pressed again. */
  twice(text, sure, does) {
    const button = this.button(text, () => {
      if (button.dataset.sure) does();
      button.dataset.sure = "yes";
      button.textContent = sure;
    }, "grave");
    return button;
  }

  leave() {
    if (JSON.stringify(this.state) === this.begun || this.leaving) {
      this.dialog.close();
      return;
    }
    this.leaving = true;
    this.told.prepend(make("li", { class: "soon", role: "alert" }, this.says.leave));
  }

  keep() {
    const renamed = this.state.outcomes.filter((one) => this.isRenamed(one) && this.renaming.has(one.was)).map((one) => [one.was, one.id]);
    const form = jsonOf(named(this.state, this.taken));
    const follow = this.was && form.id !== this.was ? tasksWith(this.board, this.was) : [];
    keepForm(this.board, { was: this.was, form, tasks: this.task ? [this.task] : follow, renamed });
    this.dialog.close();
  }

  isRenamed(outcome) {
    return outcome.was && outcome.id && outcome.id !== outcome.was;
  }

  discard() {
    keepForm(this.board, { was: this.was });
    this.dialog.close();
  }

  /** Drawn anew when its parts change; who was somewhere in it stays there. */
  draw(focus) {
    const at = focus ?? document.activeElement?.dataset?.at;
    const open = new Set([...this.form.querySelectorAll("details[open]")].map((one) => one.dataset.at));
    this.form.replaceChildren(...this.parts());
    this.form.querySelectorAll("details").forEach((one) => { one.open = open.has(one.dataset.at); });
    if (at) this.focus(at);
    this.changed();
  }

  focus(at) {
    this.dialog.querySelector(`[data-at="${at}"]`)?.focus();
  }

  changed() {
    this.leaving = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  /** The server says what is wrong and shows the form as officers will see it. */
  async look() {
    const shown = named(structuredClone(this.state), this.taken);
    const round = this.round = (this.round ?? 0) + 1;
    try {
      const answer = await fetch(this.board.place.dataset.preview, {
        method: "POST", body: JSON.stringify(jsonOf(shown)), credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": this.board.token() },
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (round === this.round && this.dialog.open) this.tell(shown, page);
    } catch {
      this.told.replaceChildren(make("li", { class: "late" }, this.says.failed));
    }
  }

  tell(shown, page) {
    const lines = [...page.querySelectorAll("body > ul > li")].map((one) => this.line(shown, one));
    this.told.replaceChildren(...(lines.length ? lines : [make("li", { class: "ok" }, this.says.none)]));
    const form = page.querySelector("body > form");
    if (form) this.seen.replaceChildren(document.adoptNode(form));
    form?.addEventListener("submit", (event) => event.preventDefault());
  }

  line(shown, told) {
    const o = shown.outcomes.findIndex((one) => one.id === told.dataset.outcome);
    const f = o < 0 ? -1 : shown.outcomes[o].fields.findIndex((one) => one.id === told.dataset.field);
    const words = f >= 0 ? shown.outcomes[o].fields[f].words : o >= 0 ? shown.outcomes[o].words : shown.words;
    const name = words.vi || words.en || (f >= 0 ? this.says.field : o >= 0 ? this.says.outcome : this.says.name);
    const go = this.button(`${name}: ${told.textContent}`, () => this.focus(f >= 0 ? `${o}.${f}.vi` : o >= 0 ? `${o}.vi` : "form.vi"), "link");
    return make("li", { class: told.className }, go);
  }

  parts() {
    const { state, says } = this;
    return [
      ...this.labels("form", state.words, says.name),
      this.more("form", this.id("form", state), this.select("form.stage", says.stage, state.stage, { "": says.stageNone, ...this.words.stages },
        (stage) => { state.stage = stage; })),
      ...state.outcomes.map((outcome, o) => this.outcome(outcome, o)),
      this.button(says.addOutcome, () => this.add(state.outcomes, newOutcome(), `${state.outcomes.length}.vi`)),
    ];
  }

  add(list, one, at) {
    list.push(one);
    this.draw(at);
  }

  outcome(outcome, o) {
    const { says, state } = this;
    return make("fieldset", { class: "form-editor-outcome" },
      make("legend", {}, `${says.outcome} ${o + 1}`),
      this.order(state.outcomes, o, (at) => `${at}`, outcome.words),
      ...this.labels(`${o}`, outcome.words, says.label),
      this.select(`${o}.act`, says.act, outcome.act, this.actWords(), (act) => {
        outcome.act = act;
        needing(outcome, this.words.acts.find((one) => one.id === act));
        this.draw();
      }, says.actHint),
      this.more(`${o}`, this.id(`${o}`, outcome), this.renames(outcome, o)),
      ...outcome.fields.map((field, f) => this.field(outcome, field, o, f)),
      this.button(says.addField, () => this.add(outcome.fields, newField(), `${o}.${outcome.fields.length}.vi`), "low",
        `${says.addField}: ${outcome.words.vi || o + 1}`));
  }

  actWords() {
    return { NONE: this.says.actNone, ...Object.fromEntries(this.words.acts.map((act) => [act.id, act.label])) };
  }

  /** Ways that ask for the outcome by its old name would never be taken again. */
  renames(outcome, o) {
    const asking = outcome.was ? conditionsOn(this.board, this.was, outcome.was) : [];
    if (!asking.length) return null;
    const names = asking.map((flow) => flow.businessObject.name || flow.id).join(", ");
    return this.tick(`${o}.rename`, filled(this.says.rename, asking.length, names), this.renaming.has(outcome.was), (on) => {
      if (on) this.renaming.add(outcome.was);
      else this.renaming.delete(outcome.was);
    });
  }

  field(outcome, field, o, f) {
    const { says } = this;
    const at = `${o}.${f}`;
    const box = make("fieldset", { class: "form-editor-field" },
      make("legend", {}, `${says.field} ${f + 1}`),
      this.order(outcome.fields, f, (to) => `${o}.${to}`, field.words),
      ...this.labels(at, field.words, says.label),
      this.select(`${at}.type`, says.type, field.type, this.words.types, (type) => {
        Object.assign(field, { type, min: "", max: "" });
        if (type === "choice" && !field.options.length) field.options.push(newOption(), newOption());
        this.draw();
      }),
      this.tick(`${at}.required`, says.required, field.required, (on) => { field.required = on; }),
      ...(field.type === "choice" ? this.options(field, at) : []),
      this.more(at, ...this.bounds(field, at), this.tick(`${at}.personal`, says.personal, field.personal, (on) => { field.personal = on; }),
        this.tick(`${at}.perPoint`, says.perPoint, field.perPoint, (on) => { field.perPoint = on; }), this.id(at, field)));
    box.addEventListener("keydown", (event) => {
      if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      const to = moved(outcome.fields, f, event.key === "ArrowUp" ? -1 : 1);
      this.draw(`${o}.${to}.vi`);
    });
    return box;
  }

  options(field, at) {
    const { says } = this;
    return [make("fieldset", { class: "form-editor-options" }, make("legend", {}, says.options),
      ...field.options.map((option, n) => make("div", { class: "form-editor-option" },
        this.text(`${at}.option${n}.vi`, `${n + 1}. ${says.vi}`, option.words.vi, (said) => { option.words.vi = said; }),
        this.text(`${at}.option${n}.en`, `${n + 1}. ${says.en}`, option.words.en, (said) => { option.words.en = said; }),
        this.button("✕", () => { field.options.splice(n, 1); this.draw(`${at}.type`); }, "low", `${says.remove}: ${option.words.vi || n + 1}`))),
      this.button(says.addOption, () => this.add(field.options, newOption(), `${at}.option${field.options.length}.vi`)))];
  }

  bounds(field, at) {
    if (!BOUNDED.includes(field.type)) return [];
    const { says } = this;
    const label = TEXTS.includes(field.type) ? [says.shortest, says.longest] : DAYS.includes(field.type) ? [says.firstDay, says.lastDay] : [says.least, says.most];
    return ["min", "max"].map((end, n) => (DAYS.includes(field.type)
      ? this.day(field, end, `${at}.${end}`, label[n])
      : this.text(`${at}.${end}`, label[n], field[end], (said) => { field[end] = said; }, { type: "number", step: "1" })));
  }

  /** A day is a date, or one of the case with days before or after it. */
  day(field, end, at, label) {
    const { says } = this;
    const [, word, days] = /^([A-Z_]+)(?:([+-]\d+)d)?$/.exec(field[end]) ?? [];
    const fixed = field[end] && !word;
    const row = [this.select(at, label, word ?? (fixed ? "=" : ""), { "": says.noDay, "=": says.onDay, ...this.words.bounds }, (chosen) => {
      field[end] = chosen === "=" ? new Date().toISOString().slice(0, 10) : chosen;
      this.draw();
    })];
    if (word) {
      row.push(this.text(`${at}.days`, says.days, days ? String(Number(days)) : "0", (said) => {
        const number = Math.trunc(Number(said) || 0);
        field[end] = number ? `${word}${number > 0 ? "+" : ""}${number}d` : word;
      }, { type: "number", step: "1", min: "-9999", max: "9999" }));
    }
    if (fixed) row.push(this.text(`${at}.date`, says.date, field[end], (said) => { field[end] = said; }, { type: "date" }));
    return make("div", { class: "form-editor-day" }, ...row);
  }

  order(list, n, at, words) {
    const { says } = this;
    const name = words.vi || words.en || n + 1;
    const move = (text, label, by, end) => {
      const button = this.button(text, () => {
        const to = moved(list, n, by);
        this.draw(`${at(to)}.${end}`);
      }, "low", `${label}: ${name}`);
      button.dataset.at = `${at(n)}.${end}`;
      button.disabled = n + by < 0 || n + by >= list.length;
      return button;
    };
    return make("p", { class: "acts form-editor-order" }, move("↑", says.up, -1, "up"), move("↓", says.down, 1, "down"),
      this.button("✕", () => {
        list.splice(n, 1);
        this.draw("form.vi");
      }, "low", `${says.remove}: ${name}`));
  }

  labels(at, words, label) {
    return [
      this.text(`${at}.vi`, `${label} (${this.says.vi})`, words.vi, (said) => { words.vi = said; }),
      this.text(`${at}.en`, `${label} (${this.says.en})`, words.en, (said) => { words.en = said; }),
    ];
  }

  id(at, part) {
    return this.text(`${at}.id`, this.says.id, part.id, (said) => { part.id = said.replace(/[^A-Za-z0-9-]/g, ""); }, {}, this.says.idHint);
  }

  more(at, ...inside) {
    return make("details", { "data-at": `${at}.more` }, make("summary", {}, this.says.more), ...inside);
  }

  text(at, label, value, change, attributes = {}, hint) {
    const input = make("input", { type: "text", maxlength: "300", ...attributes, "data-at": at });
    input.value = value;
    input.addEventListener("input", () => {
      change(input.value);
      this.changed();
    });
    return this.labelled(at, label, input, hint);
  }

  select(at, label, value, options, change, hint) {
    const input = make("select", { "data-at": at }, ...Object.entries(options).map(([id, said]) => make("option", { value: id }, said)));
    input.value = value;
    input.addEventListener("change", () => {
      change(input.value);
      this.changed();
    });
    return this.labelled(at, label, input, hint);
  }

  labelled(at, label, input, hint) {
    input.id = `form-editor-${at.replaceAll(".", "-")}`;
    if (hint) input.setAttribute("aria-describedby", `${input.id}-hint`);
    return make("div", { class: "field" }, make("label", { for: input.id }, label),
      hint ? make("span", { class: "hint", id: `${input.id}-hint` }, hint) : null, input);
  }

  tick(at, label, value, change) {
    const input = make("input", { type: "checkbox", id: `form-editor-${at.replaceAll(".", "-")}`, "data-at": at, checked: value });
    input.addEventListener("change", () => {
      change(input.checked);
      this.changed();
    });
    return make("div", { class: "choice" }, input, make("label", { for: input.id }, label));
  }
}
