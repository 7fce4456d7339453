//! The worker knows the fonts as the style sheet declares them.

const STYLE: &str = include_str!("../../../style/fonts.css");
const SCRIPT: &str = include_str!("../src/fonts.js");

#[test]
fn the_worker_loads_the_fonts_of_the_style_sheet() {
    let faces: Vec<_> = STYLE.split("@font-face").filter(|face| face.contains(".woff2")).collect();
    assert_eq!(faces.len(), 6);
    for face in faces {
        let value = |before: &str, after: &str| {
            let value = face.split_once(before).and_then(|(_, rest)| rest.split_once(after));
            value.map_or_else(|| format!("no {before} in {face}"), |(value, _)| value.to_owned())
        };
        let file = value("fonts/", ".woff2");
        let (family, part) = file.split_once('-').unwrap_or_default();
        let families = format!("[\"{}\", \"{family}\"]", value("font-family: \"", "\""));
        let parts = format!("[\"{part}\", \"{}\"]", value("unicode-range: ", ";"));
        let weight = format!("weight: \"{}\"", value("font-weight: ", ";"));
        for expected in [families, parts, weight] {
            assert!(SCRIPT.contains(&expected), "{expected}");
        }
    }
}
