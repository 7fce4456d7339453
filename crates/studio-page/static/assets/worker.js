// The worker of the studio: it calls the programs that check, import and publish, so that the page never waits.
// A request is { id, program, call, values }; answers are { id, event }, any number of them, and then
// { id, value, memory } or { id, error, stopped }.

const programs = new Map();
const memories = [];

/** The bytes that the programs have taken. They never give any back. */
const taken = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

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
  const { memory } = await program.default();
  memories.push(memory);
  return program;
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
    const value = await receiver[call](...values, emit);
    postMessage({ id, value, memory: taken() });
  } catch (error) {
    // A program that trapped cannot be called again.
    const stopped = error instanceof WebAssembly.RuntimeError;
    postMessage({ id, error: String(error?.message ?? error), stopped });
  }
});
