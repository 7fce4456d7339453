//! Citations, as text and as reference managers read them.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use biblatex::{Bibliography, ChunksExt};
use fixtures::{collection_of, congress};
use solidarity_core::citation::Citation;
use solidarity_core::collection::Collection;
use solidarity_core::titles::Titles;

fn of(collection: Collection, id: &str) -> (Titles, Citation) {
    let collection: &'static Collection = Box::leak(Box::new(collection));
    let titles = Titles::new(collection);
    let (_, message) = collection.find(id).expect("the message");
    (titles, Citation::of(titles, message, Some(format!("https://example.org/m/{id}/"))))
}

#[test]
fn plain_text_names_senders_occasion_signatory_and_link() {
    let (titles, citation) = of(congress(), "socialist-alliance-australia");
    assert_eq!(
        citation.plain(titles),
        "Socialist Alliance (Australia), “Message to Parti Sosialis Malaysia”, International \
         Solidarity Messages to the 24th Annual Congress of PSM, Klang, Selangor, Malaysia, \
         15–17 July 2022. Signed by Sam Wainwright, National Co-convenor. \
         https://example.org/m/socialist-alliance-australia/"
    );
}

#[test]
fn several_senders_no_country_and_no_signature_are_cited_as_they_are() {
    let (titles, many) = of(congress(), "international-peoples-assembly");
    assert!(many.plain(titles).starts_with(
        "International Peoples Assembly, Communist Party of Nepal (Unified Socialist) (Nepal), \
         Workers Party of Bangladesh (Bangladesh) and Mazdoor Kissan Party (Pakistan), “Message"
    ));
    let (titles, unsigned) = of(congress(), "socialist-workers-thailand");
    assert!(!unsigned.plain(titles).contains("Signed"));
    for file in [unsigned.bibtex(), unsigned.ris(), unsigned.csl_json()] {
        assert!(!file.contains("Signed"), "{file}");
    }
}

#[test]
fn bibtex_is_read_back_by_a_parser() {
    let (_, citation) = of(congress(), "international-peoples-assembly");
    let bibliography = Bibliography::parse(&citation.bibtex()).expect("BibTeX");
    let entry = bibliography.get("international-peoples-assembly").expect("the entry");
    let authors = entry.author().expect("authors");
    let names: Vec<_> = authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "International Peoples Assembly",
            "Communist Party of Nepal (Unified Socialist)",
            "Workers Party of Bangladesh",
            "Mazdoor Kissan Party"
        ]
    );
    let title = entry.title().expect("a title").format_verbatim();
    assert_eq!(title, "Message to Parti Sosialis Malaysia");
    let url = entry.url().expect("a url");
    assert_eq!(url, "https://example.org/m/international-peoples-assembly/");
}

#[test]
fn what_means_something_to_a_format_is_escaped() {
    let hostile = r#""id": "x", "senders": [{"names": ["A & B_{50%} \\end and Sons\nER  - "]}],
        "body": ["T"]"#;
    let (_, citation) = of(collection_of(&[hostile]), "x");
    let bibliography = Bibliography::parse(&citation.bibtex()).expect("BibTeX");
    let authors = bibliography.get("x").expect("the entry").author().expect("authors");
    assert_eq!(authors.len(), 1, "{authors:?}");
    assert!(citation.bibtex().contains(r"A \& B\_\{50\%\} \textbackslash{}end and Sons ER -"));
    let ris = citation.ris();
    assert_eq!(ris.lines().filter(|line| line.starts_with("ER  -")).count(), 1, "{ris}");
}

#[test]
fn ris_marks_organisations_and_ends() {
    let (_, citation) = of(congress(), "international-peoples-assembly");
    let ris = citation.ris();
    assert!(ris.starts_with("TY  - ELEC\r\n") && ris.ends_with("ER  - \r\n"));
    assert_eq!(ris.matches("AU  - ").count(), 4);
    assert!(ris.contains("AU  - Mazdoor Kissan Party,\r\n"));
    assert!(ris.contains("DA  - 2022/07/15\r\n"));
}

#[test]
fn csl_json_has_literal_authors_and_the_dates() {
    let (_, citation) = of(congress(), "progressive-international");
    let items: serde_json::Value = serde_json::from_str(&citation.csl_json()).expect("JSON");
    let item = &items[0];
    assert_eq!(item["author"][0]["literal"], "Progressive International");
    assert_eq!(item["issued"]["date-parts"], serde_json::json!([[2022, 7, 15], [2022, 7, 17]]));
    assert_eq!(item["URL"], "https://example.org/m/progressive-international/");
}
