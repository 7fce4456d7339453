//! HTML within Markdown: its words, without tags and without what browsers do not show.

use crate::import::markdown::reading::Reading;
use crate::import::markdown::tags::{Part, Script, Tag, ends_itself, goes_on, is_block, parts};
use crate::import::markdown::tallies::KEPT;

impl Reading<'_> {
    /// Reads a complete block.
    pub(super) fn take_block(&mut self) {
        let block = std::mem::take(&mut self.html.block);
        let lines = std::mem::take(&mut self.html.lines);
        self.take_html(&block, false, |at| {
            let line = lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            lines.get(line).map_or(0, |(start, origin)| origin + at.saturating_sub(*start))
        });
        self.close_trimmed();
        let name = self.withheld.as_ref().map(|withheld| withheld.name.clone());
        if let Some(name) = name.filter(|name| ends_itself(name)) {
            self.release_all(&name);
        }
    }

    /// Reads HTML whose bytes have these positions in the text.
    pub(super) fn take_html(&mut self, html: &str, inline: bool, place: impl Fn(usize) -> usize) {
        for (at, part) in parts(html) {
            let at = place(at);
            match part {
                Part::Opens(tag) => self.open(tag, inline, at),
                Part::Closes(name) => self.shut(&name, inline),
                Part::Text(text) => self.add_html(&text, at),
                Part::Remark(words) => {
                    self.after_gap = true;
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.left_out
                        .push((at, format!("this is a remark, and was left out: {words}")));
                }
            }
        }
    }

    fn add_html(&mut self, text: &str, at: usize) {
        let in_table = self.html.tables > 0 && text.trim().is_empty();
        let mut text = if self.text.is_empty() { text.trim_start() } else { text };
        if self.after_break {
            text = text.strip_prefix('\n').unwrap_or(text);
        }
        if self.withheld.is_some() || !(text.is_empty() || in_table) {
            self.add(text, at);
        }
    }

    fn open(&mut self, tag: Tag, inline: bool, at: usize) {
        if let Some(withheld) = &self.withheld {
            let name = withheld.name.clone();
            // A new paragraph ends the one before.
            if !(ends_itself(&name) && (tag.name == name || name == "p" && is_block(&tag.name))) {
                if tag.name == name && !tag.void {
                    self.withhold(&name, at, String::new(), inline);
                }
                return self.add(&tag.words(), at);
            }
            self.release_all(&name);
        }
        let Tag { name, attributes, .. } = &tag;
        if !tag.void && tag.struck {
            let why = "these words are struck out, and were left out".to_owned();
            return self.withhold(name, at, why, inline);
        }
        if !tag.void && tag.hidden {
            let why = match &**attributes {
                "" => format!("<{name}> is not for readers, and was left out"),
                attributes => {
                    format!("<{name}> is not for readers, and was left out: {attributes}")
                }
            };
            return self.withhold(name, at, why, inline && !goes_on(name));
        }
        self.place(&tag, inline, at);
        match &**name {
            "br" => {}
            "a" if !attributes.is_empty() => {
                self.left_out
                    .push((at, format!("the address of a link was left out: {attributes}")));
            }
            "img" | "embed" => {
                self.left_out.push((at, format!("a picture was left out: {attributes}")));
            }
            "hr" => self.left_out.push((at, "a horizontal line was left out.".into())),
            "q" => self.tallies.count("<q>", "became quotation marks.", at),
            "rt" => self.tallies.count("<rt>", "became words in brackets.", at),
            "ol" if attributes.is_empty() => {
                self.tallies.count("<ol>", "became paragraphs with their numbers.", at);
            }
            "sup" | "sub" => {
                self.tallies.count(
                    &format!("<{name}>"),
                    "was left out; its words were kept as text.",
                    at,
                );
            }
            _ if attributes.is_empty() => self.tallies.count(&format!("<{name}>"), KEPT, at),
            _ => {
                let text = format!("<{name}> was left out, and the words were kept: {attributes}");
                self.left_out.push((at, text));
            }
        }
    }

    /// Applies an element to the text.
    fn place(&mut self, tag: &Tag, inline: bool, at: usize) {
        match &*tag.name {
            "br" => {
                self.add("\n", at);
                self.after_break = true;
            }
            "q" => {
                self.html.quotations += 1;
                self.add("“", at);
            }
            "rt" => {
                self.end_reading();
                self.html.is_reading = true;
                self.add("(", at);
            }
            "sup" => self.script = Some((Script::Super, String::new())),
            "sub" => self.script = Some((Script::Sub, String::new())),
            "tr" if !inline => self.begin_row(at),
            "td" | "th" if !inline => self.begin_cell(at),
            name if is_block(name) && !inline => {
                self.close_trimmed();
                match name {
                    "ol" => self.html.lists.push(Some(tag.start.unwrap_or(1))),
                    "ul" | "menu" => self.html.lists.push(None),
                    "table" => self.html.tables += 1,
                    "li" => {
                        if let Some(Some(next)) = self.html.lists.last_mut() {
                            *next = tag.start.unwrap_or(*next);
                            let number = format!("{next}.");
                            *next = next.saturating_add(1);
                            self.begin_number(&number);
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn shut(&mut self, name: &str, inline: bool) {
        if self.withheld.is_some() {
            return self.release(name);
        }
        match name {
            "q" if self.html.quotations > 0 => {
                self.html.quotations -= 1;
                self.add("”", 0);
            }
            "rt" | "ruby" => self.end_reading(),
            "sup" | "sub" => self.end_script(),
            _ if is_block(name) && !inline => {
                self.close_trimmed();
                match name {
                    "ol" | "ul" | "menu" => {
                        self.html.lists.pop();
                    }
                    "table" => self.html.tables = self.html.tables.saturating_sub(1),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn end_reading(&mut self) {
        if std::mem::take(&mut self.html.is_reading) {
            self.add(")", 0);
        }
    }

    fn release_all(&mut self, name: &str) {
        if let Some(withheld) = &mut self.withheld {
            withheld.depth = 1;
        }
        self.release(name);
    }

    /// Ends a paragraph of HTML, without the line ends between tags.
    fn close_trimmed(&mut self) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        self.close();
    }
}
