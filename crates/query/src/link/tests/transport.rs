//! Links as they arrive: after mail programs, chats and word processors have had them.

use super::*;

/// What is glued to the end of a link by a sentence, a program, or a person.
const GLUED: &[&str] = &[
    ".",
    ",",
    ")",
    ">",
    "]",
    ";",
    ":",
    "!",
    "?",
    "\"",
    "'",
    "}",
    "|",
    "/",
    "\\",
    "`",
    "...",
    "…",
    ".)",
    ">.",
    "\").",
    "”",
    "“",
    "’",
    "‘",
    "»",
    "«",
    "›",
    "‹",
    "„",
    "‚",
    "」",
    "』",
    "。",
    "，",
    "）",
    "】",
    "、",
    "؟",
    "،",
    "؛",
    "।",
    "·",
    "–",
    "—",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "\u{200b}",
    "\u{200b}.",
    "\u{feff}",
    "\u{2060}",
    "\u{ad}",
    "\u{a0}",
    "\u{200e}",
    "\u{202c}",
    "\r\n",
    "\n",
    "%0A",
    "%0D%0A",
    "%22",
    "%22%3E",
    "%3E",
    "%E2%80%9D",
    "%E2%80%8B",
    "%C2%A0",
    "%EF%BB%BF",
    "%EF%BC%89",
    "#",
    "##",
    "#top",
    "#:~:text=Tashkent",
    ":~:text=Tashkent",
    ":~:text=a%20b,c&text=d",
    "&",
    "&&",
    "&amp;",
    "&utm_source=news",
    "?utm_source=news&utm_medium=mail",
    "&amp;utm_source=news&amp;fbclid=IwAR0",
    "&fbclid=IwAR0_x",
    "?fbclid=IwAR0",
    "&gclid=a",
    "?ref=b",
    "&mc_cid=1&mc_eid=2",
    "&quot;",
    "&quot;&gt;",
    "&gt;",
    "&#39;",
    "&#x27;",
    "&rdquo;",
    "](",
    "](https://example.org/)",
    "=",
    "=\r\n",
    "&edition=",
    "&edi",
    "&e",
];

/// What is not of the link is told from it by no character that it could have.
fn same(data: Shared, link: &str, view: &View) -> Result<(), TestCaseError> {
    let parsed = parse(data, link);
    prop_assert_eq!(&parsed, &Parsed { view: view.clone(), notices: Vec::new() }, "{}", link);
    Ok(())
}

/// The fragment of the address after a browser was given the link.
fn in_browser(link: &str) -> String {
    const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');
    let without: String = link.chars().filter(|c| !['\r', '\n', '\t'].contains(c)).collect();
    utf8_percent_encode(&without, FRAGMENT).to_string()
}

/// The places in a link where a line can be broken without a loss: not in a search, where space is an answer.
fn breaks(link: &str) -> impl Iterator<Item = usize> {
    let search = link
        .find("q=")
        .map_or(link.len()..link.len(), |from| from..link[from..].find('&').map_or(link.len(), |length| from + length));
    // Nor where the rest of it would be an escape, or nothing.
    (2..link.len()).filter(move |at| !search.contains(at) && *at != search.end)
}

proptest! {
    #[test]
    fn whatever_is_glued_to_a_link_is_dropped_without_a_word(
        view in prop_oneof![views(small()), ".*".prop_map(|text| filtered(|filter| filter.text = text))],
        glue in proptest::sample::select(GLUED),
    ) {
        let data = small();
        for link in [write(data, &view), share(data, &view)] {
            let glued = format!("{link}{glue}");
            same(data, &glued, &view)?;
            same(data, &in_browser(&glued), &view)?;
        }
    }

    #[test]
    fn a_link_that_was_encoded_again_and_again_still_leads_there(
        view in prop_oneof![views(shipped()), ".*".prop_map(|text| filtered(|filter| filter.text = text))],
        glue in proptest::sample::select(&["", ".", "\"", "”"][..]),
    ) {
        /// As `encodeURI` does.
        const ADDRESS: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');
        for link in [write(shipped(), &view), share(shipped(), &view)] {
            let (mut whole, mut address, mut value) = (link[1..].to_owned(), link.clone(), link.clone());
            for _ in 0..3 {
                whole = utf8_percent_encode(&whole, NON_ALPHANUMERIC).to_string();
                address = utf8_percent_encode(&address, ADDRESS).to_string();
                value = value.replace('%', "%25");
                for link in [format!("#{whole}"), whole.clone(), address.clone(), value.clone(), address.to_ascii_lowercase()] {
                    let lower = link == address.to_ascii_lowercase() && address.to_lowercase() != address;
                    // Escapes may be in small letters, and other words may not.
                    if !lower || !view.selection().filter.text.chars().any(char::is_uppercase) {
                        same(shipped(), &format!("{link}{glue}"), &view)?;
                    }
                }
            }
        }
    }

    #[test]
    fn a_link_that_was_escaped_for_a_page_still_leads_there(view in views(small())) {
        let link = share(small(), &view);
        for ampersand in ["&amp;", "&amp;amp;", "&#38;", "&#038;", "&#x26;"] {
            same(small(), &link.replace('&', ampersand), &view)?;
        }
        same(small(), &link.replace('=', "&#x3D;"), &view)?;
        same(small(), &link.replace('=', "=3D"), &view)?;
    }

    #[test]
    fn a_link_that_was_broken_over_lines_still_leads_there(
        view in views(small()),
        place in any::<proptest::sample::Index>(),
        between in proptest::sample::select(&[
            " ", "%20", "\r\n", "\n", "%0A", "%0D%0A", "=\r\n", "=\n", "=%0D%0A", "\r\n> ", "%0A%3E%20", "\n  ", "\u{200b}", "%E2%80%8B", "%C2%AD",
        ][..]),
    ) {
        let link = share(small(), &view);
        let places: Vec<_> = breaks(&link).filter(|&at| !link[..at].ends_with('%') && !link[..at - 1].ends_with('%')).collect();
        let at = places[place.index(places.len())];
        let broken = format!("{}{between}{}", &link[..at], &link[at..]);
        same(small(), &broken, &view)?;
        same(small(), &in_browser(&broken), &view)?;
    }

    #[test]
    fn a_link_whose_edition_is_cut_off_is_of_no_other(view in views(small()), kept in 0usize..16) {
        let link = share(small(), &view);
        let end = link.len() - 16 + kept;
        same(small(), &link[..end], &view)?;
        for glue in [".", "…", "...", "%E2%80%A6", "%E2%80"] {
            same(small(), &format!("{}{glue}", &link[..end]), &view)?;
        }
    }
}

