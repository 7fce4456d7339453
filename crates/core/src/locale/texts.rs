//! The texts that a locale provides.

use crate::address::Order;
use crate::collection::{Date, ProblemKind};
use crate::places::{Region, Subregion};

/// The texts of the interface in one language.
#[allow(missing_docs, reason = "each field is named after what it says; see `en.rs`")]
pub struct Locale {
    /// BCP 47 tag of the language.
    pub lang: &'static str,

    pub skip_to_messages: &'static str,
    pub dark_theme: &'static str,
    pub dismiss: &'static str,
    pub theme_not_kept: &'static str,
    pub address_not_kept: &'static str,

    pub loading: &'static str,
    pub failed_title: &'static str,
    pub failed_offline: (&'static str, &'static str),
    /// For an HTTP status.
    pub failed_status: fn(u16) -> (String, String),
    /// For the browser's description of a failed request.
    pub failed_network: fn(&str) -> (String, String),
    pub failed_collection: &'static str,
    pub asked_for: &'static str,
    pub retry: &'static str,

    pub search: &'static str,
    pub search_hint: &'static str,
    pub clear_search: &'static str,
    pub order: &'static str,
    /// For an order, and whether a search is active.
    pub order_name: fn(Order, bool) -> &'static str,
    pub layout: &'static str,
    pub one_grid: &'static str,
    pub group_by_country: &'static str,
    pub show_all: &'static str,
    /// For the search or the place that a button removes.
    pub remove_filter: fn(&str) -> String,
    /// For a place without a match, and the search.
    pub none_from_place: fn(&str, &str) -> String,
    /// For the number of messages found.
    pub search_all_places: fn(usize) -> String,
    pub show_more: &'static str,
    pub all_messages: &'static str,
    pub nothing_found: &'static str,
    pub did_you_mean: &'static str,
    /// No message has all the words that were typed.
    pub partly_found: &'static str,
    /// For the words typed; above messages that match only longer words beginning with them.
    pub also_beginnings: fn(&[String]) -> String,
    pub search_waits: &'static str,
    pub phrase_waits: &'static str,
    pub search_failed: &'static str,
    pub text_awaited: &'static str,
    pub text_failed: &'static str,
    /// For the first message in a part of the grid.
    pub messages_from: fn(usize) -> String,
    pub search_tips: &'static str,
    /// What each of [`crate::search::Examples`] shows, in the same order.
    pub search_tips_list: [&'static str; 6],
    pub nothing_found_hints: &'static [&'static str],

    pub places: &'static str,
    pub places_hint: &'static str,
    pub international: &'static str,
    pub host: &'static str,
    pub region: fn(Region) -> &'static str,
    pub subregion: fn(Subregion) -> &'static str,
    pub find_place: &'static str,
    /// For the number of places found.
    pub places_found: fn(usize) -> String,
    /// For the number of places that are not named.
    pub and_more: fn(usize) -> String,

    pub signed_by: &'static str,
    pub unsigned: &'static str,
    pub minutes_to_read: fn(usize) -> String,
    pub in_the_source: &'static str,

    pub message_to: fn(Option<&str>) -> String,
    pub paragraph_link: fn(usize) -> String,
    pub paragraph_copied: fn(usize) -> String,
    pub share: &'static str,
    pub pass_on: &'static str,
    pub share_by: &'static str,
    pub share_with_device: &'static str,
    pub not_shared: &'static str,
    pub email: &'static str,
    pub qr_code: &'static str,
    pub quote: &'static str,
    pub cite: &'static str,
    pub copy_citation: &'static str,
    pub citation_copied: &'static str,
    pub for_reference_managers: &'static str,
    pub quote_hint: &'static str,
    pub copy_quotation: &'static str,
    pub quotation_copied: &'static str,
    /// Before a text that could not be copied to the clipboard.
    pub not_copied: &'static str,
    pub permalink: &'static str,

    pub about: &'static str,
    pub about_collection: fn(&str) -> String,
    pub occasion: &'static str,
    pub take_away: &'static str,
    pub feed: &'static str,
    pub privacy: &'static str,
    pub privacy_text: &'static str,
    pub keyboard: &'static str,
    pub keyboard_text: &'static str,

    pub back_to_all: &'static str,
    /// For the number of results.
    pub back_to_results: fn(usize) -> String,
    /// For the position of a result, and the number of results.
    pub result_of: fn(usize, usize) -> String,
    pub previous_result: &'static str,
    pub next_result: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub more_messages: &'static str,

    pub not_found_title: &'static str,
    /// For the id or the path requested.
    pub no_such_message: fn(&str) -> String,
    pub no_such_page: fn(&str) -> String,
    /// For the page that hosts send for every unknown address.
    pub no_page_here: &'static str,

    pub left_out_title: fn(usize) -> String,
    /// For problems that leave no message out.
    pub corrections_title: &'static str,
    pub left_out_intro: &'static str,
    pub line_column: fn(usize, usize) -> String,
    /// What is wrong, and how to put it right.
    pub problem: fn(&ProblemKind) -> (String, String),
    /// How many problems are not shown.
    pub more_problems: fn(usize) -> String,

    pub shortcut: &'static str,
    pub shortcut_not_kept: &'static str,
    pub sent_to: &'static str,
    pub source: &'static str,
    pub rights: &'static str,
    pub booklet: &'static str,
    pub contents: &'static str,
    /// In place of a page that is not stored for reading offline.
    pub not_kept: &'static str,
    pub dataset: &'static str,

    pub messages: fn(usize) -> String,
    /// For the numbers of messages and of cards: one from several countries has a card in each.
    pub messages_of_region: fn(usize, usize) -> String,
    pub organisations: fn(usize) -> String,
    pub countries: fn(usize) -> String,
    /// For the number shown, and the number of all.
    pub shown_of: fn(usize, usize) -> String,
    pub list: fn(&[&str]) -> String,
    pub dates: fn(Date, Option<Date>) -> String,
}
