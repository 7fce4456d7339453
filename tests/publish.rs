//! The built site on the host: addresses, codes, and collections that mean harm.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use solidarity_atlas::collection::{parse, parse_list, parse_texts};
use solidarity_atlas::publish::{PublishError, Settings, SettingsError, Theme, publish};
use solidarity_atlas::search::{Index, Query};
use tempfile::TempDir;

const THEME: &str = include_str!("../style/theme.css");
const SITE: &str = "https://example.org/atlas/";

fn settings(folder: &Path, base: &str, url: Option<&str>) -> Settings {
    Settings {
        folder: folder.to_owned(),
        base: base.to_owned(),
        url: url.map(str::to_owned),
        written: SystemTime::UNIX_EPOCH,
        pictures: None,
    }
}

fn address(url: &str, base: &str) -> Result<String, SettingsError> {
    settings(Path::new(""), base, None).address(url)
}

#[test]
fn an_address_gets_the_slash_at_its_end() {
    assert_eq!(address("https://example.org", "/").unwrap(), "https://example.org/");
    assert_eq!(address("http://example.org/a/b", "/a/b/").unwrap(), "http://example.org/a/b/");
    assert_eq!(address("https://EXAMPLE.org:8443/", "/").unwrap(), "https://example.org:8443/");
    assert_eq!(address("https://müller.example/", "/").unwrap(), "https://xn--mller-kva.example/");
}

#[test]
fn what_is_no_address_of_a_site_is_refused() {
    let not_an_address = |url: &str| SettingsError::NotAnAddress(url.to_owned());
    for url in ["", "example.org", "//example.org/", "ftp://example.org/", "https://", "https:/x"] {
        assert_eq!(address(url, "/"), Err(not_an_address(url)), "{url}");
    }
    for url in ["https://example.org/?a", "https://example.org/#a", "https://user@example.org/"] {
        assert_eq!(address(url, "/"), Err(SettingsError::TooMuch(url.to_owned())), "{url}");
    }
}

#[test]
fn an_address_of_another_folder_is_refused_with_the_cure() {
    let error = address("https://example.org/atlas", "/").unwrap_err().to_string();
    assert!(error.contains("--public-url /atlas/"), "{error}");
}

#[test]
fn each_code_leads_to_its_message() {
    let folder = built(&shipped());
    publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
    let mut codes = 0;
    for entry in fs::read_dir(folder.path().join("m")).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_name().unwrap().to_str().unwrap();
        let svg = fs::read_to_string(path.join("qr.svg")).unwrap();
        assert_eq!(decoded(&svg), format!("{SITE}m/{id}/"));
        codes += 1;
    }
    assert_eq!(codes, 17);
}

#[test]
fn the_address_in_the_collection_is_held_against_the_folder() {
    let mut collection = shipped();
    collection["collection"]["url"] = json!(SITE);
    let folder = built(&collection);
    let error = publish(&settings(folder.path(), "/", None)).unwrap_err();
    assert!(matches!(error, PublishError::Settings(SettingsError::OtherFolder { .. })), "{error}");
    publish(&settings(folder.path(), "/atlas/", None)).unwrap();
    assert!(read(&folder, "sitemap.xml").contains(SITE));
}

#[test]
fn without_an_address_what_needs_one_is_left_out_and_named() {
    let folder = built(&shipped());
    let report = publish(&settings(folder.path(), "/", None)).unwrap();
    assert!(report.left_out.concat().contains("SITE_URL"));
    assert!(!folder.path().join("sitemap.xml").exists());
    assert!(!folder.path().join("feed.xml").exists());
    assert!(!read(&folder, "m/essf/index.html").contains("rel=\"canonical\""));
    assert!(read(&folder, "m/essf/index.html").contains("We have known you for many years"));
}

const HOSTILE: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "]]><x>&amp;&lt;",
    "<!--",
    "\u{2028}\u{202e}gnidaer\u{0}",
    "</title></style></main></body>",
    "{{7*7}} ${1} %3Cscript%3E",
];