#[test]
fn words_after_a_link_are_no_part_of_it() {
    let data = small();
    let edition = &data.digest.to_string()[..8];
    for (link, means) in [
        (format!("#/?topic=water&edition={edition}%20See%20you%20tomorrow"), "#/?topic=water"),
        (format!("#/?topic=water&edition={edition}.Sent%20from%20my%20phone"), "#/?topic=water"),
        (format!("#/?topic=water&edition={edition}and"), "#/?topic=water"),
        (format!("#/?topic=water&edition={edition}\">here</a>"), "#/?topic=water"),
        ("#/?statement=joint-note%20See%20you".into(), "#/?statement=joint-note"),
        ("#/?statement=joint-note,%20which%20says".into(), "#/?statement=joint-note"),
        ("#/?statement=joint-note👍".into(), "#/?statement=joint-note"),
        ("#/actor/aland](https://example.org/#/actor/aland)".into(), "#/actor/aland"),
        ("#/actor/aland—which".into(), "#/actor/aland"),
        ("#/actors%20are".into(), "#/actors"),
        ("#/about.".into(), "#/about"),
        ("#/source/a-talks)".into(), "#/source/a-talks"),
        ("#/?date=2021-12.".into(), "#/?date=2021-12"),
        ("#/?date=2021-12/...".into(), "#/?date=2021-12/.."),
        ("#/?date=2021-12/..%0D%0A,2022-01".into(), "#/?date=2021-12/..,2022-01"),
        ("#/?date=2021-12-11/2021-12-16/".into(), "#/?date=2021-12-11/2021-12-16"),
        ("#/?by=topic%C2%BB".into(), "#/?by=topic"),
        ("#/?sort=text;".into(), "#/?sort=text"),
        ("#/?role=speaker,relay,".into(), "#/?role=speaker,relay"),
        ("#/compare?actors=aland,beland).".into(), "#/compare?actors=aland,beland"),
        ("#:~:text=Tashkent".into(), "#/"),
        ("#/.".into(), "#/"),
        ("#/%E2%80%9D".into(), "#/"),
    ] {
        let parsed = parse(data, &link);
        assert_eq!((write(data, &parsed.view).as_str(), parsed.notices), (means, vec![]), "{link}");
    }
}

#[test]
fn the_longest_name_that_a_broken_line_has_is_meant() {
    let data = shipped();
    for link in ["#/actor/uzbekistan%0A-foreign-ministry", "#/actor/uzbekistan-=\nforeign-%0A%3E%20ministry%20said"] {
        assert_eq!(write(data, &view(data, link)), "#/actor/uzbekistan-foreign-ministry", "{link}");
    }
}

#[test]
fn a_search_keeps_its_own_punctuation() {
    let data = small();
    for text in [
        "U.S.",
        "why?",
        "\"no foreign\"",
        "“no foreign”",
        "\"no",
        "no\"",
        "c++",
        "50%",
        "%41",
        "%2541",
        "a=b",
        "a & b;",
        "don’t",
        "(a)",
        "…",
        "क्षि",
        "e\u{301}",
        "#",
        "a:~:b",
        "&amp;",
        " a ",
        "a\n",
        "\u{200b}",
    ] {
        let view = filtered(|filter| filter.text = text.to_owned());
        let link = write(data, &view);
        assert_eq!(parse(data, &link), Parsed { view: view.clone(), notices: Vec::new() }, "{link}");
        assert_eq!(parse(data, &format!("{link}.")), Parsed { view, notices: Vec::new() }, "{link}");
    }
    for (link, text) in [
        ("#/?q=bases.", "bases"),
        ("#/?q=\"no+foreign\".", "\"no foreign\""),
        ("#/?q=no+foreign\".", "no foreign"),
        ("#/?q=U.S.", "U.S"),
        ("#/?q=why?&by=day", "why?"),
    ] {
        assert_eq!(view(data, link).selection().filter.text, text, "{link}");
    }
}
