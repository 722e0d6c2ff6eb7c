// The list a case was opened from is remembered for as long as the tab is open: what is done on other pages of the case comes back
// to it. Only what the page itself has led to is remembered. Without this script the address of the case tells it.
const link = document.querySelector("[data-back]");

if (link) {
  const name = `list of ${link.dataset.case}`;
  if (link.hasAttribute("href")) sessionStorage.setItem(name, link.getAttribute("href"));
  const list = sessionStorage.getItem(name);
  if (list && link.hidden) {
    link.setAttribute("href", list);
    link.hidden = false;
    document.querySelectorAll('form[action^="/tasks/"] input[name=back]').forEach((back) => { back.value = list; });
  }
}
