//! English.

use super::Words;
use crate::collection::{Date, ProblemKind};
use crate::places::{Region, Subregion};
use crate::view_state::Order;

pub(super) static WORDS: Words = Words {
    lang: "en",

    skip_to_messages: "Skip to the messages",
    dark_theme: "Dark theme",
    dismiss: "Dismiss",
    theme_not_kept: "Your browser does not let this page keep the theme for your next visit.",
    address_not_kept: "Your browser did not change the address. The page itself is as you left it; \
                       a link copied from the address bar may be out of date.",

    loading: "Fetching the messages …",
    failed_title: "The messages could not be shown",
    failed_offline: ("Your device is offline.", "Connect to the internet, then try again."),
    failed_status,
    failed_network: |detail| {
        (
            format!("The connection failed ({detail})."),
            "Check your connection, then try again. If you run this site, check whether the file \
             is where the page asks for it."
                .into(),
        )
    },
    failed_collection: "The file of messages has arrived, but it cannot be shown. If you run this \
                        site, correct what is named here; the site itself is in order.",
    asked_for: "Asked for",
    retry: "Try again",

    search: "Search",
    search_hint: "Words, people, countries",
    clear_search: "Clear",
    order: "Order",
    order_name: |order, searching| match order {
        Order::Source if searching => "Best match",
        Order::Source => "As published",
        Order::Sender => "By sender",
        Order::Length => "Shortest first",
    },
    layout: "Layout",
    one_grid: "All together",
    group_by_country: "By country",
    show_all: "Show all",
    show_more: "Show more of the messages left:",
    all_messages: "Messages",
    nothing_found: "Nothing found",
    did_you_mean: "Did you mean",
    partly_found: "No message has all of this. These have most of it.",
    search_waits: "The search is on its way …",
    phrase_waits: "These have all of the words. Looking for those that have them in a row …",
    search_failed: "The search did not arrive. Check your connection.",
    text_awaited: "The text is on its way …",
    text_failed: "The text did not arrive. Check your connection.",
    messages_from: |first| format!("Messages from number {} on", number(first)),
    search_tips: "Search tips",
    search_tips_list: &[
        ("climate cri", "The beginnings of words are enough; small typing errors are forgiven."),
        ("“with all our heart”", "In quotation marks: exactly these words, in this order."),
        ("peace -war", "A minus before a word: messages without it."),
        ("country:france", "Messages from a country."),
        ("from:union", "Messages of an organisation."),
        ("by:maria", "Messages that somebody signed."),
    ],
    nothing_found_hints: &[
        "Check the spelling, or type only the beginning of a word.",
        "Use fewer words, and no minus before one that you look for.",
        "Try the name of a country, an organisation or a person.",
    ],

    places: "Where they come from",
    places_hint: "Choose a place to see its messages.",
    international: "International",
    host: "host",
    region: |region| match region {
        Region::Africa => "Africa",
        Region::Americas => "Americas",
        Region::Antarctica => "Antarctica",
        Region::Asia => "Asia",
        Region::Europe => "Europe",
        Region::Oceania => "Oceania",
    },
    subregion: |subregion| match subregion {
        Subregion::EasternAfrica => "Eastern Africa",
        Subregion::MiddleAfrica => "Middle Africa",
        Subregion::NorthernAfrica => "Northern Africa",
        Subregion::SouthernAfrica => "Southern Africa",
        Subregion::WesternAfrica => "Western Africa",
        Subregion::Caribbean => "Caribbean",
        Subregion::CentralAmerica => "Central America",
        Subregion::NorthernAmerica => "Northern America",
        Subregion::SouthAmerica => "South America",
        Subregion::Antarctica => "Antarctica",
        Subregion::CentralAsia => "Central Asia",
        Subregion::EasternAsia => "Eastern Asia",
        Subregion::SoutheastAsia => "Southeast Asia",
        Subregion::SouthernAsia => "Southern Asia",
        Subregion::WesternAsia => "Western Asia",
        Subregion::EasternEurope => "Eastern Europe",
        Subregion::NorthernEurope => "Northern Europe",
        Subregion::SouthernEurope => "Southern Europe",
        Subregion::WesternEurope => "Western Europe",
        Subregion::Australasia => "Australasia",
        Subregion::Melanesia => "Melanesia",
        Subregion::MicronesianRegion => "Micronesia",
        Subregion::Polynesia => "Polynesia",
    },
    find_place: "Find a country",
    places_found: |n| counted(n, "place", "places"),
    and_more: |n| format!("{} more", number(n)),

    signed_by: "Signed by",
    unsigned: "Unsigned",
    minutes: |n| format!("{} min", number(n)),
    minutes_to_read: |n| format!("{} to read", counted(n, "minute", "minutes")),
    in_the_source: "Heading in the source:",

    message_to: |host| match host {
        Some(host) => format!("Message to {host}"),
        None => "Message".into(),
    },
    paragraph_link: |n| format!("Link to paragraph {n}"),
    paragraph_copied: |n| format!("Link to paragraph {n} copied"),
    share: "Share",
    pass_on: "Pass it on",
    share_by: "Share by",
    share_with_device: "Share …",
    not_shared: "Your device did not share it. You can copy the link instead.",
    email: "E-mail",
    qr_code: "QR code of the link to this message",
    quote: "Quote",
    cite: "Cite",
    copy_citation: "Copy citation",
    citation_copied: "Citation copied",
    for_reference_managers: "For reference managers",
    quote_hint: "Select a sentence above to copy it as a quotation, with its source and a link that \
                 opens at it.",
    copy_quotation: "Copy as quotation",
    quotation_copied: "Quotation copied, with its source and a link to it",
    not_copied: "Couldn’t copy. Select this:",
    permalink: "Link",

    about: "About",
    about_collection: |title| format!("About “{title}”"),
    occasion: "Occasion",
    take_away: "Take it with you",
    feed: "Feed of all messages (Atom)",
    privacy: "Privacy",
    privacy_text: "Nobody is counted or followed here. The page asks no other site for anything. \
                   It keeps on your device only what you choose with its switches, and the \
                   messages themselves, so that they can be read offline.",
    keyboard: "Keyboard",
    keyboard_text: "Everything can be reached with the Tab key. Esc empties the search box, and \
                    leads from a message back to all of them.",

    back_to_all: "All messages",
    copy_link: "Copy link",
    link_copied: "Link copied",
    previous: "Previous",
    next: "Next",
    more_messages: "More messages",

    not_found_title: "There is no such page here",
    no_such_message: |id| {
        format!("No message here has the name “{id}”. The link may have lost a letter on its way.")
    },
    no_such_page: |path| format!("Nothing is kept at “{path}”."),
    no_page_here: "Nothing is kept at this address. The link may have lost a letter on its way.",

    left_out_title: |n| format!("{} left out", counted(n, "message is", "messages are")),
    corrections_title: "Something needs a correction",
    left_out_intro: "Something in the file of messages needs a correction. Everything else is \
                     shown.",
    line_column: |line, column| format!("line {line}, column {column}"),
    problem,

    shortcut: "The key / moves to the search box",
    shortcut_not_kept: "Your browser does not let this page keep that for your next visit.",
    sent_to: "Sent to",
    source: "Source",
    rights: "Rights",
    booklet: "Booklet to read through or print",
    contents: "Contents",
    dataset: "All messages as data (JSON)",

    messages,
    organisations: |n| counted(n, "organisation", "organisations"),
    countries: |n| counted(n, "country", "countries"),
    shown_of: |shown, all| {
        if shown == all { messages(all) } else { format!("{} of {}", number(shown), messages(all)) }
    },
    list,
    dates,
};

