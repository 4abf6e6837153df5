//! Tests of the server over a real connection: what it serves, and what it must not serve.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use super::*;

/// A folder with a page, a program and, above it, a secret.
fn served(test: &str) -> (PathBuf, Server) {
    let top = std::env::temp_dir().join(format!("briefing-server-{test}-{}", std::process::id()));
    fs::create_dir_all(top.join("dist/seeds")).unwrap();
    for (name, text) in [
        ("secret.txt", "secret"),
        ("dist/index.html", "<title>page</title>"),
        ("dist/a_bg.wasm", "\0asm"),
        ("dist/.hidden", "hidden"),
        ("dist/manifest.webmanifest", "{}"),
        ("dist/worker.js", "addEventListener"),
        ("dist/seeds/index.html", "list"),
        ("dist/seeds/a text.txt", "ö"),
    ] {
        fs::write(top.join(name), text).unwrap();
    }
    let server = Server::start(&top.join("dist"), "/sub/", 0).unwrap();
    (top, server)
}

fn respond_to(server: &Server, request: &str) -> String {
    let host = server.address.trim_start_matches("http://").split('/').next().unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn serves_pages_and_programs_with_their_types() {
    let (top, server) = served("types");
    let page = respond_to(&server, "GET /sub/?q=1");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("text/html") && page.ends_with("<title>page</title>"),
        "{page}"
    );
    assert!(respond_to(&server, "GET /sub/a_bg.wasm").contains("Content-Type: application/wasm\r\n"));
    assert!(
        respond_to(&server, "GET /sub/manifest.webmanifest").contains("Content-Type: application/manifest+json\r\n")
    );
    // Otherwise a browser would keep using an edition that is replaced.
    assert!(respond_to(&server, "GET /sub/worker.js").contains("Cache-Control: no-cache\r\n"));
    assert!(respond_to(&server, "GET /sub/seeds/").ends_with("list"));
    assert!(respond_to(&server, "GET /sub/seeds/a%20text.txt").ends_with('ö'));
    fs::remove_dir_all(top).unwrap();
}

#[test]
fn a_compressed_variant_is_sent_where_it_is_accepted() {
    let (top, server) = served("variants");
    for (name, text) in [("index.html.br", "brotli"), ("index.html.gz", "gzip"), ("a_bg.wasm.gz", "gzip")] {
        fs::write(top.join("dist").join(name), text).unwrap();
    }
    let ask = |path: &str, accepted: &str| {
        respond_to(&server, &format!("GET {path} HTTP/1.1\r\nAccept-Encoding: {accepted}\r\nX:"))
    };
    let page = ask("/sub/", "gzip, deflate, br;q=0.9");
    assert!(
        page.contains("Content-Encoding: br\r\n") && page.contains("text/html") && page.ends_with("brotli"),
        "{page}"
    );
    assert!(ask("/sub/index.html", "gzip").ends_with("gzip"));
    assert!(ask("/sub/a_bg.wasm", "gzip, br").contains("Content-Type: application/wasm\r\n"));
    for accepted in ["", "identity", "brotli"] {
        let plain = ask("/sub/index.html", accepted);
        assert!(!plain.contains("Content-Encoding") && plain.ends_with("</title>"), "{plain}");
    }
    fs::remove_dir_all(top).unwrap();
}

#[test]
fn many_connections_are_served_concurrently() {
    let (top, server) = served("many");
    let host = server.address.trim_start_matches("http://").split('/').next().unwrap();
    // Kept open, and used twice.
    let mut streams: Vec<_> = (0..40).map(|_| TcpStream::connect(host).unwrap()).collect();
    for _ in 0..2 {
        for stream in &mut streams {
            write!(stream, "GET /sub/seeds/ HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        }
        for stream in &mut streams {
            stream.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
            let mut answer = [0; 1024];
            let length = stream.read(&mut answer).unwrap();
            assert!(answer[..length].ends_with(b"list"));
        }
    }
    fs::remove_dir_all(top).unwrap();
}

#[test]
fn head_has_a_length_and_no_body() {
    let (top, server) = served("head");
    let answer = respond_to(&server, "HEAD /sub/index.html");
    assert!(answer.contains("Content-Length: 19\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    fs::remove_dir_all(top).unwrap();
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let (top, server) = served("outside");
    for path in [
        "/",
        "/index.html",
        "/sub/../secret.txt",
        "/sub/%2e%2e/secret.txt",
        "/sub/..%2fsecret.txt",
        "/sub/..%5csecret.txt",
        "/sub//../secret.txt",
        "/sub/.hidden",
        "/sub/seeds",
        "/sub/%",
        "/sub/%ff",
        "/sub/gone.js",
    ] {
        let answer = respond_to(&server, &format!("GET {path}"));
        assert!(answer.starts_with("HTTP/1.1 404") && answer.ends_with("Not found\n"), "{path}: {answer}");
    }
    assert!(respond_to(&server, "POST /sub/index.html").starts_with("HTTP/1.1 405"));
    fs::remove_dir_all(top).unwrap();
}

#[test]
fn a_port_in_use_is_skipped() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Server::start(Path::new("."), "/", port).unwrap();
    assert!(!server.address.contains(&format!(":{port}/")), "{}", server.address);
}
