//! Words in brackets on lines of their own: `[my-slider]`, `[applause]`.

use crate::import::html::shortcode_names::is_usual_alone;
use crate::import::html::text::{Block, LeftOut};

/// Removes lines that are shortcodes from blocks, and notes them and those that may be shortcodes. A block of
/// nothing else is dropped.
pub fn take_out(blocks: Vec<Block>, left_out: &mut LeftOut) -> Vec<Block> {
    let kept = blocks.into_iter().map(|block| without_shortcodes(block, left_out));
    kept.filter(|block| !block.text.is_empty()).collect()
}

fn without_shortcodes(mut block: Block, left_out: &mut LeftOut) -> Block {
    let mut lines = Vec::new();
    let mut changed = false;
    for (at, line) in block.text.split('\n').enumerate() {
        let inside = line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        let name = inside.filter(|inside| is_name(inside));
        let is_shortcode = name.is_some_and(|name| name.contains('-') || is_usual_alone(name));
        if let Some(name) = name {
            let text = if is_shortcode {
                format!("the shortcode [{name}] was left out.")
            } else {
                format!("this may be a shortcode of WordPress, and was kept: [{name}]")
            };
            left_out.push((block.line + at, text));
        }
        changed |= is_shortcode;
        lines.extend((!is_shortcode).then_some(line));
    }
    if changed {
        block.text = lines.join("\n");
    }
    block
}

/// Whether a text looks like the name of a shortcode: hyphenated and in lower case, as people seldom write.
pub fn is_name(text: &str) -> bool {
    let of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.ends_with(|c: char| c != '-')
        && text.chars().all(of_name)
}