#[test]
fn pictures_and_the_frame_of_the_browser_follow_the_theme() {
    let own = THEME.replace("#fbfaf7", "#f0f8ff").replace("#14161a", "#001020");
    let folder = built(&shipped());
    publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
    let before = fs::read(folder.path().join("preview.png")).unwrap();
    fs::write(folder.path().join("index.html"), frame(&own)).unwrap();
    publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
    let page = read(&folder, "m/kpri/index.html");
    for colour in ["#f0f8ff", "#001020"] {
        assert!(page.contains(&format!("content=\"{colour}\"")), "no {colour} for the browser");
    }
    assert!(read(&folder, "site.webmanifest").contains("#f0f8ff"));
    let preview =
        Pixmap::decode_png(&fs::read(folder.path().join("preview.png")).unwrap()).unwrap();
    let paper = preview.pixel(0, 0).unwrap();
    assert_eq!((paper.red(), paper.green(), paper.blue()), (0xf0, 0xf8, 0xff));
    assert_ne!(before, fs::read(folder.path().join("preview.png")).unwrap());
}

#[test]
fn colours_in_which_nobody_could_read_are_refused() {
    let refused = |css: &str| Theme::read(css).expect_err("refused").to_string();
    let faint = refused(&THEME.replace("#17181b", "#c8c8c8"));
    for part in ["theme.css", "--ink", "#c8c8c8", "--paper", "light", "4.5"] {
        assert!(faint.contains(part), "“{part}” is missing in {faint}");
    }
    let missing = refused(&THEME.replace("--accent: light-dark(", "--accent: rgb("));
    assert!(missing.contains("--accent") && missing.contains("light-dark(#"), "{missing}");
    assert!(Theme::read(THEME).is_ok());
}

