// Scans of the form at the desk are taken in as soon as they are chosen, in as many goes as the server's limit asks for.
let rest = [];
let told = "";

const field = () => document.getElementById("q-files");

function tell(message) {
  told = message;
  const place = document.querySelector("[data-scans-told]");
  if (place && message) place.textContent = message;
}

function send(files) {
  const most = Number(field().dataset.together);
  const now = new DataTransfer();
  let size = 0;
  rest = [];
  for (const file of files) {
    if (rest.length || (now.files.length && size + file.size > most)) rest.push(file);
    else {
      now.items.add(file);
      size += file.size;
    }
  }
  field().files = now.files;
  if (now.files.length) field().form.querySelector("[name=scan]").click();
}

document.addEventListener("change", (event) => {
  if (event.target !== field()) return;
  const { each, tooLarge } = field().dataset;
  const chosen = [...field().files];
  const isLarge = (file) => file.size > Number(each);
  tell(chosen.filter(isLarge).map((file) => `${file.name}: ${tooLarge}`).join(" "));
  send(chosen.filter((file) => !isLarge(file)));
});

document.addEventListener("htmx:afterSettle", () => {
  if (!field() || !(rest.length || told)) return;
  const place = document.querySelector("[data-scans-told]");
  if (told && !place.textContent) place.textContent = told;
  told = place.textContent;
  if (rest.length) send(rest);
  else told = "";
});

for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.target?.id !== "hand-in" || !field()?.files.length) return;
    rest = [];
    field().value = "";
    tell(field().dataset.failed);
    told = "";
  });
}
