//! A static file server for `serve` and the tests. It listens on this machine only and is not meant for the internet.

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

/// The longest request head that is read, in bytes. Browsers send less.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A running server. It ends with the process.
pub struct Server {
    /// `http://127.0.0.1:8080/`
    pub address: String,
}

/// A folder and the path below which it is served.
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
                // A thread for each connection, so that none waits for another. That a browser disconnects is no error.
                thread::spawn(move || handle_connection(&site, &stream));
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

/// Responds to one request after the other until the browser closes the connection.
fn handle_connection(site: &Site, stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        let mut writer = stream;
        writer.write_all(&respond(site, &request))?;
        if request.is_last {
            break;
        }
    }
    Ok(())
}

/// The parts of a request (RFC 9112) that matter here.
#[derive(Debug, Default)]
struct Request {
    method: String,
    url: String,
    accept_encoding: String,
    is_last: bool,
}

impl Request {
    /// Reads the next request; `None` at the end of the connection.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.take(LONGEST_HEAD);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_ascii_whitespace().map(str::to_owned);
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        // Other methods have a body, which is not read.
        let is_last = !["GET", "HEAD"].contains(&method.as_str());
        let mut request = Self { method, url, is_last, ..Self::default() };
        loop {
            line.clear();
            if head.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => value.trim().clone_into(&mut request.accept_encoding),
                "connection" => request.is_last |= value.trim().eq_ignore_ascii_case("close"),
                _ => {}
            }
        }
        Ok(Some(request))
    }
}

/// The response, head and body.
fn respond(site: &Site, request: &Request) -> Vec<u8> {
    let missing = || ("404 Not Found", TEXT, (b"Not found\n".to_vec(), None));
    let (status, kind, (body, encoding)) = match request.method.as_str() {
        "GET" | "HEAD" => site.resolve(&request.url).map_or_else(missing, |(path, kind)| {
            read(&path, &request.accept_encoding).map_or_else(|_| missing(), |read| ("200 OK", kind, read))
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

/// The bytes of a file, or of a compressed variant that the browser accepts, with the name of the encoding.
fn read(path: &Path, accept_encoding: &str) -> io::Result<(Vec<u8>, Option<&'static str>)> {
    let accepts =
        |encoding: &str| accept_encoding.split(',').any(|it| it.split(';').next().map(str::trim) == Some(encoding));
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if accepts(encoding)
            && let Ok(bytes) = fs::read(variant(path, ending))
        {
            return Ok((bytes, Some(encoding)));
        }
    }
    Ok((fs::read(path)?, None))
}

const TEXT: &str = "text/plain; charset=utf-8";

impl Site {
    /// The file at an address, and its media type.
    fn resolve(&self, url: &str) -> Option<(PathBuf, &'static str)> {
        let address = url.split(['?', '#']).next()?.strip_prefix(&self.mount)?;
        let address = decode(address)?;
        let mut path = self.folder.clone();
        for name in address.split('/').filter(|name| !name.is_empty()) {
            // Neither a parent folder, nor a drive, nor a hidden file.
            if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
                return None;
            }
            path.push(name);
        }
        if path.is_dir() {
            // Without the slash, relative links of the page would resolve against another folder.
            if !address.is_empty() && !address.ends_with('/') {
                return None;
            }
            path.push("index.html");
        }
        let kind = media_type(&path);
        path.is_file().then_some((path, kind))
    }
}

/// Decodes percent-encoding; `None` if it is malformed or not UTF-8.
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
