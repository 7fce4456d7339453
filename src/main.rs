//! The browser's way in.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use solidarity_atlas::app::App;
    use solidarity_atlas::browser;
    use solidarity_atlas::view_state::ViewState;

    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    let start = || {
        let base = browser::base_path()?;
        let browser::Location { path, search } = browser::location()?;
        Ok::<_, browser::BrowserError>((browser::messages_url()?, base, path, search))
    };
    match start() {
        Ok((url, base, path, search)) => {
            // It holds the loading page for as long as WebAssembly is on its way.
            let Some(place) = browser::cleared("app") else {
                return leptos::logging::error!("index.html has no element with the id app");
            };
            mount_to(place, move || {
                let state = ViewState::new(&base, &path, &search);
                view! { <App url state/> }
            })
            .forget();
        }
        Err(error) => leptos::logging::error!("this page does not know its own address: {error}"),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a page for the browser: open it with `cargo xtask serve`.");
    std::process::exit(2);
}
