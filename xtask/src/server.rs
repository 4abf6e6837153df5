//! A small server for `dist/`, for looking at and for tests. On this machine only; not for putting on the internet.

use std::{
    fs,
    io::{ErrorKind, Write},
    net::{Ipv4Addr, SocketAddrV4},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Method, Request, StatusCode};

use crate::bundle::variant;

/// As many as a browser opens connections to one host, so that none of them waits.
const THREADS: usize = 6;

/// A running server. It ends with the process.
pub struct Server {
    /// `http://127.0.0.1:8080/`
    pub address: String,
}

/// What is served, and where.
#[derive(Debug)]
struct Site {
    folder: PathBuf,
    mount: String,
}

impl Server {
    /// Serves `folder` below the path `mount` (such as `/` or `/a/b/`), on `port` or the next free one; 0 is any.
    pub fn start(folder: &Path, mount: &str, port: u16) -> Result<Self> {
        let server = Arc::new(bind(port)?);
        let bound = server.server_addr().to_ip().context("the server has no address")?;
        let site = Arc::new(Site { folder: folder.to_owned(), mount: mount.to_owned() });
        for _ in 0..THREADS {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(&site, request);
                }
            });
        }
        Ok(Self { address: format!("http://{bound}{mount}") })
    }
}

fn bind(first: u16) -> Result<tiny_http::Server> {
    let mut port = first;
    loop {
        match tiny_http::Server::http(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)) {
            Ok(server) => return Ok(server),
            Err(error) => {
                let taken = error.downcast_ref::<std::io::Error>().is_some_and(|it| it.kind() == ErrorKind::AddrInUse);
                if !taken || port == u16::MAX || port - first >= 100 {
                    return Err(anyhow!("cannot listen on 127.0.0.1:{port}: {error}"));
                }
                port += 1;
            }
        }
    }
}

fn answer(site: &Site, request: Request) {
    let (status, kind, (body, encoding)) = match (request.method(), site.find(request.url())) {
        (Method::Get | Method::Head, Some((path, kind))) => match read(&path, accepted(&request)) {
            Ok(read) => (200, kind, read),
            Err(_) => (404, TEXT, (b"Not found\n".to_vec(), None)),
        },
        (Method::Get | Method::Head, None) => (404, TEXT, (b"Not found\n".to_vec(), None)),
        _ => (405, TEXT, (b"Only GET and HEAD\n".to_vec(), None)),
    };
    // Each connection that stays open keeps one of tiny_http's threads. A browser that opens six at once would at times
    // wait for one of them to end, for ever; so each ends with its answer. tiny_http has no other way to say so.
    let head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nVary: Accept-Encoding\r\n{}Connection: close\r\n\r\n",
        StatusCode(status).default_reason_phrase(),
        body.len(),
        encoding.map(|encoding| format!("Content-Encoding: {encoding}\r\n")).unwrap_or_default()
    );
    let body = if *request.method() == Method::Head { Vec::new() } else { body };
    let mut writer = request.into_writer();
    // A browser that has gone away is no concern of ours.
    let _ = writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(&body)).and_then(|()| writer.flush());
}

/// What the browser says that it can decompress.
fn accepted(request: &Request) -> &str {
    let field = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    field.map_or("", |header| header.value.as_str())
}

/// A file, or its compressed variant where there is one that is accepted, with the name of its encoding.
fn read(path: &Path, accepted: &str) -> std::io::Result<(Vec<u8>, Option<&'static str>)> {
    let named = |encoding: &str| accepted.split(',').any(|it| it.split(';').next().map(str::trim) == Some(encoding));
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if named(encoding)
            && let Ok(bytes) = fs::read(variant(path, ending))
        {
            return Ok((bytes, Some(encoding)));
        }
    }
    Ok((fs::read(path)?, None))
}

const TEXT: &str = "text/plain; charset=utf-8";

impl Site {
    /// The file for an address, and its media type.
    fn find(&self, url: &str) -> Option<(PathBuf, &'static str)> {
        let address = url.split(['?', '#']).next()?.strip_prefix(&self.mount)?;
        let address = decode(address)?;
        let mut path = self.folder.clone();
        for name in address.split('/').filter(|name| !name.is_empty()) {
            // Names only: no way up, no drive, no hidden file.
            if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
                return None;
            }
            path.push(name);
        }
        if path.is_dir() {
            // Relative links of the page would lead elsewhere without the slash.
            if !address.is_empty() && !address.ends_with('/') {
                return None;
            }
            path.push("index.html");
        }
        let kind = media_type(&path);
        path.is_file().then_some((path, kind))
    }
}

/// Undoes percent-encoding; nothing for what is not UTF-8 or not well formed.
fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            bytes.push(u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
