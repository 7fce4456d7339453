//! What becomes of exports of WordPress: of the fields of posts, and of the HTML in them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::raw::{RawMessage, RawText};
use solidarity_exchange::{Columns, Import, ImportError, Source, import_file};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\" \
    xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
    xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Choirs</title>\n";

/// An export with these items.
fn export(items: &str) -> String {
    format!("{HEAD}{items}</channel></rss>\n")
}

/// An item of a kind with this title and HTML, and what else it has. The HTML begins in its third line.
fn item_of(kind: &str, title: &str, html: &str, more: &str) -> String {
    format!(
        "<item><title><![CDATA[{title}]]></title>\n<dc:creator>office</dc:creator>\n\
         <content:encoded><![CDATA[{html}]]></content:encoded>\n{more}<wp:status>publish</wp:status>\
         <wp:post_type>{kind}</wp:post_type></item>\n"
    )
}

fn read(xml: &str) -> Result<Import, ImportError> {
    let file = Source { name: "site.xml".into(), bytes: xml.as_bytes().to_owned() };
    import_file(&file, &Columns::new())
}

fn import(items: &str) -> Import {
    read(&export(items)).expect("an import")
}

fn text(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(marked) => format!("{}: {}", marked.lang, marked.text),
    }
}

fn body(message: &RawMessage) -> Vec<String> {
    message.body.iter().map(text).collect()
}

fn sender(message: &RawMessage) -> (String, Option<&str>) {
    let sender = message.senders.first().expect("a sender");
    (text(sender.names.first().expect("a name")), sender.country.as_deref())
}

fn messages(import: &Import) -> Vec<&RawMessage> {
    import.messages.iter().map(|read| &read.message).collect()
}

/// The paragraphs of a post with this HTML, and the notes, each with its line of the HTML.
fn post(html: &str) -> (Vec<String>, Vec<(usize, String)>) {
    let import = import(&item_of("post", "Alto", html, ""));
    let notes = import.notes.iter();
    let notes = notes.map(|note| (note.origin.line.saturating_sub(4), note.text.clone()));
    (body(messages(&import)[0]), notes.collect())
}

/// Sees that a post with this HTML has these paragraphs, and that each of these words is in a note of
/// its line.
#[track_caller]
fn becomes(html: &str, paragraphs: &[&str], named: &[(usize, &str)]) {
    let (body, notes) = post(html);
    assert_eq!(body, paragraphs, "{html}\n{notes:#?}");
    for (line, what) in named {
        let found = notes.iter().any(|(of, text)| of == line && text.contains(what));
        assert!(found, "nothing of “{what}” in line {line} of {html}\n{notes:#?}");
    }
}

/// Sees that a post with this HTML has these paragraphs, and that nothing is said of it.
#[track_caller]
fn becomes_without_a_note(html: &str, paragraphs: &[&str]) {
    let (body, notes) = post(html);
    assert_eq!(
        (body.as_slice(), notes.as_slice()),
        (paragraphs.map_strings().as_slice(), [].as_slice()),
        "{html}"
    );
}

trait MapStrings {
    fn map_strings(&self) -> Vec<String>;
}

impl MapStrings for [&str] {
    fn map_strings(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

#[test]
fn what_readers_do_not_see_is_left_out_and_named() {
    for (hidden, words) in [
        ("<!-- call Ann first -->", "call Ann first"),
        ("<!-- wp: not a block, Ann -->", "not a block, Ann"),
        ("<!--[if gte mso 9]>Word<![endif]-->", "Word"),
        ("<span hidden>call <b>Ann</b></span>", "call Ann"),
        ("<span hidden=\"until-found\">call Ann</span>", "call Ann"),
        ("<span style=\"color: red; DISPLAY : none !important\">call Ann</span>", "call Ann"),
        ("<span style='visibility:hidden'>call Ann</span>", "call Ann"),
        ("<span style='font-size:0px'>call Ann</span>", "call Ann"),
        (
            "<span style='position:absolute;left:-9999px'>cheap <a href='https://pills.example'>pills</a></span>",
            "pills.example",
        ),
        ("<template><i>call</i> Ann</template>", "call Ann"),
        ("<noscript>call Ann <img src='track.gif'></noscript>", "call Ann"),
        ("<select><option>One<option>Two</select>", "One Two"),
        ("<textarea>call Ann</textarea>", "call Ann"),
        ("<button>Send</button>", "Send"),
        ("<svg><title>Anchor</title><path d='M0'/><text>Port</text></svg>", "Anchor"),
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "x=2"),
        ("<video src='v.mp4'>No video here</video>", "No video here"),
        ("<iframe src='https://v.example'>No frame</iframe>", "https://v.example"),
        ("<object data='a.pdf'>No PDF</object>", "No PDF"),
        ("<dialog>call Ann</dialog>", "call Ann"),
        ("<input value='Ann'>", "Ann"),
        ("<map><area href='x' alt='Ann'></map>", "Ann"),
    ] {
        let (body, notes) = post(&format!("<p>Dear\nfriends, {hidden}we sing.</p>"));
        let text = body.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text, "Dear friends, we sing.", "{hidden}");
        assert!(
            notes.iter().any(|(line, text)| *line == 2 && text.contains(words)),
            "{hidden}: {notes:#?}"
        );
    }
    becomes(
        "<p>One</p>\n<div hidden><p>Two</p>\n<p>Three</p></div>\n<p>Four</p>",
        &["One", "Four"],
        &[(2, "Two Three")],
    );
    becomes_without_a_note(
        "<p>We<span class=\"screen-reader-text\"> all</span> sing.</p>",
        &["We all sing."],
    );
    becomes_without_a_note("<p>One</p><!--more-->\n<!--nextpage--><p>Two</p>", &["One", "Two"]);
    becomes_without_a_note(
        "<p style='display:none; display:block'>One</p><![if !mso]>Two<![endif]>",
        &["One", "Two"],
    );
    becomes("<p>One</p><!--more Read on-->", &["One"], &[(1, "Read on")]);
}

