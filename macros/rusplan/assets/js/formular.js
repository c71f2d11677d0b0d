// A form whose choices stand in the page's address, so that they can be shared and Back undoes them.

/** What is chosen, in the form's order; empty fields are left out, and what else the address holds is kept. */
export function readForm(form) {
  const known = new Set([...form.elements].map((field) => field.name));
  const params = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) if (!known.has(name)) params.append(name, value);
  for (const [name, value] of new FormData(form)) if (value.trim()) params.append(name, value.trim());
  return params;
}

/** Show what an address chooses. */
export function fillForm(form, params) {
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === "checkbox") field.checked = params.getAll(field.name).includes(field.value);
    else field.value = params.get(field.name) ?? "";
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  }
}

/** True if an address chooses anything in the form. */
export function chooses(form, params) {
  return [...form.elements].some((field) => field.name && params.has(field.name));
}

/** Put what is chosen in the address: one step back for each choice, one for a whole typed text. */
export function remember(form, typing) {
  const query = readForm(form).toString();
  const address = query ? `?${query}` : location.pathname;
  const same = typing && history.state?.typing;
  history[same ? "replaceState" : "pushState"]({ typing }, "", address);
}

/** Call `change` after each choice and each step back or forward. */
export function follow(form, change) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    remember(form, event.target.type === "search");
    change();
  });
  addEventListener("popstate", () => {
    fillForm(form, new URLSearchParams(location.search));
    change();
  });
}