#[test]
fn a_logo_that_is_not_there_is_named() {
    let mut collection = shipped();
    collection["collection"]["logo"] = json!("our.svg");
    let folder = built(&collection);
    let settings = settings(folder.path(), "/atlas/", Some(SITE));
    let said = publish(&settings).unwrap_err().to_string();
    assert!(said.contains("our.svg") && said.contains("public"), "{said}");
    fs::write(folder.path().join("our.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .unwrap();
    publish(&settings).unwrap();
}

#[test]
fn a_picture_is_painted_once() {
    let pictures = tempfile::tempdir().unwrap();
    let build = |collection: &Value| {
        let folder = built(collection);
        let mut settings = settings(folder.path(), "/atlas/", Some(SITE));
        settings.pictures = Some(pictures.path().to_owned());
        let painted = publish(&settings).unwrap().painted;
        (painted, fs::read(folder.path().join("m/kpri/preview.png")).unwrap())
    };
    let (painted, first) = build(&shipped());
    assert_eq!(painted, 18);
    let (painted, again) = build(&shipped());
    assert_eq!((painted, &again), (0, &first));
    let mut changed = shipped();
    changed["messages"][0]["body"][0] = json!("Other words at the beginning");
    assert_eq!(build(&changed).0, 1);
    // What no page shows any more is not kept.
    assert_eq!(fs::read_dir(pictures.path()).unwrap().count(), 18);
}

#[test]
fn no_text_becomes_markup() {
    let text = |at: usize| HOSTILE.get(at % HOSTILE.len()).unwrap().to_string();
    let hostile = built(&filled(text));
    // As long, because what a card shows of a text depends on its length.
    let harmless = built(&filled(|at| {
        text(at).replace(|c: char| !c.is_alphanumeric() && !c.is_whitespace(), "x")
    }));
    for folder in [&harmless, &hostile] {
        let report = publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
        assert!(report.problems.is_empty(), "{:?}", report.problems);
    }
    for page in [
        "index.html",
        "countries/index.html",
        "about/index.html",
        "m/m0/index.html",
        "booklet/index.html",
        "404.html",
    ] {
        assert_eq!(tags(&read(&hostile, page)), tags(&read(&harmless, page)), "{page}");
    }
    for file in ["feed.xml", "sitemap.xml", "m/m0/qr.svg"] {
        assert_eq!(tags(&read(&hostile, file)), tags(&read(&harmless, file)), "{file}");
    }
    for file in ["site.webmanifest", "m/m0/cite.json"] {
        serde_json::from_str::<Value>(&read(&hostile, file)).unwrap();
    }
}

/// Every character that XML or eyes cannot take, with what is to stand in its place.
fn unshown() -> Vec<(char, &'static str)> {
    let controls = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}');
    let controls = controls.filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let planes = (0..=0x10).flat_map(|plane| [plane << 16 | 0xfffe, plane << 16 | 0xffff]);
    let planes = planes.map(|code| char::from_u32(code).unwrap());
    let all = controls.chain('\u{fdd0}'..='\u{fdef}').chain(planes).chain(['\u{2028}', '\u{2029}']);
    let breaks = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    all.map(|c| (c, if breaks.contains(&c) { "\n" } else { "" })).collect()
}

#[test]
fn what_cannot_be_shown_is_in_nothing_that_is_written() {
    let text = |of: &dyn Fn(&(char, &str)) -> String| {
        unshown().iter().map(|unshown| format!("a{}b ", of(unshown))).collect::<String>()
    };
    let with = |text: &str| filled(|at| format!("{at} {text} HALF")).to_string();
    let escapes = |c: char| {
        let units = c.encode_utf16(&mut [0; 2]).to_vec();
        units.iter().map(|unit| format!("ESC{unit:04x}")).collect::<String>()
    };
    let harmless = with(&text(&|(_, instead)| (*instead).to_owned())).replace("HALF", "\u{fffd}");
    let raw = with(&text(&|(c, _)| c.to_string())).replace("HALF", "\\ud800");
    let escaped = with(&text(&|(c, _)| escapes(*c)));
    let escaped = escaped.replace("ESC", "\\u").replace("HALF", "\\udfff");
    let [harmless, raw, escaped] = [harmless, raw, escaped].map(|json| {
        let folder = built(&json!({}));
        fs::write(folder.path().join("messages.json"), json).unwrap();
        let report = publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        files(folder.path())
    });
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    for files in [&raw, &escaped] {
        for (name, content) in files.iter().filter(|(name, _)| !name.ends_with(".png")) {
            let content = std::str::from_utf8(content).unwrap();
            for (c, _) in unshown() {
                assert!(!content.contains(c), "{name} has U+{:04X}", u32::from(c));
            }
            if name.ends_with(".xml") {
                roxmltree::Document::parse(content).unwrap();
            }
        }
        assert!(names(files).contains(&"feed.xml".to_owned()));
    }
    // Nothing else of a text is touched.
    let page =
        |files: &BTreeMap<String, Vec<u8>>, name: &str| String::from_utf8(files[name].clone());
    for name in ["feed.xml", "m/m0/cite.bib", "m/m0/cite.ris", "m/m0/cite.json", "site.webmanifest"]
    {
        assert_eq!(page(&raw, name), page(&harmless, name), "{name}");
        assert_eq!(page(&escaped, name), page(&harmless, name), "{name}");
    }
    let body = |files: &BTreeMap<String, Vec<u8>>| {
        let page = page(files, "m/m0/index.html").unwrap();
        page.split_once("<body>").unwrap().1.replace(char::is_whitespace, " ")
    };
    let without_digest = |body: String| body.split_once("data-page").unwrap().1.to_owned();
    for files in [&raw, &escaped] {
        assert_eq!(without_digest(body(files)), without_digest(body(&harmless)));
    }
}

/// All files below a folder by their paths.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let below = self::files(&path).into_iter();
            files.extend(below.map(|(below, content)| (format!("{name}/{below}"), content)));
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}

#[test]
fn what_machines_are_told_is_what_was_written() {
    let folder = built(&filled(|at| HOSTILE.get(at % HOSTILE.len()).unwrap().to_string()));
    publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
    let page = read(&folder, "m/m0/index.html");
    let (_, json) = page.split_once("application/ld+json\">").unwrap();
    let (json, _) = json.split_once("</script>").unwrap();
    let graph: Value = serde_json::from_str(json).unwrap();
    assert_eq!(graph["@graph"][0]["author"][0]["name"], HOSTILE[1]);
}

#[test]
fn a_small_collection_stays_in_one_file() {
    let folder = built(&shipped());
    publish(&settings(folder.path(), "/", None)).unwrap();
    let whole = named(&folder, "messages-").into_iter().next().unwrap();
    assert_eq!(read(&folder, &whole), shipped().to_string());
    for part in ["index-", "order-", "texts-"] {
        assert_eq!(named(&folder, part), Vec::<String>::new());
    }
    assert!(!read(&folder, "index.html").contains("data-parts"));
}

