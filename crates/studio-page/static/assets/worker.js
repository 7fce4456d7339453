// The worker of the studio: it calls the programs that check, import and publish, so that the page never waits.
// A request is { id, program, call, values }; answers are { id, event }, any number of them, and then
// { id, value } or { id, error, stopped }.

const programs = new Map();

/** A program, started when it is first asked for. */
function started(name) {
  if (!programs.has(name)) {
    const starting = start(name);
    // After a failure of the network the next request tries again.
    starting.catch(() => programs.delete(name));
    programs.set(name, starting);
  }
  return programs.get(name);
}

async function start(name) {
  const program = await import(`./${name}.js`);
  await program.default();
  if (name !== "publisher") return program;
  const template = await fetched("client/template.json", "text");
  const icon = await fetched("client/icon.svg", "bytes");
  const publisher = new program.Publisher(template, icon);
  return publisher;
}

async function fetched(path, kind) {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return kind === "text" ? response.text() : new Uint8Array(await response.arrayBuffer());
}

self.addEventListener("message", async ({ data: { id, program, call, values } }) => {
  let receiver;
  try {
    receiver = await started(program);
  } catch (error) {
    postMessage({ id, error: String(error?.message ?? error), unreachable: true });
    return;
  }
  const emit = (event, moved = []) => postMessage({ id, event }, moved);
  try {
    postMessage({ id, value: await receiver[call](...values, emit) });
  } catch (error) {
    // A program that trapped cannot be called again.
    const stopped = error instanceof WebAssembly.RuntimeError;
    postMessage({ id, error: String(error?.message ?? error), stopped });
  }
});
