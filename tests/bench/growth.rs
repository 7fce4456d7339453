//! How time grows with the input: each line takes an input of a size, of twice and of four times that
//! size, and prints how much longer each takes than the one before. About 2 is linear and 4 is
//! quadratic; about 1 is limited.

#![allow(clippy::expect_used, reason = "a benchmark is to stop where it fails")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use fixtures::{congress, folding, index};
use solidarity_core::collection::parse;
use solidarity_core::quotation::{Quotable, find};
use solidarity_core::search::Query;
use solidarity_exchange::check::{check, rendered};
use solidarity_exchange::{Columns, Folder, Source, import_file, import_folder};

/// From here on, the time of twice the input is more than noise explains.
const TOO_MUCH: f64 = 3.0;

/// What is measured, the smallest size of its input, and the work.
type Case = (&'static str, usize, fn(usize) -> Work);
type Work = Box<dyn Fn()>;

const CASES: &[Case] = &[
    ("dataset: a problem in every message", 5_000, |n| {
        let text = dataset(&"{ \"id\": \"A B\", \"body\": 7 },\n".repeat(n));
        Box::new(move || drop(black_box(parse(&text))))
    }),
    ("dataset: unknown fields of one message", 5_000, |n| {
        let fields: String = (0..n).map(|at| format!("\"f{at}\": 1,\n")).collect();
        let text = dataset(&format!("{{ {fields} \"id\": \"a\" }},"));
        Box::new(move || drop(black_box(parse(&text))))
    }),
    ("dataset: one field many times", 5_000, |n| {
        let text = dataset(&format!("{{ {} \"id\": \"a\" }},", "\"id\": \"a\",\n".repeat(n)));
        Box::new(move || drop(black_box(parse(&text))))
    }),
    ("check: a problem in every message", 500, |n| {
        let text = dataset(&"{ \"id\": \"A B\", \"body\": 7 },\n".repeat(n));
        Box::new(move || drop(black_box(rendered(&check(&text), "m.json", &text, false))))
    }),
    ("check: a doubt in every message", 500, |n| {
        let message = |at: usize| {
            format!(
                "{{ \"id\": \"a{at}\", \"senders\": [{{ \"names\": [\"\u{202e}A\"] }}], \"body\": [\"“It\\\" Ã©\"] }},\n"
            )
        };
        let text = dataset(&(0..n).map(message).collect::<String>());
        Box::new(move || drop(black_box(rendered(&check(&text), "m.json", &text, false))))
    }),
    ("quotation: a line of underscores", 20_000, |n| quotation("_".repeat(n))),
    ("quotation: the same word again and again", 20_000, |n| quotation("na ".repeat(n / 3))),
    ("link: a long quotation", 20_000, |n| link(&"_".repeat(n), n / 2)),
    ("link: a quotation that nearly fits", 20_000, |n| link(&"_".repeat(n), 1_900)),
    ("search: a long word", 20_000, |n| search("a".repeat(n))),
    ("search: a long text without spaces", 20_000, |n| search("团结".repeat(n / 2))),
    ("search: a long phrase", 20_000, |n| search(format!("\"{}", "solidarity ".repeat(n / 11)))),
    ("table: rows", 2_000, |n| {
        table(format!("sender,country,message\n{}", "A,NL,\"Dear\nfriends\"\n".repeat(n)))
    }),
    ("table: columns", 500, |n| {
        let names: String = (0..n).map(|at| format!("sender {at},")).collect();
        table(format!("{names}message\n{}Hello\n", "A,".repeat(n)))
    }),
    ("table: columns of one name", 500, |n| {
        table(format!("{}message\n{}Hello\n", "sender,".repeat(n), "A,".repeat(n)))
    }),
    ("table: one long cell", 100_000, |n| {
        table(format!("sender,message\nA,{}\n", "é\r".repeat(n)))
    }),
    ("table: quotation marks", 100_000, |n| {
        table(format!("sender,message\nA,{}\n", "\"".repeat(n)))
    }),
    ("table: cells that do not end", 10_000, |n| {
        table(format!("sender,message\n{}", "\"A\nB".repeat(n / 4)))
    }),
    ("table: a long country", 20_000, |n| {
        table(format!("sender,country,message\nA,{},Hello\n", "Korea ".repeat(n / 6)))
    }),
    ("table: misspelt countries", 200, |n| {
        let rows: String = (0..n).map(|at| format!("A,Portugall{at},Hello\n")).collect();
        table(format!("sender,country,message\n{rows}"))
    }),
    ("table: a long language", 20_000, |n| {
        table(format!("sender,language,message\nA,{},Hello\n", "Farsi ".repeat(n / 6)))
    }),
    ("markdown: emphasis", 20_000, |n| markdown("*a ".repeat(n / 3))),
    ("markdown: lines of equals signs", 20_000, |n| markdown("=\n=".repeat(n / 3))),
    ("markdown: brackets", 20_000, |n| markdown("[".repeat(n))),
    ("markdown: quotations in quotations", 1_000, |n| markdown("> ".repeat(n / 2))),
    ("markdown: comments that do not end", 20_000, |n| markdown("<!-- %% ".repeat(n / 8))),
    ("markdown: struck words", 20_000, |n| markdown("~~a~~ ".repeat(n / 6))),
    ("front matter: bad lines", 50, |n| {
        markdown(format!("---\n{}---\nText", "a: b: [\n".repeat(n)))
    }),
    ("front matter: lists in lists", 1_000, |n| {
        markdown(format!("---\na: {}\n---\nText", "[".repeat(n)))
    }),
    ("WordPress: posts", 500, |n| wordpress(&item("<p>Dear</p>").repeat(n))),
    ("WordPress: elements in elements", 10_000, |n| wordpress(&item(&"<div>".repeat(n / 5)))),
    ("WordPress: what is left out", 10_000, |n| wordpress(&item(&"<i>a</i><br>\n".repeat(n / 12)))),
    ("WordPress: characters that cannot be shown", 500, |n| {
        wordpress(&item("<p>Hello&#x85;all</p>").repeat(n))
    }),
    ("WordPress: shortcodes", 10_000, |n| wordpress(&item(&"[a b=\"c\"] ".repeat(n / 10)))),
    ("WordPress: tags that do not end", 10_000, |n| wordpress(&item(&"<a b='".repeat(n / 6)))),
];

fn main() {
    println!("{:45}{:>10}{:>12}{:>8}{:>8}", "input", "size n", "time of n", "2n/n", "4n/2n");
    let mut steep = 0;
    for (name, size, work) in CASES {
        let [one, two, four] = [1, 2, 4].map(|times| shortest(&work(size * times)));
        let ratio = |more: Duration, less: Duration| more.as_secs_f64() / less.as_secs_f64();
        let is_steep = ratio(four, two) > TOO_MUCH;
        steep += usize::from(is_steep);
        println!(
            "{name:45}{size:>10}{:>9.2} ms{:>8.1}{:>8.1}{}",
            one.as_secs_f64() * 1e3,
            ratio(two, one),
            ratio(four, two),
            if is_steep { "  more than linear" } else { "" }
        );
    }
    println!("{steep} of {} grow more than linearly.", CASES.len());
}

/// The shortest of several runs: the others were disturbed.
fn shortest(work: &Work) -> Duration {
    let run = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..5).map(|_| run()).min().unwrap_or_default()
}

