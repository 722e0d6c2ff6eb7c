// What is wider than its place is moved by the keyboard too, and only then is it a stop on the way.
const watch = new ResizeObserver((places) => places.forEach(({ target }) => {
  const wider = target.scrollWidth > target.clientWidth;
  if (wider) target.tabIndex = 0;
  else target.removeAttribute("tabindex");
}));

const watchAll = (within) => within.querySelectorAll(".scroll").forEach((place) => watch.observe(place));

watchAll(document);
document.addEventListener("htmx:load", (event) => watchAll(event.target));
