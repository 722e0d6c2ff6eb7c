// A piece of a page that was asked for after the session had ended would be the log-in: it is not put into the page. Where nothing is
// typed that a draft keeps, the page goes to the log-in; else it stays, and the draft says so.
document.addEventListener("htmx:beforeSwap", (event) => {
  const came = event.detail.xhr?.responseURL;
  if (!came || new URL(came).pathname !== "/login") return;
  event.detail.shouldSwap = false;
  if (!document.querySelector("form[data-draft]")) location.assign(came);
});
