//! The service worker, which keeps the studio for times without a connection and shows the sites that are tried
//! out.

use std::rc::Rc;
use std::time::Duration;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

use super::document::window;
use super::error::BrowserError;

/// The script, beside the page.
const SCRIPT: &str = "sw.js";
/// How often, and how long between, one looks whether it is ready.
const LOOKS: u32 = 300;
const BETWEEN: Duration = Duration::from_millis(100);

/// A new version of the studio that waits.
#[derive(Clone, PartialEq)]
pub struct NewVersion(ServiceWorker);

impl NewVersion {
    /// Loads the page again, with the new version.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn take_over(&self) -> Result<(), BrowserError> {
        let reload = Closure::<dyn FnMut()>::new(|| {
            // A page that cannot be loaded again stays as it is.
            let _stays = window().map(|window| window.location().reload());
        });
        container()?.set_oncontrollerchange(Some(reload.into_js_value().unchecked_ref()));
        Ok(self.0.post_message(&"take over".into())?)
    }
}

/// Installs the service worker. `told` hears of each new version once all of it is there.
///
/// # Errors
/// When the browser has no service workers, as for addresses without `https:` and in some private windows.
pub async fn install(told: impl Fn(NewVersion) + 'static) -> Result<(), BrowserError> {
    let container = container()?;
    let registration = JsFuture::from(container.register(SCRIPT)).await?;
    let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else {
        return Err(BrowserError("it does not keep this page".to_owned()));
    };
    let told = Rc::new(told);
    if let Some(waiting) = registration.waiting() {
        tell(&*told, waiting);
    }
    let found = Closure::<dyn FnMut()>::new({
        let registration = registration.clone();
        move || {
            let Some(new) = registration.installing() else { return };
            let changed = Closure::<dyn FnMut()>::new({
                let (new, told) = (new.clone(), Rc::clone(&told));
                move || {
                    if new.state() == ServiceWorkerState::Installed {
                        tell(&*told, new.clone());
                    }
                }
            });
            new.set_onstatechange(Some(changed.into_js_value().unchecked_ref()));
        }
    });
    registration.set_onupdatefound(Some(found.into_js_value().unchecked_ref()));
    Ok(())
}

/// Waits until the service worker answers for new pages.
///
/// # Errors
/// When there is none, or it takes too long.
pub async fn ready() -> Result<(), BrowserError> {
    let container = container()?;
    for _ in 0..LOOKS {
        let registration = JsFuture::from(container.get_registration()).await?;
        let registration = registration.dyn_into::<ServiceWorkerRegistration>().ok();
        if registration.and_then(|registration| registration.active()).is_some() {
            return Ok(());
        }
        gloo_timers::future::sleep(BETWEEN).await;
    }
    Err(BrowserError("it does not keep this page".to_owned()))
}

/// The first version is none that waits: nothing is shown of another one.
fn tell(told: &impl Fn(NewVersion), new: ServiceWorker) {
    if container().is_ok_and(|container| container.controller().is_some()) {
        told(NewVersion(new));
    }
}

fn container() -> Result<ServiceWorkerContainer, BrowserError> {
    let navigator = window()?.navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into()).unwrap_or(JsValue::UNDEFINED);
    let container = container.dyn_into::<ServiceWorkerContainer>();
    container.map_err(|_| BrowserError("it has no store for whole pages here".to_owned()))
}
