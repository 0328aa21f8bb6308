// Keeps the board up to date, and says so when it cannot.
"use strict";
{
  const line = document.getElementById("live");
  const text = document.getElementById("live-text");
  const board = document.getElementById("board");
  const changed = document.getElementById("changed");
  let time = line.dataset.time;
  let waiting = null;
  let source = null;

  function tell(lost) {
    const said = (lost ? line.dataset.lost : line.dataset.fine).replace("{time}", time);
    line.classList.toggle("lost", lost);
    if (text.textContent !== said) text.textContent = said;
  }

  // Whoever is writing a note or about to confirm something does not lose it to an update.
  function busy() {
    if (board.querySelector("details.confirm[open]")) return true;
    return [...board.querySelectorAll("input[type=text], textarea")].some((each) => each.value !== each.defaultValue);
  }

  function name(element) {
    const form = element.form;
    return form ? JSON.stringify([...new FormData(form)].filter(([key]) => key !== "token")) : element.textContent;
  }

  function replace(html) {
    waiting = null;
    changed.hidden = true;
    const focused = board.contains(document.activeElement) ? name(document.activeElement) : null;
    const unfolded = [...board.querySelectorAll("details[open] > summary")].map((each) => each.textContent);
    board.innerHTML = html;
    for (const each of board.querySelectorAll("details > summary")) {
      if (unfolded.includes(each.textContent)) each.parentElement.open = true;
    }
    if (focused) [...board.querySelectorAll("button, a, summary, select")].find((each) => name(each) === focused)?.focus();
  }

  function listen() {
    source = new EventSource(line.dataset.live);
    source.addEventListener("board", (event) => {
      if (!busy()) return replace(event.data);
      waiting = event.data;
      changed.hidden = false;
    });
    source.addEventListener("time", (event) => { time = event.data; tell(false); });
    source.addEventListener("error", () => {
      tell(true);
      // Where the server answered with anything but events, the browser does not try again.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    });
  }

  changed.addEventListener("click", () => { if (waiting) replace(waiting); });
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
}
