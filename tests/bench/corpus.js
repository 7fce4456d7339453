// Messages to search: the 17 of the collection, and more made from their sentences. Invented words are mixed
// in, so that rare words are as common as in real texts. The same count always gives the same messages.

/** This many messages, each with a sender and a body. */
export function corpus(collection, count) {
  const real = collection.messages.map((message) => ({
    sender: message.senders.map(({ names }) => names.map(text).join(" / ")).join(", "),
    body: message.body.map(text).join("\n\n"),
  }));
  const sentences = real.flatMap(({ body }) => body.match(/[^.!?]+[.!?]+/g) ?? [body]);
  const random = generator(20220715);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const invented = Array.from({ length: 50_000 }, () => word(random));
  const message = () => ({
    sender: `${capital(pick(invented))} ${pick(["Party", "Alliance", "Union", "League"])}`,
    body: Array.from({ length: 10 + Math.floor(random() * 10) }, () => {
      // Word frequencies roughly follow Zipf's law.
      const rare = () => invented[Math.floor(invented.length * random() ** 3)];
      return `${pick(sentences).trim()} ${capital(rare())} ${rare()} ${rare()} ${rare()}.`;
    }).join(" "),
  });
  return [...real, ...Array.from({ length: Math.max(0, count - real.length) }, message)];
}

const text = (value) => value.text ?? value;
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function word(random) {
  const syllables = ["ka", "ri", "to", "men", "sol", "pa", "ver", "li", "gu", "den", "ar", "mi", "os", "tre"];
  const count = 2 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join("");
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers from 0 to 1, reproducible by seed. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
