//! Publishing step by step, and why it is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use solidarity_publisher::{Client, File, PaintError, Painter, Preview};
use solidarity_studio::look::Look;
use solidarity_studio::publishing::{Progress, PublishOptions};
use solidarity_studio_worker::publishing::{Publishing, PublishingError};

/// Paints nothing.
struct Blank;

impl Painter for Blank {
    fn preview(&self, _: &Preview) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }

    fn icon(&self, _: u32) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }
}

fn client() -> Result<Client, Box<dyn Error>> {
    let index = include_str!("../../publisher/tests/support/index.html");
    let theme = include_str!("../../../style/theme.css");
    let index = index.replace("<style>", &format!("<style>{theme}"));
    let icon = include_str!("../../../public/icon.svg");
    let files = [("index.html", index.as_str()), ("icon.svg", icon)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    Ok(Client::read(BTreeMap::from(files))?)
}

fn begun(text: &str, options: &PublishOptions) -> Result<Publishing<Blank>, Box<dyn Error>> {
    Ok(Publishing::new(client()?, text, options, |_| Ok(Blank))?)
}

fn files(mut publishing: Publishing<Blank>) -> Result<Vec<File>, Box<dyn Error>> {
    let mut all = Vec::new();
    while let Some(files) = publishing.next_files()? {
        all.extend(files);
    }
    Ok(all)
}

fn letters(countries: &[&str], collection: &str) -> String {
    let message = |(at, country): (usize, &&str)| {
        format!(
            r#"{{"id":"m{at}","senders":[{{"names":["Choir {at}"],"country":"{country}"}}],"body":["Dear friends"]}}"#
        )
    };
    let messages: Vec<_> = countries.iter().enumerate().map(message).collect();
    let particulars = format!(r#""title":"Letters","language":"en"{collection}"#);
    format!(r#"{{"collection":{{{particulars}}},"messages":[{}]}}"#, messages.join(","))
}

#[test]
fn each_step_is_a_message_and_no_file_comes_twice() -> Result<(), Box<dyn Error>> {
    let mut publishing = begun(&letters(&["PT", "NO"], ""), &PublishOptions::default())?;
    let mut paths = BTreeSet::new();
    let mut steps = Vec::new();
    while let Some(files) = publishing.next_files()? {
        for File { path, .. } in files {
            assert!(paths.insert(path.clone()), "{path} comes twice");
        }
        let Progress { done, total } = publishing.progress();
        steps.push((done, total));
    }
    assert_eq!(steps, [(0, 2), (1, 2), (2, 2)]);
    assert_eq!(publishing.published().left_out, 0);
    for path in ["index.html", "messages.json", "m/m0/index.html", "m/m1/index.html", "sw.js"] {
        assert!(paths.contains(path), "{path}");
    }
    Ok(())
}

#[test]
fn messages_with_errors_are_left_out_only_if_somebody_says_so() -> Result<(), Box<dyn Error>> {
    let text = letters(&["PT", "XX", "YY"], "");
    let refused =
        Publishing::new(client()?, &text, &PublishOptions::default(), |_| Ok(Blank)).err();
    assert_eq!(
        refused.map(|error| error.to_string()).as_deref(),
        Some("2 messages cannot be shown as they are. Correct them, or choose to leave them out.")
    );
    let options = PublishOptions { leave_out_broken: true, ..PublishOptions::default() };
    let publishing = begun(&text, &options)?;
    assert_eq!(publishing.published().left_out, 2);
    let pages = files(publishing)?;
    assert!(pages.iter().any(|file| file.path == "m/m0/index.html"));
    assert!(!pages.iter().any(|file| file.path.starts_with("m/m1/")));
    Ok(())
}

#[test]
fn what_is_missing_is_said_in_words_for_organisers() -> Result<(), Box<dyn Error>> {
    for (collection, expected) in [
        (r#","logo":"crest.svg""#, "The picture for the logo, crest.svg, is not there."),
        (r#","url":"nowhere""#, "First correct what is marked"),
        (r#","url":"https://example.org/?a""#, "The address of the site cannot be used:"),
        (r#","occasion":{"name":"Day","starts":"2027-02-30"}"#, "First correct what is marked"),
    ] {
        let text = letters(&["PT"], collection);
        let options = PublishOptions { leave_out_broken: true, ..PublishOptions::default() };
        let refused = Publishing::new(client()?, &text, &options, |_| Ok(Blank)).err();
        let refused = refused.map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.starts_with(expected), "{refused}");
        assert!(!refused.contains("folder “files”"), "{refused}");
    }
    let none = Publishing::new(client()?, "{", &PublishOptions::default(), |_| Ok(Blank)).err();
    assert!(matches!(none, Some(PublishingError::Nothing)));
    Ok(())
}

#[test]
fn the_colours_that_are_chosen_are_on_every_page() -> Result<(), Box<dyn Error>> {
    let look: Look = serde_json::from_str(r##"{"accent":{"light":"#005a9c"}}"##)?;
    let options = PublishOptions { look, ..PublishOptions::default() };
    let all = files(begun(&letters(&["PT"], ""), &options)?)?;
    let page = all.iter().find(|file| file.path == "index.html");
    let page = page.map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    assert!(page.is_some_and(|page| page.contains("--accent: light-dark(#005a9c")));
    Ok(())
}