#[test]
fn a_large_collection_is_divided_and_nothing_of_it_is_lost() {
    let (folder, messages) = divided();
    let list = named(&folder, "messages-").into_iter().next().unwrap();
    let (listed, problems) = parse_list(&read(&folder, &list)).unwrap();
    assert_eq!(problems, []);
    assert_eq!(listed.messages.len(), messages.len());
    assert!(read(&folder, &list).len() < 100_000, "the list holds no texts");
    let texts = named(&folder, "texts-").into_iter().next().unwrap();
    for (at, part) in listed.messages.chunks(8).enumerate() {
        let bodies = parse_texts(&read(&folder, &format!("{texts}/{at}.json"))).unwrap();
        part.iter().zip(bodies).for_each(|(message, body)| message.arrive(body));
    }
    let (whole, _) = parse(&read(&folder, "messages.json")).unwrap();
    for (listed, whole) in listed.messages.iter().zip(&whole.messages) {
        assert_eq!(format!("{listed:?}"), format!("{whole:?}"));
    }
}

#[test]
fn the_index_of_a_large_collection_is_ready_to_be_searched() {
    let (folder, _) = divided();
    let bytes = |kind: &str| {
        let name = named(&folder, kind).into_iter().next().unwrap();
        fs::read(folder.path().join(name)).unwrap()
    };
    let mut index = Index::read(bytes("index-")).unwrap();
    index.add_order(bytes("order-")).unwrap();
    let found = |query: &str| index.search(&Query::parse(support::folder(), query)).messages;
    assert_eq!(found("zephyr"), [30]);
    assert_eq!(found("\"the zephyr\""), [30]);
    assert_eq!(found("\"zephyr the\""), Vec::<usize>::new());
}

#[test]
fn a_page_names_the_texts_that_it_shows() {
    let (folder, _) = divided();
    let names = |file: &str, texts: &str| {
        let page = read(&folder, file);
        assert!(page.contains(&format!("data-texts=\"{texts}\"")), "{file}");
        assert!(page.contains("data-parts=\"index-"), "{file}");
    };
    names("index.html", "0 1 2");
    names("m/m30/index.html", "3");
    names("about/index.html", "");
    assert!(read(&folder, "_headers").contains("/texts-"));
    assert!(read(&folder, "m/m30/index.html").contains("the zephyr"));
}

#[test]
fn a_feed_of_many_messages_is_in_several_files_the_last_messages_first() {
    let mut collection = shipped();
    let message = |at: usize| json!({ "id": format!("m{at}"), "senders": [{ "names": ["S"] }], "body": ["Text"] });
    collection["messages"] = (0..250).map(message).collect();
    let folder = built(&collection);
    publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
    let ids = |file: &str| read(&folder, file).matches("<entry>").count();
    assert_eq!(["feed.xml", "feed-2.xml"].map(ids), [200, 50]);
    assert!(read(&folder, "feed.xml").contains("/m/m249/"));
    assert!(read(&folder, "feed.xml").contains(&format!("{SITE}feed-2.xml")));
    assert!(!read(&folder, "feed-2.xml").contains("rel=\"next\""));
}

