// Files that leave the page and come back. Loaded when the first one is asked for, and with it the module that makes and
// reads them; neither belongs to the page's own download. The build writes the names and digests of the module.
const CODE = ["", ""];
const PROGRAM = ["", ""];

/** A saved state has some twenty thousand characters. */
const LARGEST = 1_000_000;
/** More faults than these are counted, not listed. */
const MOST = 6;

/** Has a script loaded and checked before it is imported. */
const checked = ([name, integrity]) =>
  new Promise((done, failed) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "modulepreload", href: new URL(name, import.meta.url), integrity, crossOrigin: "anonymous" });
    link.onload = () => done(link.href);
    link.onerror = () => failed(new Error(`${name} could not be loaded`));
    document.head.append(link);
  });

let loaded;
const module = () => {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
};

const load = async () => {
  if (!CODE[0]) throw new Error("this build has no module");
  const api = await import(await checked(CODE));
  const [name, integrity] = PROGRAM;
  await api.default({ module_or_path: fetch(new URL(name, import.meta.url), { integrity }) });
  return api;
};

/** Saves a file of a state and gives its name. */
export const save = async (kind, query, draws) => {
  const { exportFile } = await module();
  const page = location.href.split(/[?#]/)[0];
  const { name, type, bytes } = exportFile(kind, query, draws ? { page, draws } : { page });
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  // Browsers fetch it after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
};

const list = (lines) => {
  const more = lines.length - MOST;
  const shown = more > 0 ? [...lines.slice(0, MOST), `and ${more} more`] : lines;
  const list = document.createElement("ul");
  list.append(...shown.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  return list;
};

/** Says what became of a file: in the dialog, if the reader is there, else where the page tells of links. */
const tell = (text, lines) => {
  const dialog = document.querySelector("#share[open] #file-said");
  document.getElementById("file-notice")?.remove();
  const said = dialog ?? Object.assign(document.createElement("div"), { id: "file-notice", className: "link-notice" });
  const words = [Object.assign(document.createElement("p"), { textContent: text })];
  if (lines.length) words.push(list(lines));
  if (!dialog) {
    const close = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: "Close" });
    close.onclick = () => {
      said.remove();
      // The page of another deal is made anew first.
      requestAnimationFrame(() => document.getElementById("verdict")?.focus());
    };
    words.push(close);
    document.querySelector(".link-notices")?.append(said);
  }
  said.replaceChildren(...words);
  return said;
};

/** What was said goes with the next change of the address: by then it is no longer so. */
const until = (said) => {
  const gone = new AbortController();
  for (const name of ["popstate", "offtakeaddress"]) {
    addEventListener(name, () => (said.remove(), gone.abort()), { signal: gone.signal });
  }
};

/** Reads a file. Whatever is wrong with it, all is told and the page stays as it is. */
const read = async (file) => {
  if (file.size > LARGEST) return { lines: [`It has ${file.size.toLocaleString("en")} bytes; a saved state has fewer than ${LARGEST.toLocaleString("en")}.`] };
  const { openFile } = await module();
  const text = await file.text();
  try {
    return { query: openFile(text) };
  } catch (error) {
    if (!error.faults) throw error;
    return { lines: error.faults.map(({ message }) => message) };
  }
};

/** Opens a file that was saved as JSON: a step that can be undone, as a link is one. Of several none is meant. */
export const open = async ([file, ...more]) => {
  if (more.length) {
    tell(`None of the ${more.length + 1} files was opened, and nothing was changed.`, ["One file is opened at a time."]);
    return;
  }
  const { query, lines } = await read(file).catch((error) => {
    console.error(error);
    return { lines: ["The part of the page that reads files could not be loaded. Please check the connection."] };
  });
  if (lines) {
    tell(`${file.name} was not opened, and nothing was changed.`, lines);
    return;
  }
  document.querySelector("#share[open]")?.close();
  const step = (history.state?.offtake ?? 0) + 1;
  history.pushState({ offtake: step }, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
  until(tell(`${file.name} was opened. Undo takes it back.`, []));
  document.getElementById("verdict")?.focus();
};
