//! A small server for `dist/`, for looking at and for tests. On this machine only; not for putting on the internet.

use std::{
    fs,
    io::{self, BufRead, BufReader, ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result};

use crate::bundle::variant;

/// No browser needs more to ask for a file.
const LONGEST_HEAD: u64 = 64 * 1024;

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
        let listener = bind(port)?;
        let bound = listener.local_addr().context("the server has no address")?;
        let site = Arc::new(Site { folder: folder.to_owned(), mount: mount.to_owned() });
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                // One for each connection, so that none ever waits for another. That a browser goes away is no concern of ours.
                thread::spawn(move || converse(&site, &stream));
            }
        });
        Ok(Self { address: format!("http://{bound}{mount}") })
    }
}

fn bind(first: u16) -> Result<TcpListener> {
    let mut port = first;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < u16::MAX && port - first < 100 => port += 1,
            Err(error) => return Err(error).with_context(|| format!("cannot listen on 127.0.0.1:{port}")),
        }
    }
}

/// Answers one request after the other until the browser has had enough.
fn converse(site: &Site, stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        let mut writer = stream;
        writer.write_all(&answer(site, &request))?;
        if request.is_last {
            break;
        }
    }
    Ok(())
}

/// What is looked at of a request (RFC 9112).
#[derive(Debug, Default)]
struct Request {
    method: String,
    url: String,
    accepted: String,
    is_last: bool,
}

impl Request {
    /// The next one; nothing where there is none to come.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.take(LONGEST_HEAD);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_ascii_whitespace().map(str::to_owned);
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        // What else has a body, which is not read.
        let is_last = !["GET", "HEAD"].contains(&method.as_str());
        let mut request = Self { method, url, is_last, ..Self::default() };
        loop {
            line.clear();
            if head.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => value.trim().clone_into(&mut request.accepted),
                "connection" => request.is_last |= value.trim().eq_ignore_ascii_case("close"),
                _ => {}
            }
        }
        Ok(Some(request))
    }
}

/// The whole response, as it goes over the wire.
fn answer(site: &Site, request: &Request) -> Vec<u8> {
    let missing = || ("404 Not Found", TEXT, (b"Not found\n".to_vec(), None));
    let (status, kind, (body, encoding)) = match request.method.as_str() {
        "GET" | "HEAD" => site.find(&request.url).map_or_else(missing, |(path, kind)| {
            read(&path, &request.accepted).map_or_else(|_| missing(), |read| ("200 OK", kind, read))
        }),
        _ => ("405 Method Not Allowed", TEXT, (b"Only GET and HEAD\n".to_vec(), None)),
    };
    let encoding = encoding.map(|encoding| format!("Content-Encoding: {encoding}\r\n")).unwrap_or_default();
    let connection = if request.is_last { "Connection: close\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}{connection}\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nVary: Accept-Encoding\r\n\r\n",
        body.len()
    );
    let mut whole = head.into_bytes();
    if request.method != "HEAD" {
        whole.extend(body);
    }
    whole
}

/// A file, or its compressed variant where there is one that is accepted, with the name of its encoding.
fn read(path: &Path, accepted: &str) -> io::Result<(Vec<u8>, Option<&'static str>)> {
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
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match &*extension.to_ascii_lowercase() {
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
