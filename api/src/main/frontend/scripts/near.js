// A day that lies near is put into its field by one click, as if it were typed. Without this script they are not shown.
document.addEventListener("click", (event) => {
  const near = event.target.closest?.("[data-near]");
  const input = near?.closest(".field")?.querySelector("input");
  if (!input) return;
  input.value = near.dataset.near;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.focus();
});
