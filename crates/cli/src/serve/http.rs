//! The server: the files of the last good edition, with a script added to its pages, and the state as server-sent
//! events (HTML Standard, section 9.2).

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Shared};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Router, serve as serve_http};
use futures_util::{Stream, StreamExt};
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::WatchStream;
use tower::ServiceExt;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::assets::{self, FOLDER};
use super::editions::State;
use super::host::AllowedHosts;
use crate::error::Error;

/// The states that are served, each from when it is there.
type States = Receiver<Arc<State>>;

/// Serves until it is interrupted.
///
/// # Errors
/// What the system has refused.
pub fn serve(listener: TcpListener, states: States, hosts: AllowedHosts) -> Result<(), Error> {
    let cannot_serve = |error: &std::io::Error| Error::io("cannot serve the page", error);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.map_err(|error| cannot_serve(&error))?.block_on(async {
        listener.set_nonblocking(true).map_err(|error| cannot_serve(&error))?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(|error| cannot_serve(&error))?;
        tokio::select! {
            served = serve_http(listener, router(states, hosts)) => served.map_err(|error| cannot_serve(&error)),
            // Open pages keep their connections, so nothing waits for these to end.
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    })
}

fn router(states: States, hosts: AllowedHosts) -> Router {
    let script =
        |content: &'static str| get(move || async move { ([(header::CONTENT_TYPE, "text/javascript")], content) });
    let style = || async { ([(header::CONTENT_TYPE, "text/css")], assets::STYLE) };
    Router::new()
        .route(&format!("{FOLDER}events"), get(events))
        .route(&format!("{FOLDER}live.js"), script(assets::SCRIPT))
        .route(&format!("{FOLDER}live.css"), get(style))
        .route("/worker.js", script(assets::WORKER))
        .fallback(file)
        .layer(header_layer(header::CACHE_CONTROL, "no-store"))
        .layer(header_layer(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(middleware::from_fn_with_state(hosts, check_host))
        .with_state(states)
}

/// A header of every response that does not have it.
fn header_layer(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// Refuses requests that call this server by a name that is not its own.
async fn check_host(Shared(hosts): Shared<AllowedHosts>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| hosts.allows(host)) {
        return next.run(request).await;
    }
    let said = "This server answers to localhost only. To reach it by another name: briefing serve --host NAME\n";
    (StatusCode::MISDIRECTED_REQUEST, said).into_response()
}

/// The present state, and each that follows.
async fn events(Shared(states): Shared<States>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = WatchStream::new(states).map(|state| {
        let state = serde_json::to_string(&*state).expect("strings and numbers are JSON");
        Ok(Event::default().data(state))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// A file of the last good edition.
async fn file(Shared(states): Shared<States>, mut request: Request) -> Response {
    let state = Arc::clone(&states.borrow());
    let edition = state.edition.as_deref();
    let Some(site) = &state.site else {
        return Html(assets::with_script(assets::WAITING, edition)).into_response();
    };
    let is_kept = is_named_by_content(request.uri());
    let is_one_file = request.uri().path() == "/briefing.html";
    // Files of editions within a second have the same date.
    for conditional in [header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE, header::RANGE] {
        request.headers_mut().remove(conditional);
    }
    let Ok(response) = ServeDir::new(site).oneshot(request).await;
    let mut response = response.map(Body::new);
    response.headers_mut().remove(header::LAST_MODIFIED);
    if is_kept && response.status().is_success() {
        let kept = HeaderValue::from_static("max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, kept);
    }
    if is_one_file || !is_page(response.headers()) { response } else { with_script(response, edition).await }
}

/// Whether the name of a file changes with its content: `briefing-0123456789abcdef.wasm`.
fn is_named_by_content(uri: &Uri) -> bool {
    let stem = uri.path().rsplit_once('.').map_or("", |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, digest)| {
        digest.len() >= 12 && digest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
    })
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

async fn with_script(response: Response, edition: Option<&str>) -> Response {
    let (mut head, body) = response.into_parts();
    // The page with the script is longer.
    head.headers.remove(header::CONTENT_LENGTH);
    match to_bytes(body, usize::MAX).await {
        Ok(page) => {
            let page = assets::with_script(&String::from_utf8_lossy(&page), edition);
            Response::from_parts(head, Body::from(page))
        }
        Err(error) => {
            (StatusCode::INTERNAL_SERVER_ERROR, format!("the page cannot be read: {error}\n")).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_are_named_by_their_content_are_kept_by_browsers() {
        for path in ["/briefing-0123456789abcdef.wasm", "/later-0123456789ab.css"] {
            assert!(is_named_by_content(&path.parse().unwrap()), "{path}");
        }
        for path in ["/", "/index.html", "/d/bridge-2024.html", "/s/a-deadbeef.html", "/briefing-0123456789abcdef"] {
            assert!(!is_named_by_content(&path.parse().unwrap()), "{path}");
        }
    }
}
