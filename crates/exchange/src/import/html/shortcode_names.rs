//! Shortcodes by their names: those of WordPress, and of plugins in common use.

/// Whether a name in brackets is always a shortcode: WordPress has these built in (`[gallery]` is never shown
/// as it is), or nobody writes such a word in a letter.
pub fn is_certain(name: &str) -> bool {
    const CERTAIN: &str = "\
        addtoany audio bbp-forum-index blog-posts caption contact-field contact-form \
        contact-form-7 display-posts easy-footnotes elementor-template embed envira-gallery ez-toc fluentform \
        foogallery footnotes formidable gallery googleapps googlemaps gravityform gravityforms layerslider \
        list-pages metaslider modula nggallery playlist polldaddy printfriendly recent-posts \
        sharethis simple-sitemap smartslider3 subscribe2 tablepress toc twitter-timeline video \
        wp-sitemap-page wpforms wpgmza wpforo wufoo";
    let has_underscore = name.contains('_')
        && name.chars().all(|c| !c.is_ascii_uppercase())
        && !name.starts_with('_');
    has_underscore || is_in(CERTAIN, name)
}

/// Whether a name is both a shortcode's and an ordinary word.
pub fn is_usual(name: &str) -> bool {
    const USUAL: &str = "\
        accordion alert archiveorg archives bandcamp box button buttons callout cart code col \
        column columns dailymotion divider download dropcap facebook flickr form gist highlight \
        icon iframe instagram login map member members menu message newsletter pdf poll portfolio \
        posts product products pullquote quote recipe row scribd search section separator sidebar \
        sitemap slider slideshare slideshow soundcloud spacer spotify tab table tabs team ted \
        testimonial testimonials toggle tooltip tweet twitter vimeo youtube";
    is_in(USUAL, name)
}

/// Whether a word on a line of its own is a shortcode: nobody would write this for what happens at a meeting,
/// or for what a letter encloses.
pub fn is_usual_alone(name: &str) -> bool {
    const USUAL: &str = "\
        accordion archives bandcamp cart dailymotion divider facebook flickr gist iframe instagram \
        login newsletter portfolio posts product products recipe scribd search separator sidebar \
        sitemap slider slideshare slideshow soundcloud spacer spotify tabs testimonials toggle \
        tooltip tweet twitter vimeo youtube";
    is_in(USUAL, name)
}

/// The kind of content of a shortcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encloses {
    /// Text of the message; separate from the text around it if the shortcode is for layout.
    Text { apart: bool },
    /// A footnote.
    Footnote,
    /// Not text of the message: an address, code, a caption, or words for some readers only.
    Nothing,
}

/// The kind of content of the shortcode with this name.
pub fn encloses(name: &str) -> Encloses {
    const FOOTNOTES: &str =
        "easy_footnote efn_note fn fnote footnote mfn modern_footnote ref sidenote";
    const NOTHING: &str = "\
        audio caption contact-field contact-form contact-form-7 embed et_pb_code fusion_code \
        gallery googlemaps iframe map pdf playlist s2If soundcloud vc_raw_html vc_raw_js video \
        vimeo visitor wp_caption youtube";
    const FOR_SOME: &str = "\
        draft hidden hide logged member password paywall premium private protect restrict s2member \
        secret subscriber user_only";
    const APART: &str = "\
        accordion alert av_ box callout col_ column cs_ divider et_pb_ five_ four_ fusion_ kc_ mk_ \
        one_ panel pullquote quote row section separator spacer su_ tab themify_ three_ toggle \
        two_ ux_ vc_";
    const INLINE: &str = "\
        av_dropcap fusion_dropcap su_button su_dropcap su_highlight su_label su_tooltip";
    let lower = name.to_lowercase();
    if is_in(FOOTNOTES, &lower) {
        Encloses::Footnote
    } else if is_in(NOTHING, name) || FOR_SOME.split(' ').any(|part| lower.contains(part)) {
        Encloses::Nothing
    } else {
        let apart = APART.split(' ').any(|part| lower.starts_with(part));
        Encloses::Text { apart: apart && !is_in(INLINE, &lower) }
    }
}

/// Whether a name is in a list.
fn is_in(list: &str, name: &str) -> bool {
    list.split(' ').any(|of| of == name)
}
