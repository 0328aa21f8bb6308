// What every page shares: telling the style that scripts run, and copying.
"use strict";
document.documentElement.classList.add("scripted");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const form = document.getElementById("check");
  const said = form ? form.dataset : {};
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = said.copied || "✔";
  } catch {
    // Without https the clipboard is closed to scripts: the text is selected, a key copies it.
    getSelection().selectAllChildren(source);
    button.textContent = said.uncopied || "Ctrl+C";
  }
  setTimeout(() => { button.textContent = before; }, 3000);
});

addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details:not(.confirm)")) each.open = true;
});

document.querySelector("[data-print]")?.addEventListener("click", () => print());
