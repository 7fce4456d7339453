//! Components and pages, rendered to HTML on the host.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use fixtures::{collection_of, congress, folding, with_messages};
use leptos::prelude::*;
use solidarity_atlas::app::Atlas;
use solidarity_atlas::browser::FetchError;
use solidarity_atlas::pages::{Failure, LoadError};
use solidarity_atlas::state::{Published, ViewState};
use solidarity_core::collection::{Collection, Problem, parse};

/// The page at a path and query, below the base `/base/`, without the marks between texts.
fn page_with(collection: Collection, problems: Vec<Problem>, path: &str, search: &str) -> String {
    let collection: &'static Collection = Box::leak(Box::new(collection));
    Owner::new().with(|| {
        let state = ViewState::new("/base/", path, search);
        let published = Published::default();
        view! { <Atlas collection problems folding=folding() state published/> }
            .to_html()
            .replace("<!>", "")
            .replace("<!--<() />-->", "")
    })
}

fn page(path: &str, search: &str) -> String {
    page_with(congress(), Vec::new(), path, search)
}

/// The text of a page as it is read, without tags.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

fn count(html: &str, part: &str) -> usize {
    html.matches(part).count()
}

#[test]
fn home_shows_a_card_for_each_message_and_says_how_many() {
    let html = page("/base/", "");
    assert_eq!(count(&html, "<article"), 17);
    assert!(text(&html).contains("17 messages · 21 organisations · 15 countries"));
    assert!(text(&html).contains("15–17 July 2022"));
}

#[test]
fn the_logo_of_a_collection_stands_above_its_title() {
    let dataset = fixtures::CONGRESS.replacen("\"host\"", "\"logo\": \"our.svg\", \"host\"", 1);
    let (collection, problems) = parse(&dataset).expect("it can be shown");
    let host = collection.host.as_ref().map(|host| host.name.clone()).expect("a host");
    let html = page_with(collection, problems, "/base/", "");
    let logo = format!("<img src=\"our.svg\" alt=\"{host}\" class=\"logo\">");
    assert!(html.find(&logo).is_some_and(|at| Some(at) < html.find("<h1")));
    assert!(!page("/base/", "").contains("class=\"logo\""));
}

#[test]
fn links_are_relative_so_that_a_site_works_in_any_folder() {
    let html = page("/base/", "");
    assert!(html.contains("href=\"m/essf/\""));
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for link in links {
        assert!(!link.starts_with(['/', '#']) && !link.contains(':'), "{link}");
    }
}

#[test]
fn a_place_leads_to_its_heading_where_no_program_can_choose_it() {
    assert!(page("/base/", "").contains("href=\"countries/#place-FR\""));
    assert!(page("/base/countries/", "").contains("id=\"place-FR\""));
    let chosen = page("/base/", "?country=FR");
    assert_eq!(count(&chosen, "<article"), 2);
    assert!(text(&chosen).contains("2 of 17 messages · France"));
    assert!(chosen.contains("aria-current=\"true\""));
    let tile =
        chosen.split('<').find(|tag| tag.contains("tile-link") && tag.contains("aria-current"));
    assert!(tile.is_some(), "the place chosen is not marked");
}

#[test]
fn matches_are_marked_in_names_and_text() {
    let html = page("/base/", "?q=pawel");
    assert_eq!(count(&html, "<article"), 1);
    assert!(html.contains("<mark>Paweł</mark>"));
}

#[test]
fn nothing_found_says_what_to_try() {
    let html = page("/base/", "?q=zzzxqy");
    assert_eq!(count(&html, "<article"), 0);
    assert!(text(&html).contains("No messages found"));
    assert!(text(&html).contains("0 of 17 messages"));
}

#[test]
fn grouped_cards_stand_under_region_and_country() {
    let html = page("/base/countries/", "");
    // A message of four places stands in each of them: 17, and three more, and one more.
    assert_eq!(count(&html, "<article"), 21);
    let text = text(&html);
    let order: Vec<_> = [
        "Africa 1 message",
        "Asia 8 messages",
        "Europe 6 messages",
        "Oceania 1 message",
        "International 3 messages",
    ]
    .iter()
    .map(|heading| text.find(heading).unwrap_or_else(|| panic!("no {heading}")))
    .collect();
    assert!(order.is_sorted());
}

#[test]
fn ids_are_unique_in_every_view() {
    for (path, search) in [("", ""), ("countries/", ""), ("", "?q=a"), ("m/essf/", "")] {
        let html = page(&format!("/base/{path}"), search);
        let mut ids: Vec<_> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}{search}");
    }
}

