//! The fonts of the pictures, and the choice of font for a letter that its own font lacks.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{FontResolver, Options};

/// Options for reading an SVG. The bundled fonts come first, so that they are tried first.
pub(super) fn options() -> Options<'static> {
    let mut fonts = Database::new();
    for font in BUNDLED {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.load_system_fonts();
    let font_resolver = FontResolver {
        select_fallback: Box::new(remembering(substitute)),
        ..FontResolver::default()
    };
    Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() }
}

const BUNDLED: [&[u8]; 3] = [
    include_bytes!("../fonts/FamiljenGrotesk-SemiBold.ttf"),
    include_bytes!("../fonts/FamiljenGrotesk-Bold.ttf"),
    include_bytes!("../fonts/Brygada1918-Regular.ttf"),
];

/// Searching hundreds of fonts takes a millisecond, and texts repeat their letters.
fn remembering<F>(substitute: F) -> impl Fn(char, &[ID], &mut Arc<Database>) -> Option<ID>
where
    F: Fn(char, &[ID], &mut Arc<Database>) -> Option<ID>,
{
    let known = Mutex::new(HashMap::new());
    move |letter, used, fonts| {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry((letter, used.to_vec())).or_insert_with(|| substitute(letter, used, fonts))
    }
}

/// usvg takes the first font that has the letter, even a thin italic, so ask for a similar one
/// first.
fn substitute(letter: char, used: &[ID], fonts: &mut Arc<Database>) -> Option<ID> {
    let any = FontResolver::default_fallback_selector();
    let wanted = fonts.face(*used.first()?)?.weight;
    let unlike = fonts.faces().filter(|face| !alike(face, wanted)).map(|face| face.id);
    let passed_over: Vec<ID> = used.iter().copied().chain(unlike).collect();
    any(letter, &passed_over, fonts).or_else(|| any(letter, used, fonts))
}

fn alike(face: &FaceInfo, wanted: Weight) -> bool {
    let bold = |weight: Weight| weight >= Weight::SEMIBOLD;
    !face.monospaced
        && face.style == Style::Normal
        && face.stretch == Stretch::Normal
        && face.weight >= Weight::NORMAL
        && bold(face.weight) == bold(wanted)
}
