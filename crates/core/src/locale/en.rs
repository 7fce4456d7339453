//! English.

use super::texts::Locale;
use crate::address::Order;
use crate::collection::{Date, ProblemKind};
use crate::places::{Region, Subregion};

pub(super) static LOCALE: Locale = Locale {
    lang: "en",

    skip_to_messages: "Skip to main content",
    dark_theme: "Dark theme",
    dismiss: "Close",
    theme_not_kept: "Your browser blocks saved settings, so the theme won’t be remembered.",
    address_not_kept: "Your browser couldn’t update the address. A link copied from the address bar \
                       may be out of date.",

    loading: "Loading messages …",
    failed_title: "The messages can’t be shown",
    failed_offline: ("You’re offline.", "Connect to the internet and try again."),
    failed_status,
    failed_network: |detail| {
        (
            format!("The connection failed ({detail})."),
            "Check your connection and try again. If you run this site, check that the messages \
             file is at this address."
                .into(),
        )
    },
    failed_collection: "The messages file has errors. If you run this site, correct those listed \
                        here.",
    asked_for: "Address",
    retry: "Try again",

    search: "Search",
    search_hint: "Search words, people, countries",
    clear_search: "Clear",
    order: "Sort",
    order_name: |order, searching| match order {
        Order::Source if searching => "Best match",
        Order::Source => "Original order",
        Order::Sender => "Sender A–Z",
        Order::Length => "Shortest first",
    },
    layout: "View",
    one_grid: "One list",
    group_by_country: "By country",
    show_all: "Show all",
    remove_filter: |name| format!("Remove {name}"),
    none_from_place: |place, query| format!("No message from {place} mentions “{query}”."),
    search_all_places: |n| format!("Search all countries ({})", number(n)),
    show_more: "Show more messages. Remaining:",
    all_messages: "Messages",
    nothing_found: "No messages found",
    did_you_mean: "Did you mean",
    partly_found: "No message contains all of these words. These contain most of them.",
    also_beginnings: |begun| {
        let begun: Vec<_> = begun.iter().map(|word| format!("“{word}”")).collect();
        let begun: Vec<_> = begun.iter().map(String::as_str).collect();
        format!("Also words beginning with {}", list(&begun))
    },
    search_waits: "Loading search …",
    phrase_waits: "These messages contain all the words. Looking for the exact phrase …",
    search_failed: "Couldn’t load search. Check your connection.",
    text_awaited: "Loading text …",
    text_failed: "Couldn’t load text. Check your connection.",
    messages_from: |first| format!("Messages from number {}", number(first)),
    search_tips: "Search tips",
    search_tips_list: [
        "The start of a word is enough. Small typos are fine.",
        "Quotation marks: exactly these words, in this order.",
        "A minus sign: leave out messages with this word.",
        "Messages from one country.",
        "Messages from an organisation.",
        "Messages signed by a person.",
    ],
    nothing_found_hints: &[
        "Check the spelling, or type only the start of a word.",
        "Try fewer words, and remove any minus signs.",
        "Try the name of a country, an organisation or a person.",
    ],

    places: "Where the messages come from",
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
    minutes_to_read: |n| format!("{}-minute read", number(n)),
    in_the_source: "Original heading:",

    message_to: |host| match host {
        Some(host) => format!("Message to {host}"),
        None => "Message".into(),
    },
    paragraph_link: |n| format!("Link to paragraph {n}"),
    paragraph_copied: |n| format!("Link to paragraph {n} copied"),
    share: "Share",
    pass_on: "Share and cite",
    share_by: "Share via",
    share_with_device: "Share …",
    not_shared: "Couldn’t share this message. Copy the link instead.",
    email: "Email",
    qr_code: "QR code for this message",
    quote: "Quote",
    cite: "Cite",
    copy_citation: "Copy citation",
    citation_copied: "Citation copied",
    for_reference_managers: "Download for a reference manager",
    quote_hint: "Select part of the text to copy it as a quotation, with its source and a link to \
                 the passage.",
    copy_quotation: "Copy quotation",
    quotation_copied: "Quotation copied",
    not_copied: "Couldn’t copy. Select this:",
    permalink: "Link",

    about: "About",
    about_collection: |title| format!("About “{title}”"),
    occasion: "Occasion",
    take_away: "Download",
    feed: "All messages as a feed (Atom)",
    privacy: "Privacy",
    privacy_text: "No tracking, no analytics, and no requests to other sites. Your browser stores your \
                   settings for this site, and a copy of the messages for reading offline.",
    keyboard: "Keyboard",
    keyboard_text: "Use Tab to reach everything on a page. Press Esc to clear the search, or to go back \
                    from a message to all messages.",

    back_to_all: "All messages",
    back_to_results: |n| format!("Back to {}", counted(n, "result", "results")),
    result_of: |at, of| format!("Result {} of {}", number(at), number(of)),
    previous_result: "Previous result",
    next_result: "Next result",
    copy_link: "Copy link",
    link_copied: "Link copied",
    previous: "Previous",
    next: "Next",
    more_messages: "More messages",

    not_found_title: "Page not found",
    no_such_message: |id| {
        format!(
            "There’s no message at this link. Check the spelling of “{id}”. The message may have been \
             removed."
        )
    },
    no_such_page: |path| {
        format!("There’s no page called “{path}”. Check that the link is complete.")
    },
    no_page_here: "There’s no page at this link. Check that the link is complete.",

    left_out_title: |n| format!("{} left out", messages(n)),
    corrections_title: "Something needs correcting",
    left_out_intro: "The messages file has errors. Everything else is shown.",
    line_column: |line, column| format!("line {line}, column {column}"),
    problem,
    more_problems: |n| format!("… and {} more.", number(n)),

    shortcut: "Press / to search",
    shortcut_not_kept: "Your browser blocks saved settings, so this one won’t be remembered.",
    sent_to: "Sent to",
    source: "Source",
    rights: "Rights",
    booklet: "All messages as a booklet to read or print",
    contents: "Contents",
    not_kept: "This page isn’t available offline.",
    dataset: "All messages as data (JSON)",

    messages,
    messages_of_region: |n, cards| match cards > n {
        true => format!("{}, some from several countries", messages(n)),
        false => messages(n),
    },
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

/// A number with commas between thousands.
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

/// A day, or a range of days that does not repeat a shared month or year.
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
            "If you run this site: the messages file is missing. Save it as “public/messages.json” \
             and rebuild the site."
        }
        401 | 403 => "If you run this site: make the messages file public.",
        _ => "Try again later.",
    };
    (format!("The server couldn’t send the messages (error {status})."), cure.into())
}

