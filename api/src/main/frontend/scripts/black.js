// What is marked in a text goes, as a line of its own, among the words that are to be blacked out.
const from = document.querySelector("[data-black-from]");
const button = document.querySelector("[data-black-into]");
const into = button && document.getElementById(button.dataset.blackInto);

if (from && button && into) {
  let marked = "";
  button.hidden = false;
  // pressing the button takes the mark away
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen.isCollapsed && from.contains(chosen.anchorNode) && from.contains(chosen.focusNode)) marked = chosen.toString();
  });
  button.addEventListener("click", () => {
    const words = marked.replace(/\s+/g, " ").trim();
    marked = "";
    if (!words || into.value.split("\n").includes(words)) return;
    into.value = into.value.trim() === "" ? words : `${into.value.trimEnd()}\n${words}`;
    into.focus();
  });
}
