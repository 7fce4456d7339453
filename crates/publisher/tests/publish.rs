//! A site from memory to memory: addresses, codes, and collections that mean harm.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::SystemTime;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use solidarity_core::collection::{Problem, parse, parse_list, parse_texts};
use solidarity_core::search::{Index, Query};
use solidarity_pictures::ResvgPainter;
use solidarity_publisher::{
    AddressError, Client, Input, PublishError, Report, SiteAddress, Theme, publish,
};

const THEME: &str = include_str!("../../../style/theme.css");
const SITE: &str = "https://example.org/atlas/";

/// An address in full, and the folder in it.
fn address(url: &str) -> Result<(String, String), AddressError> {
    SiteAddress::parse(url).map(|address| (address.as_str().into(), address.folder().into()))
}

#[test]
fn an_address_gets_the_slash_at_its_end() {
    for (given, full, folder) in [
        ("https://example.org", "https://example.org/", "/"),
        ("http://example.org/a/b", "http://example.org/a/b/", "/a/b/"),
        ("https://EXAMPLE.org:8443/", "https://example.org:8443/", "/"),
        ("https://müller.example/", "https://xn--mller-kva.example/", "/"),
    ] {
        assert_eq!(address(given).unwrap(), (full.to_owned(), folder.to_owned()));
    }
}

#[test]
fn what_is_no_address_of_a_site_is_refused() {
    let not_an_address = |url: &str| AddressError::NotAnAddress(url.to_owned());
    for url in ["", "example.org", "//example.org/", "ftp://example.org/", "https://", "https:/x"] {
        assert_eq!(address(url), Err(not_an_address(url)), "{url}");
    }
    for url in ["https://example.org/?a", "https://example.org/#a", "https://user@example.org/"] {
        assert_eq!(address(url), Err(AddressError::TooMuch(url.to_owned())), "{url}");
    }
}

#[test]
fn each_code_leads_to_its_message() {
    let folder = built(&shipped());
    publish_in(&folder, Some(SITE)).unwrap();
    let mut codes = 0;
    for (path, svg) in folder.site.borrow().iter().filter(|(path, _)| path.ends_with("/qr.svg")) {
        let page = path.strip_suffix("qr.svg").unwrap();
        assert_eq!(decoded(std::str::from_utf8(svg).unwrap()), format!("{SITE}{page}"));
        codes += 1;
    }
    assert_eq!(codes, 17);
}

#[test]
fn the_address_given_comes_before_that_of_the_collection() {
    let mut collection = shipped();
    collection["collection"]["url"] = json!(SITE);
    let folder = built(&collection);
    publish_in(&folder, None).unwrap();
    assert!(read(&folder, "sitemap.xml").contains(SITE));
    publish_in(&folder, Some("https://example.com/")).unwrap();
    let sitemap = read(&folder, "sitemap.xml");
    assert!(sitemap.contains("https://example.com/m/essf/") && !sitemap.contains(SITE));
}

#[test]
fn only_two_files_depend_on_the_folder_of_the_site() {
    let folder = built(&shipped());
    let site = |url| {
        publish_in(&folder, url).unwrap();
        folder.site.take()
    };
    let (plain, below) = (site(None), site(Some(SITE)));
    let text = |file: &Vec<u8>| String::from_utf8_lossy(file).into_owned();
    for (path, file) in &below {
        // What an address adds is written in full.
        let named = text(file).replace("https://example.org/atlas/", "").contains("/atlas/");
        assert_eq!(named, ["404.html", "_headers"].contains(&path.as_str()), "{path}");
    }
    assert!(text(&below["404.html"]).contains("<base href=\"/atlas/\">"));
    assert!(text(&plain["404.html"]).contains("<base href=\"/\">"));
    assert!(text(&below["_headers"]).starts_with("/atlas/*\n"));
    for (path, base) in [
        ("index.html", "./"),
        ("offline.html", "./"),
        ("about/index.html", "../"),
        ("booklet/index.html", "../"),
        ("m/essf/index.html", "../../"),
    ] {
        assert!(text(&plain[path]).contains(&format!("<base href=\"{base}\">")), "{path}");
    }
}

#[test]
fn what_the_program_fetches_has_a_copy_that_needs_no_host() {
    let folder = built(&shipped());
    publish_in(&folder, None).unwrap();
    let site = folder.site.borrow();
    let data = site.keys().find(|path| path.starts_with("messages-")).unwrap();
    let copy = String::from_utf8(site[&format!("{data}.local.js")].clone()).unwrap();
    let (_, rest) = copy.split_once("localFile(\"").unwrap();
    let (base64, _) = rest.split_once("\");").unwrap();
    assert_eq!(BASE64_STANDARD.decode(base64).unwrap(), site[data]);
    assert!(site.contains_key("local.js"));
    assert!(!site.contains_key("messages.json.local.js"), "it is only for download");
}

