//! The content security policy (W3C CSP Level 3) of a page, and whether the page abides by it.

use std::collections::BTreeMap;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::page::{Element, Page};

/// Elements that embed other pages or programs, or submit what a reader writes.
const UNWANTED: [&str; 7] = ["applet", "base", "embed", "form", "frame", "iframe", "object"];

/// Attributes with an address that a browser requests, or follows on a click.
pub const ADDRESSES: [&str; 8] = ["action", "data", "formaction", "href", "ping", "poster", "src", "xlink:href"];

type Policy<'p> = BTreeMap<&'p str, Vec<&'p str>>;

/// Every violation of the policy, and every weakness of it.
pub fn problems(page: &Page) -> Vec<String> {
    let mut problems = Vec::new();
    let policies: Vec<&Element> =
        page.all("meta").filter(|meta| is_equivalent(meta, "content-security-policy")).collect();
    let [meta] = policies.as_slice() else {
        return vec![format!("there is one content security policy to a page, and here are {}", policies.len())];
    };
    let policy = read(meta.get("content").unwrap_or_default());
    judge(&policy, &mut problems);
    let place = page.elements.iter().position(|element| std::ptr::eq(element, *meta)).unwrap_or_default();
    let loads = |element: &Element| ["script", "style", "link", "img", "body"].contains(&element.name.as_str());
    if page.elements[..place].iter().any(loads) {
        problems.push("the policy comes after what it should govern".to_owned());
    }
    for element in &page.elements {
        abides(element, &policy, &mut problems);
    }
    problems
}

fn is_equivalent(meta: &Element, header: &str) -> bool {
    meta.get("http-equiv").is_some_and(|found| found.trim().eq_ignore_ascii_case(header))
}

fn read(policy: &str) -> Policy<'_> {
    let mut directives = Policy::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        if let Some(name) = words.next() {
            // Of two directives with the same name, browsers use the first.
            directives.entry(name).or_insert_with(|| words.collect());
        }
    }
    directives
}

fn judge(policy: &Policy, problems: &mut Vec<String>) {
    for name in ["default-src", "base-uri", "form-action"] {
        if policy.get(name).map(Vec::as_slice) != Some(&["'none'"]) {
            problems.push(format!("the policy does not say {name} 'none'"));
        }
    }
    for (name, sources) in policy {
        for source in sources {
            let passive = ["img-src", "font-src", "media-src", "connect-src"].contains(name);
            let ours = matches!(*source, "'none'" | "'self'")
                || *source == "'wasm-unsafe-eval'" && *name == "script-src"
                || source.starts_with("'sha") && matches!(*name, "script-src" | "style-src")
                || matches!(*source, "data:" | "blob:") && passive;
            if !ours {
                problems.push(format!("the policy permits too much: {name} {source}"));
            }
        }
    }
}

fn abides(element: &Element, policy: &Policy, problems: &mut Vec<String>) {
    let mut wrong = |what: &str| problems.push(format!("{what}: {}", element.shown()));
    let name = element.name.as_str();
    if UNWANTED.contains(&name) || name == "meta" && is_equivalent(element, "refresh") {
        wrong("this element has no place in a briefing");
    }
    if name == "script" && element.get("src").is_none() {
        if runs(element) && !is_permitted(&element.text, policy.get("script-src")) {
            wrong("an inline script");
        }
        if element.get("type") == Some("application/ld+json")
            && serde_json::from_str::<serde_json::Value>(&element.text).is_err()
        {
            wrong("these data are not JSON");
        }
    }
    if name == "style" && !is_permitted(&element.text, policy.get("style-src")) {
        wrong("an inline style");
    }
    for (attribute, value) in &element.attributes {
        if attribute == "style" || attribute == "srcdoc" || attribute == "srcset" {
            wrong("an attribute that is forbidden here");
        }
        if attribute.starts_with("on") {
            wrong("an event handler in the page");
        }
        if ADDRESSES.contains(&attribute.as_str()) && scheme(value).is_some_and(|scheme| !leads_out(element, &scheme)) {
            wrong("an address that is not of this briefing");
        }
    }
}

/// Whether an address may lead to another origin: a link that a reader has to follow, the canonical address of the
/// page, or embedded image data.
fn leads_out(element: &Element, scheme: &str) -> bool {
    match (element.name.as_str(), scheme) {
        ("a", "http" | "https") => element.is_rel("noreferrer"),
        ("link", "http" | "https") => element.is_rel("canonical"),
        ("link", "data") => element.is_rel("icon"),
        ("img", "data") => true,
        _ => false,
    }
}

/// Whether browsers run a script element. They do not run data blocks.
fn runs(script: &Element) -> bool {
    let kind = script.get("type").unwrap_or_default().trim().to_ascii_lowercase();
    kind.is_empty()
        || ["module", "importmap", "speculationrules"].contains(&kind.as_str())
        || kind.contains("javascript")
        || kind.contains("ecmascript")
        || kind.contains("jscript")
        || kind.contains("livescript")
}

