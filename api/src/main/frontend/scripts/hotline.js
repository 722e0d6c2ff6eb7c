// Whoever answers the hotline types at once: the cursor stands in the first field, and Ctrl+Enter sends from any.
const call = document.querySelector("form#call");

if (call) {
  (call.querySelector("[aria-invalid]") ?? call.querySelector("input:not([type=hidden])")).focus();
  call.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    call.requestSubmit();
  });
}