fn problem(kind: &ProblemKind) -> (String, String) {
    match kind {
        ProblemKind::NotJson { detail } => (
            format!("This is not valid JSON: {detail}."),
            "Look for a missing or extra comma, quotation mark or bracket here or just before."
                .into(),
        ),
        ProblemKind::WrongShape { detail } => (
            format!("This is not in the expected format: {detail}."),
            "Compare it with a message that is shown, or with messages.schema.json.".into(),
        ),
        ProblemKind::NoMessages => (
            "There are no messages to show.".into(),
            "Add at least one valid message to “messages”.".into(),
        ),
        ProblemKind::EmptyList => {
            ("This list is empty.".into(), "Add at least one entry.".into())
        }
        ProblemKind::EmptyText => {
            ("This text is empty.".into(), "Fill it in, or remove the entry.".into())
        }
        ProblemKind::MalformedId { id } => (
            format!("“{id}” cannot be part of a link."),
            "Use lower-case letters a–z, digits and single hyphens, as in “harmony-lisbon”."
                .into(),
        ),
        ProblemKind::DuplicateId { id, first } => (
            format!("The id “{id}” is already used by {first}."),
            "Give this message a different id. Leave the earlier one as it is: links may point to it."
                .into(),
        ),
        ProblemKind::UnknownCountry { code } => (
            format!("“{code}” is not a country code."),
            "Use the two capital letters of ISO 3166-1, such as NO for Norway. If the sender \
             belongs to no single country, leave “country” out."
                .into(),
        ),
        ProblemKind::UnknownRegion { id } => (
            format!("“{id}” is not a region."),
            "Use africa, americas, antarctica, asia, europe or oceania. If the sender is worldwide, \
             leave “region” out."
                .into(),
        ),
        ProblemKind::RegionBesideCountry => (
            "This sender has both a country and a region.".into(),
            "Leave “region” out: it is for senders that belong to no single country.".into(),
        ),
        ProblemKind::MalformedLanguage { tag } => (
            format!("“{tag}” is not a language tag."),
            "Use a tag such as “en”, “id” or “zh-Hant” (BCP 47).".into(),
        ),
        ProblemKind::MalformedUrl { url } => (
            format!("“{url}” is not a web address."),
            "Use the full address, starting with “https://”.".into(),
        ),
        ProblemKind::MalformedFile { file } => (
            format!("“{file}” is not a file name."),
            "Put the picture in the folder “files” (in the repository: “public”) and use its file name, \
             such as “logo.svg”.".into(),
        ),
        ProblemKind::MalformedDate { date } => (
            format!("“{date}” is not a date."),
            "Use year-month-day, such as 2027-05-01.".into(),
        ),
    }
}
