// The drop zone: takes files and folders, sends them up three at a time, then tells Python.
const LIMIT = Number(props.limit);
const AT_ONCE = 3;
const SKIPPED = /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i;
const status = (text) => (element.querySelector(".bb-drop-status").textContent = text);
const zone = () => element.querySelector(".bb-drop");

const entries = async (entry) => {
  if (entry.isFile) return [await new Promise((ok, no) => entry.file(ok, no))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (!some.length) return found;
    for (const inner of some) found.push(...(await entries(inner)));
  }
};

const send = async (files) => {
  files = files.filter((file) => !SKIPPED.test(file.name));
  if (!files.length || element.busy) return;
  if (files.length > Number(props.most)) return status(props.too_many);
  element.busy = true;
  zone().setAttribute("aria-busy", "true");
  const sent = [];
  let done = 0;
  const waiting = files.map((file, index) => ({ file, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { file, index } = next;
      const name = file.name.normalize("NFC");
      const folder = (file.webkitRelativePath || "").split("/").slice(0, -1).join("/");
      const result = { name, folder: folder.normalize("NFC"), path: "", problem: "" };
      sent[index] = result;
      status(props.sending.replace("{done}", done).replace("{total}", files.length));
      if (file.size > LIMIT) result.problem = "large";
      else if (!file.size) result.problem = "empty";
      else {
        try {
          result.path = (await upload(file)).path;
        } catch (error) {
          console.error(error);
          result.problem = "lost";
        }
      }
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  status("");
  element.busy = false;
  zone().removeAttribute("aria-busy");
  trigger("upload", { files: sent });
};

element.addEventListener("change", (event) => {
  if (event.target.type !== "file") return;
  const files = [...event.target.files];
  event.target.value = "";
  send(files);
});
element.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone().classList.add("over");
});
element.addEventListener("dragleave", () => zone().classList.remove("over"));
element.addEventListener("drop", async (event) => {
  event.preventDefault();
  zone().classList.remove("over");
  const roots = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
  const files = [];
  for (const root of roots) if (root) files.push(...(await entries(root)));
  send(files.length ? files : [...event.dataTransfer.files]);
});