fn dataset(messages: &str) -> String {
    let sound =
        "{ \"id\": \"z\", \"senders\": [{ \"names\": [\"A\"] }], \"body\": [\"Dear friends\"] }";
    format!(
        "{{ \"collection\": {{ \"title\": \"T\", \"language\": \"en\" }}, \"messages\": [\n{messages}{sound}\n] }}"
    )
}

fn quotation(text: String) -> Work {
    Box::new(move || {
        let paragraphs = [text.as_str()];
        let quotable = Quotable {
            paragraphs: &paragraphs,
            preceding: &[],
            folding: folding(),
            boundaries: |_| Vec::new(),
        };
        let middle = text.len() / 2;
        let passage = quotable.passage((0, middle), (0, middle + 300)).expect("a passage");
        black_box(quotable.fragment(&passage));
    })
}

fn link(text: &str, length: usize) -> Work {
    let fragment = format!("q1:~:text={}-,x", &text[..length]);
    let text = text.to_owned();
    Box::new(move || drop(black_box(find(&[&text], &fragment, folding()))))
}

fn search(query: String) -> Work {
    let index = index(&congress());
    Box::new(move || drop(black_box(index.search(&Query::parse(folding(), &query)))))
}

fn table(text: String) -> Work {
    file("m.csv", text)
}

fn wordpress(items: &str) -> Work {
    let namespaces = "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
                      xmlns:wp=\"http://wordpress.org/export/1.2/\"";
    file("m.xml", format!("<rss version=\"2.0\" {namespaces}><channel>{items}</channel></rss>"))
}

fn item(html: &str) -> String {
    format!(
        "<item><title>A</title><content:encoded><![CDATA[{html}]]></content:encoded>\
         <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>\n"
    )
}

fn file(name: &str, text: String) -> Work {
    let file = Source { name: name.to_owned(), bytes: text.into_bytes() };
    Box::new(move || drop(black_box(import_file(&file, &Columns::new()))))
}

fn markdown(text: String) -> Work {
    let file = Source { name: "letters/m.md".to_owned(), bytes: text.into_bytes() };
    let folder = Folder { name: "letters".to_owned(), files: vec![file], ..Folder::default() };
    Box::new(move || drop(black_box(import_folder(&folder, &Columns::new()))))
}
