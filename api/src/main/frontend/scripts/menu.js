// A menu that was left is in the way of what is under it. Without this script it closes by its own word.
const open = () => document.querySelectorAll(".nav details[open]");
const leave = (to) => open().forEach((menu) => {
  if (!menu.contains(to)) menu.open = false;
});

document.addEventListener("pointerdown", (event) => leave(event.target));
document.addEventListener("focusin", (event) => leave(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  open().forEach((menu) => {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  });
});
