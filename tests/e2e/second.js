// A second collection, as unlike the first as the format allows: 40 messages in 18 languages, some written
// from right to left and some without spaces. Some texts look like markup, some names are identical, and
// each optional part is missing somewhere. It is large enough for the build to divide it. Every run
// generates the same collection.
//
// Run as a program, it writes the collection to target/second/messages.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The languages, with sentences for a letter from any harbour. */
const languages = JSON.parse(readFileSync(new URL("../collections/languages.json", import.meta.url), "utf8"));

/** The languages written from right to left. */
export const rightToLeft = ["ar", "he", "fa", "ur"];

/** Texts that would become markup if they were not escaped. */
export const hostile = [
  "<script>window.ran = 1</script>",
  '"><img src=x onerror="window.ran = 2">',
  "</title></script></style></textarea><b>bold</b>",
  "&amp; &lt;p&gt; &#x3c;",
  "]]> <!-- --> <![CDATA[",
  "{} {{7*7}} ${1} {data} $& \\u003c",
];

/** Words, each with the message it finds: one for each script, and for each language of one script. */
export const found = {
  harbour: "en-harbour",
  lámpara: "es-puerto",
  bờ: "vi-hai-dang",
  bandari: "sw-bandari",
  маяков: "ru-mayak",
  λιμάνι: "el-limani",
  المنارة: "ar-manara",
  המגדלור: "he-migdalor",
  بندر: "fa-fanus",
  بندرگاہ: "ur-minar",
  灯塔: "zh-dengta",
  灯台: "ja-todai",
  등대를: "ko-deungdae",
  ประภาคาร: "th-praphakhan",
  துறைமுகத்திலிருந்து: "ta-kalangarai",
  बंदरगाह: "hi-prakash",
};

/** Identical names, in two countries and in one. */
export const sameNames = {
  "in two countries": ["same-name-ireland", "same-name-canada"],
  "in one country": ["same-name-spain-north", "same-name-spain-south"],
};

/** A word too long for any line. */
export const longWord = "Leuchtturmwärterinnen".repeat(9);

/** The ids of messages used in tests. */
export const ids = {
  oneWord: "one-word",
  longest: "five-thousand-words",
  mixed: "mixed-languages",
  latinFirst: "ar-latin-first",
  hostile: "hostile-text",
  hostileName: "hostile-name",
  unmarked: "unmarked-arabic",
  longWord: "long-word",
  several: "several-senders",
  override: "override",
};

