// A form while it is written in: what is typed is kept, problems stand at their fields, and the page beside follows. Without this script
// the form works all the same: its buttons are those of a form.

const PAUSE = 300;
const form = document.querySelector("#formular");
const state = document.querySelector("#lage");
const beside = document.querySelector("#bredvid");
const guard = document.querySelector('meta[name="skydd"]')?.content ?? "";
let waiting = 0;
let turn = 0;
let dirty = false;
let unsent = false;

const tell = (text) => {
  if (state && state.textContent !== text) state.textContent = text;
};

const post = (address, body) => fetch(address, { method: "POST", body, headers: { "X-Rusplan-Skydd": guard } });

// A page as the answer: read by the browser itself, for the policy of the editor lets no script make markup of a text.
const page = (address, body) => new Promise((done) => {
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.responseType = "document";
  request.setRequestHeader("X-Rusplan-Skydd", guard);
  request.onload = () => done(request.status < 500 ? request.responseXML : null);
  request.onerror = () => done(null);
  request.send(body);
});

// ------------------------------------------------------------ what is typed is kept

const key = () => `rusplan:${form.dataset.kladd}`;

const keep = async () => {
  const typed = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.kladd, { method: "PUT", body: typed.toString(), headers: { "X-Rusplan-Skydd": guard, "Content-Type": "text/plain;charset=utf-8" } });
    if (!answer.ok) throw new Error(answer.statusText);
    localStorage.removeItem(key());
    return true;
  } catch {
    localStorage.setItem(key(), typed.toString());
    return false;
  }
};

// ------------------------------------------------------------ problems at their fields

const mark = (id, texts) => {
  const place = document.getElementById(`${id}-fel`);
  if (!place) return;
  place.replaceChildren(...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  place.closest(".red-falt, .red-grupp, .red-delar")?.classList.toggle("red-falt--fel", texts.length > 0);
  const control = document.getElementById(id);
  if (texts.length) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
};

const show = (problems) => {
  const at = Map.groupBy ? Map.groupBy(problems, (one) => one.id) : new Map(problems.map((one) => [one.id, [one]]));
  for (const place of form.querySelectorAll(".red-fel[id]")) {
    const id = place.id.replace(/-fel$/, "");
    mark(id, (at.get(id) ?? []).map((one) => one.text));
  }
};

// ------------------------------------------------------------ after a pause

// The page beside comes first, for it takes the least; then what is wrong.
const follow = async () => {
  const own = ++turn;
  const body = new FormData(form);
  const kept = keep();
  if (beside && !beside.hidden) {
    const fresh = await page(beside.dataset.adress, body);
    if (own === turn && fresh) draw(fresh);
  }
  if (own !== turn) return;
  const found = await post(form.dataset.prova, body).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  const isKept = await kept;
  if (own !== turn || !dirty) return;
  unsent = !isKept;
  if (found) show(found.fel);
  const wrong = found ? found.fel.length + found.andra : 0;
  const where = isKept ? "Det du skriver finns kvar om du stänger." : "Servern svarar inte. Det du skriver finns kvar i den här webbläsaren.";
  tell(wrong ? `Inte sparat. ${wrong === 1 ? "En sak" : `${wrong} saker`} att rätta. ${where}` : `Inte sparat. ${where}`);
};

const soon = () => {
  dirty = true;
  unsent = true;
  clearTimeout(waiting);
  waiting = setTimeout(follow, PAUSE);
};

// ------------------------------------------------------------ the page beside

const draw = (fresh) => {
  const old = beside.querySelector("iframe").contentDocument;
  const [here, there] = [old, fresh].map((one) => one?.querySelector("#innehall") ?? one?.querySelector("main"));
  if (here && there) here.replaceWith(old.adoptNode(there));
};

if (beside) {
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => (beside.hidden = !wide.matches);
  wide.addEventListener("change", fit);
  fit();
  // Whoever types before the page is there would see it as it is saved.
  beside.querySelector("iframe").addEventListener("load", () => dirty && soon());
}

// ------------------------------------------------------------ buttons of lists, without leaving the page

const exchange = async (button) => {
  const body = new FormData(form);
  body.append("gor", button.value);
  const fresh = (await page(form.getAttribute("action"), body))?.querySelector("#formular");
  if (!fresh) return tell("Servern svarar inte. Försök igen om en stund.");
  const open = new Set([...form.querySelectorAll("details[open]")].map((one) => one.id));
  form.replaceChildren(...[...fresh.childNodes].map((one) => document.adoptNode(one)));
  for (const one of form.querySelectorAll("details")) if (one.id && open.has(one.id)) one.open = true;
  const goal = document.getElementById(fresh.dataset.vidare ?? "");
  goal?.closest("details")?.setAttribute("open", "");
  (goal?.querySelector("summary, button, input:not([type=hidden]), textarea, select") ?? goal)?.focus();
  prepare();
  soon();
};

// ------------------------------------------------------------ several choices: a row more when the last one is filled in

const another = (event) => {
  const row = event.target.closest(".red-vald--ny");
  if (!row || !event.target.value) return;
  const next = row.cloneNode(true);
  next.querySelector("input").value = "";
  row.classList.remove("red-vald--ny");
  row.after(next);
};

const prepare = () => {
  for (const field of form.querySelectorAll("textarea")) {
    if (!CSS.supports("field-sizing", "content")) field.rows = Math.max(field.rows, field.value.split("\n").length + Math.floor(field.value.length / 60));
  }
};

if (form) {
  form.addEventListener("input", soon);
  form.addEventListener("change", (event) => (another(event), soon()));
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.value?.includes(":")) {
      dirty = false;
      unsent = false;
      clearTimeout(waiting);
      return;
    }
    event.preventDefault();
    exchange(button);
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".red-knapp--spara"));
    }
  });
  prepare();
  addEventListener("pagehide", () => unsent && localStorage.setItem(key(), new URLSearchParams(new FormData(form)).toString()));
  const lost = localStorage.getItem(key());
  if (document.querySelector("#besked .red-notis")) localStorage.removeItem(key());
  else if (lost) keepLost(lost);
}

// What the server could not keep when it was typed is given to it now, and shown.
async function keepLost(typed) {
  const answer = await fetch(form.dataset.kladd, { method: "PUT", body: typed, headers: { "X-Rusplan-Skydd": guard, "Content-Type": "text/plain;charset=utf-8" } }).catch(() => null);
  if (answer?.ok) {
    localStorage.removeItem(key());
    location.reload();
  }
}
