// The form at the desk. A hand scanner types the text of a card and ends with Enter: that fills the form and does not
// send it. So does Enter in the number that is looked up. While an input method composes, Enter belongs to it first.
const BUTTONS = { "q-card": "[name=fill][value=card]", "q-lookup": "[name=look][value=person]" };
const fill = (field) => field.form?.querySelector(BUTTONS[field.id])?.click();

document.addEventListener("keydown", (event) => {
  if (!BUTTONS[event.target.id] || event.key !== "Enter") return;
  event.preventDefault();
  const field = event.target;
  if (event.isComposing || event.keyCode === 229) {
    field.addEventListener("compositionend", () => setTimeout(() => fill(field)), { once: true });
  } else {
    fill(field);
  }
});

// What is wrong with a part of the form is shown in it; the form on the page stays otherwise as it is.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "hand-in" || event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