#[test]
fn what_the_editor_hides_is_left_out_and_named() {
    becomes(
        "<!-- wp:paragraph {\"metadata\":{\"blockVisibility\":false}} -->\n<p>Not yet</p>\n<!-- /wp:paragraph -->\n\n\
         <!-- wp:group {\"blockVisibility\":{\"controlSets\":[{\"id\":1}]}} -->\n<div><!-- wp:paragraph -->\n\
         <p>For members</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->\n<p>Yes</p>",
        &["Yes"],
        &[(1, "Not yet"), (5, "For members")],
    );
    becomes(
        "<!-- wp:embed {\"url\":\"https://v.example/1\"} -->\n<figure><div>\nhttps://v.example/1\n</div>\
         <figcaption>Our song</figcaption></figure>\n<!-- /wp:embed -->\n<p>Yes</p>\n\
         <!-- wp:file -->\n<div><a href=\"a.pdf\">Programme</a></div>\n<!-- /wp:file -->",
        &["Yes"],
        &[(1, "https://v.example/1 Our song"), (7, "a.pdf"), (7, "Programme")],
    );
}

#[test]
fn what_is_missing_in_the_export_is_named() {
    becomes(
        "<!-- wp:block {\"ref\":12} /-->\n<!-- wp:acf/letter {\"data\":{\"words\":\"Dear \\u003cb\\u003efriends\"}} /-->\n\
         <p>Yes</p>\n<!-- wp:spacer /-->\n<!-- wp:latest-posts /-->\n\
         <!-- wp:x/card {\"quote\":\"We shall sing again\"} --><p>No</p><!-- /wp:x/card -->",
        &["Yes", "No"],
        &[(1, "12"), (2, "Dear <b>friends"), (5, "latest-posts"), (6, "We shall sing again")],
    );
}

#[test]
fn shortcodes_are_left_out_and_named() {
    becomes(
        "[vc_row full_width=\"yes\"][vc_column][vc_column_text]\nDear friends,[/vc_column_text][vc_column_text]we sing.\
         [/vc_column_text][/vc_column][/vc_row]",
        &["Dear friends,", "we sing."],
        &[(1, "[vc_row full_width=\"yes\"]"), (1, "[vc_column_text]")],
    );
    becomes(
        "One\n\n[gallery ids=\"1,2\"]\n\nTwo [gallery] and [button url=\"https://b.example\"]join us[/button].\n\n\
         [caption id=\"a\" width=\"300\"]<img src=\"x.png\" alt=\"Pier\"> The old pier[/caption]\n\n\
         [embed]https://v.example[/embed]\n\n[contact-form][contact-field label=\"Name\"/][/contact-form]\n\n[wp_x]",
        &["One", "Two and join us."],
        &[
            (3, "[gallery ids"),
            (5, "[gallery]"),
            (5, "https://b.example"),
            (7, "The old pier"),
            (7, "x.png"),
            (9, "https://v.example"),
            (11, "Name"),
            (13, "[wp_x]"),
        ],
    );
    becomes(
        "<p>[members_only level=2]</p><p>Our debts</p><p>[/members_only]</p>\n<p>We sing.[one_half]Left[/one_half]\
         [one_half_last]Right[/one_half_last]</p>[youtube https://v.example] [spacer /] [x y=\"1\"] [foo ab=c]",
        &["We sing.", "Left", "Right"],
        &[
            (1, "Our debts"),
            (2, "[one_half]"),
            (2, "https://v.example"),
            (2, "[spacer /]"),
            (2, "[foo ab=c]"),
        ],
    );
    becomes(
        "One\n[my-slider]\n\n[sitemap]\n\nTwo",
        &["One", "Two"],
        &[(2, "[my-slider]"), (4, "[sitemap]")],
    );
    becomes("[url=https://a.example]here[/url]", &["here"], &[(1, "https://a.example")]);
    becomes("<p>[dropcap]D[/dropcap]ear friends</p>", &["Dear friends"], &[(1, "[dropcap]")]);
    becomes("[vc_raw_html]JTNDcA==[/vc_raw_html]Yes", &["Yes"], &[(1, "JTNDcA==")]);
}

#[test]
fn brackets_that_people_write_stay() {
    for text in [
        "We recieved [sic] it.",
        "As said [1] and [2, 3] and [12]",
        "They […] sang [...] and [ … ] left.",
        "[applause] Thank you [laughter]",
        "Dear [Name of town],",
        "[Ann Holm:] We sing.",
        "[translated from Danish]",
        "[a], [b] and [c d]",
        "[n = 12] and [p<0.05] and [2019]",
        "He [the chair] said “[w]e sing”.",
        "[…]",
        "A[i] and [x, y] and [0;1]",
        "[[1]] and [[sic]]",
        "an open [ bracket and ] another",
        "[Editor’s note: it’s the pier]",
        "[see https://pier.example/a for more]",
    ] {
        becomes_without_a_note(text, &[text]);
    }
    becomes(
        "Write &#91;gallery&#93; or [gallery] &lbrack;here&rsqb;",
        &["Write [gallery] or [here]"],
        &[(1, "[gallery]")],
    );
    becomes_without_a_note("Write [[gallery ids=\"1\"]] here", &["Write [gallery ids=\"1\"] here"]);
}

#[test]
fn what_may_be_a_shortcode_is_kept_and_named() {
    for (text, doubtful) in [
        ("One [my-plugin] two", "[my-plugin]"),
        ("One [poll=2] two", "[poll=2]"),
        ("One [/sarcasm] two", "[/sarcasm]"),
        ("One [where x=5] two", "[where x=5]"),
        ("[something]", "[something]"),
        ("Here:\n[map]\nthere", "[map]"),
    ] {
        becomes(text, &[text], &[(1 + text.matches(":\n").count(), doubtful)]);
    }
}

