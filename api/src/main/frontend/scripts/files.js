// Too many files, or too big ones, are told before they are sent: it takes long, and then everything typed would be sent in vain.
const wrong = (input) => {
  const most = Object.fromEntries(["most", "each", "together", "kept", "keptBytes"].map((name) => [name, Number(input.dataset[name] || 0)]));
  const sizes = Array.from(input.files, (file) => file.size);
  if (sizes.length + most.kept > most.most) return input.dataset.toomany;
  if (sizes.some((size) => size > most.each)) return input.dataset.toobig;
  return sizes.reduce((all, size) => all + size, most.keptBytes) > most.together ? input.dataset.toomuch : "";
};

for (const input of document.querySelectorAll("input[type=file][data-files-told]")) {
  const told = document.getElementById(input.dataset.filesTold);
  const look = () => {
    told.textContent = wrong(input);
    input.setAttribute("aria-invalid", String(told.textContent !== ""));
    return told.textContent === "";
  };
  input.addEventListener("change", look);
  input.form.addEventListener("submit", (event) => {
    if (look()) return;
    event.preventDefault();
    input.focus();
  });
}
