//! Where words begin and end.

use solidarity_core::text::segments;

fn check(text: &str, expect: &[&str]) {
    let found: Vec<_> = segments(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn words_stand_between_spaces() {
    check(
        "Dear  friends,\n“solidarity” – now!",
        &["Dear", "friends,", "“solidarity”", "–", "now!"],
    );
    check(" ", &[]);
    check("أهلا بكم", &["أهلا", "بكم"]);
}

#[test]
fn scripts_without_spaces_are_cut_into_a_few_letters() {
    check("全世界无产者，联合", &["全世", "界无", "产者，", "联合"]);
    check("万国の労働者", &["万国", "の労", "働者"]);
    check("PSM万岁", &["PSM", "万岁"]);
}

#[test]
fn a_letter_keeps_its_marks() {
    for word in segments("ขอส่งความสมานฉันท์ไปยังพรรคสังคมนิยม")
    {
        let text = &"ขอส่งความสมานฉันท์ไปยังพรรคสังคมนิยม"[word];
        assert!(
            !text.starts_with(['\u{e31}', '\u{e34}', '\u{e48}', '\u{e49}', '\u{e4c}']),
            "{text}"
        );
    }
}
