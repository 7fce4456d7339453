//! The Web Worker in which messages are imported, checked and published.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Object, Reflect};
use serde::de::DeserializeOwned;
use thiserror::Error;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use super::error::BrowserError;

/// Why the worker did not answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// It refused what it was asked, and says why.
    #[error("{0}")]
    Refused(String),
    /// It stopped. The next request starts another one.
    #[error("That part of the studio stopped unexpectedly. Nothing is lost: please try again.")]
    Stopped,
    /// A part of the program could not be fetched.
    #[error("A part of the studio could not be loaded. Check the connection, then try again.")]
    Unreachable,
    /// The browser allows no worker.
    #[error("This browser does not allow the studio to work: {0}.")]
    Browser(#[from] BrowserError),
}

/// What the page and the worker say to each other in JSON cannot be written, or not be read.
impl From<serde_json::Error> for WorkerError {
    fn from(error: serde_json::Error) -> WorkerError {
        WorkerError::Refused(error.to_string())
    }
}

/// A worker, which is started when it is first asked for something, and again if it stopped.
#[derive(Clone)]
pub struct Worker(Rc<Inner>);

/// Two are the same if one was cloned from the other.
impl PartialEq for Worker {
    fn eq(&self, other: &Worker) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    script: String,
    running: RefCell<Option<Running>>,
    next: Cell<u32>,
    /// The memory of its programs, in bytes, as it said last.
    memory: Rc<Cell<f64>>,
}

struct Running {
    worker: web_sys::Worker,
    waiting: Rc<RefCell<HashMap<u32, Waiting>>>,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

struct Waiting {
    done: oneshot::Sender<Result<JsValue, WorkerError>>,
    event: Box<dyn Fn(JsValue)>,
}

impl Worker {
    /// A worker with this script.
    pub fn new(script: String) -> Worker {
        Worker(Rc::new(Inner {
            script,
            running: RefCell::default(),
            next: Cell::default(),
            memory: Rc::default(),
        }))
    }

    /// Calls a function of a program in the worker that answers in JSON.
    ///
    /// # Errors
    /// When the function refuses, its answer is of another form, the worker stops, or the browser allows none.
    pub async fn ask<T: DeserializeOwned>(
        &self,
        program: &str,
        call: &str,
        values: &[JsValue],
    ) -> Result<T, WorkerError> {
        Ok(from_json(&self.call(program, call, values).await?)?)
    }

    /// Calls a function of a program in the worker.
    ///
    /// # Errors
    /// When the function refuses, the worker stops, or the browser allows none.
    pub async fn call(
        &self,
        program: &str,
        call: &str,
        values: &[JsValue],
    ) -> Result<JsValue, WorkerError> {
        self.follow(program, call, values, Box::new(|_| {})).await
    }

    /// Calls a function of a program in the worker. `event` receives what it reports meanwhile.
    ///
    /// # Errors
    /// When the function refuses, the worker stops, or the browser allows none.
    pub async fn follow(
        &self,
        program: &str,
        call: &str,
        values: &[JsValue],
        event: Box<dyn Fn(JsValue)>,
    ) -> Result<JsValue, WorkerError> {
        let id = self.0.next.get();
        self.0.next.set(id.wrapping_add(1));
        let (done, answer) = oneshot::channel();
        {
            let mut running = self.0.running.borrow_mut();
            if running.is_none() {
                *running = Some(self.start()?);
            }
            let Some(Running { worker, waiting, .. }) = running.as_ref() else {
                return Err(WorkerError::Stopped);
            };
            waiting.borrow_mut().insert(id, Waiting { done, event });
            let request = Object::new();
            let parts = [
                ("id", id.into()),
                ("program", program.into()),
                ("call", call.into()),
                ("values", values.iter().collect::<Array>().into()),
            ];
            for (name, value) in parts {
                Reflect::set(&request, &name.into(), &value).map_err(BrowserError::from)?;
            }
            worker.post_message(&request).map_err(BrowserError::from)?;
        }
        // The sender is dropped when the worker is stopped.
        let answer = answer.await.unwrap_or(Err(WorkerError::Stopped));
        if answer == Err(WorkerError::Stopped) {
            self.stop();
        }
        answer
    }

    /// The memory of its programs, in bytes, when it last answered.
    pub fn memory(&self) -> f64 {
        self.0.memory.get()
    }

    /// Stops the worker, whatever it does. All that was asked of it ends with [`WorkerError::Stopped`].
    pub fn stop(&self) {
        if let Some(Running { worker, .. }) = self.0.running.borrow_mut().take() {
            worker.terminate();
        }
        self.0.memory.set(0.0);
    }

    fn start(&self) -> Result<Running, BrowserError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&self.0.script, &options)?;
        let waiting = Rc::new(RefCell::new(HashMap::new()));
        let heard = Closure::new({
            let (waiting, memory) = (Rc::clone(&waiting), Rc::clone(&self.0.memory));
            move |message: MessageEvent| {
                let data = message.data();
                let bytes = Reflect::get(&data, &"memory".into()).ok();
                memory.set(bytes.and_then(|bytes| bytes.as_f64()).unwrap_or(memory.get()));
                answer(&waiting, &data);
            }
        });
        let failed = Closure::new({
            let waiting = Rc::clone(&waiting);
            move |_: MessageEvent| fail(&waiting)
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Running { worker, waiting, _listeners: [heard, failed] })
    }
}

/// What an answer says in JSON.
///
/// # Errors
/// When it is of another form.
pub fn from_json<T: DeserializeOwned>(answer: &JsValue) -> Result<T, serde_json::Error> {
    serde_json::from_str(&answer.as_string().unwrap_or_default())
}

/// Hands an answer to whoever waits for it.
fn answer(waiting: &RefCell<HashMap<u32, Waiting>>, data: &JsValue) {
    let part = |name: &str| Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let Some(id) = part("id").as_f64() else { return };
    let id = id as u32;
    let event = part("event");
    if !event.is_undefined() {
        if let Some(Waiting { event: hear, .. }) = waiting.borrow().get(&id) {
            hear(event);
        }
        return;
    }
    let Some(Waiting { done, .. }) = waiting.borrow_mut().remove(&id) else { return };
    let is = |name: &str| part(name).is_truthy();
    let answer = match part("error").as_string() {
        Some(_) if is("stopped") => Err(WorkerError::Stopped),
        Some(_) if is("unreachable") => Err(WorkerError::Unreachable),
        Some(error) => Err(WorkerError::Refused(error)),
        None => Ok(part("value")),
    };
    // Who asked may have gone.
    let _gone = done.send(answer);
}

/// Tells all that wait that the worker could not be started.
fn fail(waiting: &RefCell<HashMap<u32, Waiting>>) {
    for (_, Waiting { done, .. }) in waiting.borrow_mut().drain() {
        let _gone = done.send(Err(WorkerError::Unreachable));
    }
}
