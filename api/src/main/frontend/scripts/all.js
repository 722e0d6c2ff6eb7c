// One box ticks all rows of its form on this page. Without script the rows are ticked one by one, so it shows itself only here.
const rowsOf = (box) => document.querySelectorAll(`input[type=checkbox][form="${box.dataset.all}"]`);

const show = (within) => within.querySelectorAll("input[data-all]").forEach((box) => {
  box.closest("[hidden]")?.removeAttribute("hidden");
});

document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.all)
    rowsOf(target).forEach((row) => { row.checked = target.checked; });
});
show(document);
document.addEventListener("htmx:load", (event) => show(event.target));