fn is_permitted(text: &str, sources: Option<&Vec<&str>>) -> bool {
    let digest = |name: &str, digest: &[u8]| format!("'{name}-{}'", BASE64_STANDARD.encode(digest));
    let digests = [
        digest("sha256", &Sha256::digest(text)),
        digest("sha384", &Sha384::digest(text)),
        digest("sha512", &Sha512::digest(text)),
    ];
    sources.is_some_and(|sources| sources.iter().any(|source| digests.iter().any(|digest| digest == source)))
}

/// The scheme of an address as browsers parse it (URL Standard), without the characters that they skip. A relative
/// address with a slash first counts as having one: it leads to another path or host.
pub fn scheme(address: &str) -> Option<String> {
    if address.contains("&#") {
        // A reference to a control character, or one without its semicolon, which browsers would decode.
        return Some("&#".to_owned());
    }
    let address: String = address.chars().filter(|it| !matches!(it, '\t' | '\n' | '\r')).collect();
    let address = address.trim_matches(|it: char| it <= ' ');
    if address.starts_with(['/', '\\']) {
        return Some(address.chars().take_while(|it| matches!(it, '/' | '\\')).collect());
    }
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; \
                          base-uri 'none'; form-action 'none'";

    fn found(policy: &str, body: &str) -> Vec<String> {
        let html = format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\"><title>t</title>{body}");
        problems(&Page::read(&html).unwrap())
    }

    #[test]
    fn what_is_ours_passes() {
        let body = "<script type=module src=./boot.js></script><a href=s/a.html#x>a</a><img src='data:image/png;base64,AA=='>\
                    <script type=application/ld+json>{\"a\": \"\\u003cscript>\"}</script><a href='#/?q=a:b'>b</a>\
                    <a rel='external noreferrer' href=https://example.org/>out</a><p>&lt;script&gt; onclick=1";
        assert_eq!(found(POLICY, body), Vec::<String>::new());
    }

    #[test]
    fn an_inline_script_passes_by_its_digest_only() {
        let digest = BASE64_STANDARD.encode(Sha256::digest("run()"));
        let policy = format!("{POLICY}; style-src 'self'").replace("'self' 'wasm", &format!("'sha256-{digest}' 'wasm"));
        assert_eq!(found(&policy, "<script>run()</script>"), Vec::<String>::new());
        assert_eq!(found(&policy, "<script>run(1)</script>").len(), 1);
    }

    #[test]
    fn what_breaks_the_policy_does_not_pass() {
        for body in [
            "<script>run()</script>",
            "<SCRIPT TYPE='text/JavaScript'>run()</SCRIPT>",
            "<style>p { color: red }</style>",
            "<p style='color: red'>",
            "<p ONCLICK=run()>",
            "<svg><a xlink:href='javascript:run()'></svg>",
            "<a href='javascript:run()'>",
            "<a href=' java&#10;script&colon;run()'>",
            "<a href='&#1;JavaScript:run()'>",
            "<a href='&#106avascript:run()'>",
            "<a href='data:text/html,<script>run()</script>'>",
            "<a href=https://example.org>without a word on the referrer",
            "<a href=//example.org>",
            "<a href='/\\example.org'>",
            "<a href=/>",
            "<img src=https://example.org/pixel>",
            "<img srcset='https://example.org/pixel 2x'>",
            "<link rel=stylesheet href=https://example.org/a.css>",
            "<iframe src=a.html></iframe>",
            "<iframe srcdoc=x></iframe>",
            "<base href=a/>",
            "<form action=a></form>",
            "<meta http-equiv=Refresh content='0; url=a.html'>",
            "<script type=application/ld+json>{</script>",
        ] {
            assert_ne!(found(POLICY, body), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn a_policy_that_permits_too_much_does_not_pass() {
        for more in [
            "style-src 'unsafe-inline'",
            "style-src *",
            "connect-src https://example.org",
            "worker-src data:",
            "style-src 'wasm-unsafe-eval'",
        ] {
            assert_ne!(found(&format!("{POLICY}; {more}"), ""), Vec::<String>::new(), "{more}");
        }
        assert_ne!(found(&POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'"), ""), Vec::<String>::new());
        assert_ne!(found(&POLICY.replace("default-src 'none'", "default-src 'self'"), ""), Vec::<String>::new());
        assert_ne!(problems(&Page::read("<title>no policy</title>").unwrap()), Vec::<String>::new());
        let late = format!("<script src=a.js></script><meta http-equiv=content-security-policy content=\"{POLICY}\">");
        assert_ne!(problems(&Page::read(&late).unwrap()), Vec::<String>::new());
    }
}
