// Beside each long field of a form that offers text blocks: a button that opens them. They are asked for when they are wanted.
// Arrows go from one to the next, Enter takes, Escape goes back; what was inserted is undone like what was typed.
let offered = null;

const ask = (url) => {
  offered ??= fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } }).then((answer) => {
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.json();
  });
  offered.catch(() => { offered = null; });
  return offered;
};

const element = (name, className, text = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const plainly = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** On a line of its own where something stands before it. */
const insert = (area, text) => {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const before = value.slice(0, from);
  const put = (before === "" || before.endsWith("\n") ? "" : "\n") + text;
  if (area.maxLength >= 0 && value.length - (to - from) + put.length > area.maxLength) return false;
  area.focus();
  area.setSelectionRange(from, to);
  // the one way that undo knows of; where it is gone, the text is put in all the same
  if (!document.execCommand("insertText", false, put)) {
    area.setRangeText(put, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return true;
};

class Picker {
  constructor(area, words) {
    this.area = area;
    this.words = words;
    this.button = element("button", "link small", words.open);
    this.button.type = "button";
    this.button.setAttribute("aria-expanded", "false");
    const label = area.labels?.[0]?.querySelector("span")?.textContent ?? area.labels?.[0]?.textContent ?? "";
    this.button.setAttribute("aria-label", `${words.open}: ${label.trim()}`);
    this.place = element("div", "blocks");
    this.place.id = `${area.id}-blocks`;
    this.place.hidden = true;
    this.button.setAttribute("aria-controls", this.place.id);
    this.told = element("p", "small quiet");
    this.told.setAttribute("role", "status");
    area.after(this.button, this.place, this.told);
    this.button.addEventListener("click", () => (this.place.hidden ? this.open() : this.close()));
    this.place.addEventListener("keydown", (event) => this.onKey(event));
  }

  async open() {
    this.button.setAttribute("aria-expanded", "true");
    this.told.textContent = "";
    try {
      this.show(await ask(this.words.url));
    } catch {
      this.button.setAttribute("aria-expanded", "false");
      this.told.textContent = this.words.failed;
    }
  }

  show(blocks) {
    this.find = element("input", "");
    this.find.type = "search";
    this.find.setAttribute("aria-label", this.words.find);
    this.find.placeholder = this.words.find;
    this.find.addEventListener("input", () => this.narrow());
    this.list = element("ul", "");
    this.list.append(...blocks.map((one) => this.item(one)));
    const manage = element("a", "small", this.words.manage);
    manage.href = this.words.page;
    manage.target = "_blank";
    manage.rel = "noopener";
    const none = element("p", "small quiet", blocks.length === 0 ? this.words.none : "");
    this.place.replaceChildren(...(blocks.length > 0 ? [this.find, this.list] : [none]), manage);
    this.place.hidden = false;
    (blocks.length > 0 ? this.find : manage).focus();
  }

  item(one) {
    const row = element("li", "");
    const take = element("button", "low");
    take.type = "button";
    take.append(element("strong", "", one.name));
    if (!one.own) take.append(" ", element("span", "badge", this.words.shared));
    take.append(element("span", "hint", one.text.length > 120 ? `${one.text.slice(0, 120)}…` : one.text));
    take.addEventListener("click", () => this.take(one));
    row.dataset.words = plainly(`${one.name} ${one.text}`);
    row.append(take);
    return row;
  }

  narrow() {
    const words = plainly(this.find.value).split(/\s+/).filter(Boolean);
    for (const row of this.list.children) row.hidden = !words.every((word) => row.dataset.words.includes(word));
  }

  take(one) {
    if (insert(this.area, one.text)) {
      this.close(false);
      this.told.textContent = this.words.done.replace("#", one.name);
    } else this.told.textContent = this.words.toolong;
  }

  close(back = true) {
    this.place.hidden = true;
    this.place.replaceChildren();
    this.button.setAttribute("aria-expanded", "false");
    if (back) this.area.focus();
  }

  onKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
    if (event.key === "Enter" && event.target === this.find) {
      event.preventDefault();
      this.list.querySelector("li:not([hidden]) button")?.click();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.list) return;
    event.preventDefault();
    const stops = [this.find, ...this.list.querySelectorAll("li:not([hidden]) button")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  }
}

const offerIn = (within) => within.querySelectorAll("[data-blocks]").forEach((place) => {
  const { blocks: url, open, find, none, shared, manage, done, toolong, failed } = place.dataset;
  const words = { url, open, find, none, shared, manage, done, toolong, failed, page: place.querySelector("a").href };
  place.closest("form").querySelectorAll("textarea").forEach((area) => {
    if (document.getElementById(`${area.id}-blocks`)) return;
    new Picker(area, words);
  });
});

offerIn(document);
document.addEventListener("htmx:load", (event) => offerIn(event.target));
