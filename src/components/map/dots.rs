//! The picture behind the names of places: land, dots, and lines to the host.

use leptos::prelude::*;
use solidarity_core::address::{files, href_to};
use solidarity_core::atlas::{DotMap, HEIGHT, Line, Place, WIDTH, Window, lines};

use super::link::Pointer;
use crate::state::Site;

/// A picture that adds nothing to what the list says. The dots can be clicked, just like the names.
#[component]
pub fn PlaceMap(
    dots: DotMap,
    places: Vec<Place>,
    /// Which of the places is the host.
    host: Option<usize>,
    /// The number of matching messages for each place; none for a host that sent no message.
    live: Vec<Memo<usize>>,
    pointer: Pointer,
) -> impl IntoView {
    let Site { state, .. } = Site::here();
    let Window { x, y, width, height } = dots.window;
    let view = [x, y, width, height].map(whole).join(",");
    let land = format!("{}#svgView(viewBox({view}))", href_to(files::LAND));

    let curves = host.map(|host| lines(&dots, host)).unwrap_or_default();
    let curves = curves.iter().map(|line| view! { <path d=path(line)/> }).collect_view();
    let leaders = dots.dots.iter().flatten().filter_map(|dot| {
        let (x, y) = dot.label.leader?;
        Some(view! { <path d=format!("M{}L{}", pair((dot.x, dot.y)), pair((x, y)))/> })
    });
    let leaders = leaders.collect_view();
    let fade = host.and_then(|host| *dots.dots.get(host)?).map(|dot| {
        view! {
            <radialGradient id="fade" gradientUnits="userSpaceOnUse"
                cx=whole(dot.x) cy=whole(dot.y) r="600">
                <stop offset="0" stop-opacity=".9"/>
                <stop offset="1" stop-opacity=".25"/>
            </radialGradient>
        }
    });
    let drawn = dots.dots.iter().zip(places).enumerate().filter_map(|(at, (dot, place))| {
        let (dot, count) = ((*dot)?, live.get(at).copied());
        let none = move || count.is_some_and(|count| count.get() == 0);
        let on = move || pointer.get() == Some(place);
        Some(view! {
            <circle class="dot" class:dot-host=host == Some(at) class:dot-none=none
                class:dot-on=on class:dot-still=count.is_none() class:dot-chosen=move || state.view().place == Some(place)
                cx=whole(dot.x) cy=whole(dot.y) r=whole(dot.radius)
                on:mouseenter=move |_| pointer.set(Some(place))
                on:mouseleave=move |_| pointer.set(None)
                on:click=move |_| if count.is_some() { state.toggle_place(place) }/>
        })
    });
    view! {
        <img class="map-land" loading="lazy" src=land alt="" width=whole(WIDTH) height=whole(HEIGHT)/>
        <svg class="map-dots" viewBox=format!("0 0 {}", pair((WIDTH, HEIGHT))) aria-hidden="true">
            <defs>{fade}</defs>
            <g class="map-lines" stroke="url(#fade)">{curves}</g>
            <g class="map-leaders">{leaders}</g>
            {drawn.collect_view()}
        </svg>
    }
}

fn path(line: &Line) -> String {
    let Line { from, bow, to } = line;
    format!("M{}Q{} {}", pair(*from), pair(*bow), pair(*to))
}

fn pair((x, y): (f64, f64)) -> String {
    format!("{} {}", whole(x), whole(y))
}

/// A number without its fraction, as text: formatting fractions adds five kilobytes to the program.
fn whole(value: f64) -> String {
    (value.round() as i32).to_string()
}
