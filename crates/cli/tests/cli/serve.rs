//! `briefing serve`, over real connections.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::Desk;

/// A server that ends with the value.
struct Server {
    process: Child,
    /// `127.0.0.1:40000`
    address: String,
    said: BufReader<std::process::ChildStderr>,
}

impl Server {
    fn start(desk: &Desk) -> Server {
        Server::of(desk, "corpus")
    }

    fn of(desk: &Desk, corpus: &str) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"));
        command.args(["serve", corpus, "--port", "0"]).current_dir(desk.path(""));
        // Editions are written below the folder: a process that is killed removes none.
        fs::create_dir(desk.path("temporary")).unwrap();
        command.env("TMPDIR", desk.path("temporary")).env("BRIEFING_TEMPLATE", desk.path("template"));
        command.stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut server =
            Server { said: BufReader::new(process.stderr.take().unwrap()), process, address: String::new() };
        let line = server.line_with("The page is at ");
        let address = line.split("http://").nth(1).unwrap();
        address.split('/').next().unwrap().clone_into(&mut server.address);
        server
    }

    /// The next line on the terminal with these words.
    fn line_with(&mut self, words: &str) -> String {
        let mut all = String::new();
        loop {
            let begin = all.len();
            assert!(self.said.read_line(&mut all).unwrap() > 0, "{words:?} is not said: {all}");
            if all[begin..].contains(words) {
                return all[begin..].to_owned();
            }
        }
    }

    fn request(&self, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut response = Vec::new();
        self.request(path, &self.address).read_to_end(&mut response).unwrap();
        String::from_utf8_lossy(&response).into_owned()
    }

    /// Waits until the start page has a title. An edition is announced in the terminal before it is served.
    fn shows(&self, title: &str) {
        let title = format!("<title>{title}</title>");
        let end = Instant::now() + Duration::from_secs(20);
        while !self.get("/").contains(&title) {
            assert!(Instant::now() < end, "no page has {title}");
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// The states as they are sent.
    fn states(&self) -> States {
        States(BufReader::new(self.request("/_briefing/events", &self.address)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct States(BufReader<TcpStream>);

impl States {
    fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the events end");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

#[test]
fn pages_are_served_with_the_script_that_follows_saves() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    for path in ["/", "/index.html", "/s/council-safe.html"] {
        let page = server.get(path);
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("src=\"/_briefing/live.js?edition="), "{page}");
        assert!(page.contains("cache-control: no-store"), "{page}");
    }
    assert!(server.get("/_briefing/live.js").contains("text/javascript"));
    assert!(server.get("/_briefing/live.css").contains("text/css"));
    assert!(server.get("/worker.js").contains("registration.unregister()"));
    assert!(!server.get("/briefing.html").contains("_briefing"), "a copy that is saved is a page of its own");
    assert!(server.get("/seeds/bridge.txt").contains("The council said"));
    for path in ["/../corpus/bridge.toml", "/%2e%2e/corpus", "/gone.html"] {
        assert!(server.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
}

#[test]
fn other_names_of_this_machine_are_refused() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    for (host, status) in [("localhost", "200"), ("evil.example", "421"), ("", "421")] {
        let mut response = String::new();
        server.request("/", host).read_to_string(&mut response).unwrap();
        assert!(response.starts_with(&format!("HTTP/1.1 {status}")), "{host}: {response}");
    }
}

#[test]
fn a_save_becomes_an_edition_and_errors_leave_the_last_good_one() {
    let desk = Desk::new();
    let mut server = Server::start(&desk);
    let mut states = server.states();
    let first = states.next();
    assert_eq!(first["errors"], Value::Array(Vec::new()));

    desk.replace("corpus/briefing.toml", "The bridge at Aldport", "The old bridge");
    let second = states.next();
    assert_ne!(second["edition"], first["edition"]);
    assert!(server.get("/").contains("<title>The old bridge</title>"));

    desk.replace("corpus/bridge.toml", "the bridge is safe", "the bridge is not safe");
    let wrong = states.next();
    assert_eq!(wrong["edition"], second["edition"]);
    assert_eq!(wrong["errors"][0]["location"]["file"], "corpus/bridge.toml");
    server.line_with("this quote is not in corpus/bridge.txt");
    assert!(server.get("/").contains("<title>The old bridge</title>"), "the last good edition");

    desk.replace("corpus/bridge.toml", "the bridge is not safe", "the bridge is safe");
    let mended = states.next();
    assert_eq!((&mended["edition"], &mended["errors"]), (&second["edition"], &Value::Array(Vec::new())));
}

#[test]
fn a_corpus_with_errors_is_served_once_it_has_none() {
    let desk = Desk::new();
    desk.replace("corpus/bridge.toml", "the bridge is safe", "the bridge is not safe");
    let server = Server::start(&desk);
    let page = server.get("/");
    assert!(page.contains("There is no page yet") && page.contains("live.js?edition=\""), "{page}");
    let mut states = server.states();
    assert_eq!(states.next()["edition"], Value::Null);
    // As many editors save: written beside, and renamed.
    let mended = desk.read("corpus/bridge.toml").replace("the bridge is not safe", "the bridge is safe");
    fs::write(desk.path("corpus/.bridge.toml.swp"), mended).unwrap();
    fs::rename(desk.path("corpus/.bridge.toml.swp"), desk.path("corpus/bridge.toml")).unwrap();
    assert!(states.next()["edition"].is_string());
    assert!(server.get("/").contains("the bridge is safe"));
}

#[test]
fn a_briefing_file_is_served_and_followed() {
    let desk = Desk::new();
    let write = |desk: &Desk| {
        let export = ["--quiet", "export", "corpus", "-f", "briefing", "-o", "bridge.briefing"];
        desk.briefing().args(export).assert().success();
    };
    write(&desk);
    let server = Server::of(&desk, "bridge.briefing");
    let mut states = server.states();
    let first = states.next()["edition"].clone();
    assert!(server.get("/").contains("the bridge is safe"));
    desk.replace("corpus/briefing.toml", "The bridge at Aldport", "Two bridges");
    // Replaced, as programs save a file.
    write(&desk);
    let second = states.next();
    assert_ne!(second["edition"], first);
    assert!(server.get("/").contains("Two bridges"));
    desk.write("bridge.briefing", b"no briefing");
    let third = states.next();
    assert_eq!(third["edition"], second["edition"], "the last good edition stays");
    assert!(third["errors"][0]["message"].as_str().unwrap().contains("this is not a briefing file"), "{third}");
}

/// As a version control system, a synchronised folder or a script makes it.
#[test]
fn a_folder_that_is_made_anew_is_followed() {
    let desk = Desk::new();
    let mut server = Server::start(&desk);
    let mut states = server.states();
    states.next();
    let make = |title: &str| {
        desk.briefing().args(["--quiet", "new", "beside"]).assert().success();
        desk.replace("beside/briefing.toml", "The bridge at Aldport", title);
    };
    make("A bridge made anew");
    fs::remove_dir_all(desk.path("corpus")).unwrap();
    server.line_with("there is no folder corpus");
    fs::rename(desk.path("beside"), desk.path("corpus")).unwrap();
    server.shows("A bridge made anew");

    make("A bridge exchanged");
    fs::rename(desk.path("corpus"), desk.path("old")).unwrap();
    fs::rename(desk.path("beside"), desk.path("corpus")).unwrap();
    server.shows("A bridge exchanged");

    desk.replace("corpus/briefing.toml", "A bridge exchanged", "A bridge saved");
    server.shows("A bridge saved");
}
