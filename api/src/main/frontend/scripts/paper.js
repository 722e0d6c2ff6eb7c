// The paper in the printer of this desk stays the same from slip to slip.
const KEY = "caunoi-paper";
const papers = document.querySelector("[data-papers]");

if (papers) {
  const known = papers.querySelector(`[value="${localStorage.getItem(KEY) === "a4" ? "a4" : "a5"}"]`);
  known.checked = true;
  papers.addEventListener("change", (event) => localStorage.setItem(KEY, event.target.value));
}