#[test]
fn a_message_page_has_every_paragraph_and_signature() {
    for message in &congress().messages {
        let html = page(&format!("/base/m/{}/", message.id), "");
        let text = text(&html);
        for paragraph in message.body() {
            assert!(text.contains(&paragraph.text), "{}", message.id);
        }
        for signature in &message.signatures {
            assert!(text.contains(&signature.name));
        }
        assert_eq!(count(&html, "<h1"), 1);
    }
}

#[test]
fn a_message_page_says_what_it_belongs_to() {
    let essf = page("/base/m/essf/", "");
    let (_, line) = essf.split_once("<p class=\"belongs-to\">").expect("the line");
    let (line, after) = line.split_once("</p>").expect("its end");
    assert_eq!(
        text(line),
        "International Solidarity Messages to the 24th Annual Congress of PSM · \
         Sent to Parti Sosialis Malaysia · Klang, Selangor, Malaysia · 15–17 July 2022"
    );
    assert!(line.contains("href=\"./\""), "it leads to all messages");
    assert!(after.contains("<h1"), "it stands above the senders");
}

#[test]
fn what_a_message_belongs_to_is_not_said_twice() {
    let json = r#"{"collection": {"title": "Greetings to the Harbour Choir", "language": "en",
        "occasion": {"name": "50th anniversary", "place": "Bergen", "starts": "2027-05-01"},
        "host": {"name": "Harbour Choir"}},
        "messages": [{"id": "a", "senders": [{"names": ["A"]}], "body": ["T"]}]}"#;
    let (collection, problems) = parse(json).expect("the message is shown");
    let html = page_with(collection, problems, "/base/m/a/", "");
    let line = "Greetings to the Harbour Choir · 50th anniversary · Bergen · 1 May 2027";
    assert!(text(&html).contains(line));
    let bare = r#"{"collection": {"title": "Greetings", "language": "en"},
        "messages": [{"id": "a", "senders": [{"names": ["A"]}], "body": ["T"]}]}"#;
    let (collection, problems) = parse(bare).expect("the message is shown");
    let html = page_with(collection, problems, "/base/m/a/", "");
    assert!(html.contains(">Greetings</a></p>"), "no mark without a text after it");
}

#[test]
fn landmarks_have_names_and_none_holds_its_like() {
    for path in ["", "countries/", "m/essf/", "about/", "m/none/"] {
        let html = page(&format!("/base/{path}"), "");
        let tags = |name: &str| {
            let open = format!("<{name}");
            html.split(&open).skip(1).filter_map(|rest| rest.split('>').next()).collect::<Vec<_>>()
        };
        for tag in tags("nav").into_iter().chain(tags("search")) {
            assert!(tag.contains("aria-label"), "{path}: {tag}");
        }
        assert!(!html.contains("role=\"search\""), "{path}: `search` is one already");
        let foot = html.split("<footer").nth(1).expect("a foot");
        assert!(!foot.contains("<nav"), "{path}");
    }
}

#[test]
fn the_switch_for_the_key_is_where_the_key_does_something() {
    let switch = |path: &str| {
        let html = page(path, "");
        let tag = html.split('<').find(|tag| tag.contains("shortcut-switch")).map(str::to_owned);
        !tag.expect("the switch").contains(" hidden")
    };
    assert!(switch("/base/") && switch("/base/countries/"));
    assert!(!switch("/base/m/essf/") && !switch("/base/about/"));
}

