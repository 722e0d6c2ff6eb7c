// What is typed into a form is kept on the server a second after the last key, and when the page is left. Each draft tells its turn,
// so that one that is late never replaces a later one. Whoever was signed out is told, keeps the text, and goes on once signed in again.
const PAUSE = 1000;
const AGAIN = 10000;
const waiting = new WeakMap();
const steps = new WeakMap();
const out = new Set();

const toldOf = (form) => form.querySelector("[data-draft-told]");

/** A box that was ticked and is no more tells so; of those that never were nothing is said. */
const bodyOf = (form) => {
  const body = new URLSearchParams();
  const unkept = (form.dataset.unkept ?? "").split(" ");
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !unkept.includes(name)) body.append(name, value);
  }
  form.querySelectorAll("input[type=checkbox]").forEach((box) => {
    if (box.defaultChecked && !box.checked && !body.has(box.name)) body.append(box.name, "false");
  });
  return body;
};

const request = (form) => {
  const step = (steps.get(form) ?? 0) + 1;
  steps.set(form, step);
  return {
    method: "POST", body: bodyOf(form), credentials: "same-origin", redirect: "manual",
    headers: { "Caunoi-Draft": `${toldOf(form)?.dataset.turn ?? 0}.${step}`, Accept: "application/json" },
  };
};

const say = (form, message, taken) => {
  const told = toldOf(form);
  if (!told) return;
  told.textContent = message;
  told.classList.toggle("taken", taken);
  const login = form.querySelector("[data-draft-login]");
  if (login) login.hidden = !out.has(form);
};

// a way to the log-in is not followed: it may lead to another site, which answers no script
const isOut = (answer) => answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;

/** A fresh token for every form of the page, if the same person is signed in. */
const passed = async (form) => {
  const told = toldOf(form)?.dataset ?? {};
  const answer = await fetch(told.pass, { credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json" } });
  if (isOut(answer) || !answer.ok) return false;
  const { token, account } = await answer.json();
  if (account !== told.account) return false;
  document.querySelectorAll("input[name=_csrf]").forEach((input) => { input.value = token; });
  return true;
};

const tell = async (form, answer) => {
  out.delete(form);
  const told = await answer.json();
  say(form, told.message ?? "", told.taken === true);
};

/** A form that was replaced by another piece of the page goes on in that one. */
const keep = async (left) => {
  waiting.delete(left);
  const form = left.isConnected ? left : document.querySelector(`form[data-draft="${left.dataset.draft}"]`);
  if (!form) return;
  try {
    if (out.has(form) && !(await passed(form))) return stayOut(form);
    const answer = await fetch(form.dataset.draft, request(form));
    if (!isOut(answer)) await tell(form, answer);
    else if (out.has(form)) stayOut(form);
    else {
      out.add(form);
      await keep(form);
    }
  } catch {
    say(form, toldOf(form)?.dataset.offline ?? "", false);
    later(form, AGAIN);
  }
};

const stayOut = (form) => {
  out.add(form);
  say(form, toldOf(form)?.dataset.out ?? "", true);
  later(form, AGAIN);
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
  const form = event.target;
  if (out.has(form)) {
    // the page that follows would be the log-in, and what was typed would be gone
    event.preventDefault();
    form.querySelector("[data-draft-login]")?.focus();
    keep(form);
    return;
  }
  clearTimeout(waiting.get(form));
  waiting.delete(form);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") out.forEach((form) => later(form, 0));
});
addEventListener("pagehide", () => document.querySelectorAll("form[data-draft]").forEach((form) => {
  if (!waiting.has(form)) return;
  fetch(form.dataset.draft, { ...request(form), keepalive: true });
}));
