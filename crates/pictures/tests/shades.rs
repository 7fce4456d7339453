//! Pictures with somewhat too many shades get few enough for a palette, and look the same.

use std::collections::HashSet;

use solidarity_pictures::merge_shades;

const PAPER: [u8; 4] = [251, 250, 247, 255];
const INK: [u8; 4] = [23, 24, 27, 255];
const ACCENT: [u8; 4] = [195, 21, 28, 255];

/// The shades between paper and a colour.
fn shades(colour: [u8; 4]) -> impl Iterator<Item = [u8; 4]> {
    let mixed = |part: u8, (a, b): (u8, u8)| {
        ((u32::from(a) * u32::from(part) + u32::from(b) * u32::from(255 - part)) / 255) as u8
    };
    let between = move |part: u8| {
        let mut pixel = PAPER;
        for (channel, full) in pixel.iter_mut().zip(colour) {
            *channel = mixed(part, (full, *channel));
        }
        pixel
    };
    (0..=255).map(between)
}

fn colours(rgba: &[u8]) -> HashSet<&[u8]> {
    rgba.chunks(4).collect()
}

#[test]
fn the_edges_of_letters_need_no_more_colours_than_a_palette_has() {
    let plain = [PAPER, INK, ACCENT].into_iter().flat_map(|colour| [colour; 100]);
    let before: Vec<u8> = plain.chain(shades(INK)).chain(shades(ACCENT)).flatten().collect();
    assert!(colours(&before).len() > 400);
    let mut after = before.clone();
    merge_shades(&mut after);
    assert!(colours(&after).len() <= 256, "{}", colours(&after).len());
    assert!(before.iter().zip(&after).all(|(before, after)| before.abs_diff(*after) <= 6));
    assert!(before.iter().zip(&after).take(1200).all(|(before, after)| before == after));
}

#[test]
fn few_colours_stay_as_they_are() {
    let before: Vec<u8> = shades(INK).flatten().collect();
    let mut after = before.clone();
    merge_shades(&mut after);
    assert_eq!(before, after);
}

#[test]
fn a_photograph_stays_as_it_is() {
    for step in [1, 9] {
        let before: Vec<u8> = (0..5000_u32)
            .flat_map(|at| [(at * step * 37) as u8, (at / 7) as u8, (at * 3) as u8, 255])
            .collect();
        let mut after = before.clone();
        merge_shades(&mut after);
        assert_eq!(before, after);
    }
}
