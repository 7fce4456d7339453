//! Which tab may write (W3C, Web Locks API), and what tabs say to each other.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

use super::document::window;
use super::error::BrowserError;

// web-sys has it among the calls that may still change.
#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        callback: &Function,
    ) -> Result<Promise, JsValue>;
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is given at once, or not at all.
    IfFree,
    /// It is given as soon as nobody has it.
    Waiting,
    /// It is taken from whoever has it.
    Taking,
}

/// A lock that this tab has until it is dropped.
pub struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        // Resolving a promise does not fail.
        let _done = self.0.call0(&JsValue::NULL);
    }
}

/// Asks for a lock; `None` if another tab has it. `lost` is called when another tab takes it.
///
/// # Errors
/// In a browser without locks.
pub async fn lock(
    name: &str,
    asking: Asking,
    lost: impl FnOnce() + 'static,
) -> Result<Option<Lock>, BrowserError> {
    let navigator = window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into())?;
    if locks.is_undefined() || locks.is_null() {
        return Err(BrowserError("there are no locks".to_owned()));
    }
    let options = Object::new();
    let option = match asking {
        Asking::IfFree => Some("ifAvailable"),
        Asking::Waiting => None,
        Asking::Taking => Some("steal"),
    };
    if let Some(option) = option {
        Reflect::set(&options, &option.into(), &JsValue::TRUE)?;
    }
    let (tell, told) = oneshot::channel();
    let tell = Rc::new(Cell::new(Some(tell)));
    let refused = Rc::clone(&tell);
    let given = Closure::once_into_js(move |lock: JsValue| {
        let Some(tell) = tell.take() else { return JsValue::UNDEFINED };
        if lock.is_null() {
            let _gone = tell.send(None);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        // If nobody waits any more, the lock is dropped, and so given back.
        let _gone = tell.send(release.map(Lock));
        held.into()
    });
    let locks: LockManager = locks.unchecked_into();
    let ended = JsFuture::from(locks.request(name, &options, given.unchecked_ref())?);
    spawn_local(async move {
        if ended.await.is_err() && refused.take().is_none() {
            lost();
        }
    });
    told.await.map_err(|_| BrowserError("locks are refused".to_owned()))
}

/// A way to the other tabs; without one, they hear nothing.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Hears what other tabs say, for as long as the page lives.
    pub fn new(name: &str, hear: impl Fn(String) + 'static) -> Channel {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(text) = event.data().as_string() {
                    hear(text);
                }
            });
            channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        }
        Channel(channel)
    }

    /// A channel that nobody hears.
    pub fn silent() -> Channel {
        Channel(None)
    }

    /// Says something to the other tabs.
    pub fn say(&self, text: &str) -> Result<(), BrowserError> {
        match &self.0 {
            Some(channel) => Ok(channel.post_message(&text.into())?),
            None => Ok(()),
        }
    }
}