#[test]
fn the_home_page_is_title_search_places_and_cards() {
    let html = page("/base/", "");
    let at = |part: &str| html.find(part).unwrap_or_else(|| panic!("no {part}"));
    let order = [at("<h1"), at("<search"), at("class=\"places"), at("id=\"results\"")];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_message_page_marks_languages_and_says_when_nobody_signed() {
    let prp = page("/base/m/prp/", "");
    assert!(
        prp.contains("lang=\"id\" dir=\"ltr\">Jangan pernah lelah memperjuangkan sosialisme!</p>")
    );
    // The text is in an element of its own, and that in the one with the language.
    let own_name = prp.split("Partai Rakyat Pekerja").next().and_then(|s| s.rsplit('<').nth(1));
    assert!(own_name.is_some_and(|tag| tag.contains("lang=\"id\"")), "{own_name:?}");
    assert!(text(&page("/base/m/socialist-workers-thailand/", "")).contains("Unsigned"));
    assert!(!text(&prp).contains("Unsigned"));
}

#[test]
fn a_message_page_leads_to_its_neighbours() {
    let first = page("/base/m/socialist-alliance-australia/", "");
    assert!(!first.contains("rel=\"prev\"") && first.contains("rel=\"next\""));
    let last = page("/base/m/international-peoples-assembly/", "");
    assert!(last.contains("rel=\"prev\"") && !last.contains("rel=\"next\""));
    assert!(last.contains("href=\"m/progressive-international/\""));
}

#[test]
fn what_leads_to_a_part_of_the_page_is_called_as_its_heading() {
    let html = page("/base/m/essf/", "");
    let of = |class: &str| {
        let (_, rest) = html.split_once(class).expect("there is one");
        let text = rest.split_once('>').and_then(|(_, rest)| rest.split('<').next());
        text.expect("it has a text").to_owned()
    };
    assert_eq!(of("class=\"to-pass-on\""), "Share and cite");
    assert_eq!(of("id=\"pass-on-heading\""), "Share and cite");
}

#[test]
fn an_unknown_address_is_told_apart_and_offers_a_search() {
    let message = page("/base/m/lost/", "");
    assert!(
        text(&message).contains("There’s no message at this link. Check the spelling of “lost”")
    );
    let other = page("/base/elsewhere", "");
    assert!(text(&other).contains("There’s no page called “elsewhere”."));
    for html in [message, other] {
        assert!(html.contains("action=\"./\"") && html.contains("name=\"q\""));
    }
}

#[test]
fn a_message_that_is_left_out_is_named_and_the_others_are_shown() {
    let (collection, problems) = with_messages(&[
        r#""id": "good", "senders": [{"names": ["A"]}], "body": ["Text."]"#,
        r#""id": "bad", "senders": [{"names": ["B"], "country": "Holland"}], "body": ["Text."]"#,
    ])
    .expect("the good one is shown");
    let html = page_with(collection, problems, "/base/", "");
    let text = text(&html);
    assert_eq!(count(&html, "<article"), 1);
    assert!(text.contains("1 message left out"));
    assert!(text.contains("bad · messages[1].senders[0].country, line 4, column 1"));
    assert!(text.contains("“Holland” is not a country code."));
}

#[test]
fn of_very_many_problems_the_first_are_named() {
    let good = r#""id": "good", "senders": [{"names": ["A"]}], "body": ["Text."]"#;
    let bad = r#""id": "Bad", "senders": [{"names": ["B"]}], "body": ["Text."]"#;
    let messages: Vec<_> = std::iter::once(good).chain(std::iter::repeat_n(bad, 3_000)).collect();
    let (collection, problems) = with_messages(&messages).expect("the good one is shown");
    let html = page_with(collection, problems, "/base/", "");
    let text = text(&html);
    assert!(text.contains("3,000 messages left out"), "{text}");
    assert!(text.contains("messages[50].id") && !text.contains("messages[51].id"));
    assert!(text.contains("… and 2,950 more."), "{text}");
}

#[test]
fn a_problem_that_costs_no_message_is_named_as_such() {
    let json = r#"{"collection": {"title": "T", "language": "en", "placeNames": {"ZZ": "Z"}},
        "messages": [{"id": "a", "senders": [{"names": ["A"]}], "body": ["T"]}]}"#;
    let (collection, problems) = parse(json).expect("the message is shown");
    let text = text(&page_with(collection, problems, "/base/", ""));
    assert!(text.contains("Something needs correcting") && !text.contains("left out"), "{text}");
}

#[test]
fn hostile_text_is_shown_and_never_becomes_markup() {
    let hostile = r#""id": "x", "senders": [{"names": ["<img src=x onerror=alert(1)>"]}],
        "signatures": [{"name": "</span><script>alert(2)</script>"}],
        "body": ["<b>bold</b> & \"quoted\""]"#;
    for (path, search) in [
        ("/base/", ""),
        ("/base/m/x/", ""),
        ("/base/", "?q=%3Cscript%3Ealert(3)%3C/script%3E"),
        ("/base/m/<svg onload=alert(4)>", ""),
    ] {
        let html = page_with(collection_of(&[hostile]), Vec::new(), path, search);
        for tag in ["<img", "<script", "<b>", "<svg"] {
            assert!(!html.contains(tag), "{tag} at {path}{search}");
        }
    }
}

#[test]
fn each_failure_says_what_happened_to_what_and_what_to_do() {
    let failure = |error: LoadError| {
        let url = "https://example.org/messages.json".to_owned();
        let html = Owner::new()
            .with(|| view! { <Failure error url retry=Callback::new(|()| ())/> }.to_html());
        let text = text(&html);
        assert!(text.contains("https://example.org/messages.json") && text.contains("Try again"));
        text
    };
    assert!(failure(LoadError::Fetch(FetchError::Offline)).contains("Connect to the internet"));
    assert!(
        failure(LoadError::Fetch(FetchError::Status(404))).contains("messages file is missing")
    );
    assert!(failure(LoadError::Fetch(FetchError::Network("reset".into()))).contains("(reset)"));
    let problems = parse("{\n  \"collection\": nothing").expect_err("not JSON");
    let text = failure(LoadError::Collection(problems));
    assert!(text.contains("line 2, column") && text.contains("This is not valid JSON"), "{text}");
}
