//! The colours, and how well they can be read.

use leptos::prelude::*;
use solidarity_studio::Edit;
use solidarity_studio::look::{Colour, Contrast, Look, Scheme, Shade, Verdict};

use crate::components::button::{button, button_unless};
use crate::components::note::note;
use crate::state::{DEFAULT_COLOURS, Studio};

/// One of the two colours that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Accent,
    Map,
}

impl Chosen {
    fn of(self, look: &Look) -> Option<Shade> {
        match self {
            Chosen::Accent => look.accent,
            Chosen::Map => look.map,
        }
    }

    fn set(self, look: &mut Look, shade: Option<Shade>) {
        match self {
            Chosen::Accent => look.accent = shade,
            Chosen::Map => look.map = shade,
        }
    }

    /// The colours as they will be, for light and for dark screens.
    fn shown(self, look: &Look) -> [Colour; 2] {
        let shown = match self {
            Chosen::Accent => look.accent_shown(DEFAULT_COLOURS),
            Chosen::Map => look.map_shown(DEFAULT_COLOURS),
        };
        shown.unwrap_or([Colour::BLACK, Colour::WHITE])
    }

    /// The names of the colour in a style sheet, and of that which it has to be told from.
    fn pair(self) -> (&'static str, &'static str) {
        match self {
            Chosen::Accent => ("accent", "paper"),
            Chosen::Map => ("tile-strong-ink", "tile-strong"),
        }
    }
}

/// The two colours, each for light and dark screens, and a way back to the usual ones.
#[component]
pub fn Colours() -> impl IntoView {
    let studio = Studio::here();
    let look = Memo::new(move |_| studio.look());
    let is_usual =
        Signal::derive(move || look.with(|look| look.accent.is_none() && look.map.is_none()));
    // Colours that only a style sheet of one's own can have changed.
    let others = move || {
        let is_other = |it: &&Contrast| {
            let pair = (it.on, it.under);
            pair != Chosen::Accent.pair() && pair != Chosen::Map.pair() && !it.verdict.is_enough()
        };
        let all = look.with(|look| look.contrasts(DEFAULT_COLOURS));
        all.iter().filter(is_other).map(sentence_on_other).collect::<Vec<_>>()
    };
    view! {
        <ColourPair chosen=Chosen::Accent label="What stands out: places, links" look/>
        <ColourPair chosen=Chosen::Map label="Countries on the map" look/>
        <div role="status">
            {move || others().into_iter().map(|text| note("finding error", text)).collect_view()}
        </div>
        {button_unless(is_usual, "outlined", "Back to the usual colours", move || {
            let look = Look { accent: None, map: None, ..studio.look() };
            studio.edit(Edit::Look(look));
            studio.seal();
        })}
    }
}

/// One colour, for light and for dark screens.
#[component]
fn ColourPair(chosen: Chosen, label: &'static str, look: Memo<Look>) -> impl IntoView {
    view! {
        <div class="colour" role="group" aria-label=label>
            <p class="label">{label}</p>
            <div class="field-pair">
                <ColourField chosen scheme=Scheme::Light look/>
                <ColourField chosen scheme=Scheme::Dark look/>
            </div>
        </div>
    }
}

/// A field for a colour, with what there is to say of it.
#[component]
fn ColourField(chosen: Chosen, scheme: Scheme, look: Memo<Look>) -> impl IntoView {
    let studio = Studio::here();
    let value = Memo::new(move |_| {
        let [light, dark] = look.with(|look| chosen.shown(look));
        if scheme == Scheme::Light { light.written() } else { dark.written() }
    });
    let set = move |colour: Colour| {
        let mut look = studio.look();
        let [light, _] = chosen.shown(&look);
        let dark = chosen.of(&look).and_then(|shade| shade.dark);
        let shade = match scheme {
            Scheme::Light => Shade { light: colour, dark },
            Scheme::Dark => Shade { light, dark: Some(colour) },
        };
        chosen.set(&mut look, Some(shade));
        studio.edit(Edit::Look(look));
    };
    let contrast = move || {
        let is_it = |it: &Contrast| (it.on, it.under) == chosen.pair() && it.scheme == scheme;
        look.with(|look| look.contrasts(DEFAULT_COLOURS)).into_iter().find(is_it)
    };
    let id = match (chosen, scheme) {
        (Chosen::Accent, Scheme::Light) => "accent-light",
        (Chosen::Accent, Scheme::Dark) => "accent-dark",
        (Chosen::Map, Scheme::Light) => "map-light",
        (Chosen::Map, Scheme::Dark) => "map-dark",
    };
    let label = if scheme == Scheme::Light { "On light screens" } else { "On dark screens" };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input type="color" prop:value=value aria-describedby=id
                    on:input:target=move |event| {
                        if let Ok(colour) = Colour::parse(&event.target().value()) {
                            set(colour);
                        }
                    }
                    on:change=move |_| studio.seal()/>
            </label>
            <div id=id role="status">
                {move || contrast().map(|contrast| {
                    let is_enough = contrast.verdict.is_enough();
                    let readable = contrast.readable;
                    view! {
                        <p class="hint" class:finding=!is_enough class:error=!is_enough>{sentence(contrast.verdict)}</p>
                        {(!is_enough && chosen == Chosen::Accent).then(|| {
                            button("plain", "Use the nearest that can be read", move || {
                                set(readable);
                                studio.seal();
                            })
                        })}
                    }
                    .into_any()
                })}
            </div>
        </div>
    }
}

fn sentence(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Easy => "Easy to read.",
        Verdict::Enough => "Can be read.",
        Verdict::TooLight => "Too light to be read: choose a darker colour.",
        Verdict::TooDark => "Too dark to be read: choose a lighter colour.",
    }
}

/// What to say of a colour that cannot be chosen here.
fn sentence_on_other(contrast: &Contrast) -> String {
    let screens = if contrast.scheme == Scheme::Light { "light" } else { "dark" };
    [
        "In the colours that came with this collection, “",
        contrast.on,
        "” cannot be read on “",
        contrast.under,
        "” on ",
        screens,
        " screens. Change it in its theme.css, and open the collection again.",
    ]
    .concat()
}