#[test]
fn numbers_of_lists_are_text() {
    becomes(
        "<ol><li>Sing<li>Dance<ul><li>slowly</li></ul></li></ol>\n<ol start=\"7\"><li>A</li><li value=\"10\">B</li>\
         <li><p>C</p><p>more</p></li></ol>",
        &["1. Sing", "2. Dance", "slowly", "7. A", "10. B", "11. C", "more"],
        &[(1, "list"), (2, "list")],
    );
    becomes(
        "<ol reversed><li>A</li><li>B<ol type='i'><li>x</li><li>y</li></ol></li></ol>",
        &["2. A", "1. B", "i. x", "ii. y"],
        &[],
    );
    becomes("<ol type=a start=26><li>A<li>B</ol>", &["z. A", "aa. B"], &[]);
    becomes(
        "<ol style='list-style-type: upper-roman' start=\"1999\"><li>A<li>B</ol>",
        &["MCMXCIX. A", "MM. B"],
        &[],
    );
    becomes("<ol type=I start=4000><li>A<li type=A value=-1>B</ol>", &["4000. A", "-1. B"], &[]);
    becomes("<ol start=99999999999999999999><li>A</ol>", &["1. A"], &[]);
    becomes("<ol style='list-style:none'><li>A</ol>", &["A"], &[]);
    becomes(
        "<ol><li></li><li><img src=a.png></li><li><ol type=a><li>B</ol></ol>",
        &["1.", "2.", "3. a. B"],
        &[(1, "a.png")],
    );
    becomes("<ul><li>One</li><li>Two</li></ul>", &["One", "Two"], &[(1, "list")]);
    becomes(
        "<dl><dt>Alto</dt><dd>deep</dd><dt>Tenor<dd>high</dl>",
        &["Alto", "deep", "Tenor", "high"],
        &[(1, "list")],
    );
}

#[test]
fn struck_words_are_not_published_as_words() {
    becomes(
        "<p>We <del>will not</del> <ins>shall</ins> come.</p>",
        &["We shall come."],
        &[(1, "will not")],
    );
    becomes(
        "<p>Ten <s>or eleven</s>, all\nof <strike>them</strike></p>",
        &["Ten, all\nof"],
        &[(1, "or eleven"), (2, "them")],
    );
    becomes(
        "<p>A <span style=\"text-decoration: line-through;\">B</span> C</p><del><p>D</p>\n<p>E</p></del><p>F</p>",
        &["A C", "F"],
        &[(1, ": B"), (1, "D E")],
    );
    becomes("<p>A <s>B</p>\n<p>C</p>", &["A B", "C"], &[(1, "never closed")]);
}

#[test]
fn raised_and_lowered_letters_are_not_glued() {
    for (html, text) in [
        ("10<sup>2</sup> m<sup>3</sup>, 10<sup>-6</sup>", "10² m³, 10⁻⁶"),
        ("a<sup>[1]</sup> and <sup>1</sup>/<sub>2</sub>", "a[1] and ¹/₂"),
        ("10<sup> 2 </sup>x and 10<sup>(n+1)</sup>", "10² x and 10⁽ⁿ⁺¹⁾"),
        ("x<sup>n</sup>, 2<sup>n+1</sup>, x<sup>k</sup>", "xⁿ, 2ⁿ⁺¹, xᵏ"),
        ("H<sub>2</sub>O, CO<sub>2</sub>, x<sub>i</sub>", "H₂O, CO₂, xᵢ"),
        ("in 1984<sup>1</sup> and", "in 1984¹ and"),
        ("Choir<sup>®</sup> and Pier<sup>TM</sup>*", "Choir® and Pier™*"),
        ("<sup>1</sup> It rained", "¹ It rained"),
    ] {
        becomes_without_a_note(html, &[text]);
    }
    for (html, text, named) in [
        ("the 24<sup>th</sup> and 1<sup>st</sup>", "the 24th and 1st", "th"),
        (
            "le 1<sup>er</sup> mai, la XX<sup>e</sup>, M<sup>me</sup> Sá",
            "le 1er mai, la XXe, Mme Sá",
            "er",
        ),
        ("in 1984<sup>1, 2</sup>", "in 1984¹, ²", "¹, ²"),
        ("the <sup>new</sup> choir", "the new choir", "new"),
        ("C<sup>ie</sup>", "Cie", "ie"),
        ("10<sup>½</sup>", "10^½", "^½"),
        ("5<sup>x/y</sup>", "5^(x/y)", "^(x/y)"),
        ("v<sub>Schiff</sub>", "v_Schiff", "_Schiff"),
        ("a<sup>b<sup>½</sup></sup>", "a^(b^½)", "^½"),
        ("<sup>a small remark</sup> here", "a small remark here", "a small remark"),
    ] {
        becomes(html, &[text], &[(1, named)]);
    }
    becomes(
        "in 1984<sup><a href=\"#fn1\">1</a></sup> and",
        &["in 1984 [1] and"],
        &[(1, "brackets")],
    );
    becomes(
        "in 1984<sup><a href=\"https://a.example/#footnote_1\">1</a></sup> and",
        &["in 1984 [1] and"],
        &[],
    );
    becomes("<a href=\"https://a.example/#top\">10<sup>2</sup></a>", &["10²"], &[]);
    becomes("in 1984<a href=\"#_ftn1\"><sup>[1]</sup></a> and", &["in 1984 [1] and"], &[]);
    becomes("in 1984<a href=\"#_ftn1\">[1]</a> and", &["in 1984[1] and"], &[]);
}

#[test]
fn quotations_keep_their_marks() {
    becomes_without_a_note("<p>He said <q>come <q>soon</q></q>.</p>", &["He said “come ‘soon’”."]);
    becomes(
        "<p lang=\"de\">Er sagte <q>komm <q>bald</q></q>.</p>",
        &["de: Er sagte „komm ‚bald‘“."],
        &[],
    );
    becomes_without_a_note(
        "<p>Il dit <span lang=\"fr\"><q>viens</q></span>.</p>",
        &["Il dit «\u{202f}viens\u{202f}»."],
    );
    becomes(
        "<blockquote><p>We sing</p><cite>Ann</cite></blockquote>",
        &["We sing", "Ann"],
        &[(1, "quotation")],
    );
}

