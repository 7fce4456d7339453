//! Merges the shades at the edges of letters, so that a picture needs no more colours than a palette
//! has.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::encode::MOST_COLOURS;

type Pixel = [u8; 4];

/// How far a shade may move in each channel, of 255: less than anybody sees at the edge of a letter.
const FURTHEST: u8 = 6;
/// A picture with more colours than this has a photograph in it, whose colours do not merge.
const TOO_MANY: usize = 4096;

/// Gives a picture at most 256 colours if that can be done without visible changes; otherwise it stays
/// as it is. The colours that most pixels have do not change. A canvas smooths letters in about 500
/// shades; resvg needs fewer than 256.
pub fn merge_shades(rgba: &mut [u8]) {
    let (pixels, _) = rgba.as_chunks_mut();
    let Some(colours) = by_frequency(pixels) else { return };
    if colours.len() <= MOST_COLOURS {
        return;
    }
    let Some(kept) = (1..=FURTHEST).find_map(|distance| thinned(&colours, distance)) else {
        return;
    };
    let nearest = |colour: &Pixel| kept.iter().min_by_key(|kept| distance(kept, colour)).copied();
    let merged: HashMap<_, _> =
        colours.iter().filter_map(|colour| Some((*colour, nearest(colour)?))).collect();
    let mut last = None;
    for pixel in pixels {
        let new = match last {
            Some((before, new)) if before == *pixel => new,
            _ => merged.get(pixel).copied().unwrap_or(*pixel),
        };
        last = Some((*pixel, new));
        *pixel = new;
    }
}

/// The colours of a picture, the most frequent first; `None` if there are too many.
fn by_frequency(pixels: &[Pixel]) -> Option<Vec<Pixel>> {
    let mut counts: HashMap<Pixel, usize> = HashMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        if let Some(colour) = run.first() {
            *counts.entry(*colour).or_default() += run.len();
            if counts.len() > TOO_MANY {
                return None;
            }
        }
    }
    let mut colours: Vec<_> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|(colour, count)| (Reverse(*count), *colour));
    Some(colours.into_iter().map(|(colour, _)| colour).collect())
}

/// Colours further apart than this, if they fit into a palette: each that is left out is as near to one
/// of them.
fn thinned(colours: &[Pixel], apart: u8) -> Option<Vec<Pixel>> {
    let mut kept: Vec<Pixel> = Vec::new();
    for colour in colours {
        if kept.iter().all(|kept| distance(kept, colour) > apart) {
            if kept.len() == MOST_COLOURS {
                return None;
            }
            kept.push(*colour);
        }
    }
    Some(kept)
}

/// The largest difference of any channel.
fn distance(a: &Pixel, b: &Pixel) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default()
}
