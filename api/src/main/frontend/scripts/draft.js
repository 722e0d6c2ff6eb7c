// What is typed into a form is kept on the server a second after the last key, and when the page is left.
const PAUSE = 1000;
const AGAIN = 10000;
const waiting = new WeakMap();

const bodyOf = (form) => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  return body;
};

const request = (form) => ({
  method: "POST", body: bodyOf(form), credentials: "same-origin", headers: { "Caunoi-Draft": "1", Accept: "application/json" },
});

const say = (form, message, taken) => {
  const told = form.querySelector("[data-draft-told]");
  if (!told) return;
  told.textContent = message;
  told.classList.toggle("taken", taken);
};

const keep = async (form) => {
  waiting.delete(form);
  try {
    const answer = await fetch(form.dataset.draft, request(form));
    const told = await answer.json();
    say(form, told.message ?? "", told.taken === true);
  } catch {
    say(form, form.querySelector("[data-draft-told]")?.dataset.offline ?? "", false);
    later(form, AGAIN);
  }
};

const later = (form, pause) => {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), pause));
};

const typedIn = (event) => {
  const form = event.target.form;
  if (form?.dataset.draft && event.target.type !== "file") later(form, PAUSE);
};

document.addEventListener("input", typedIn);
document.addEventListener("change", typedIn);
document.addEventListener("submit", (event) => {
  clearTimeout(waiting.get(event.target));
  waiting.delete(event.target);
});
addEventListener("pagehide", () => document.querySelectorAll("form[data-draft]").forEach((form) => {
  if (!waiting.has(form)) return;
  fetch(form.dataset.draft, { ...request(form), keepalive: true });
}));
