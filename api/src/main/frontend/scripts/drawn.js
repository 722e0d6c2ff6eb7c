// What draws is large, so it is fetched only when somebody opens what it draws.
const fetched = new Set();

const fetchOnce = (tag, address) => new Promise((done) => {
  if (!address || fetched.has(address)) {
    done();
    return;
  }
  fetched.add(address);
  const element = document.createElement(tag);
  if (tag === "link") element.rel = "stylesheet";
  element[tag === "link" ? "href" : "src"] = address;
  element.addEventListener("load", done);
  document.head.append(element);
});

document.addEventListener("toggle", async (event) => {
  const place = event.target;
  if (!(place instanceof HTMLDetailsElement) || !place.open || !place.dataset.script) return;
  await fetchOnce("link", place.dataset.style);
  await fetchOnce("script", place.dataset.script);
  place.dispatchEvent(new CustomEvent("caunoi:draw", { bubbles: true }));
}, true);