#[test]
fn the_service_worker_knows_what_it_keeps_by_what_it_holds() {
    let built_with = |font: &str| {
        let folder = built(&shipped());
        fs::create_dir(folder.path().join("fonts")).unwrap();
        for (name, content) in [("fonts/a.woff2", font), ("program-1.js", "js"), ("land.svg", "l")]
        {
            fs::write(folder.path().join(name), content).unwrap();
        }
        publish(&settings(folder.path(), "/atlas/", Some(SITE))).unwrap();
        folder
    };
    let folder = built_with("font");
    let script = read(&folder, "sw.js");
    let listed = |name: &str| -> Value {
        let (_, rest) = script.split_once(&format!("const {name} = ")).unwrap();
        serde_json::from_str(rest.split_once(";\n").unwrap().0).unwrap()
    };
    let files: Vec<String> = serde_json::from_value(listed("FILES")).unwrap();
    for page in ["", "countries/", "about/", "404.html", "offline.html", "booklet/"] {
        assert!(files.contains(&page.to_owned()), "{page}");
    }
    let digests: BTreeMap<String, String> = serde_json::from_value(listed("DIGESTS")).unwrap();
    for (name, digest) in &digests {
        let content = fs::read(folder.path().join(name)).unwrap();
        assert!(hex(&Sha256::digest(content)).starts_with(digest), "{name}");
    }
    // Hosts may change pages on the way.
    let names: Vec<_> = digests.keys().map(String::as_str).collect();
    assert!(
        names.contains(&"land.svg")
            && names.contains(&"program-1.js")
            && names.contains(&"fonts/a.woff2"),
        "{names:?}"
    );
    assert!(names.iter().all(|name| !name.ends_with('/') && !name.ends_with(".html")));
    // Browsers take a new one when it has other bytes.
    assert_ne!(script, read(&built_with("another font"), "sw.js"));
    assert!(!read(&folder, "sitemap.xml").contains("offline"));
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A site of 40 messages of 8,000 letters each, of which one has a word of its own.
fn divided() -> (TempDir, Vec<Value>) {
    let message = |at: usize| {
        let rare = if at == 30 { "Hear the zephyr." } else { "" };
        json!({
            "id": format!("m{at}"),
            "senders": [{ "names": [format!("Union {at}"), { "text": "Syndicat", "lang": "fr" }],
                "country": "FR" }],
            "signatures": [{ "name": "Ana", "role": "Chair" }, { "name": "Bo" }],
            "body": [format!("Greetings {at}. {rare}"), { "text": "Salut ! ".repeat(1000), "lang": "fr" }],
        })
    };
    let messages: Vec<_> = (0..40).map(message).collect();
    let mut collection = shipped();
    collection["messages"] = messages.clone().into();
    let folder = built(&collection);
    publish(&settings(folder.path(), "/", None)).unwrap();
    (folder, messages)
}

/// The files and folders of a site whose names begin so.
fn named(folder: &TempDir, beginning: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(beginning)).collect()
}

/// What Trunk makes of index.html, with these styles.
fn frame(css: &str) -> String {
    include_str!("support/index.html").replace("<style>", &format!("<style>{css}"))
}

/// A folder as Trunk leaves it, with this collection.
fn built(collection: &Value) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("index.html", &frame(THEME));
    write("messages.json", &collection.to_string());
    write("icon.svg", include_str!("../public/icon.svg"));
    folder
}

fn shipped() -> Value {
    serde_json::from_str(include_str!("../public/messages.json")).unwrap()
}

/// A collection in which every text is one of these, each by a number of its own.
fn filled(text: impl Fn(usize) -> String) -> Value {
    json!({
        "collection": {
            "title": text(0), "subtitle": text(1), "language": "en", "rights": text(2),
            "occasion": { "name": text(3), "place": text(4), "starts": "2022-07-15" },
            "host": { "name": text(5), "acronym": text(6) },
            "source": { "name": text(7) }, "placeNames": { "MY": text(1) },
        },
        "messages": [{
            "id": "m0",
            "senders": [{
                "names": [text(1), { "text": text(2), "lang": "ms" }], "acronym": text(0),
                "country": "MY", "heading": format!("From {}", text(3)),
            }],
            "signatures": [{ "name": text(4), "role": text(6) }],
            "body": (0..HOSTILE.len()).map(text).collect::<Vec<_>>(),
        }],
    })
}

/// How many elements of each name begin in a text, attributes among them by name.
fn tags(text: &str) -> BTreeMap<String, usize> {
    let mut tags = BTreeMap::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        let name: String = after
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "!-/?".contains(*c))
            .collect();
        *tags.entry(name).or_default() += 1;
        rest = after;
    }
    tags
}

fn read(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

/// What a camera reads from a code.
fn decoded(svg: &str) -> String {
    let tree = Tree::from_str(svg, &Options::default()).unwrap();
    let size = tree.size().to_int_size();
    let mut picture = Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let grey = |x: usize, y: usize| picture.data()[(y * width + x) * 4];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let [code] = <[_; 1]>::try_from(image.detect_grids()).ok().expect("one code");
    code.decode().unwrap().1
}