/** The collection, in the form of its file. */
export function second() {
  const random = generator(40);
  const of = (lang, text) => (lang === "en" ? text : { text, lang });
  const letter = (lang, words) => paragraphs(lang, words, random).map((text) => of(lang, text));
  const sender = (country, own, ...others) => ({ names: [own, ...others], ...(country && { country }) });
  const one = (id, from, body, ...signatures) => ({
    id,
    senders: [from].flat(),
    ...(signatures.length > 0 && { signatures: signatures.map(([name, role]) => ({ name, ...(role && { role }) })) }),
    body,
  });
  const named = (lang, text, english) => [of(lang, text), ...(english ? [english] : [])];

  const messages = [
    one("en-harbour", sender("NZ", "Otago Tide Choir"), letter("en", 60), ["Mere Tamihana", "Conductor"]),
    one("ar-manara", sender("TN", ...named("ar", "جوقة المنارة (صفاقس)", "Choir of the Lighthouse")),
      letter("ar", 140), ["ليلى بن منصور", "قائدة الجوقة"], ["يوسف الحدّاد", "أمين الصندوق"]),
    one("he-migdalor", sender("IL", ...named("he", "מקהלת הנמל!", "Harbour Choir")), letter("he", 130),
      ["נועה ברקאי", "מנצחת"]),
    one("fa-fanus", sender("IR", ...named("fa", "گروه کر فانوس", "Lantern Choir")), letter("fa", 100),
      ["آرش دریایی"]),
    one("ur-minar", sender("PK", ...named("ur", "روشنی سنگت", "Roshni Singing Circle")), letter("ur", 160),
      ["زینب مرزا", "صدر"]),
    one("zh-dengta", sender("TW", ...named("zh-Hans", "灯塔合唱团", "Beacon Choir")), letter("zh-Hans", 24),
      ["林海音声", "团长"]),
    one("ja-todai", sender("JP", ...named("ja", "岬の合唱団", "Choir of the Cape")), letter("ja", 12), ["岬 うみ"]),
    one("ko-deungdae", sender("KR", ...named("ko", "등대 합창단", "Deungdae Choir")), letter("ko", 90), ["한바다", "단장"]),
    one("th-praphakhan", sender("TH", ...named("th", "คณะประสานเสียงชายฝั่ง", "Coast Choir")), letter("th", 20),
      ["ทะเล ใจดี", "ประธาน"]),
    one("ta-kalangarai", sender("LK", ...named("ta", "கடலோரப் பாடகர் குழு", "Seaside Singers")), letter("ta", 110),
      ["கடல்மதி", "தலைவர்"]),
    one("hi-prakash", sender("IN", ...named("hi", "प्रकाश गायन मंडली", "Prakash Singers")), letter("hi", 150),
      ["सागर किरण", "अध्यक्ष"]),
    one("ru-mayak", sender("KZ", ...named("ru", "Хор «Маяк»", "Mayak Choir")), letter("ru", 91), ["Вера Гаванская"]),
    one("es-puerto", sender("CL", ...named("es", "Coro del Puerto", "Harbour Choir")), letter("es", 90),
      ["Inés Farolero", "Directora"]),
    one("vi-hai-dang", sender("VN", ...named("vi", "Hợp xướng Hải Đăng", "Lighthouse Chorus")), letter("vi", 89),
      ["Nguyễn Hải Đăng"]),
    one("sw-bandari", sender("KE", ...named("sw", "Kwaya ya Bandari", "Harbour Choir of Lamu")), letter("sw", 45)),
    one("el-limani", sender("CY", ...named("el", "Χορωδία του Λιμανιού", "Harbour Chorus")), letter("el", 70),
      ["Μαρίνα Φάρου", "Μαέστρος"]),

    one(ids.oneWord, sender("FO", "Søljan"), ["Shine!"]),
    one("two-words", sender("MT", "Grand Harbour Crew"), [{ text: "Dawl għalikom!", lang: "mt" }]),
    one("five-words", sender("GL", "Ice Watch"), ["Keep the lamp burning, friends."]),
    one("two-hundred-words", sender("PT", "Coro das Marés"), letter("en", 200), ["Lia Maré"], ["Davi Costa"], ["Bia Rocha"]),
    one("four-hundred-words", sender("SN", "Teranga Boat Builders"), letter("en", 400), ["Awa Fall", "Secretary"]),
    one("long-english", sender("ZA", "Cape Net Menders"), letter("en", 4500), ["Thandi Nkosi"]),
    one("long-arabic", sender("EG", ...named("ar", "اتحاد صيّادي السواحل", "Union of Coastal Fishers")),
      letter("ar", 4000), ["سلمى البحري", "رئيسة الاتحاد"]),
    one("long-hebrew", sender("IL", ...named("he", "איגוד שומרי החוף")), letter("he", 3000)),
    one("long-chinese", sender("SG", ...named("zh-Hans", "海岸守望者工会", "Coast Watchers’ Union")),
      letter("zh-Hans", 400)),
    one("long-thai", sender("TH", ...named("th", "สหภาพคนรักทะเล")), letter("th", 400), ["น้ำใส สายชล"]),
    one("long-spanish", sender("AR", "Sindicato de Boyeros"), letter("es", 4500), ["Ana Boya"]),
    one(ids.longest, sender("NO", "Society of the Long Letter"), essay(5000, random),
      ["Odd Langebrev", "Writer of long letters"]),

    one(ids.mixed, [
      sender("MA", { text: "ملتقى الأصوات", lang: "ar" }, "Meeting of Voices"),
      sender("FR", { text: "Voix du phare", lang: "fr" }),
    ], [
      "Each of us writes as we sing:",
      { text: "نغنّي معًا، رقم ١ و2 و3!", lang: "ar" },
      { text: "אנחנו שרים יחד (גם בגשם).", lang: "he" },
      { text: "我们一起唱歌。", lang: "zh-Hans" },
      { text: "เราร้องเพลงด้วยกัน", lang: "th" },
      { text: "हम साथ गाते हैं।", lang: "hi" },
      { text: "நாங்கள் சேர்ந்து பாடுகிறோம்.", lang: "ta" },
      { text: "Nous chantons ensemble !", lang: "fr" },
      "And so say all of us.",
    ], ["سعاد المغنّية (نائبة الرئيسة)", "Vice-president (singing)"], ["Luc Phare"]),
    one(ids.latinFirst, sender("JO", ...named("ar", "SOS صوت الساحل", "SOS Voice of the Coast")), [
      { text: "SOS 2027: هذه إشارتنا إليكم من الساحل.", lang: "ar" },
      { text: "«منارة» is our word for a lighthouse, and for a friend.", lang: "en" },
      { text: "أغنيتنا:\nيا بحر، يا بحر،\nلا تطفئ المصباح!", lang: "ar" },
    ]),
    one(ids.unmarked, sender("LB", "كورال المرفأ"), ["سلام من المرفأ، ومن كل من يغنّي فيه!"], ["هدى الموج"]),

    one(ids.hostile, sender("DE", hostile[3], hostile[4]), [...hostile, "javascript:window.ran=3"],
      [hostile[0], hostile[1]], [hostile[5], hostile[2]]),
    one(ids.hostileName, sender("US", `${hostile[1]} ${hostile[0]}`), letter("en", 30), ["Bobby '); DROP TABLE lamps;--"]),
    one(ids.longWord, sender("AT", `Verband ${longWord.slice(0, 42)}`), [`Wir sagen es in einem Wort: ${longWord}!`], [
      longWord.slice(0, 63), `Amt ${longWord.slice(0, 63)}`,
    ]),
    one(ids.override, sender("IE", "Isle of \u202eReversed Lamps"), ["Our name is written \u202ebackwards\u202c at sea."],
      ["Una \u202eByrne"], ["Niall Quay"]),

    one(sameNames["in two countries"][0], sender("IE", "Dockside Singers"), letter("en", 40), ["Una Byrne"]),
    one(sameNames["in two countries"][1], sender("CA", "Dockside Singers"), letter("en", 50), ["June Wharf"]),
    one(sameNames["in one country"][0], sender("ES", { text: "Coro de la Sal", lang: "es" }), letter("es", 40), ["Pilar Norte"]),
    one(sameNames["in one country"][1], sender("ES", { text: "Coro de la Sal", lang: "es" }), letter("es", 30), ["Mar Sur"]),
    one(ids.several, [
      { names: ["All Coasts Together"], acronym: "ACT" },
      { names: ["Lamps of a Continent"], region: "africa", heading: "Lamps of a Continent (all its coasts)" },
      sender("EG", { text: "نساء الشاطئ", lang: "ar" }, "Women of the Shore"),
      sender("GR", { text: "Οι Φαροφύλακες", lang: "el" }),
    ], letter("en", 75), ["Zola Pwani", "For all coasts"], ["فاطمة الزهراء"], ["Ελένη Ακτή"]),
  ];
  return normalized({
    $schema: "messages.schema.json",
    collection: {
      title: "Greetings to the Lighthouse Keepers",
      language: "en",
      occasion: { name: "Night of a Thousand Lamps" },
      host: { name: "Lighthouse Keepers’ Union", country: "IS" },
    },
    messages,
  });
}

