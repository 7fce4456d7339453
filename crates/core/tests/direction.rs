//! Which way texts are written.

use solidarity_core::text::direction;

#[test]
fn a_tag_says_the_direction_by_language_or_script() {
    for tag in [
        "ar",
        "ar-EG",
        "he",
        "fa",
        "ur-PK",
        "ckb",
        "az-Arab",
        "az-arab",
        "yi-Hebr-US",
        "AR",
        "prs",
        "uz-Arab-AF",
    ] {
        assert_eq!(direction(Some(tag)), "rtl", "{tag}");
    }
    for tag in ["en", "ta", "zh-Hans", "az", "ha", "es-ar", "ar-Latn", "de-DE-1996"] {
        assert_eq!(direction(Some(tag)), "ltr", "{tag}");
    }
}

#[test]
fn of_a_text_without_a_tag_the_browser_says_it() {
    assert_eq!(direction(None), "auto");
    assert_eq!(direction(Some("arn")), "auto");
}
