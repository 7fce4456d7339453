//! Plurals, lists, numbers and dates of the interface.

use solidarity_core::collection::Date;
use solidarity_core::locale::Locale;

#[test]
fn numbers_agree_with_their_nouns() {
    let locale = Locale::for_language("en");
    assert_eq!((locale.messages)(0), "0 messages");
    assert_eq!((locale.messages)(1), "1 message");
    assert_eq!((locale.messages)(17), "17 messages");
    assert_eq!((locale.messages)(10_000), "10,000 messages");
    assert_eq!((locale.messages)(1_234_567), "1,234,567 messages");
    assert_eq!((locale.countries)(1), "1 country");
    assert_eq!((locale.shown_of)(1, 17), "1 of 17 messages");
    assert_eq!((locale.shown_of)(17, 17), "17 messages");
}

#[test]
fn the_time_to_read_is_said_as_one_word_whatever_the_number() {
    let minutes = Locale::for_language("en").minutes_to_read;
    assert_eq!(minutes(1), "1-minute read");
    assert_eq!(minutes(22), "22-minute read");
}

#[test]
fn lists_are_joined_as_people_say_them() {
    let list = Locale::for_language("en-GB").list;
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["A"]), "A");
    assert_eq!(list(&["A", "B"]), "A and B");
    assert_eq!(list(&["A", "B", "C"]), "A, B and C");
}

#[test]
fn dates_repeat_nothing() {
    let dates = |first: &str, last: &str| {
        let first = Date::parse(first).unwrap_or(Date { year: 0, month: 1, day: 1 });
        (Locale::for_language("en").dates)(first, Date::parse(last))
    };
    assert_eq!(dates("2022-07-15", "2022-07-17"), "15–17 July 2022");
    assert_eq!(dates("2022-07-15", "2022-07-15"), "15 July 2022");
    assert_eq!(dates("2022-07-15", ""), "15 July 2022");
    assert_eq!(dates("2022-07-30", "2022-08-02"), "30 July – 2 August 2022");
    assert_eq!(dates("2022-12-30", "2023-01-02"), "30 December 2022 – 2 January 2023");
}

#[test]
fn a_language_without_words_of_its_own_gets_english() {
    assert_eq!(Locale::for_language("xx").lang, "en");
}