fn messages(n: usize) -> String {
    counted(n, "message", "messages")
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number with a comma before each three digits.
fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// One day, or the days from the first to the last, with no more repeated than needed.
fn dates(first: Date, last: Option<Date>) -> String {
    let Date { year, month, day } = last.unwrap_or(first);
    let end = format!("{day} {} {year}", month_name(month));
    if last.is_none_or(|last| last == first) {
        end
    } else if (first.year, first.month) == (year, month) {
        format!("{}–{end}", first.day)
    } else if first.year == year {
        format!("{} {} – {end}", first.day, month_name(first.month))
    } else {
        format!("{} {} {} – {end}", first.day, month_name(first.month), first.year)
    }
}

fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

fn failed_status(status: u16) -> (String, String) {
    let cure = match status {
        404 => {
            "If you run this site: the file of messages is missing. Put it into the folder \
             “public” as “messages.json” and build again."
        }
        401 | 403 => "If you run this site: allow everybody to read the file of messages.",
        _ => "Try again in a while.",
    };
    (format!("The server answered {status} instead of the messages."), cure.into())
}

fn problem(kind: &ProblemKind) -> (String, String) {
    match kind {
        ProblemKind::NotJson { detail } => (
            format!("This is not JSON: {detail}."),
            "Look for a missing or surplus comma, quotation mark or bracket there, or just before."
                .into(),
        ),
        ProblemKind::WrongShape { detail } => (
            format!("This is not of the expected form: {detail}."),
            "Compare it with a message that is in order, or with messages.schema.json.".into(),
        ),
        ProblemKind::NoMessages => (
            "There is no message that can be shown.".into(),
            "Put at least one correct message into “messages”.".into(),
        ),
        ProblemKind::EmptyList => {
            ("This list is empty.".into(), "Give it at least one entry.".into())
        }
        ProblemKind::EmptyText => {
            ("This text is empty.".into(), "Write it, or take the entry out.".into())
        }
        ProblemKind::MalformedId { id } => (
            format!("“{id}” cannot be part of a link."),
            "Use lower-case letters a–z, digits and single hyphens, as in “harmony-lisbon”."
                .into(),
        ),
        ProblemKind::DuplicateId { id, first } => (
            format!("{first} has the id “{id}” already."),
            "Give this one an id of its own; leave the earlier one, which links may point to."
                .into(),
        ),
        ProblemKind::UnknownCountry { code } => (
            format!("“{code}” is not a country code."),
            "Use the two capital letters of ISO 3166-1, such as NO for Norway; for a sender of \
             no single country, leave “country” out."
                .into(),
        ),
        ProblemKind::UnknownRegion { id } => (
            format!("“{id}” is not a region."),
            "Write africa, americas, antarctica, asia, europe or oceania; for a sender of the whole \
             world, leave “region” out."
                .into(),
        ),
        ProblemKind::RegionBesideCountry => (
            "This sender has a country and a region.".into(),
            "Leave “region” out: it is for senders of no single country.".into(),
        ),
        ProblemKind::MalformedLanguage { tag } => (
            format!("“{tag}” is not a language tag."),
            "Use a tag such as “en”, “id” or “zh-Hant” (BCP 47).".into(),
        ),
        ProblemKind::MalformedUrl { url } => (
            format!("“{url}” is not a web address."),
            "Write it in full, beginning with “https://”.".into(),
        ),
        ProblemKind::MalformedFile { file } => (
            format!("“{file}” is not the name of a file."),
            "Put the picture into the folder “public” and write its name, as in “logo.svg”.".into(),
        ),
        ProblemKind::MalformedDate { date } => (
            format!("“{date}” is not a date."),
            "Write it as year-month-day, such as 2027-05-01.".into(),
        ),
    }
}
