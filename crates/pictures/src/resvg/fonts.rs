//! The fonts of the pictures, and the choice of font for a letter that its own font lacks.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Source, Stretch, Style, Weight};
use resvg::usvg::{FontResolver, Options};
use skrifa::{FontRef, MetadataProvider};

/// The bundled fonts and those of the computer.
#[derive(Debug)]
pub struct Fonts {
    /// Options for reading an SVG with these fonts.
    pub options: Options<'static>,
    /// The families found so far, by letter and by the font that the letter should have had.
    found: Remembered<(char, ID), Option<String>>,
}

impl Fonts {
    /// The bundled fonts come first, so that they are tried first; those of the computer only if
    /// wanted.
    pub fn new(with_system: bool) -> Fonts {
        let mut fonts = Database::new();
        for font in BUNDLED {
            fonts.load_font_source(Source::Binary(Arc::new(font)));
        }
        if with_system {
            fonts.load_system_fonts();
        }
        let known = Remembered::default();
        let select_fallback = move |letter: char, used: &[ID], fonts: &mut Arc<Database>| {
            known.get((letter, used.to_vec()), || substitute(letter, used, fonts))
        };
        let font_resolver =
            FontResolver { select_fallback: Box::new(select_fallback), ..FontResolver::default() };
        let options = Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() };
        Fonts { options, found: Remembered::default() }
    }

    /// The family for a letter that should have this one, of this weight: the same if that has the
    /// letter, otherwise one of the computer. `None` if no font has it.
    pub fn family(&self, letter: char, wanted: &str, weight: u16) -> Option<String> {
        let fonts = &self.options.fontdb;
        let families = [Family::Name(wanted)];
        let query = Query { families: &families, weight: Weight(weight), ..Query::default() };
        let own = fonts.query(&query)?;
        self.found.get((letter, own), || {
            let face = match has(fonts, own, letter) {
                true => own,
                false => substitute(letter, &[own], &mut Arc::clone(fonts))?,
            };
            fonts.face(face)?.families.first().map(|(name, _)| name.clone())
        })
    }
}

const BUNDLED: [&[u8]; 3] = [
    include_bytes!("../../fonts/FamiljenGrotesk-SemiBold.ttf"),
    include_bytes!("../../fonts/FamiljenGrotesk-Bold.ttf"),
    include_bytes!("../../fonts/Brygada1918-Regular.ttf"),
];

/// What was found before: searching hundreds of fonts takes a millisecond, and texts repeat their
/// letters.
#[derive(Debug)]
struct Remembered<K, V>(Mutex<HashMap<K, V>>);

impl<K: Eq + Hash, V: Clone> Remembered<K, V> {
    fn get(&self, key: K, find: impl FnOnce() -> V) -> V {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(find).clone()
    }
}

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Remembered(Mutex::default())
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

fn has(fonts: &Database, face: ID, letter: char) -> bool {
    let glyph = fonts.with_face_data(face, |bytes, index| {
        FontRef::from_index(bytes, index).ok().and_then(|font| font.charmap().map(letter))
    });
    glyph.flatten().is_some()
}