#[test]
fn cells_of_tables_are_not_glued() {
    becomes(
        "<table><caption>Choirs</caption><thead><tr><th>Name</th><th>From</th></tr></thead><tbody><tr><td>Alto</td>\
         <td>Porto</td></tr><tr><td></td><td>Oslo<br>Bergen</td></tr></tbody></table>",
        &["Choirs", "Name | From", "Alto | Porto", "| Oslo Bergen"],
        &[(1, "|")],
    );
    becomes(
        "<table><tr><td><p>Dear friends,</p><p>we sing.</p></td></tr></table>",
        &["Dear friends,", "we sing."],
        &[],
    );
    becomes(
        "<table><tr><td>A<td>B<tr><td>C<td><p>D</p><p>E</p></table>",
        &["A | B", "C", "D", "E"],
        &[],
    );
    becomes(
        "<table><tr><td><table><tr><td>A</td><td>B</td></tr></table></td><td>C</td></tr></table>",
        &["A | B | C"],
        &[],
    );
}

#[test]
fn other_tags_are_kept_as_text_or_named() {
    becomes("<p>One<hr>Two</p>", &["One", "Two"], &[(1, "horizontal line")]);
    becomes("<abbr title=\"Union of Choirs\">UC</abbr>", &["UC"], &[(1, "Union of Choirs")]);
    becomes(
        "<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</rt></ruby>",
        &["東(とう)京(きょう)"],
        &[(1, "parentheses")],
    );
    becomes("<p>Hi <img class=\"emoji\" alt=\"🙂\" src=\"s.svg\"> all</p>", &["Hi 🙂 all"], &[]);
    becomes("<details><summary>More</summary>Text</details>", &["More", "Text"], &[]);
    becomes_without_a_note(
        "<p>long<wbr>word and soft&shy;hyphen</p>",
        &["longword and soft\u{ad}hyphen"],
    );
    becomes(
        "<figure><img src=\"a.png\" alt=\"Pier\"><figcaption>The <i>pier</i></figcaption></figure><p>Yes</p>",
        &["Yes"],
        &[(1, "Pier"), (1, "The pier")],
    );
    becomes(
        "<figure class=\"wp-block-pullquote\"><blockquote><p>Sing!</p></blockquote></figure>",
        &["Sing!"],
        &[],
    );
    becomes(
        "<p>Write to Ann <ann@choir.example> soon</p>",
        &["Write to Ann soon"],
        &[(1, "<ann@choir.example>")],
    );
    becomes("<p>I &lt;3 you, <3 and a < b</p>", &["I <3 you, <3 and a < b"], &[]);
    becomes("<p>One</p>\n<p>Two <a href=\"x", &["One", "Two"], &[(2, "<a href=\"x")]);
    becomes("<p>One<o:p></o:p> <font color=red>two</font></p>", &["One two"], &[]);
    becomes("<pre>Sea\n  and sky\n\nEnd</pre>", &["Sea\n  and sky", "End"], &[]);
    becomes("<p lang=\"pt-BR\">Olá</p><p lang=\"x\">Hi</p>", &["pt-BR: Olá", "Hi"], &[]);
    becomes(
        "<figure><figure><img src=\"a.png\"></figure><figcaption>Piers</figcaption></figure><p>Yes</p>",
        &["Yes"],
        &[(1, "Piers")],
    );
}

#[test]
fn nothing_is_lost_where_tags_do_not_close() {
    becomes(
        "<p>One<p>Two<div>Three <b>four</div>Five</b>",
        &["One", "Two", "Three four", "Five"],
        &[],
    );
    becomes("<p hidden>One<p>Two", &["Two"], &[(1, "One")]);
    becomes("</div></p></b>One</li></td> two", &["One", "two"], &[]);
    becomes("<table><tr><td>One</div></p><td>Two</table>Three", &["One | Two", "Three"], &[]);
    becomes("One <!-- never closed <p>Two</p>", &["One"], &[(1, "never closed <p>Two</p>")]);
    becomes("One\n<style>Two", &["One"], &[(2, "Two")]);
}

#[test]
fn breaks_are_lines_and_two_of_them_part_paragraphs() {
    becomes_without_a_note(
        "One<br>two<br />\nthree\nfour\n<br>five",
        &["One\ntwo\nthree\nfour\nfive"],
    );
    becomes_without_a_note(
        "One<br><br>Two<br />\n<br />\nThree\n&nbsp;\nFour\n\n\nFive",
        &["One", "Two", "Three", "Four", "Five"],
    );
    becomes_without_a_note("One&#13;\ntwo&nbsp;\n\n&nbsp;Three", &["One\ntwo", "Three"]);
}