#[test]
fn without_an_address_what_needs_one_is_left_out_and_named() {
    let folder = built(&shipped());
    let (report, _) = publish_in(&folder, None).unwrap();
    assert!(!report.has_address);
    assert!(!folder.site.borrow().contains_key("sitemap.xml"));
    assert!(!folder.site.borrow().contains_key("feed.xml"));
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
    publish_in(&folder, Some(SITE)).unwrap();
    let before = folder.bytes("preview.png");
    folder.put("index.html", &frame(&own));
    publish_in(&folder, Some(SITE)).unwrap();
    let page = read(&folder, "m/kpri/index.html");
    for colour in ["#f0f8ff", "#001020"] {
        assert!(page.contains(&format!("content=\"{colour}\"")), "no {colour} for the browser");
    }
    assert!(read(&folder, "site.webmanifest").contains("#f0f8ff"));
    let preview = Pixmap::decode_png(&folder.bytes("preview.png")).unwrap();
    let paper = preview.pixel(0, 0).unwrap();
    assert_eq!((paper.red(), paper.green(), paper.blue()), (0xf0, 0xf8, 0xff));
    assert_ne!(before, folder.bytes("preview.png"));
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
    let said = publish_in(&folder, Some(SITE)).unwrap_err().to_string();
    assert!(said.contains("our.svg") && said.contains("public"), "{said}");
    assert!(folder.site.borrow().is_empty(), "nothing is written before all is checked");
    folder.put("our.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    publish_in(&folder, Some(SITE)).unwrap();
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
        let (_, problems) = publish_in(folder, Some(SITE)).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
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
        folder.put("messages.json", &json);
        let (_, problems) = publish_in(&folder, Some(SITE)).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        folder.site.into_inner()
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

#[test]
fn what_machines_are_told_is_what_was_written() {
    let folder = built(&filled(|at| HOSTILE.get(at % HOSTILE.len()).unwrap().to_string()));
    publish_in(&folder, Some(SITE)).unwrap();
    let page = read(&folder, "m/m0/index.html");
    let (_, json) = page.split_once("application/ld+json\">").unwrap();
    let (json, _) = json.split_once("</script>").unwrap();
    let graph: Value = serde_json::from_str(json).unwrap();
    assert_eq!(graph["@graph"][0]["author"][0]["name"], HOSTILE[1]);
}

#[test]
fn a_small_collection_stays_in_one_file() {
    let folder = built(&shipped());
    publish_in(&folder, None).unwrap();
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
        folder.bytes(&name)
    };
    let mut index = Index::read(bytes("index-")).unwrap();
    index.add_order(bytes("order-")).unwrap();
    let found = |query: &str| index.search(&Query::parse(fixtures::folding(), query)).messages;
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
    publish_in(&folder, Some(SITE)).unwrap();
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
        folder.put("fonts/a.woff2", font);
        folder.put("program-1.js", "export { a as default };");
        folder.put("land.svg", "l");
        publish_in(&folder, Some(SITE)).unwrap();
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
        let content = folder.bytes(name);
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
fn divided() -> (Folder, Vec<Value>) {
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
    publish_in(&folder, None).unwrap();
    (folder, messages)
}

/// The files and folders of a site whose names begin so.
fn named(folder: &Folder, beginning: &str) -> Vec<String> {
    let site = folder.site.borrow();
    let names = site.keys().map(|path| path.split('/').next().unwrap().to_owned());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(beginning)).collect();
    names.dedup();
    names
}

/// What Trunk makes of index.html, with these styles.
fn frame(css: &str) -> String {
    include_str!("support/index.html").replace("<style>", &format!("<style>{css}"))
}

/// What Trunk has built, with a file of messages beside it, and the site that is made of that.
#[derive(Default)]
struct Folder {
    built: RefCell<BTreeMap<String, Vec<u8>>>,
    site: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl Folder {
    fn put(&self, name: &str, text: &str) {
        self.built.borrow_mut().insert(name.to_owned(), text.into());
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        self.site.borrow()[path].clone()
    }
}

/// What Trunk leaves, with this collection.
fn built(collection: &Value) -> Folder {
    let folder = Folder::default();
    folder.put("index.html", &frame(THEME));
    folder.put("messages.json", &collection.to_string());
    folder.put("icon.svg", include_str!("../../../public/icon.svg"));
    folder
}

/// Publishes from memory to memory; what was published, and what is wrong with messages that are not
/// shown.
fn publish_in(folder: &Folder, url: Option<&str>) -> Result<(Report, Vec<Problem>), PublishError> {
    let built = folder.built.borrow().clone();
    let text = String::from_utf8(built["messages.json"].clone()).unwrap();
    let client = Client::read(built).unwrap();
    let (collection, problems) = parse(&text).unwrap();
    let painter = ResvgPainter::new(client.theme().light.clone(), &client.icon()).unwrap();
    let (written, left_out) = (SystemTime::UNIX_EPOCH, problems.clone());
    let (text, painter) = (text.as_str(), &painter);
    let input = Input { text, collection, problems, url, written, painter };
    let report = publish(input, &client, &mut |file| {
        folder.site.borrow_mut().insert(file.path, file.bytes);
        Ok(())
    })?;
    Ok((report, left_out))
}

fn shipped() -> Value {
    serde_json::from_str(include_str!("../../../tests/collections/congress.json")).unwrap()
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

fn read(folder: &Folder, file: &str) -> String {
    String::from_utf8(folder.bytes(file)).unwrap()
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
