// A browser says in its own language where to choose a file and what was chosen. Our words lie under its input, which stays what
// is clicked, focused and dropped on; without script it is seen as it is.
const { fileChoose, fileNone, fileMany } = document.body.dataset;

const chosen = ({ files }) => {
  if (files.length === 0) return fileNone;
  return files.length === 1 ? files[0].name : fileMany.replace("#", String(files.length));
};

const span = (name, text) => {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  made.setAttribute("aria-hidden", "true");
  return made;
};

const cover = (input) => {
  if (input.closest(".chooser")) return;
  const chooser = document.createElement("span");
  chooser.className = "chooser";
  const told = span("chosen", "");
  const tell = () => { told.textContent = chosen(input); };
  input.before(chooser);
  chooser.append(span("button low", fileChoose), told, input);
  input.addEventListener("change", tell);
  input.form?.addEventListener("reset", () => setTimeout(tell));
  tell();
};

const coverAll = (within) => within.querySelectorAll("input[type=file]").forEach(cover);

coverAll(document);
document.addEventListener("htmx:load", (event) => coverAll(event.target));