#[test]
fn footnotes_stand_behind_the_text() {
    let meta = "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[\
        {\"content\":\"It <em>rained</em> &amp; blew.\",\"id\":\"aa\"},{\"content\":\"Unused\",\"id\":\"zz\"},\
        {\"content\":\"At two.\",\"id\":\"bb\"}]]]></wp:meta_value></wp:postmeta>";
    let html = "<p>In 1984<sup data-fn=\"aa\" class=\"fn\"><a href=\"#aa\">1</a></sup> and closed\
        <sup data-fn=\"bb\" class=\"fn\"><a href=\"#bb\">3</a></sup>.</p>\n<!-- wp:footnotes /-->";
    let read = import(&item_of("post", "Alto", html, meta));
    assert_eq!(
        body(messages(&read)[0]),
        ["In 1984 [1] and closed [3].", "[1] It rained & blew.", "[3] At two."]
    );
    assert!(read.notes.iter().any(|note| note.text.contains("Unused")), "{:#?}", read.notes);
    assert!(!read.notes.iter().any(|note| note.text.contains("\"id\"")), "{:#?}", read.notes);
    let broken = "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value>It rained</wp:meta_value></wp:postmeta>";
    let read = import(&item_of("post", "Alto", "<p>Text</p>", broken));
    assert!(read.notes.iter().any(|note| note.text.contains("It rained")));
    becomes(
        "<p>In 1984[ref]It <i>rained</i>. <!-- Ann said -->[/ref] we met[efn_note]At <a href=\"https://a.example\">two</a>[/efn_note].</p>\
         \n<p>Yes[^1] and yes</p>",
        &["In 1984 [1] we met [2].", "Yes[^1] and yes", "[1] It rained.", "[2] At two"],
        &[(1, "Ann said"), (1, "https://a.example")],
    );
    becomes(
        "<p>We met ((It rained.)) there.</p>",
        &["We met ((It rained.)) there."],
        &[(1, "((It rained.))")],
    );
    becomes(
        "One[ref]First [ref name=\"x\" /] here[/ref] two[easy_footnote]Second[/easy_footnote]\n\n[footnotes]",
        &["One [1] two [2]", "[1] First here", "[2] Second"],
        &[(1, "[ref name=\"x\" /]"), (3, "[footnotes]")],
    );
    becomes(
        "<p>In 1984<sup id=\"r1\"><a href=\"#f1\">1</a></sup></p><ol><li>It rained. <a href=\"#r1\">↩</a></li></ol>",
        &["In 1984 [1]", "1. It rained."],
        &[(1, "↩")],
    );
    // Each message of a page has its own.
    let html =
        "<h2>A, Norway</h2><p>One[ref]First[/ref]</p><h2>B, Chile</h2><p>Two[ref]Second[/ref]</p>";
    let read = import(&item_of("page", "Messages", html, ""));
    let bodies: Vec<_> = messages(&read).into_iter().map(body).collect();
    // So has what is under none.
    let html = "<p>All[ref]Nobody[/ref]</p><h2>A[ref]Who?[/ref]</h2><p>One</p><h2>B</h2><p>Two</p>";
    let read = import(&item_of("page", "Messages", html, ""));
    assert_eq!(body(messages(&read)[0]), ["One", "[2] Who?"]);
    assert!(read.notes.iter().any(|note| note.text.contains("Nobody")), "{:#?}", read.notes);
    assert_eq!(bodies, [["One [1]", "[1] First"], ["Two [2]", "[2] Second"]]);
}

