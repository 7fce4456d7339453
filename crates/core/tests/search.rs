//! What a search finds, in which order, and what it marks.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use std::collections::BTreeSet;

use fixtures::{CONGRESS, collection_of, congress, folding, index};
use proptest::prelude::*;
use solidarity_core::collection::{Collection, parse_list};
use solidarity_core::search::{
    Builder, ByBeginning, DamagedIndex, Examples, Excerpt, Found, Index, Marker, Packed, Query,
};

fn found(collection: &Collection, query: &str) -> Vec<String> {
    let hits = answer(collection, query).messages;
    hits.into_iter().map(|at| collection.messages[at].id.clone()).collect()
}

fn answer(collection: &Collection, query: &str) -> Found {
    index(collection).search(&Query::parse(folding(), query))
}

/// What a query marks in a message with this text.
fn marked(text: &str, query: &str) -> Vec<String> {
    let body = serde_json::to_string(text).expect("a text");
    let inside = format!(r#""id": "m", "senders": [{{"names": ["S"]}}], "body": [{body}]"#);
    let marks = answer(&collection_of(&[&inside]), query).marker.marks(folding(), text);
    marks.into_iter().map(|range| text[range].to_owned()).collect()
}

/// The numbers, from 0, of the messages with these texts that a query finds.
fn found_in(texts: &[&str], query: &str) -> Vec<usize> {
    answer(&collection_with(texts), query).messages
}

/// Messages with these texts.
fn collection_with(texts: &[&str]) -> Collection {
    let message = |(at, text): (usize, &&str)| {
        let body = serde_json::to_string(text).expect("a text");
        format!(r#""id": "m{at}", "senders": [{{"names": ["S"]}}], "body": [{body}]"#)
    };
    let messages: Vec<_> = texts.iter().enumerate().map(message).collect();
    let messages: Vec<_> = messages.iter().map(String::as_str).collect();
    collection_of(&messages)
}

/// Checks what is found in the shipped collection, whatever the order.
fn check(query: &str, expect: &[&str]) {
    let mut found = found(&congress(), query);
    let mut expect: Vec<_> = expect.iter().map(ToString::to_string).collect();
    found.sort();
    expect.sort();
    assert_eq!(found, expect, "{query}");
}

#[test]
fn accents_and_letters_without_decomposition_are_folded_both_ways() {
    for query in ["pawel", "PAWEŁ", "Paweł wargan"] {
        check(query, &["progressive-international"]);
    }
    for query in ["vansterpartiet", "VÄNSTERPARTIET", "va\u{308}nsterpartiet", "Pål", "brunnstrom"]
    {
        check(query, &["vansterpartiet"]);
    }
    check("frontieres", &["essf"]);
}

#[test]
fn apostrophes_of_any_shape_are_the_same_as_none() {
    for query in ["maruf", "ma'ruf", "Ma’ruf", "ma`ruf"] {
        check(query, &["kpri"]);
    }
    let peoples = found(&congress(), "peoples");
    assert!(peoples.len() > 3);
    assert_eq!(found(&congress(), "people's"), peoples);
    assert_eq!(found(&congress(), "people’s"), peoples);
    assert!(found(&congress(), "nato").contains(&"socialist-alliance-australia".to_owned()));
}

#[test]
fn every_word_must_begin_a_word_somewhere() {
    check(
        "climate cri",
        &[
            "kpri",
            "madan-bhandari-school-of-asia",
            "european-left-and-die-linke",
            "international-peoples-assembly",
            "progressive-international",
        ],
    );
    check("socialist alliance australia", &["socialist-alliance-australia"]);
    check("zzzxqy", &[]);
}

#[test]
fn where_no_message_has_all_those_with_most_are_found_and_that_is_said() {
    let collection = congress();
    assert!(!answer(&collection, "climate crisis").partial);
    let partial = answer(&collection, "oxfam climate zzzxqy");
    assert!(partial.partial);
    let ids: Vec<_> = partial.messages.iter().map(|at| &collection.messages[*at].id).collect();
    assert_eq!(ids, ["european-left-and-die-linke"]);
    assert!(answer(&collection, "zzzxqy xqyzzz").messages.is_empty());
}

#[test]
fn typing_errors_are_forgiven_where_nothing_is_written_so() {
    for query in ["egytp", "egyt", "Egipt"] {
        assert!(
            found(&congress(), query).contains(&"socialist-popular-alliance-party-egypt".into())
        );
    }
    assert_eq!(found(&congress(), "phillipines")[0], "plm");
    assert_eq!(found(&congress(), "malasia"), found(&congress(), "malaysia"));
    let right = found(&congress(), "solidarity");
    for query in ["solidrity", "soildarity", "sollidarity", "solidaritty", "solidr"] {
        assert_eq!(found(&congress(), query).len(), right.len(), "{query}");
    }
    assert_eq!(marked("against imperialism", "imperal"), ["imperialism"]);
    // Three letters are too few: they are another word too soon.
    assert_eq!(found_in(&["cat"], "cut"), Vec::<usize>::new());
    // What is written so goes before what is near, and what is near stays out.
    assert_eq!(found_in(&["united", "untied"], "untied"), [1]);
}

/// What somebody may type for a word: a letter left out, doubled, swapped with the next, or wrong.
fn typing_errors(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut errors = Vec::new();
    for at in 0..letters.len() {
        let mut with = |change: &dyn Fn(&mut Vec<char>)| {
            let mut changed = letters.clone();
            change(&mut changed);
            errors.push(changed.into_iter().collect());
        };
        with(&|letters| {
            letters.remove(at);
        });
        with(&|letters| letters.insert(at, letters[at]));
        with(&|letters| letters[at] = if letters[at] == 'x' { 'z' } else { 'x' });
        if at + 1 < letters.len() {
            with(&|letters| letters.swap(at, at + 1));
        }
    }
    errors
}

#[test]
fn with_a_typing_error_every_longer_word_finds_what_it_finds_without() {
    let collection = congress();
    let index = index(&collection);
    let found = |query: &str| -> BTreeSet<usize> {
        index.search(&Query::parse(folding(), query)).messages.into_iter().collect()
    };
    let texts = collection.messages.iter().flat_map(|message| message.body());
    let words = texts.flat_map(|text| folding().tokens(&text.text)).map(|token| token.folded);
    let words: BTreeSet<String> = words.collect();
    let long = words.iter().filter(|word| word.chars().count() >= 6);
    let mut tried = 0;
    for word in long {
        let right = found(word);
        // What is a word itself, as `mission` for `emission`, is no error.
        for error in typing_errors(word).into_iter().filter(|error| !words.contains(error)) {
            tried += 1;
            assert!(found(&error).is_superset(&right), "{word}, typed {error}");
        }
    }
    assert!(tried > 20_000);
}

#[test]
fn the_nearer_word_wins_over_one_of_the_same_stem() {
    let collection = congress();
    let right = found(&collection, "imperialism");
    assert_eq!(right.len(), 8);
    let mut typed = found(&collection, "imperalism");
    typed.sort();
    assert_eq!(typed, {
        let mut right = right.clone();
        right.sort();
        right
    });
    let half_typed = found(&collection, "imperal");
    assert!(right.iter().all(|id| half_typed.contains(id)));
    assert_eq!(found_in(&["it is imperative", "imperialism"], "imperal"), [1]);
}

#[test]
fn english_words_are_found_in_every_form_the_one_typed_first() {
    let texts = ["a struggle", "they were struggling", "it struggles", "strugglers"];
    for query in ["struggling", "struggles"] {
        let found = found_in(&texts, query);
        assert!(found.len() >= 3, "{query}: {found:?}");
        assert!(texts[found[0]].ends_with(query));
    }
    assert_eq!(found_in(&["one party", "two parties", "a part"], "parties"), [1, 0]);
    assert_eq!(found_in(&["one party", "two parties", "a part"], "party"), [0, 1]);
    assert_eq!(marked("The parties agree", "party"), ["parties"]);
    let indonesian = collection_of(&[
        r#""id": "m", "senders": [{"names": ["S"]}], "body": [{"text": "paris parisy", "lang": "id"}]"#,
    ]);
    assert!(answer(&indonesian, "parising").messages.is_empty());
}

#[test]
fn a_phrase_is_found_exactly_and_goes_first_without_its_marks() {
    let texts = ["a deal that is new", "the new deal for all", "new dealers"];
    assert_eq!(found_in(&texts, "\"new deal\""), [1]);
    assert_eq!(found_in(&texts, "“new deal”"), [1]);
    assert_eq!(found_in(&texts, "new deal"), [1, 2, 0]);
    // While it is typed its last word may be half there.
    let mut half_typed = found_in(&texts, "\"new dea");
    half_typed.sort();
    assert_eq!(half_typed, [1, 2]);
    assert_eq!(marked("the new deal is a new, better deal", "\"new deal\""), ["new deal"]);
    assert_eq!(found_in(&["new\ndeal", "x"], "\"new deal\""), [0]);
}

#[test]
fn no_phrase_goes_from_one_paragraph_to_the_next() {
    let collection = collection_of(&[
        r#""id": "m", "senders": [{"names": ["S"]}], "body": ["It is new", "Deal with it"]"#,
    ]);
    assert!(answer(&collection, "\"new deal\"").messages.is_empty());
    assert_eq!(answer(&collection, "new deal").messages, [0]);
}

#[test]
fn what_is_excluded_is_not_found_and_a_hyphen_in_a_word_excludes_nothing() {
    let texts = ["solidarity against NATO’s war", "solidarity", "anti-capitalist, natural"];
    assert_eq!(found_in(&texts, "solidarity -nato"), [1]);
    assert_eq!(found_in(&texts, "-nato"), [1, 2]);
    assert_eq!(found_in(&texts, "-\"against nato\""), [0, 1, 2]);
    assert_eq!(found_in(&texts, "-\"against nato's\""), [1, 2]);
    assert_eq!(found_in(&texts, "anti-capitalist"), [2]);
    assert_eq!(found_in(&["on 15-17 July", "on 15 July"], "15-17 july"), [0]);
}

#[test]
fn a_field_can_be_named() {
    check("country:indonesia", &["kpri", "prp"]);
    check("from:\"socialist alliance\"", &["socialist-alliance-australia"]);
    check("COUNTRY:France from:essf", &["essf"]);
    assert_eq!(found(&congress(), "by:wargan"), ["progressive-international"]);
    check(
        "by:wargan country:france",
        &found(&congress(), "by:wargan country:france")
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    );
    // What is no field is words.
    assert_eq!(found_in(&["note: read this", "read"], "note:read"), [0]);
    assert_eq!(found_in(&["from here", "x"], "from:"), [0]);
}

#[test]
fn words_are_one_with_or_without_what_joins_them() {
    let covid = ["COVID-19", "Covid 19", "covid19", "covid"];
    for query in ["covid19", "covid 19", "covid-19", "COVID‑19"] {
        let mut found = found_in(&covid, query);
        found.sort();
        assert_eq!(found, [0, 1, 2], "{query}");
    }
    let liberal = ["neo-liberal", "neoliberal", "neo liberal", "liberal"];
    for query in ["neoliberal", "neo-liberal", "neo liberal"] {
        let found = found_in(&liberal, query);
        assert!(
            found.contains(&0) && found.contains(&1) && !found.contains(&3),
            "{query}: {found:?}"
        );
    }
    assert_eq!(found_in(&["the U.S. government", "utopia"], "u.s."), [0]);
    assert_eq!(found_in(&["the U.S. government", "utopia"], "us"), [0]);
    assert_eq!(found_in(&["CO2 and version 4.0", "CO 3"], "co2"), [0]);
    assert_eq!(found_in(&["industry 4.0", "industry 4"], "4.0"), [0]);
    assert_eq!(found_in(&["the 24 th congress", "the 24th", "24"], "24th").len(), 2);
    assert_eq!(marked("the COVID-19 crisis", "covid19"), ["COVID-19"]);
}

#[test]
fn every_script_is_found() {
    let texts = [
        "全世界人民团结起来",
        "เราเชื่อในสังคมนิยมและประชาธิปไตย",
        "労働者の連帯",
        "노동자 연대",
        "التضامن مع الشعوب",
        "ПРОЛЕТАРИИ ВСЕХ СТРАН",
        "её борьба",
        "Đảng Cộng sản Việt Nam",
        "நன்றி தோழர்களே",
        "हिन्दी में एकता",
    ];
    for (query, message) in [
        ("团结", 0),
        ("结", 0),
        ("人民团结", 0),
        ("สังคมนิยม", 1),
        ("労働者", 2),
        ("連帯", 2),
        ("노동자", 3),
        ("노동", 3),
        ("تضامن", 4),
        ("التضامن", 4),
        ("пролетарии", 5),
        ("ее", 6),
        ("dang cong san", 7),
        ("தோழர்", 8),
        ("एकता", 9),
    ] {
        assert_eq!(found_in(&texts, query), [message], "{query}");
    }
    assert_eq!(found_in(&texts, "结团"), Vec::<usize>::new());
    assert_eq!(found_in(&["تضامن"], "التضامن"), [0]);
    assert_eq!(marked("全世界人民团结起来", "团结"), ["团结"]);
}

fn suggested(collection: &Collection, query: &str) -> Vec<String> {
    index(collection).suggestions(&Query::parse(folding(), query))
}

#[test]
fn nothing_found_suggests_what_was_meant_almost_certainly_or_nothing() {
    let collection = congress();
    let suggestions = suggested(&collection, "intornatianulism");
    assert_eq!(suggestions, ["internationalism"]);
    assert_eq!(
        suggested(&collection, "intornatianulism socialist")[0],
        "internationalism socialist"
    );
    for suggestion in &suggestions {
        assert!(!found(&collection, suggestion).is_empty(), "{suggestion}");
    }
    // Three letters of ten, another first letter, and other words that happen to be near.
    for query in ["sulodoraty", "antornatianulism", "palestine", "gaza", "cuba", "zzzxqy", "iraq"] {
        assert_eq!(suggested(&collection, query), Vec::<String>::new(), "{query}");
    }
    // What none of the messages answers with the other words either.
    assert_eq!(suggested(&collection, "intornatianulism zzzxqy"), Vec::<String>::new());
}

#[test]
fn the_name_of_a_place_is_never_taken_for_another_word() {
    for (text, query) in [
        ("Austrian friends in Australia", "austria"),
        ("to Australia", "austri"),
        ("Iraq", "iran"),
        ("Slovenia", "slovakia"),
        ("Malawi", "malaysi"),
        ("a gain", "gaza"),
        ("a cure and a cube", "cuba"),
        ("Niger", "nigeria"),
        ("curacoa", "curaçao"),
    ] {
        let text = text.replace("Austrian friends in ", "");
        assert_eq!(found_in(&[&text], query), Vec::<usize>::new(), "{query}");
    }
    // But a typing error in the name of a place is one.
    assert_eq!(found_in(&["to Malaysia"], "malasia"), [0]);
    assert_eq!(found_in(&["to Australia"], "australai"), [0]);
}

#[test]
fn examples_find_something_in_the_collection_with_or_without_its_texts() {
    let shipped = congress();
    let small = collection_of(&[
        r#""id": "a", "senders": [{"names": ["Chœur de la Côte-d’Azur"], "country": "LK"}],
           "signatures": [{"name": "Inês Sá"}], "body": ["T"]"#,
        r#""id": "b", "senders": [{"names": ["全世界合唱团"]}], "body": ["T"]"#,
    ]);
    for collection in [&shipped, &small] {
        let examples = Examples::of(collection, folding());
        for example in examples.clone().list().into_iter().flatten() {
            let answer = answer(collection, &example);
            assert!(!answer.messages.is_empty() && !answer.partial, "{example}");
            let all = collection.messages.len();
            assert!(answer.messages.len() < all || all < 3, "{example}");
        }
    }
    let examples = Examples::of(&shipped, folding());
    assert!(examples.clone().list().iter().all(Option::is_some), "{examples:?}");
    let left_out = examples.exclusion.expect("an exclusion");
    let (word, _) = left_out.split_once(" -").expect("a minus");
    assert!(found(&shipped, &left_out).len() < found(&shipped, word).len());
    assert_eq!(Examples::of(&small, folding()).country.as_deref(), Some("country:“Sri Lanka”"));
    assert_eq!(Examples::of(&Collection::default(), folding()), Examples::default());

    // In the list of a large collection, whose texts come later, they are the same.
    let mut list: serde_json::Value = serde_json::from_str(CONGRESS).expect("JSON");
    for message in list["messages"].as_array_mut().expect("messages") {
        let message = message.as_object_mut().expect("a message");
        message.remove("body");
        message.insert("wordCount".to_owned(), 100.into());
    }
    let (listed, problems) = parse_list(&list.to_string()).expect("a list");
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(Examples::of(&listed, folding()), Examples::of(&shipped, folding()));
}

#[test]
fn organisations_and_countries_go_before_texts() {
    assert!(found(&congress(), "india")[0].starts_with("cpiml"));
    let left = found(&congress(), "left");
    let first: Vec<_> = left.iter().take(2).map(String::as_str).collect();
    assert!(first.contains(&"european-left-and-die-linke"), "{left:?}");
}

#[test]
fn a_country_finds_its_messages_by_either_name() {
    check("vietnam", &["ho-chi-minh-communist-youth-union"]);
    assert!(found(&congress(), "viet nam").contains(&"ho-chi-minh-communist-youth-union".into()));
    assert_eq!(found(&congress(), "netherlands"), ["sp-netherlands"]);
}

#[test]
fn senders_rank_above_signatories_above_countries_above_text() {
    let of = |sender: &str, signatory: &str| {
        [
            r#""id": "text", "senders": [{"names": ["A"]}],
               "body": ["nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal"]"#
                .to_owned(),
            r#""id": "country", "senders": [{"names": ["B"], "country": "NP"}], "body": ["T"]"#
                .to_owned(),
            format!(
                r#""id": "signatory", "senders": [{{"names": ["C"]}}],
                   "signatures": [{{"name": "N. {signatory}"}}], "body": ["T"]"#
            ),
            format!(r#""id": "sender", "senders": [{{"names": ["The {sender}"]}}], "body": ["T"]"#),
        ]
    };
    let ranked = |sender: &str, signatory: &str| {
        let messages = of(sender, signatory);
        let messages: Vec<_> = messages.iter().map(String::as_str).collect();
        found(&collection_of(&messages), "nepal")
    };
    assert_eq!(ranked("Nepal", "Nepal"), ["sender", "signatory", "country", "text"]);
    // A whole word is before the beginning of a longer one, wherever they are.
    assert_eq!(ranked("Nepalese", "Nepali"), ["country", "text", "sender", "signatory"]);
}

#[test]
fn whole_words_come_first_and_it_is_said_where_the_beginnings_of_longer_ones_begin() {
    let collection = congress();
    let answer = answer(&collection, "war");
    let beginnings = answer.by_beginning.expect("longer words");
    assert_eq!(beginnings.words, ["war"]);
    let has_war = |at: &usize| {
        let message = &collection.messages[*at];
        let names = message.signatures.iter().map(|signature| signature.name.as_str());
        let texts = message.body().iter().map(|text| text.text.as_str()).chain(names);
        let words: Vec<_> = texts.flat_map(|text| folding().tokens(text)).collect();
        words.iter().any(|word| ["war", "wars"].contains(&word.folded.as_str()))
    };
    let (whole, longer) = answer.messages.split_at(beginnings.from);
    assert!(whole.iter().all(has_war) && !whole.is_empty());
    assert!(!longer.iter().any(has_war) && !longer.is_empty());

    let texts = ["warm words", "the war", "wars", "at war", "warning"];
    let found = self::answer(&collection_with(&texts), "WAR");
    assert_eq!(found.messages[..3], [1, 3, 2]);
    assert_eq!(found.by_beginning, Some(ByBeginning { from: 3, words: vec!["WAR".to_owned()] }));
    // Not where all are whole, where none is, or where near words answer.
    for query in ["words", "warni", "warninx", "", "zzzxqy", "-war", "the war"] {
        assert_eq!(self::answer(&collection_with(&texts), query).by_beginning, None, "{query}");
    }
    // Of several words the one that is not whole.
    let texts = ["peace and warmth", "war and peace", "peace"];
    let found = self::answer(&collection_with(&texts), "peace war");
    assert_eq!(found.messages, [1, 0]);
    assert_eq!(found.by_beginning, Some(ByBeginning { from: 1, words: vec!["war".to_owned()] }));
}

#[test]
fn of_many_messages_too_those_with_longer_words_come_last() {
    let texts: Vec<_> = (0..900).map(|at| if at % 3 == 0 { "war" } else { "warmth" }).collect();
    let found = answer(&collection_with(&texts), "war");
    assert_eq!(found.messages.len(), 900);
    assert!(found.messages[..300].iter().all(|at| at % 3 == 0));
    assert_eq!(found.by_beginning.map(|beginnings| beginnings.from), Some(300));
}

#[test]
fn a_whole_word_ranks_above_its_prefix() {
    let collection = collection_of(&[
        r#""id": "prefix", "senders": [{"names": ["Indian Party"]}], "body": ["T"]"#,
        r#""id": "whole", "senders": [{"names": ["Party of India"]}], "body": ["T"]"#,
    ]);
    assert_eq!(found(&collection, "india"), ["whole", "prefix"]);
}

#[test]
fn a_query_without_letters_asks_for_nothing_and_everything_is_shown() {
    for query in ["", "  ", "*", "\"", "(", "\\", "🙂", "\0", "’"] {
        assert_eq!(found(&congress(), query).len(), 17, "{query:?}");
    }
}

#[test]
fn marks_cover_the_letters_of_the_original() {
    assert_eq!(marked("Paweł Wargan", "pawel"), ["Paweł"]);
    assert_eq!(marked("the people’s struggle", "peoples strug"), ["people’s", "strug"]);
    assert_eq!(marked("Va\u{308}nsterpartiet", "va"), ["Va\u{308}"]);
    assert_eq!(marked("Groß und STRASSE", "gross strasse"), ["Groß", "STRASSE"]);
    assert_eq!(marked("solidarity", "so soli"), ["soli"]);
    assert_eq!(marked("unmarked", ""), Vec::<String>::new());
}

#[test]
fn a_short_message_is_excerpted_whole_and_a_long_one_between_words() {
    let collection = congress();
    let nothing = Marker::default();
    for message in &collection.messages {
        let excerpt = Excerpt::of(message, &nothing, folding());
        assert!(!excerpt.cut_before);
        assert_eq!(excerpt.cut_after, message.word_count > 90, "{}", message.id);
        for shown in [short(&excerpt), whole(&excerpt)] {
            let body = message.paragraphs().join(" ");
            assert!(body.starts_with(&shown));
            let rest = body[shown.len()..].chars().next();
            assert!(rest.is_none_or(char::is_whitespace), "{}: cut in mid-word", message.id);
        }
    }
}

/// What a phone shows of an excerpt.
fn short(excerpt: &Excerpt<'_>) -> String {
    let texts = excerpt.parts.iter().map(|p| p.text).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

/// What is shown where there is room.
fn whole(excerpt: &Excerpt<'_>) -> String {
    let texts = excerpt.parts.iter().map(|p| format!("{}{}", p.text, p.rest));
    texts.collect::<Vec<_>>().join(" ")
}

/// The excerpt of a message of these paragraphs, with nothing searched for.
fn excerpt_of(paragraphs: &[&str]) -> (String, String) {
    let paragraphs: Vec<_> = paragraphs.iter().map(|text| format!("\"{text}\"")).collect();
    let message = format!(
        "\"id\": \"a\", \"senders\": [{{\"names\": [\"A\"]}}], \"body\": [{}]",
        paragraphs.join(",")
    );
    let collection = collection_of(&[&message]);
    let excerpt = Excerpt::of(&collection.messages[0], &Marker::default(), folding());
    (short(&excerpt), whole(&excerpt))
}

#[test]
fn an_excerpt_leaves_no_reader_hanging() {
    let little = ["to", "of", "the", "and", "a", "for", "in", "with", "our"];
    let collection = congress();
    for query in ["", "solidarity", "congress", "struggle", "climate"] {
        let marker = answer(&collection, query).marker;
        for message in &collection.messages {
            let excerpt = Excerpt::of(message, &marker, folding());
            for shown in [short(&excerpt), whole(&excerpt)] {
                let last = shown.rsplit(' ').next().unwrap_or_default();
                assert!(!little.contains(&last), "{}, “{query}”: … {last}", message.id);
            }
        }
    }
}

#[test]
fn on_a_phone_an_excerpt_is_of_a_steady_length_and_holds_what_was_found() {
    let collection = congress();
    for query in ["", "solidarity", "oxfam", "war", "workers"] {
        let marker = answer(&collection, query).marker;
        for message in &collection.messages {
            let excerpt = Excerpt::of(message, &marker, folding());
            let shown = short(&excerpt);
            let letters = shown.chars().count();
            assert!((100..=165).contains(&letters), "{}, “{query}”: {letters}", message.id);
            let found = |text: &str| !marker.marks(folding(), text).is_empty();
            assert_eq!(found(&shown), message.paragraphs().into_iter().any(found), "{shown}");
        }
    }
}

#[test]
fn an_excerpt_ends_with_a_sentence_a_clause_or_a_longer_word() {
    let opening =
        "We greet you from our harbour, where every song begins with a lamp. Your light has kept";
    let (short, _) = excerpt_of(&[&format!(
        "{opening} our boats together through winter after winter for ever and ever until the spring came"
    )]);
    assert_eq!(
        short,
        "We greet you from our harbour, where every song begins with a lamp. Your light has kept our boats together through winter after winter"
    );
}

#[test]
fn a_valediction_is_no_part_of_an_excerpt() {
    let wish = "We wish you every success.";
    let (on_a_phone, elsewhere) = excerpt_of(&[wish, "In solidarity,"]);
    assert_eq!((on_a_phone.as_str(), elsewhere.as_str()), (wish, wish));
    let (alone, _) = excerpt_of(&["In solidarity,"]);
    assert_eq!(alone, "In solidarity,");
    let collection = congress();
    let (_, message) = collection.find("essf").expect("the message");
    let marker = answer(&collection, "solidarity").marker;
    assert!(!whole(&Excerpt::of(message, &marker, folding())).contains("In solidarity,"));
}

#[test]
fn what_has_no_spaces_is_cut_as_well() {
    for text in ["灯".repeat(400), "ก".repeat(400), "a".repeat(400)] {
        let (short, whole) = excerpt_of(&[&text]);
        assert!(!short.is_empty() && text.starts_with(&whole) && whole.starts_with(&short));
    }
    assert!(excerpt_of(&[&"灯".repeat(400)]).0.chars().count() <= 75);
}

#[test]
fn an_excerpt_shows_a_match_that_is_deep_in_the_text() {
    let collection = congress();
    let marker = answer(&collection, "oxfam").marker;
    let (_, message) = collection.find("european-left-and-die-linke").expect("the message");
    let excerpt = Excerpt::of(message, &marker, folding());
    assert!(excerpt.cut_before && excerpt.cut_after);
    assert!(excerpt.parts.iter().any(|p| p.text.contains("Oxfam")));
}

#[test]
fn an_excerpt_keeps_the_language_of_its_paragraphs() {
    let collection = congress();
    let marker = answer(&collection, "jangan").marker;
    let (_, message) = collection.find("prp").expect("the message");
    let excerpt = Excerpt::of(message, &marker, folding());
    let in_indonesian: Vec<_> =
        excerpt.parts.iter().filter(|p| p.lang == Some("id")).map(|p| p.text).collect();
    assert_eq!(in_indonesian, ["Jangan pernah lelah memperjuangkan sosialisme!"]);
}

proptest! {
    /// Every prefix of every word of every message finds that message, in any case.
    #[test]
    fn every_prefix_finds_its_message(at in 0..17_usize, word in 0..400_usize, letters in 1..12_usize) {
        let collection = congress();
        let message = &collection.messages[at];
        let text: Vec<_> = message.body().iter().map(|p| p.text.as_str()).collect();
        let words: Vec<_> = folding().tokens(&text.join("\n")).into_iter().collect();
        let token = &words[word % words.len()];
        let prefix: String = token.folded.chars().take(letters).collect();
        prop_assert!(found(&collection, &prefix).contains(&message.id), "{}", prefix);
        prop_assert!(found(&collection, &prefix.to_uppercase()).contains(&message.id));
    }

    /// Marks are in order, apart, on the boundaries of letters, and fold to what was searched for.
    #[test]
    fn marks_fold_to_what_was_searched(text in "\\PC{0,80}", query in "[a-zA-ZäöüßłÅé’ ]{0,12}") {
        let body = serde_json::to_string(&format!("{text}.")).expect("a text");
        let inside = format!(r#""id": "m", "senders": [{{"names": ["S"]}}], "body": [{body}]"#);
        let marker = answer(&collection_of(&[&inside]), &query).marker;
        let words = folding().key(&query);
        let mut last = 0;
        for mark in marker.marks(folding(), &text) {
            prop_assert!(mark.start >= last && mark.start < mark.end);
            last = mark.end;
            let marked = folding().key(&text[mark]).replace(' ', "");
            let near = |word: &str| marked.starts_with(word) || word.chars().count() > 3;
            let joined = words.replace(' ', "");
            prop_assert!(words.split(' ').any(near) || joined.contains(&marked), "{marked} {words}");
        }
    }

    /// What is excluded is never found.
    #[test]
    fn an_excluded_word_never_returns(at in 0..17_usize, word in 0..400_usize) {
        let collection = congress();
        let message = &collection.messages[at];
        let text: Vec<_> = message.body().iter().map(|p| p.text.as_str()).collect();
        let words = folding().tokens(&text.join("\n"));
        let token = &words[word % words.len()];
        let query = format!("-{}", token.folded);
        prop_assert!(!found(&collection, &query).contains(&message.id), "{}", query);
    }

    /// Two words of a message that follow one another are found as a phrase.
    #[test]
    fn every_phrase_finds_its_message(at in 0..17_usize, word in 0..400_usize, count in 2..5_usize) {
        let collection = congress();
        let message = &collection.messages[at];
        let paragraphs = message.paragraphs();
        let words = folding().tokens(paragraphs[word % paragraphs.len()]);
        let from = word % words.len();
        let phrase: Vec<_> =
            words.iter().skip(from).take(count).map(|token| token.folded.as_str()).collect();
        let phrase = phrase.join(" ");
        prop_assert!(found(&collection, &format!("\"{phrase}\"")).contains(&message.id), "{phrase}");
    }

    #[test]
    fn nothing_that_is_typed_fails(query in "\\PC*") {
        let collection = congress();
        let marker = answer(&collection, &query).marker;
        for message in &collection.messages {
            prop_assert!(!Excerpt::of(message, &marker, folding()).parts.is_empty());
        }
    }

    /// The same with what the query language is made of.
    #[test]
    fn nothing_that_looks_like_a_query_fails(query in "[-\"“”:a-c .団ก’]{0,40}|(country|from|by):[-\" :a-z]{0,9}") {
        let collection = congress();
        let index = index(&collection);
        let query = Query::parse(folding(), &query);
        let _ = (index.search(&query), index.suggestions(&query));
    }
}

/// So many messages of a few words each: some words stand often, some in each, one in few.
fn varied(count: usize) -> Collection {
    let words = ["solidarity", "struggle", "congress", "peace", "bread", "roses"];
    let message = |at: usize| {
        let pick =
            |nth: usize| words[(at * 7 + nth * nth * 3 + at / 11) % (1 + (at * 5 + nth) % 6)];
        let text: Vec<_> = (0..at % 90 + 1).map(pick).collect();
        let rare = if at % 97 == 5 { "zephyr" } else { "" };
        format!(
            r#""id": "m{at}", "senders": [{{"names": ["Union {at}"]}}], "body": ["{} {rare}"]"#,
            text.join(" ")
        )
    };
    let messages: Vec<_> = (0..count).map(message).collect();
    let messages: Vec<_> = messages.iter().map(String::as_str).collect();
    collection_of(&messages)
}

fn packed(collection: &Collection) -> Packed {
    Builder::of(folding(), collection).pack()
}

#[test]
fn an_index_finds_what_a_look_at_each_message_finds() {
    // For words in more than a thousand texts, less is stored.
    for collection in [varied(300), varied(2500)] {
        let index = Index::read(packed(&collection).index).expect("an index");
        for word in ["solidarity", "struggle", "congress", "peace", "bread", "roses", "zephyr"] {
            let has = |at: &usize| {
                let text = &collection.messages[*at].body()[0].text;
                text.split_whitespace().any(|other| other == word)
            };
            let mut found = index.search(&Query::parse(folding(), word)).messages;
            found.sort_unstable();
            let expect: Vec<usize> = (0..collection.messages.len()).filter(has).collect();
            assert!(!expect.is_empty(), "{word}");
            assert_eq!(found, expect, "{word}");
        }
    }
}

#[test]
fn the_better_of_two_texts_of_the_same_length_has_the_word_more_often() {
    let texts =
        ["bread and roses and more", "roses and roses and more", "roses roses roses roses roses"];
    assert_eq!(found_in(&texts, "roses"), [2, 1, 0]);
}

#[test]
fn without_the_order_of_words_a_phrase_is_answered_by_its_words_and_that_is_said() {
    let collection = congress();
    let Packed { index, order } = packed(&collection);
    let mut index = Index::read(index).expect("an index");
    let query = Query::parse(folding(), "\"new deal\"");
    let before = index.search(&query);
    assert!(before.unordered);
    index.add_order(order).expect("an order");
    let after = index.search(&query);
    assert!(!after.unordered);
    assert!(!after.messages.is_empty());
    assert!(after.messages.iter().all(|at| before.messages.contains(at)));
    assert!(!index.search(&Query::parse(folding(), "new deal")).unordered);
}

#[test]
fn an_index_that_is_cut_off_is_refused() {
    let Packed { index, order } = packed(&congress());
    for length in (0..index.len()).step_by(101).chain([index.len() - 1]) {
        assert!(Index::read(index[..length].to_vec()).is_err(), "{length}");
    }
    let mut sound = Index::read(index.clone()).expect("an index");
    for length in (0..order.len()).step_by(101).chain([order.len() - 1]) {
        assert_eq!(sound.add_order(order[..length].to_vec()), Err(DamagedIndex), "{length}");
    }
    assert_eq!(sound.add_order(index), Err(DamagedIndex));
}

proptest! {
    #[test]
    fn damage_is_refused_or_harmless(
        at in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        byte: u8,
    ) {
        let Packed { mut index, mut order } = packed(&congress());
        let at = at.index(index.len());
        index[at] = byte;
        let place = place.index(order.len());
        order[place] = byte;
        if let Ok(mut index) = Index::read(index) {
            let ordered = index.add_order(order).is_ok();
            let queries = ["solidarity", "\"new deal\"", "from:socialist", "-nato", "imperalism", "s", "u.s."];
            for query in queries.map(|query| Query::parse(folding(), query)) {
                let mut messages = index.search(&query).messages;
                let count = messages.len();
                messages.sort_unstable();
                messages.dedup();
                prop_assert_eq!(messages.len(), count);
                prop_assert!(messages.iter().all(|message| *message < 17));
                index.suggestions(&query);
            }
            prop_assert!(ordered || index.search(&Query::parse(folding(), "\"a b\"")).unordered);
        }
    }
}