/** Paragraphs of a language's sentences in varying order, with about this many words. */
function paragraphs(lang, words, random) {
  const texts = [[]];
  let count = 0;
  for (let at = 0; count < words; at += 1) {
    // The first round is in the given order, so that each letter begins with a greeting.
    const sentence = languages[lang][at < 6 ? at : random(6)];
    if (texts.at(-1).length >= 3 + random(3)) texts.push([]);
    texts.at(-1).push(sentence);
    count += sentence.split(/\s+/).length;
  }
  const space = ["zh-Hans", "ja"].includes(lang) ? "" : " ";
  return texts.map((sentences) => sentences.join(space));
}

/** Paragraphs with exactly this many words, and hardly a repeated sentence. */
function essay(words, random) {
  const parts = [
    ["The keeper", "A gull", "Our oldest member", "The tide", "Every lantern", "The night boat", "A child", "The fog",
      "The cook", "Somebody", "The bell", "A stranger"],
    ["waits for", "remembers", "sings to", "carries", "counts", "mends", "follows", "forgives", "answers", "paints", "hears",
      "keeps"],
    ["the harbour wall", "an old promise", "the last verse", "three ropes", "the morning", "a letter from home", "the wind",
      "two cups of tea", "the long pier", "all our names", "the other shore", "a broken oar"],
    ["before the lamp is lit", "as if it were Sunday", "without a word", "while the kettle boils", "with both hands",
      "year after year", "in the rain", "and thinks nothing of it", "because someone must", "for as long as it takes"],
  ];
  const all = [];
  let paragraph = [];
  for (let count = 0; count < words; ) {
    const sentence = parts.map((choices) => choices[random(choices.length)]).join(" ").split(" ").slice(0, words - count);
    count += sentence.length;
    paragraph.push(`${sentence.join(" ")}.`);
    if (paragraph.length === 4 + random(6) || paragraph.length === 9 || count === words) {
      all.push(paragraph.join(" "));
      paragraph = [];
    }
  }
  return all;
}

/** Integers below a bound, reproducible by seed (a linear congruential generator). */
function generator(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** The same value with all its texts in the web's preferred normal form. */
function normalized(value) {
  return JSON.parse(JSON.stringify(value).normalize("NFC"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../../target/second/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("messages.json", folder), `${JSON.stringify(second(), null, 2)}\n`);
}