#[test]
fn a_post_is_one_message() {
    let items = [
        item_of(
            "post",
            "Union of Dock Choirs, Norway",
            "<h2>What we sing</h2><p>Songs.</p><h2>What we ask</h2><p>A verse.</p>",
            "",
        ),
        item_of(
            "post",
            "Kvintett",
            "<p><strong>Dear friends,</strong></p><p>we sing.</p><p><strong>Yours,</strong></p><p>us</p>",
            "",
        ),
        item_of(
            "page",
            "Messages",
            "<h2>Harmonia, Portugal</h2><p>Olá</p><h2>De Meeuw (Netherlands)</h2><p>Dag</p>",
            "",
        ),
    ];
    let read = import(&items.concat());
    let found: Vec<_> =
        messages(&read).into_iter().map(|message| (sender(message), body(message))).collect();
    let of =
        |name: &str, country, texts: &[&str]| ((name.to_owned(), country), texts.map_strings());
    assert_eq!(
        found,
        [
            of(
                "Union of Dock Choirs",
                Some("NO"),
                &["What we sing", "Songs.", "What we ask", "A verse."]
            ),
            of("Kvintett", None, &["Dear friends,", "we sing.", "Yours,", "us"]),
            of("Harmonia", Some("PT"), &["Olá"]),
            of("De Meeuw", Some("NL"), &["Dag"]),
        ]
    );
    let said = read.notes.iter().find(|note| note.text.contains("divided")).expect("a note");
    for part in ["“Messages”", "2 messages", "“Harmonia, Portugal”", "as a post"] {
        assert!(said.text.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_page_is_divided_where_its_senders_are() {
    let senders = |html: &str| {
        let read = import(&item_of("page", "Messages", html, ""));
        let all = messages(&read).into_iter().map(|message| sender(message).0).collect::<Vec<_>>();
        let notes: Vec<_> = read.notes.iter().map(|note| note.text.clone()).collect();
        (all, notes)
    };
    // Continents above them are no part of the message before.
    let (all, notes) = senders(
        "<h2>Europe</h2><h3>A, Norway</h3><p>1</p><h2>Asia</h2><p>All of it</p><h3>B, Japan</h3><p>2</p><h3>C</h3><p>3</p>",
    );
    assert_eq!(all, ["A", "B", "C"]);
    for part in ["Europe", "Asia", "All of it"] {
        assert!(
            notes.iter().any(|note| note.contains(part) && note.contains("left out")),
            "{part}: {notes:#?}"
        );
    }
    // Headings within letters are more than the senders.
    let (all, _) = senders(
        "<h2>A, Norway</h2><h3>Ask</h3><p>1</p><h3>Give</h3><p>2</p><h2>B, Chile</h2><h3>Ask</h3><p>3</p>",
    );
    assert_eq!(all, ["A", "B"]);
    // With a heading, bold lines begin nothing.
    let (all, _) =
        senders("<h2>Greetings</h2><p><b>Dear friends,</b></p><p>1</p><p><b>Yours,</b></p>");
    assert_eq!(all, ["Messages"]);
    let (all, notes) =
        senders("<p><b>A, Norway</b></p><p>1</p><p><b>B</b></p><p>2</p><ul><li><b>C</b></li></ul>");
    assert_eq!(all, ["A", "B"]);
    assert!(
        notes.iter().any(|note| note.contains("at its bold lines into 2 messages")),
        "{notes:#?}"
    );
    let (all, _) =
        senders("<p><b>Dear friends,</b></p><p>1</p><p><b>We sing!</b></p><p><b>Alto</b></p>");
    assert_eq!(all, ["Messages"]);
    let (all, _) = senders("<h2>A<br>Norway</h2><p>1</p><h2>B &amp;<br>C</h2><p>2</p>");
    assert_eq!(all, ["A", "B & C"]);
}

#[test]
fn titles_are_text() {
    for (title, name) in [
        ("Sea &amp; Sky", "Sea & Sky"),
        ("Sea &#8211; Sky&#039;s", "Sea – Sky's"),
        ("Sea &amp;amp; Sky", "Sea & Sky"),
        ("The <em>Sea</em> Choir", "The Sea Choir"),
        ("The &lt;em&gt;Sea&lt;/em&gt; Choir", "The Sea Choir"),
        ("Choir 2<sup>nd</sup>", "Choir 2nd"),
        ("Sea<br />Sky", "Sea Sky"),
        ("Sea & Sky", "Sea & Sky"),
        ("I <3 Songs; R&D", "I <3 Songs; R&D"),
        ("[Sea] Choir", "[Sea] Choir"),
        ("[gallery]", "[gallery]"),
        ("[:en]Choir[:fr]Chœur[:]", "Choir"),
    ] {
        let read = import(&item_of("post", title, "<p>Text</p>", ""));
        assert_eq!(sender(messages(&read)[0]).0, name, "{title}");
    }
    let read = import(&item_of("post", "Choir<!-- call Ann -->", "<p>Text</p>", ""));
    assert_eq!(sender(messages(&read)[0]).0, "Choir");
    assert!(read.notes.iter().any(|note| note.text.contains("call Ann")));
    let read = import(&item_of("post", "", "<p>Text</p>", ""));
    assert!(read.notes.iter().any(|note| note.text.contains("no title")));
}

#[test]
fn ids_are_made_of_the_letters_of_addresses() {
    let id = |slug: &str| {
        let more = format!("<wp:post_name><![CDATA[{slug}]]></wp:post_name>\n");
        messages(&import(&item_of("post", "Alto, Norway", "<p>Text</p>", &more)))[0].id.clone()
    };
    assert_eq!(id("dock-choirs"), "dock-choirs");
    assert_eq!(id("%d1%85%d0%be%d1%80"), "khor");
    assert_eq!(id("%E5%90%88%E5%94%B1"), "he-chang");
    assert_eq!(id("%d1%85%d0%be%d1"), "kho");
    assert_eq!(id("100%zz-choir%"), "100-zz-choir");
    assert_eq!(id("%f0%9f%98"), "alto-norway");
    assert_eq!(id("%%%"), "alto-norway");
    assert_eq!(id(""), "alto-norway");
    let of = |name: &str| item_of("post", name, "<p>Text</p>", "<wp:post_name>same</wp:post_name>");
    let read = import(&(of("A") + &of("B")));
    let ids: Vec<_> = messages(&read).into_iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["same", "b"]);
    assert!(read.notes.iter().any(|note| note.text.contains("“same”")));
}

#[test]
fn the_language_of_a_post_is_that_of_its_paragraphs() {
    let lang = |more: &str| {
        body(messages(&import(&item_of("post", "A", "<p>Oui</p><p lang=\"pt\">Sim</p>", more)))[0])
            .join("|")
    };
    let polylang = |slug: &str, name: &str| {
        format!("<category domain=\"language\" nicename=\"{slug}\"><![CDATA[{name}]]></category>")
    };
    let meta = |key: &str, value: &str| {
        format!(
            "<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        )
    };
    assert_eq!(lang(&polylang("fr", "Français")), "fr: Oui|pt: Sim");
    assert_eq!(lang(&polylang("pt-br", "Português")).to_lowercase(), "pt-br: oui|pt: sim");
    assert_eq!(lang(&polylang("french", "Français")), "fr: Oui|pt: Sim");
    assert_eq!(lang(&meta("_wpml_import_language_code", "fr")), "fr: Oui|pt: Sim");
    assert_eq!(lang(&meta("wpml_language", "pt_BR")), "pt-BR: Oui|pt: Sim");
    assert_eq!(lang(""), "Oui|pt: Sim");
    // What qTranslate writes into one text.
    for html in ["[:en]One[:fr]Un[:]", "<!--:en-->One<!--:--><!--:fr-->Un<!--:-->"] {
        becomes(html, &["en: One", "fr: Un"], &[(1, "several languages")]);
    }
    let of = |title: &str, slug: &str| {
        let group = "<category domain=\"post_translations\" nicename=\"pll_1\"><![CDATA[pll_1]]></category>";
        item_of("post", title, "<p>Text</p>", &(polylang(slug, slug) + group))
    };
    let read = import(&(of("Choir", "en") + &of("Chœur", "fr")));
    let said = read.notes.iter().find(|note| note.text.contains("translations")).expect("a note");
    assert!(said.text.contains("“Choir” (en), “Chœur” (fr)"), "{said}");
}

#[test]
fn tags_and_categories_are_named() {
    let more = "<category domain=\"category\" nicename=\"uncategorized\"><![CDATA[Uncategorized]]></category>\
        <category domain=\"category\" nicename=\"sea\"><![CDATA[Sea &amp; Sky]]></category>\
        <category domain=\"post_tag\" nicename=\"song\"><![CDATA[Song]]></category>\
        <category domain=\"topic\" nicename=\"pier\">Pier</category>\
        <category domain=\"post_format\" nicename=\"quote\">Quote</category>";
    let read = import(&item_of("post", "A", "<p>Text</p>", more));
    let notes: Vec<_> = read.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes.len(), 1, "{notes:#?}");
    assert!(notes[0].ends_with("Sea & Sky, Song, Pier"), "{notes:#?}");
}

#[test]
fn what_is_not_published_is_not_read() {
    let of = |status: &str| {
        item_of("post", status, "<p>Secret</p>", "<wp:post_date>2031-02-03 10:00:00</wp:post_date>")
            .replace("<wp:status>publish", &format!("<wp:status>{status}"))
    };
    let all =
        ["draft", "private", "pending", "trash", "future", "auto-draft", "inherit", "archive"];
    let items: String = all.iter().map(|status| of(status)).collect();
    let read = import(&(items + &item_of("post", "A", "<p>Text</p>", "")));
    assert_eq!(read.messages.len(), 1);
    for status in all {
        assert!(
            read.notes.iter().any(|note| note.text.contains(&format!("“{status}”"))),
            "{status}"
        );
    }
    assert!(read.notes.iter().any(|note| note.text.contains("2031-02-03")));
}

#[test]
fn items_of_other_kinds_are_named_kind_by_kind() {
    let files: String =
        (0..30).map(|at| item_of("attachment", &format!("IMG_{at}"), "", "")).collect();
    let letters: String =
        (0..12).map(|at| item_of("letter", &format!("Letter {at}"), "<p>Hi</p>", "")).collect();
    let read = import(&(files + &letters + &item_of("post", "A", "<p>Text</p>", "")));
    assert_eq!((read.messages.len(), read.notes.len()), (1, 2), "{:#?}", read.notes);
    assert!(read.notes[0].text.contains("30 items of the kind “attachment”"), "{:#?}", read.notes);
    let letters = &read.notes[1].text;
    for part in ["12 items", "“letter”", "“Letter 0”", "4 more", "change"] {
        assert!(letters.contains(part), "{part}: {letters}");
    }
}

#[test]
fn lines_are_those_of_the_file() {
    let html = "<p>&nbsp;&#8217;&hellip;&amp;\n<!-- one --></p>\n]]]]><![CDATA[> <!-- two -->]]>\n&lt;!-- three --&gt;&#10;&#10;\n\
                <!-- of XML\n -->&lt;!-- four --&gt;<![CDATA[\n<!-- five -->";
    let (_, notes) = post(html);
    let lines: Vec<_> = notes
        .iter()
        .map(|(line, text)| (*line, text.rsplit(' ').next().unwrap_or_default()))
        .collect();
    assert_eq!(lines, [(2, "one"), (3, "two"), (4, "three"), (6, "four"), (7, "five")]);
    // HTML without CDATA, as some tools write it.
    let xml = export(
        "<item><title>A</title><content:encoded><p>One &amp; <b>two</b></p>\n<p hidden=\"\">No</p></content:encoded></item>",
    );
    let read = read(&xml).expect("an import");
    assert_eq!(body(messages(&read)[0]), ["One & two"]);
    assert!(
        read.notes.iter().any(|note| note.origin.line == 4 && note.text.contains("No")),
        "{:#?}",
        read.notes
    );
}

#[test]
fn what_is_no_export_says_how_to_get_one() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<rss><channel>&b;</channel></rss>";
    let whole = export(&item_of("post", "A", "<p>Text</p>\n<p>More</p>", ""));
    let cut = whole.split("More").next().unwrap_or_default();
    let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>A</title><description>B</description></item></channel></rss>";
    let warned = format!("<br />\n<b>Warning</b>: x\n{whole}");
    for (xml, line, parts) in [
        (bomb, 2, ["<!DOCTYPE", "Delete"]),
        (cut, 6, ["before it is complete", "Export it again"]),
        (feed, 1, ["news feed", "Tools, Export"]),
        (
            "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry/></feed>",
            1,
            ["news feed", "Tools, Export"],
        ),
        ("<!DOCTYPE html>\n<html><p>Log in<br></html>", 1, ["web page", "Tools, Export"]),
        ("<html><p>Log in</p></html>", 1, ["web page", "Tools, Export"]),
        ("<opml/>", 1, ["<opml>", "Tools, Export"]),
        ("Dear friends", 1, ["not XML", "Tools, Export"]),
        ("", 1, ["empty", "Tools, Export"]),
        (&warned, 3, ["before “<?xml”", "Delete"]),
        ("<rss><channel><item>Sea &nbsp; Sky</item></channel></rss>", 1, ["&nbsp;", "Replace"]),
        ("<rss><channel>\n<item><wp:x/></item></channel></rss>", 2, ["“wp:”", "Copy"]),
        ("<rss><channel>\n<item>A & B</item></channel></rss>", 2, ["“&”", "&amp;"]),
        ("<rss>\n<channel></item></channel></rss>", 2, ["damaged", "Export it again"]),
    ] {
        let said = read(xml).expect_err("no export").to_string();
        assert!(said.starts_with(&format!("site.xml:{line}: ")), "{said}");
        for part in parts {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    // A feed with the texts is read, and called one.
    let items = item_of("post", "A", "<p>Text</p>", "").replace("wp:", "");
    let feed =
        read(&export(&format!("<lastBuildDate>Mon</lastBuildDate>{items}"))).expect("an import");
    assert!(feed.notes.iter().any(|note| note.text.contains("news feed")), "{:#?}", feed.notes);
    // Plugins put empty lines before the declaration.
    let read = read(&format!("\n\n{whole}")).expect("an import");
    assert_eq!(read.messages[0].origin.line, 5);
}

#[test]
fn long_and_deep_texts_overflow_nothing() {
    let of = |many: usize| {
        [
            "<div>".repeat(many),
            "<b>".repeat(many) + &"</i>".repeat(many),
            "<b><p>".repeat(many) + &"</b>".repeat(many),
            "<p><span>".repeat(many) + &"</div>".repeat(many),
            "<sup>x".repeat(many) + &"</sup>".repeat(many),
            "<q>x".repeat(many),
            "<ol reversed><li>x".repeat(many),
            "<table><tr><td>x".repeat(many),
            "<table><tr><td>x</td><td>".repeat(many) + &"</td></tr></table>".repeat(many),
            "<del>x".repeat(many) + &"</del>".repeat(many),
            "<!-- wp:group -->".repeat(many) + &"<!-- /wp:group -->".repeat(many),
            "[vc_row]".repeat(many) + &"[/vc_row]".repeat(many),
            "[ref]x".repeat(many) + &"[/ref]".repeat(many),
            "[ref]x[/ref]".repeat(many),
            "[".repeat(many) + &"]".repeat(many),
            "[a b=\"".repeat(many),
            "[[a ".repeat(many),
            "<!-- x -->\n".repeat(many),
            "<ruby>x<rt>y".repeat(many),
            "x ".repeat(many * 5),
            "&amp;\n\n".repeat(many),
            format!(
                "<p title=\"{}\" style=\"{}\">x</p>",
                "t".repeat(many * 10),
                "a:b;".repeat(many)
            ),
            "<a href=\"#x\"><sup>".repeat(many),
            "<p>a<br>".repeat(many),
            "<li>".repeat(many),
        ]
    };
    for html in of(16_000) {
        let items = item_of("page", "A", &html, "") + &item_of("post", "B", "<p>Text</p>", "");
        let import = read(&export(&items)).expect("an import");
        assert!(import.messages.iter().any(|read| read.origin.line > 1));
    }
}

/// HTML of all kinds of pieces in any order, in which a `#` stands for a word of its own.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "#",
        " # ",
        "#, ",
        "\n",
        "\n\n",
        "&amp;",
        "&nbsp;",
        "<p>",
        "</p>",
        "<p hidden>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<i>#</i>",
        "<br>",
        "<hr>",
        "<sup>",
        "</sup>",
        "<sub>#</sub>",
        "<q>",
        "</q>",
        "<ol>",
        "<li>",
        "</li>",
        "</ol>",
        "<ul reversed>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<th>#",
        "<del>",
        "</del>",
        "<s>",
        "<span style='display:none'>",
        "</span>",
        "<!-- # -->",
        "<!-- wp:quote -->",
        "<!-- /wp:quote -->",
        "<!-- wp:embed -->",
        "<!-- /wp:embed -->",
        "<!-- wp:x {\"a\":\"#\"} /-->",
        "<a href='http://#'>",
        "</a>",
        "<a href='#top'>",
        "<ruby>",
        "<rt>",
        "</rt>",
        "</ruby>",
        "<img alt='#'>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "<form>",
        "</form>",
        "<svg>",
        "</svg>",
        "<template>",
        "</template>",
        "<select>",
        "<option>",
        "</select>",
        "<pre>",
        "</pre>",
        "<h2>",
        "</h2>",
        "<h3>#</h3>",
        "<blockquote>",
        "</blockquote>",
        "<video>",
        "</video>",
        "<dl>",
        "<dt>",
        "<dd>",
        "</dl>",
        "<abbr title='#'>",
        "</abbr>",
        "<unknown@#>",
        "<noscript>",
        "</noscript>",
        "[x]",
        "[/x]",
        "[ref]",
        "[/ref]",
        "[caption]",
        "[/caption]",
        "[vc_row a=\"#\"]",
        "[/vc_row]",
        "[#]",
        "[[#]]",
        "[gallery]",
        "[my-#]",
        "[",
        "]",
        "[:en]",
        "[:]",
        "((#))",
        "<textarea>",
        "</textarea>",
        "<rp>",
        "</rp>",
        "<input value='#'>",
        "<p lang='pt'>",
        "<details><summary>",
        "</details>",
        "<dialog>",
        "</dialog>",
        "<",
        "&",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What readers never see, whatever stands around it.
fn hidden() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "<span hidden>SECRET</span>", "<div style=\"display: none\"><p>SECRET</p></div>", "<!-- SECRET -->",
        "<template><p>SECRET</p></template>", "<noscript>SECRET</noscript>", "[private]SECRET[/private]",
        "[private]<p>SECRET</p>[/private]", "<p hidden>SECRET</p>", "<select><option>SECRET</select>",
        "<script>SECRET</script>", "<del>SECRET</del>", "<form><p>SECRET</p></form>", "<input value=\"SECRET\">",
        "<!-- wp:paragraph {\"metadata\":{\"blockVisibility\":false}} --><p>SECRET</p><!-- /wp:paragraph -->",
        "<!-- wp:x {\"a\":\"SECRET\"} /-->", "[vc_row title=\"SECRET\"]", "[caption id=\"1\"]<img alt=\"SECRET\">SECRET[/caption]",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_word_is_in_the_message_or_in_a_note(pattern in pieces(), page in any::<bool>()) {
        let mut html = String::new();
        let mut words = Vec::new();
        for (at, part) in pattern.split('#').enumerate() {
            if at > 0 && !html.ends_with("='") {
                // Letters that have no raised form.
                let word = format!("ж{at}ж");
                html += &word;
                words.push(word);
            }
            html += part;
        }
        let kind = if page { "page" } else { "post" };
        let read = import(&(item_of(kind, "A", &html, "") + &item_of("post", "B", "<p>Text</p>", "")));
        let bodies = messages(&read).into_iter().map(|message| format!("{} {}", sender(message).0, body(message).join(" ")));
        let found = bodies.chain(read.notes.iter().map(|note| note.text.clone())).collect::<Vec<_>>().join("\n");
        for word in words {
            prop_assert!(found.contains(&word), "{} is lost of {:?}\n{}", word, html, found);
        }
    }

    #[test]
    fn nothing_hidden_is_in_a_message(before in pieces(), secret in hidden(), after in pieces(), page in any::<bool>()) {
        // Behind a tag that is not complete, the next one is part of it.
        let [before, after] = [before, after].map(|text| text.replace("[", "").replace("<&", "").replace("#", "x"));
        let before: String = before.split_inclusive('>').filter(|part| part.matches('<').count() == 1 || !part.contains('<')).collect();
        prop_assume!(before.matches('<').count() == before.matches('>').count());
        let html = format!("{before}{secret}{after}");
        let kind = if page { "page" } else { "post" };
        let read = import(&(item_of(kind, "A", &html, "") + &item_of("post", "B", "<p>Text</p>", "")));
        for message in messages(&read) {
            let shown = format!("{} {:?} {}", sender(message).0, message.senders, body(message).join(" "));
            prop_assert!(!shown.contains("SECRET"), "{:?}\n{}", html, shown);
        }
        prop_assert!(secret.contains("script") || read.notes.iter().any(|note| note.text.contains("SECRET")), "{:?}\n{:#?}", html, read.notes);
    }
}
