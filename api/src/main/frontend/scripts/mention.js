// While @account is typed in a note of a case, those who may see the case are offered; arrows choose, Enter or Tab takes.
const BEGUN = /(?:^|[^\w.])@([\p{L}\p{N}][\p{L}\p{N}.-]*)$/u;

const begunIn = (area) => BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;

const offer = (area, url) => {
  const list = document.createElement("ul");
  list.className = "mentions";
  list.id = `${area.id}-mentions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "@");
  list.hidden = true;
  area.after(list);
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-autocomplete", "list");
  let asked = 0;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    area.removeAttribute("aria-activedescendant");
  };

  const choose = (item) => {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === item));
    area.setAttribute("aria-activedescendant", item.id);
  };

  const take = (item) => {
    const begun = begunIn(area);
    if (begun !== null) {
      const end = area.selectionStart;
      area.setRangeText(`${item.dataset.account} `, end - begun.length, end, "end");
    }
    close();
    area.focus();
  };

  const show = (people) => {
    list.replaceChildren(...people.map((one, no) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${no}`;
      item.setAttribute("role", "option");
      item.dataset.account = one.account;
      item.textContent = `@${one.account} · ${one.name}, ${one.unit}`;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
      return item;
    }));
    list.hidden = people.length === 0;
    if (people.length > 0) choose(list.firstElementChild); else close();
  };

  area.addEventListener("input", async (event) => {
    const begun = begunIn(area);
    if (begun === null || event.isComposing) { close(); return; }
    const turn = ++asked;
    const answer = await fetch(`${url}?q=${encodeURIComponent(begun)}`, { credentials: "same-origin" });
    if (turn === asked && answer.ok) show(await answer.json());
  });

  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const here = list.querySelector("[aria-selected=true]");
    const step = { ArrowDown: here?.nextElementSibling ?? list.firstElementChild, ArrowUp: here?.previousElementSibling ?? list.lastElementChild };
    if (step[event.key]) { event.preventDefault(); choose(step[event.key]); }
    if ((event.key === "Enter" || event.key === "Tab") && here) { event.preventDefault(); take(here); }
    if (event.key === "Escape") { event.preventDefault(); close(); }
  });
  area.addEventListener("blur", close);
};

for (const area of document.querySelectorAll('form[action$="/do/note"] textarea')) {
  offer(area, new URL(area.form.action).pathname.replace(/\/do\/note$/, "/mentionable"));
}
