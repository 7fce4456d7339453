//! That a word is found however it is spelled, in every script, and marked whole.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use fixtures::{collection_of, folder, index};
use solidarity_core::collection::Collection;
use solidarity_core::search::{Found, Query};
use solidarity_core::text::is_unspaced;
use unicode_normalization::UnicodeNormalization;

/// A message with this text, in this language.
fn message(at: usize, text: &str, lang: &str) -> String {
    let body = serde_json::json!({ "text": text, "lang": lang });
    format!(r#""id": "m{at}", "senders": [{{"names": ["S"]}}], "body": [{body}]"#)
}

fn collection(texts: &[&str]) -> Collection {
    let messages: Vec<_> =
        texts.iter().enumerate().map(|(at, text)| message(at, text, "und")).collect();
    collection_of(&messages.iter().map(String::as_str).collect::<Vec<_>>())
}

fn answer(texts: &[&str], query: &str) -> Found {
    index(&collection(texts)).search(&Query::parse(folder(), query))
}

/// The numbers of the texts that a query finds, the best first.
fn found(texts: &[&str], query: &str) -> Vec<usize> {
    answer(texts, query).messages
}

/// What a query marks in a text, whether or not it finds it.
fn marked(text: &str, query: &str) -> Vec<String> {
    let marks = answer(&[text], query).marker.marks(folder(), text);
    marks.into_iter().map(|range| text[range].to_owned()).collect()
}

/// Checks that a query finds a text and no other, and marks this in it.
fn check(text: &str, query: &str, mark: &str) {
    assert_eq!(found(&[text, "Other / 别的 / другое"], query), [0], "{query:?} in {text:?}");
    assert_eq!(marked(text, query), [mark], "{query:?} in {text:?}");
}

/// Checks that each way of writing a word finds all others, itself first, and marks them whole.
fn check_equal(spellings: &[&str]) {
    for query in spellings {
        let hits = found(spellings, query);
        assert_eq!(hits.len(), spellings.len(), "{query:?} of {spellings:?} finds {hits:?}");
        assert_eq!(&spellings[hits[0]], query, "{query:?} of {spellings:?}");
        for text in spellings {
            assert_eq!(marked(text, query), [*text], "{query:?} in {text:?}");
        }
    }
}

#[test]
fn words_of_every_script_are_found_typed_whole_and_half_and_marked() {
    for (text, query, mark) in [
        ("with Solidarité, always", "SOLIDARITE", "Solidarité"),
        ("with Solidarité, always", "solid", "Solid"),
        ("да здравствует Солидарность!", "солидарность", "Солидарность"),
        ("её борьба", "ЕЕ", "её"),
        ("η αλληλεγγύη μας", "ΑΛΛΗΛΕΓΓΥΗ", "αλληλεγγύη"),
        ("ο λαός μας", "λαοσ", "λαός"),
        ("مع التضامن الأممي", "التضامن", "التضامن"),
        ("مع التضامن الأممي", "تضامن", "التضامن"),
        ("مع التَّضامُن الأممي", "التضامن", "التَّضامُن"),
        ("שלום לכולם", "שלו", "שלו"),
        ("שָׁלוֹם לכולם", "שלום", "שָׁלוֹם"),
        ("हम एकता चाहते हैं", "एकता", "एकता"),
        ("हम एकता चाहते हैं", "एक", "एक"),
        ("เราเชื่อในสังคมนิยม", "สังคม", "สังคม"),
        ("เราเชื่อในสังคมนิยม", "นิยม", "นิยม"),
        ("เราทำงาน", "ทำงาน", "ทำงาน"),
        ("全世界人民团结起来", "团结", "团结"),
        ("全世界人民团结起来", "世", "世"),
        ("万国の労働者よ", "労働者", "労働者"),
        ("ガラス工場で", "ガラス", "ガラス"),
        ("우리의 연대를 위해", "연대", "연대"),
        ("우리의 연대를 위해", "연ㄷ", "연대"),
        ("நன்றி தோழர்களே", "தோழர்", "தோழர்"),
        ("সংহতি জানাই", "সংহতি", "সংহতি"),
        ("համերաշխություն", "ՀԱՄԵՐԱՇԽ", "համերաշխ"),
        ("სოლიდარობა ყველას", "სოლიდარ", "სოლიდარ"),
        ("Tình đoàn kết", "doan ket", "đoàn"),
        ("အလုပ်သမား", "သမား", "သမား"),
    ] {
        assert_eq!(
            found(&[text, "Other / 别的 / другое"], query)[..1],
            [0],
            "{query:?} in {text:?}"
        );
        assert_eq!(
            marked(text, query).first().map(String::as_str),
            Some(mark),
            "{query:?} in {text:?}"
        );
    }
}

#[test]
fn composed_and_decomposed_letters_are_the_same() {
    for word in [
        "أحمد",
        "مسؤول",
        "آمال",
        "Müller",
        "ガラス",
        "שׁלום",
        "क़लम",
        "ড়াকা",
        "연대",
        "ё",
        "Έλλη",
        "ทำ",
    ] {
        for query in [word.nfc().collect::<String>(), word.nfd().collect(), word.nfkd().collect()] {
            for text in
                [word.nfc().collect::<String>(), word.nfd().collect(), word.nfkd().collect()]
            {
                check(&text, &query, &text);
            }
        }
    }
}

#[test]
fn marks_of_hebrew_and_arabic_may_be_left_out() {
    check_equal(&["احمد", "أحمد", "أَحْمَد"]);
    check_equal(&["שלום", "שָׁלוֹם", "שׁלום"]);
    check_equal(&["القران", "القرآن", "القُرآن"]);
    // Every point that Unicode has, within a word.
    for point in ('\u{591}'..='\u{5c7}').filter(|c| !"\u{5be}\u{5c0}\u{5c3}\u{5c6}".contains(*c)) {
        let text = format!("של{point}ום");
        check(&text, "שלום", &text);
        check("שלום", &text, "שלום");
    }
    check("בית־ספר", "בית", "בית");
    check("צה״ל", "צהל", "צה״ל");
}

#[test]
fn no_mark_parts_a_word() {
    let marks =
        ('\u{80}'..=char::MAX).filter(|c| unicode_normalization::char::is_combining_mark(*c));
    let marks = marks.filter(|c| !is_unspaced(*c) && (*c as u32) < 0x10000);
    for mark in marks {
        assert_eq!(folder().tokens(&format!("ab{mark}cd")).len(), 1, "{:x}", mark as u32);
    }
}

#[test]
fn letters_that_stand_for_one_another_find_one_another() {
    check_equal(&["يکي", "یکی", "يكي"]);
    check_equal(&["کتاب", "كتاب"]);
    check_equal(&["مدرسة", "مدرسه"]);
    check_equal(&["موسيقى", "موسيقي", "موسیقی"]);
    check_equal(&["ہندوستان", "هندوستان"]);
    check_equal(&["ٱلله", "الله"]);
    check_equal(&["λογοσ", "λογος"]);
    check_equal(&["हिन्दी", "हिंदी", "हिँदी"]);
    check_equal(&["सम्बन्ध", "संबंध"]);
    check_equal(&["सङ्घ", "संघ"]);
    check_equal(&["हिन्दू", "हिंदू"]);
    check_equal(&["ज़मीन", "जमीन"]);
    check_equal(&["હિન્દી", "હિંદી"]);
    check_equal(&["ґрунт", "грунт"]);
    // Half typed, too.
    assert_eq!(found(&["हिंदी"], "हिन्"), [0]);
}

#[test]
fn digits_of_every_script_are_digits() {
    check_equal(&[
        "1405",
        "۱۴۰۵",
        "١٤٠٥",
        "१४०५",
        "১৪০৫",
        "๑๔๐๕",
        "１４０５",
        "𝟏𝟒𝟎𝟓",
        "၁၄၀၅",
        "១៤០៥",
    ]);
}

#[test]
fn a_sign_that_parts_persian_letters_joins_them_or_parts_words() {
    let texts = ["می‌خواهیم", "میخواهیم", "می خواهیم"];
    for query in texts {
        let mut hits = found(&texts, query);
        hits.sort_unstable();
        assert_eq!(hits, [0, 1, 2], "{query}");
    }
    assert_eq!(found(&texts, "میخواهیم")[0], 1);
    assert_eq!(found(&["کتاب ها", "کتاب"], "کتابها"), [0]);
    assert_eq!(marked("کتاب ها", "کتابها"), ["کتاب", "ها"]);
    assert_eq!(marked("ما می‌خواهیم", "میخواهیم"), ["می‌خواهیم"]);
    assert_eq!(marked("ما می‌خواهیم", "خواهیم"), ["خواهیم"]);
    // In other scripts it only keeps letters apart.
    check("Auf\u{200c}lage", "auflage", "Auf\u{200c}lage");
    check("क्\u{200c}ष", "क्ष", "क्\u{200c}ष");
}

#[test]
fn persian_and_arabic_keyboards_find_what_the_other_wrote() {
    let texts = [
        "ما می‌خواهیم با کارگران بندر بخوانیم.",
        "ما ميخواهيم با كارگران بندر بخوانيم.",
        "ما می خواهیم با کارگران بندر بخوانیم.",
        "جشن سال ۱۴۰۵ در بندر",
        "احتفال عام ١٤٠٥ في المرفأ",
        "The feast of 1405 in the port",
        "مدرسة الموسيقى في المدينة",
        "مدرسه الموسيقي في المدينه",
    ];
    for (query, finds) in [
        ("کارگران", vec![0, 1, 2]),
        ("كارگران", vec![0, 1, 2]),
        ("می‌خواهیم", vec![0, 1, 2]),
        ("میخواهیم", vec![0, 1, 2]),
        ("می خواهیم", vec![0, 1, 2]),
        ("بخوانیم", vec![0, 1, 2]),
        ("1405", vec![3, 4, 5]),
        ("۱۴۰۵", vec![3, 4, 5]),
        ("مدرسة", vec![6, 7]),
        ("الموسيقى", vec![6, 7]),
        ("موسیقی", vec![6, 7]),
    ] {
        let mut hits = found(&texts, query);
        hits.sort_unstable();
        assert_eq!(hits, finds, "{query}");
    }
}

#[test]
fn forms_of_a_letter_for_a_layout_are_the_letter() {
    check_equal(&["abc", "ａｂｃ", "𝐚𝐛𝐜", "ⓐⓑⓒ"]);
    check_equal(&["カード", "ｶｰﾄﾞ"]);
    check_equal(&["パン", "ﾊﾟﾝ"]);
    check_equal(&["office", "oﬃce"]);
    check_equal(&["xii", "ⅻ"]);
    check_equal(&["no", "№"]);
    check_equal(&["الله", "ﷲ"]);
    check_equal(&["kg", "㎏"]);
    check_equal(&["연대", "연대"]);
    check("CO₂ now", "co2", "CO₂");
    check("H²O", "h2o", "H²O");
    check("Chapter Ⅻ", "xii", "Ⅻ");
    check("ＮＡＴＯ’ｓ war", "nato", "ＮＡＴＯ");
    check("５０周年", "50", "５０");
    // What only looks like letters in a row is not.
    assert_eq!(found(&["wait…what"], "waitwhat"), Vec::<usize>::new());
}

#[test]
fn what_nobody_sees_is_passed_over_and_marked() {
    for sign in "\u{ad}\u{200b}\u{200d}\u{2060}\u{feff}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{fe0f}\u{34f}\u{61c}\u{180e}\u{e0100}".chars() {
        let text = format!("solid{sign}arity");
        for query in ["solidarity", &text, &format!("{sign}solidarity{sign}")] {
            check(&text, query, &text);
            check("solidarity", query, "solidarity");
        }
        let query = format!("{sign}\"solid{sign}arity now\"");
        assert_eq!(found(&["solidarity now", "now solidarity"], &query), [0], "{sign:?}");
        assert_eq!(found(&["solidarity", "now"], &format!("{sign}-solidarity")), [1], "{sign:?}");
    }
}

#[test]
fn two_letters_for_one_find_one_another_the_spelling_typed_first() {
    for (two, one) in [
        ("Mueller", "Müller"),
        ("Aalborg", "Ålborg"),
        ("Tromsoe", "Tromsø"),
        ("Strasse", "Straße"),
        ("Goethe", "Göthe"),
        ("Aerzte", "Ärzte"),
        ("Moeller", "Møller"),
        ("aegir", "ægir"),
        ("Maelaren", "Mälaren"),
    ] {
        check_equal(&[two, one]);
        let decomposed: String = one.nfd().collect();
        assert_eq!(found(&[two, &decomposed], two), [0, 1]);
    }
    check_equal(&["Müller", "Mueller"]);
    check("Hans Müller", "muell", "Müller");
    check("Hans Mueller", "müll", "Mueller");
    assert_eq!(found(&["Müller", "Muller", "Mueller"], "muller"), [1, 0]);
    assert_eq!(found(&["Müller", "x"], "-mueller"), [1]);
}

#[test]
fn words_with_two_vowels_are_found_as_cleanly_as_others() {
    for (query, others) in [
        ("blue", ["blu", "Blüte", "blühen"]),
        ("poem", ["pom", "Pömsen", "pommes"]),
        ("israel", ["isral", "Isrälit", "Isra"]),
        ("true", ["tru", "Trümmer", "trüb"]),
        ("does", ["dos", "Dösen", "dose"]),
    ] {
        let texts = [query, others[0], others[1], others[2]];
        assert_eq!(found(&texts, query), [0], "{query}");
    }
}

#[test]
fn the_spelling_typed_comes_first() {
    check_equal(&["resume", "résumé", "resumé"]);
    check_equal(&["schon", "schön"]);
    // However often the other is there, and wherever.
    let texts = ["schon schon schon schon", "es ist schön, und noch ein paar Worte mehr"];
    assert_eq!(found(&texts, "schön"), [1, 0]);
    assert_eq!(found(&texts, "SCHON"), [0, 1]);
}

#[test]
fn quotation_marks_of_every_language_make_a_phrase() {
    let texts = ["a deal that is new", "the new deal for all"];
    for query in [
        "\"new deal\"",
        "“new deal”",
        "„new deal“",
        "„new deal”",
        "”new deal”",
        "«new deal»",
        "« new deal »",
        "»new deal«",
        "»new deal»",
        "‹new deal›",
        "›new deal‹",
        "‚new deal‘",
        "‚new deal’",
        "「new deal」",
        "『new deal』",
        "〝new deal〞",
        "＂new deal＂",
        "｢new deal｣",
        "\"new deal",
        "»new dea",
    ] {
        assert_eq!(found(&texts, query), [1], "{query}");
    }
    let texts = ["人民团结", "团结人民"];
    assert_eq!(found(&texts, "「人民团结」"), [0]);
    assert_eq!(found(&["a people’s war", "a war of people"], "‚people’s war‘"), [0]);
    assert_eq!(found(&["peace, a new deal", "peace, a deal, new"], "peace「new deal」"), [0]);
    assert_eq!(found(&["new deal", "a deal, new"], "－「new deal」"), [1]);
}

#[test]
fn a_space_may_follow_the_name_of_a_field() {
    let collection = collection_of(&[
        r#""id": "a", "senders": [{"names": ["The Union"]}], "body": ["T"]"#,
        r#""id": "b", "senders": [{"names": ["B"]}], "body": ["A union from here"]"#,
    ]);
    let found = |query: &str| index(&collection).search(&Query::parse(folder(), query)).messages;
    for query in ["from:union", "from: union", "from:  Union", "From: \"the union\"", "from：union"]
    {
        assert_eq!(found(query), [0], "{query}");
    }
    assert_eq!(found("-from: union"), [1]);
    // Nothing follows: a word.
    assert_eq!(found("from: "), [1]);
}
