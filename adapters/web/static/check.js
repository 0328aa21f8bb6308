// Marks a draft while it is written. The text is sent to this page's own server and nowhere else.
"use strict";
{
  const form = document.getElementById("check");
  const box = document.getElementById("text");
  const mirror = document.getElementById("mirror");
  const advice = document.getElementById("advice");
  const state = document.getElementById("state");
  const summary = document.getElementById("summary");
  const clear = document.getElementById("clear");
  const empty = advice.innerHTML;
  const said = form.dataset;
  // What the marks belong to: stretches to underline, and the places that advice speaks of.
  let shown = { text: "", marks: [], places: [] };
  let asking = null; // the check under way
  let wait = 0;
  let told = 0;
  let failures = 0;

  // Marks move with the text around them until the next answer; what is edited loses its own.
  function moved(marks, before, after) {
    let head = 0;
    const most = Math.min(before.length, after.length);
    while (head < most && before[head] === after[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    const end = before.length - tail;
    const by = after.length - before.length;
    return marks.flatMap(([from, to, ...rest]) => {
      if (to <= head) return [[from, to, ...rest]];
      if (from >= end) return [[from + by, to + by, ...rest]];
      return [];
    });
  }

  function draw() {
    const text = box.value;
    clear.hidden = !text;
    const huge = text.length > said.longest * 2;
    mirror.parentElement.classList.toggle("huge", huge);
    if (huge) return mirror.replaceChildren();
    if (shown.text !== text) {
      const [marks, places] = [shown.marks, shown.places].map((each) => moved(each, shown.text, text));
      shown = { text, marks, places };
    }
    const pieces = document.createDocumentFragment();
    let at = 0;
    for (const [from, to, severity, number] of shown.marks) {
      pieces.append(text.slice(at, from));
      const mark = document.createElement("mark");
      mark.className = severity;
      mark.dataset.number = number;
      mark.textContent = text.slice(from, to);
      pieces.append(mark);
      at = to;
    }
    // A last line without letters has no height of its own.
    pieces.append(text.slice(at) + "\u200b");
    mirror.replaceChildren(pieces);
  }

  function say(text, bad, link) {
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("bad", Boolean(bad));
    if (link) {
      const anchor = document.createElement("a");
      Object.assign(anchor, { href: link, target: "_blank", rel: "noopener", textContent: said.signIn });
      state.append(" ", anchor);
    }
  }

  function measure(meter) {
    const line = document.getElementById("length");
    line.hidden = !meter;
    if (!meter) return;
    const bar = document.getElementById("meter");
    bar.max = meter.most;
    bar.value = Math.min(meter.used, meter.most);
    document.getElementById("used").textContent = `${meter.used} / ${meter.most}`;
    line.classList.toggle("over", meter.used > meter.most);
  }

  // A list is replaced only where it differs, what was unfolded stays so, and the focus stays.
  function replace(place, html) {
    if (place.dataset.html === html) return;
    const unfolded = new Map([...place.querySelectorAll("details")].map((each) => [each.dataset.rule, each.open]));
    const inside = place.contains(document.activeElement);
    place.innerHTML = html;
    place.dataset.html = html;
    for (const each of place.querySelectorAll("details")) {
      if (unfolded.has(each.dataset.rule)) each.open = unfolded.get(each.dataset.rule);
    }
    if (inside) box.focus();
  }

  function announce(text) {
    clearTimeout(told);
    told = setTimeout(() => { if (summary.textContent !== text) summary.textContent = text; }, summary.textContent ? 700 : 0);
  }

  function show(text, answer) {
    failures = 0;
    say("");
    shown = { text, marks: answer.marks, places: answer.places };
    draw();
    replace(advice, answer.advice);
    replace(document.getElementById("corrected"), answer.corrected);
    measure(answer.meter);
    if (answer.language) box.lang = answer.language;
    announce(answer.summary);
    form.dispatchEvent(new CustomEvent("checked"));
  }

  function nothing() {
    announce("");
    replace(advice, empty);
    replace(document.getElementById("corrected"), "");
    measure(null);
    say("");
  }

  function fields() {
    const all = Object.fromEntries(new FormData(form));
    delete all.token;
    return all;
  }

  async function ask(extra) {
    asking?.abort();
    const text = box.value;
    if (!text.trim()) return nothing();
    if (text.length > said.longest * 2) return say(said.long, true);
    const mine = (asking = new AbortController());
    try {
      const response = await fetch(said.live, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...fields(), ...extra }),
        signal: mine.signal,
        redirect: "error",
      });
      if (response.ok) return show(text, await response.json());
      if (response.status === 401) return say(said.out, true, said.sign + "?to=" + encodeURIComponent("/" + document.documentElement.lang + "/signed-in"));
      if (response.status === 413) return say((await response.json()).problem, true);
      if (response.status === 429) { say(said.busy, true); return later(4000); }
      throw new Error(response.status);
    } catch (error) {
      if (error.name === "AbortError") return undefined;
      say(said.lost, true);
      return later(Math.min(30000, 1000 * 2 ** failures++));
    }
  }

  function later(milliseconds) {
    clearTimeout(wait);
    wait = setTimeout(ask, milliseconds);
  }

  function changed() {
    draw();
    settle();
    later(box.value.length > said.often ? 700 : 20);
  }

  // A draft is counted once, when it has rested a while or is taken away: no keystroke is.
  let rest = 0;
  let counted = false;
  function settle() {
    clearTimeout(rest);
    if (!box.value.trim()) counted = false;
    else if (!counted) rest = setTimeout(count, 8000);
  }
  function count() {
    clearTimeout(rest);
    if (counted || !box.value.trim()) return;
    counted = true;
    ask({ count: "1" });
  }

  function places(number, words = "") {
    const begins = words.replace(/…$/, "");
    return shown.places.filter(([from, to, each]) => each === Number(number) && box.value.slice(from, to).startsWith(begins));
  }

  // Undo works as ever: the browser itself puts the words in.
  function put(from, to, words) {
    box.focus();
    box.setSelectionRange(from, to);
    if (!document.execCommand(words ? "insertText" : "delete", false, words)) {
      box.setRangeText(words, from, to, "end");
      changed();
    }
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".go")) {
      // Pressed again, it goes on to the next place with these words.
      const found = places(button.dataset.number, button.textContent);
      const place = found.find(([from]) => from > box.selectionStart) ?? found[0];
      if (place) {
        box.focus();
        box.setSelectionRange(place[0], place[1]);
        mirror.querySelector(`mark[data-number="${place[2]}"]`)?.scrollIntoView({ block: "nearest" });
      }
    } else if (button.matches(".use")) {
      const [place] = places(button.dataset.number);
      if (place) put(place[0], place[1], button.dataset.text);
    } else if (button.matches("[data-take]")) {
      put(0, box.value.length, document.getElementById(button.dataset.take).textContent);
    } else if (button.matches("[data-copy]")) {
      count();
    } else if (button === clear) {
      put(0, box.value.length, "");
    } else if (button.id === "send") {
      event.preventDefault();
      clearTimeout(wait);
      ask();
    }
  });

  // Where the caret stands in a marked place, its advice shows itself.
  document.addEventListener("selectionchange", () => {
    if (document.activeElement !== box) return;
    const at = box.selectionStart;
    const mark = shown.marks.find(([from, to]) => from <= at && at <= to);
    for (const each of advice.querySelectorAll("li.here")) each.classList.remove("here");
    if (mark) advice.querySelector(`li[data-number="${mark[3]}"]`)?.classList.add("here");
  });

  box.addEventListener("input", changed);
  form.addEventListener("change", (event) => { if (event.target !== box) ask(); });
  addEventListener("online", () => ask());
  addEventListener("pageshow", () => { draw(); if (box.value) ask(); });
}
