// New work is told of without moving what is read. The pages of one browser share one line, where the browser lets them.
const bar = document.getElementById("news");
const title = document.title;
const mine = new Set();
const offered = new Set();
const heard = [];

const shown = () => new Set([...document.querySelectorAll("[data-task]")].map((row) => row.dataset.task));

function addresses() {
  const here = new URL(location.href);
  here.searchParams.delete("cursor");
  const toMe = bar.dataset.scope !== "mine" || mine.size > 0;
  return toMe ? here.href : bar.dataset.unit;
}

function show(text, count) {
  const link = bar.querySelector("a");
  link.textContent = text;
  link.href = addresses();
  bar.hidden = false;
  document.title = count ? `(${count}) ${title}` : title;
}

function take(told) {
  if (told.id <= Number(bar.dataset.since)) return;
  if (told.stale) return show(bar.dataset.stale, 0);
  const known = shown();
  told.mine.filter((task) => !known.has(task)).forEach((task) => mine.add(task));
  told.offered.filter((task) => !known.has(task) && !mine.has(task)).forEach((task) => offered.add(task));
  const count = mine.size + offered.size;
  if (count > 0) show(count === 1 ? bar.dataset.one : bar.dataset.many.replace("#", count), count);
}

function listen(tell) {
  const line = new EventSource(bar.dataset.src);
  const hear = (event, stale) => {
    const told = { ...JSON.parse(event.data), stale, id: Number(event.lastEventId) };
    heard.push(told);
    take(told);
    tell(told);
  };
  line.addEventListener("tasks", (event) => hear(event, false));
  line.addEventListener("stale", (event) => hear(event, true));
}

function listenTogether() {
  const others = new BroadcastChannel("caunoi-news");
  others.addEventListener("message", ({ data }) => (data.hello ? heard.forEach((told) => others.postMessage(told)) : take(data)));
  others.postMessage({ hello: true });
  // kept as long as this page is there; then the next page has it
  navigator.locks.request("caunoi-news", () => {
    listen((told) => others.postMessage(told));
    return new Promise(() => {});
  });
}

if (bar && "EventSource" in window) {
  if (navigator.locks && "BroadcastChannel" in window) listenTogether();
  else listen(() => {});
}
