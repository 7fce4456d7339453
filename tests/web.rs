//! The browser calls, in a real browser.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use js_sys::RegExp;
use solidarity_atlas::browser;
use solidarity_atlas::browser::FetchError;
use solidarity_core::search::Folding;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's decomposition and a crate's, which the native tests use, agree on these.
#[wasm_bindgen_test]
fn letters_decompose_by_compatibility_in_lower_case() {
    for (letter, expected) in [
        ('Ä', "a\u{308}"),
        ('ł', "ł"),
        ('Ł', "ł"),
        ('ế', "e\u{302}\u{301}"),
        ('ß', "ß"),
        ('Ω', "ω"),
        ('ﬃ', "ffi"),
        ('Ⅻ', "xii"),
        ('ﾞ', "\u{3099}"),
    ] {
        assert_eq!(browser::decompose(letter), expected);
    }
}

#[wasm_bindgen_test]
fn the_browser_folds_as_the_tests_do() {
    let folding = Folding::new(browser::decompose);
    assert_eq!(folding.key("Paweł Wargan’s Vänsterpartiet"), "pawel wargans vansterpartiet");
    assert_eq!(folding.key("Đảng Cộng sản"), "dang cong san");
}

/// Every digit that the browser knows, of whatever script, folds to one of ASCII.
#[wasm_bindgen_test]
fn every_digit_is_one_of_ascii() {
    let folding = Folding::new(browser::decompose);
    let digit = RegExp::new(r"\p{Nd}", "u");
    let digits: Vec<char> = ('\0'..=char::MAX).filter(|c| digit.test(&c.to_string())).collect();
    assert!(digits.len() >= 680, "{}", digits.len());
    let other: Vec<_> = digits
        .into_iter()
        .filter(|c| !matches!(folding.key(&c.to_string()).as_bytes(), [b'0'..=b'9']))
        .collect();
    assert!(other.is_empty(), "{other:?}");
}

/// The native tests fold with the tables of a crate in place of the browser's: for every letter, number
/// and mark that the browser knows they say the same.
#[wasm_bindgen_test]
fn every_letter_folds_as_in_the_native_tests() {
    let in_browser = Folding::new(browser::decompose);
    let native = fixtures::folding();
    let assigned = RegExp::new(r"\P{Cn}", "u");
    let mark = RegExp::new(r"\p{M}", "u");
    let letters =
        || ('\0'..=char::MAX).filter(|c| c.is_alphanumeric() || mark.test(&c.to_string()));
    let known = letters().filter(|c| assigned.test(&c.to_string()));
    let other: Vec<_> = known
        .map(|c| format!("a{c}b"))
        .map(|text| (in_browser.tokens(&text), native.tokens(&text)))
        .filter(|(browser, native)| browser != native)
        .collect();
    assert!(other.is_empty(), "{other:?}");
    assert!(letters().filter(|c| assigned.test(&c.to_string())).count() > 130_000);
}

#[wasm_bindgen_test]
async fn what_is_not_there_is_an_error() {
    let status = browser::fetch_text("no-such-file.json").await;
    assert_eq!(status, Err(FetchError::Status(404)));
    let network = browser::fetch_text("http://127.0.0.1:1/").await;
    assert!(matches!(network, Err(FetchError::Network(_))), "{network:?}");
}

#[wasm_bindgen_test]
fn an_address_of_another_site_is_refused_with_an_error() {
    assert!(browser::push_url("https://example.org/").is_err());
}

#[wasm_bindgen_test]
fn a_site_with_a_host_knows_its_address() {
    let base = browser::base_path().expect("a path");
    assert!(
        browser::site_url().is_some_and(|url| url.starts_with("http://") && url.ends_with(&base))
    );
}

#[wasm_bindgen_test]
fn the_theme_is_set_and_told() {
    for dark in [true, false] {
        browser::set_dark(dark).expect("storage");
        assert_eq!(browser::is_dark(), Ok(dark));
    }
}

#[wasm_bindgen_test]
fn what_is_not_in_the_page_cannot_be_focused() {
    assert!(!browser::focus("nothing-has-this-id"));
}
