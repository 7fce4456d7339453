//! A small web host for one folder, and for news of its builds.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use solidarity_publisher::markup::escaped;
use tokio::runtime::Builder;
use tokio::time::timeout;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use super::outcome::{News, Outcome, SCRIPT};

/// How long a page waits for news before it asks again: some browsers give up after a minute.
const PATIENCE: Duration = Duration::from_secs(25);
/// Where no site has a file.
const NOWHERE: &str = "/.solidarity-atlas/";

/// Answers requests until the program ends.
pub fn run(socket: TcpListener, news: Arc<News>) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let router = Router::new()
        .route(SCRIPT, get(script))
        .route("/.solidarity-atlas/after/{number}", get(after))
        .fallback(site)
        .with_state(news);
    runtime
        .block_on(async { axum::serve(tokio::net::TcpListener::from_std(socket)?, router).await })
}

async fn script() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    (headers, include_str!("reload.js"))
}

/// The outcome of the last build, as soon as it is not that of this number.
async fn after(State(news): State<Arc<News>>, Path(number): Path<u64>) -> impl IntoResponse {
    let mut follow = news.follow();
    let _ = timeout(PATIENCE, follow.wait_for(|outcome| outcome.number != number)).await;
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (headers, news.outcome().json())
}

/// A file of the site, as any static host would send it.
async fn site(State(news): State<Arc<News>>, request: Request) -> Response {
    let outcome = news.outcome();
    let mut response = match &outcome.served {
        None => waiting(&outcome).into_response(),
        Some((_, base)) => match below(base, request.uri()) {
            Some(uri) => file(&news, base, uri, request).await,
            None if request.uri().path() == "/" => Redirect::temporary(base).into_response(),
            None => file(&news, base, Uri::from_static(NOWHERE), request).await,
        },
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The address of a file below the path of the site.
fn below(base: &str, uri: &Uri) -> Option<Uri> {
    let address = uri.path_and_query()?.as_str();
    format!("/{}", address.strip_prefix(base)?).parse().ok()
}

async fn file(news: &News, base: &str, uri: Uri, mut request: Request) -> Response {
    *request.uri_mut() = uri;
    let not_found = ServeFile::new(news.folder.join("404.html"));
    let host = ServeDir::new(&news.folder).not_found_service(not_found);
    let mut response = match host.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    // The folder has no path of its own, but the site may have one.
    let location = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
    let location = location.and_then(|to| to.strip_prefix('/'));
    if let Some(to) = location.and_then(|to| HeaderValue::try_from(format!("{base}{to}")).ok()) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// What is shown as long as there is no site.
fn waiting(outcome: &Outcome) -> impl IntoResponse + use<> {
    let text = outcome.error.as_deref().unwrap_or("The site is being built …");
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>No site yet</title>\
         <script src=\"{SCRIPT}?0-{}\" defer></script></head><body><pre>{}</pre></body></html>\n",
        outcome.number,
        escaped(text)
    );
    (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, "text/html; charset=utf-8")], page)
}
