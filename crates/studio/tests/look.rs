//! Colours: what is chosen is what is published, and what cannot be read is said.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_publisher::{Theme, ThemeError};
use solidarity_studio::look::{Colour, Look, Scheme, Shade, Verdict};

const DEFAULT: &str = include_str!("../../../style/theme.css");

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

fn accent(light: &str, dark: Option<&str>) -> Look {
    let accent = Some(Shade { light: colour(light), dark: dark.map(colour) });
    Look { accent, ..Look::default() }
}

fn any_shade() -> impl Strategy<Value = Option<Shade>> {
    let shade = (any::<[u8; 3]>(), proptest::option::of(any::<[u8; 3]>()));
    let shade =
        shade.prop_map(|(light, dark)| Shade { light: Colour(light), dark: dark.map(Colour) });
    proptest::option::of(shade)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_publisher_accepts_what_is_said_to_be_enough_and_nothing_else(
        accent in any_shade(),
        map in any_shade(),
    ) {
        let look = Look { accent, map, sheet: None };
        let css = look.theme_css(DEFAULT);
        let faint = look.contrasts(DEFAULT).into_iter().filter(|it| !it.verdict.is_enough());
        let faint: Vec<_> = faint.map(|it| (it.on, it.under, it.hundredths)).collect();
        match Theme::read(&css) {
            Ok(theme) => {
                prop_assert_eq!(&faint, &[]);
                let shown = look.accent_shown(DEFAULT).expect("an accent").map(Colour::written);
                prop_assert_eq!(shown, [theme.light.accent, theme.dark.accent]);
            }
            Err(ThemeError::Faint { on, under, ratio, .. }) => {
                prop_assert!(faint.contains(&(on, under, (ratio * 100.0) as u32)), "{faint:?}");
            }
            Err(error) => panic!("{error}"),
        }
        // Any colour of the map can be read: its letters are chosen for it.
        prop_assert!(faint.iter().all(|(on, ..)| *on == "accent"), "{faint:?}");
    }

    #[test]
    fn a_look_is_read_back_from_the_style_sheet(accent in any_shade(), map in any_shade()) {
        let css = Look { accent, map, sheet: None }.theme_css(DEFAULT);
        let read = Look::from_css(&css, DEFAULT);
        prop_assert_eq!(&read.sheet, &None);
        prop_assert_eq!(read.theme_css(DEFAULT), css);
    }

    #[test]
    fn colours_are_read_as_they_are_written(parts in any::<[u8; 3]>()) {
        prop_assert_eq!(Colour::parse(&Colour(parts).written()), Ok(Colour(parts)));
    }

    #[test]
    fn in_any_style_sheet_the_chosen_colour_is_the_one_that_counts(
        css in "(--accent|:|light-dark\\(|#12345[6é]|,|\\)|/\\* --accent: \\*/|\"[é\\\\]?\"|[\n é{};])*",
    ) {
        let look = accent("#cc0000", Some("#ff8888"));
        let changed = look.theme_css(&css);
        prop_assert_eq!(Look::default().accent_shown(&changed), look.accent_shown(&css));
        prop_assert_eq!(look.theme_css(&changed), changed);
    }
}

#[test]
fn nothing_chosen_is_the_default() {
    assert_eq!(Look::default().theme_css(DEFAULT), DEFAULT);
    assert_eq!(Look::from_css(DEFAULT, DEFAULT), Look::default());
}

#[test]
fn the_dark_colour_is_derived_until_it_is_chosen() {
    let css = accent("#003380", None).theme_css(DEFAULT);
    let [light, dark] = accent("#003380", None).accent_shown(DEFAULT).expect("an accent");
    assert_eq!(light, colour("#003380"));
    assert!(dark.contrast(colour("#14161a")) >= 5.5 && dark != Colour::WHITE, "{}", dark.written());
    assert_eq!(Look::from_css(&css, DEFAULT), accent("#003380", None));
    let chosen = accent("#003380", Some("#88bbff"));
    assert_eq!(Look::from_css(&chosen.theme_css(DEFAULT), DEFAULT), chosen);
}

#[test]
fn what_is_too_faint_is_said_with_the_nearest_colour_that_can_be_read() {
    let of = |look: Look, scheme| {
        let contrasts = look.contrasts(DEFAULT);
        contrasts.into_iter().find(|it| (it.on, it.scheme) == ("accent", scheme)).expect("a pair")
    };
    let yellow = of(accent("#ffcc00", None), Scheme::Light);
    assert_eq!((yellow.verdict, yellow.needed), (Verdict::TooLight, 450));
    assert!(yellow.readable.contrast(colour("#fbfaf7")) >= 4.5);
    let navy = of(accent("#003380", Some("#003380")), Scheme::Dark);
    assert_eq!(navy.verdict, Verdict::TooDark);
    assert!(navy.readable.contrast(colour("#14161a")) >= 4.5);
    let default = of(Look::default(), Scheme::Light);
    assert_eq!((default.verdict, default.readable), (Verdict::Enough, colour("#c3151c")));
    assert_eq!(of(accent("#000", None), Scheme::Light).verdict, Verdict::Easy);
}

#[test]
fn a_style_sheet_of_ones_own_is_kept_as_a_whole() {
    let own = DEFAULT.replace("#fbfaf7", "#ffffff") + "h1 { letter-spacing: 0.1em; }\n";
    let mut look = Look::from_css(&own, DEFAULT);
    assert_eq!(look.theme_css(DEFAULT), own);
    look.accent = accent("#003380", Some("#88bbff")).accent;
    let css = look.theme_css(DEFAULT);
    assert!(css.contains("--accent: light-dark(#003380, #88bbff);"));
    assert_eq!(css.replace("#003380, #88bbff", "#c3151c, #ff6a5f"), own);
}

#[test]
fn a_style_sheet_without_a_colour_gets_the_default_one() {
    let old = DEFAULT.replace("  --focus: light-dark(#0b57d0, #8ab4ff);\n", "");
    assert_ne!(old, DEFAULT);
    assert!(Theme::read(&Look::from_css(&old, DEFAULT).theme_css(DEFAULT)).is_ok());
}

#[test]
fn comments_and_strings_are_no_colours() {
    let css = "/* --accent: light-dark(#111111, #222222); */ :root { --x: \"--accent: light-dark(#333333, \
        #444444)\"; --accent : light-dark( #555555 , #666666 ); --accent: red; }";
    let look = accent("#c3151c", Some("#ff6a5f"));
    let expected = css.replace("light-dark( #555555 , #666666 )", "light-dark(#c3151c, #ff6a5f)");
    assert_eq!(look.theme_css(css), expected);
}

#[test]
fn what_is_no_colour_is_named() {
    for text in ["", "#", "#12", "#1234", "#12345g", "#1234567", "red"] {
        let error = Colour::parse(text).expect_err(text);
        assert!(error.to_string().contains(&format!("“{text}”")));
    }
    assert_eq!(colour(" c0F "), colour("#cc00ff"));
}
