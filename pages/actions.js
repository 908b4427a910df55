// Runs once for each gr.HTML part, which gives it `element`, `trigger`, `watch` and `props`.
// A click on anything with data-do reaches Python as its data-* values and its form's fields.
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard without https, except on this machine.
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
};
const close = () => {
  props.value = "";
  element.opener?.focus?.();
  element.opener = null;
};
element.addEventListener("click", (event) => {
  const control = event.target.closest("[data-do]");
  if (!control || !element.contains(control) || control.disabled) return;
  event.preventDefault();
  const data = { ...control.dataset };
  if (data.done) {
    const label = control.textContent;
    control.textContent = data.done;
    setTimeout(() => (control.textContent = label), 1500);
  }
  element.clicked = true;
  if (data.do === "copy") return copy(data.text);
  if (data.do === "close") return close();
  const form = control.closest("form");
  if (form) data.form = Object.fromEntries(new FormData(form));
  trigger("click", data);
});
element.addEventListener("submit", (event) => event.preventDefault());
element.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector("[role=dialog]")) close();
  // A dialog keeps the focus inside.
  const dialog = event.key === "Tab" && element.querySelector("[role=dialog]");
  if (!dialog) return;
  const stops = [...dialog.querySelectorAll("a[href], button, input, select, textarea, [tabindex]")];
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement === edge) {
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  }
});
watch("value", () => {
  element.querySelector("a[data-save]")?.click(); // a file that was asked for
  // A quotation is in sight within its surroundings.
  for (const mark of element.querySelectorAll("blockquote mark")) {
    const box = mark.closest("blockquote");
    const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (box.querySelector("mark") === mark) box.scrollTop += above - box.clientHeight / 3;
  }
  // A new question comes to the top of the conversation once; then the reader scrolls.
  const questions = element.id && element.closest("#current")?.querySelectorAll(".bb-question");
  const asked = questions?.[questions.length - 1]?.textContent;
  if (asked && asked !== element.asked) {
    const block = matchMedia("(min-width: 1001px)").matches ? "start" : "nearest";
    questions[questions.length - 1].scrollIntoView({ block });
  }
  element.asked = asked;
  const dialog = element.querySelector("[role=dialog]");
  if (!dialog) {
    // Python closed the dialog, or drew the control anew that was clicked: the focus stays near.
    element.opener?.focus?.();
    element.opener = null;
    const lost = element.clicked && document.activeElement === document.body;
    if (lost) element.querySelector("[data-home]")?.focus();
    element.clicked = false;
    return;
  }
  element.opener ??= document.activeElement;
  dialog.querySelector("[data-focus]")?.focus({ preventScroll: true });
  dialog.querySelector("mark")?.scrollIntoView({ block: "center" });
});
