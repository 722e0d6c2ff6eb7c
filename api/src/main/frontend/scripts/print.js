// A button that prints is there only where it can.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
