//! The proposals of help texts: copied into the annotation as they are, they make the corpus compile, for every
//! difference between text and quote and for every kind of quote.
#![cfg(feature = "compile")]

mod support;

use corpus::compile::{SeedFile, compile};
use corpus::{StatementId, load};
use support::seed;
use unicode_normalization::UnicodeNormalization;

/// Words of the text, and what the editor wrote instead: the two read alike and differ in one way.
const DIFFERENCES: [(&str, &str, &str); 21] = [
    ("composition", "the cafe\u{301} at the quay", "the café at the quay"),
    ("composition the other way", "the café at the quay", "the cafe\u{301} at the quay"),
    ("composition of syllables", "한국의 강이", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}의 강이"),
    ("homoglyphs", "the \u{440}\u{435}ace talks", "the peace talks"),
    ("capital homoglyphs", "the \u{412}\u{410}NK talks", "the BANK talks"),
    ("ligatures", "its ﬁnal oﬀer", "its final offer"),
    ("full-width forms", "ＡＢＣ　５００", "ABC 500"),
    ("superscripts", "an area of 5 km²", "an area of 5 km2"),
    ("ellipsis", "they came… and went", "they came... and went"),
    ("line ends", "the pumps will be\r\nreplaced", "the pumps will be\nreplaced"),
    ("old line ends", "the pumps will be\rreplaced", "the pumps will be replaced"),
    ("line separators", "the pumps will be\u{2028}replaced", "the pumps will be\nreplaced"),
    ("next line", "the pumps will be\u{85}replaced", "the pumps will be\nreplaced"),
    ("wide spaces", "paid\u{a0}500\u{202f}000", "paid 500 000"),
    ("tabs", "paid\t500", "paid 500"),
    ("soft hyphens", "the co\u{ad}operation", "the cooperation"),
    ("variation selectors", "We ❤\u{fe0f} the town", "We ❤ the town"),
    ("direction", "the \u{202b}town\u{202c} hall", "the town hall"),
    ("tags", "the to\u{e0077}wn hall", "the town hall"),
    ("quotation marks", "a “\\free” town’s quay", "a \"\\free\" town's quay"),
    ("capitals", "The Town Hall", "the town hall"),
];

/// The places of an annotation that quote the text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Content,
    Cue,
    Heading,
    Omit,
    DatedBy,
    Alias,
    Prefix,
    Suffix,
}

const KINDS: [Kind; 8] =
    [Kind::Content, Kind::Cue, Kind::Heading, Kind::Omit, Kind::DatedBy, Kind::Alias, Kind::Prefix, Kind::Suffix];

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A corpus whose annotation quotes the TOML value `written`, and whose text has the words `actual`.
fn corpus(kind: Kind, actual: &str, written: &str) -> Vec<SeedFile> {
    let mut document = vec!["title = \"Title\"".to_owned(), "language = \"en\"".to_owned()];
    let mut aliases = String::new();
    let mut cue = String::new();
    let mut content = "\"content\"".to_owned();
    match kind {
        Kind::Content => written.clone_into(&mut content),
        Kind::Cue => cue = format!("cue = {written}\n"),
        Kind::Heading => document.push(format!("headings = [{written}]")),
        Kind::Omit => document.push(format!("omit = [{written}]")),
        Kind::DatedBy => document.push(format!("dated_by = {written}")),
        Kind::Alias => aliases = format!("aliases = [{written}]\n"),
        Kind::Prefix => content = format!("{{ exact = \"content\", prefix = {written} }}"),
        Kind::Suffix => content = format!("{{ exact = \"content\", suffix = {written} }}"),
    }
    let (before, after) = match kind {
        // A prefix or suffix touches the content.
        Kind::Prefix => (actual, "\n\n"),
        Kind::Suffix => ("Some ", actual),
        _ => ("Some ", "\n\n"),
    };
    let rest = match kind {
        Kind::Heading => format!("\n\n{actual}\n\nEnd.\n"),
        Kind::Cue => format!(", {actual} they said.\n"),
        Kind::Prefix | Kind::Suffix => "\n\nEnd.\n".to_owned(),
        _ => format!("\n\nIt was {actual} they said.\n"),
    };
    let (before, after) = if kind == Kind::Cue { (before, "") } else { (before, after) };
    vec![
        seed(
            "briefing.toml",
            "title = \"T\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = \"M\"\n",
        ),
        seed("topics.toml", ""),
        seed("actors.toml", format!("[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"group\"\nrole = \"R\"\n{aliases}")),
        seed("a.txt", format!("Title\n\n{before}content{after}{rest}")),
        seed(
            "a.toml",
            format!(
                "{}\n\n[[statement]]\nid = \"s\"\nform = \"narration\"\n{cue}content = {content}\n",
                document.join("\n")
            ),
        ),
    ]
}

/// The first proposal of the report, with the rendered report.
fn advice(files: &[SeedFile]) -> Result<(), (String, Option<String>)> {
    let Err(report) = compile(files) else { return Ok(()) };
    let help = report.diagnostics().filter_map(|problem| problem.help().map(|help| help.to_string()));
    let lines: Vec<String> = help.flat_map(|help| help.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let proposal = lines.iter().find_map(|line| line.strip_prefix("write ").map(str::to_owned));
    let proposal = proposal.map(|line| {
        let bare = line.strip_prefix("prefix = ").or(line.strip_prefix("suffix = "));
        bare.unwrap_or(&line).to_owned()
    });
    // The proposal is in the rendered report, not wrapped.
    let rendered = report.render(false, 60);
    assert!(proposal.as_ref().is_none_or(|proposal| rendered.contains(&**proposal)), "{rendered}");
    Err((rendered, proposal))
}

/// Applies proposals until the corpus compiles. Returns the first report.
fn follow(kind: Kind, actual: &str, wrong: &str) -> String {
    let mut written = wrong.to_owned();
    let mut first = None;
    for _ in 0..3 {
        match advice(&corpus(kind, actual, &written)) {
            Ok(()) => return first.unwrap_or_else(|| panic!("{kind:?} {wrong} is refused")),
            Err((rendered, Some(proposal))) => {
                first.get_or_insert(rendered);
                written = proposal;
            }
            Err((rendered, None)) => panic!("{kind:?}: no proposal for {wrong}\n{rendered}"),
        }
    }
    panic!("{kind:?}: {actual:?} is still not found by {written}\n{}", first.unwrap_or_default());
}

#[test]
fn proposals_resolve_every_difference_for_every_kind_of_quote() {
    for (name, actual, wrong) in DIFFERENCES {
        for kind in KINDS {
            // A prefix or suffix is proposed up to the next white space.
            let side = matches!(kind, Kind::Prefix | Kind::Suffix);
            let report = follow(kind, actual, &quoted(wrong));
            assert!(
                side || report.contains("the nearest passage") || report.contains("a document writes it so"),
                "{name}: {report}"
            );
        }
    }
}

#[test]
fn help_names_the_code_points_that_differ() {
    for (actual, wrong, names) in [
        ("the cafe\u{301}", "the café", ["U+0301 COMBINING ACUTE ACCENT", "U+00E9 LATIN SMALL LETTER E WITH ACUTE"]),
        ("the \u{440}eace", "the peace", ["U+0440 CYRILLIC SMALL LETTER ER", "U+0070 LATIN SMALL LETTER P"]),
        ("its ﬁnal", "its final", ["U+FB01 LATIN SMALL LIGATURE FI", "ligatures"]),
        ("a\u{202e}b c", "ab c", ["U+202E RIGHT-TO-LEFT OVERRIDE", "do not show"]),
        ("We ❤\u{fe0f} it", "We ❤ it", ["U+FE0F VARIATION SELECTOR-16", "do not show"]),
    ] {
        for kind in [Kind::Content, Kind::Cue, Kind::Heading, Kind::Omit, Kind::DatedBy, Kind::Alias] {
            let report = follow(kind, actual, &quoted(wrong)).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(names.iter().all(|name| report.contains(name)), "{kind:?}: {report}");
            assert!(!report.contains('\u{FFFD}') && !report.contains("punctuation"), "{report}");
        }
    }
}

#[test]
fn quotes_that_split_a_grapheme_are_refused_in_every_script() {
    for (actual, part) in [
        ("que pago\u{301}", "que pago"),
        ("one line\r\n", "one line\r"),
        ("नमस्ते क्षमा", "नमस्ते क्"),
        ("말씀 \u{1112}\u{1161}\u{11ab}", "말씀 \u{1112}\u{1161}"),
        ("flags 🇺🇿", "flags \u{1f1fa}"),
        ("a 👩\u{200d}🔬", "a 👩"),
        ("love ❤\u{fe0f}", "love ❤"),
        ("ภาษาไทยที่", "ภาษาไทยท"),
        ("e\u{301}coute", "\u{301}coute"),
    ] {
        for kind in [Kind::Content, Kind::Cue, Kind::Omit, Kind::DatedBy, Kind::Alias] {
            let report = follow(kind, actual, &quoted(part));
            assert!(report.contains("::grapheme"), "{kind:?} {actual:?}: {report}");
        }
        // A heading is a whole block, so a part of a block is not a heading.
        assert!(compile(&corpus(Kind::Heading, actual, &quoted(part))).is_err());
    }
}

#[test]
fn occurrences_that_split_a_grapheme_do_not_make_a_quote_ambiguous() {
    let files = corpus(Kind::Content, "que pago\u{301} y que pago", "\"que pago\"");
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let document = &briefing.documents[0];
    let span = briefing.content_spans(StatementId(0))[0];
    assert_eq!(&document.text()[span.range().start - 2..], "y que pago they said.\n");
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_text() {
    let mark = '\u{feff}';
    for kind in [Kind::Content, Kind::Heading, Kind::Omit, Kind::DatedBy] {
        let with_mark = |written: &str| {
            let mut files = corpus(kind, "the pumps", written);
            files[3].bytes.splice(0..0, mark.to_string().into_bytes());
            files
        };
        let (report, proposal) = advice(&with_mark(&quoted(&format!("{mark}Title")))).expect_err("a quote of the mark");
        assert!(report.contains("byte order mark") && !report.contains("a cue stands"), "{report}");
        assert_eq!(proposal.as_deref(), Some("\"Title\""), "{report}");
        assert_eq!(advice(&with_mark("\"Title\"")), Ok(()));
    }
}

#[test]
fn the_proposal_for_an_ambiguous_quote_selects_its_first_occurrence() {
    for actual in [
        "stop stop stop stop stop stop stop now",
        "stop",
        "a stop, b stop, a stop, b stop, a stop and stop the stop",
        "stop\r\nstop\u{2028}stop\u{a0}stop",
        "x\u{301}stop x\u{302}stop xstop",
    ] {
        let text = format!("{actual} {actual}");
        follow(Kind::Content, &text, "\"stop\"");
        follow(Kind::Omit, &text, "\"stop\"");
        follow(Kind::Cue, &text, "\"stop\"");
        follow(Kind::Content, &text, "{ exact = \"stop\", prefix = \"nowhere\" }");
    }
}

#[test]
fn a_quote_with_an_ellipsis_is_proposed_as_a_list() {
    let actual = "The town of Lindholm will replace all of the pumps by winter, its mayor said, and will not raise the price of water";
    let wrong =
        "The town of Lindholm will replace all of the pumps by winter [...] and will not raise the price of water";
    follow(Kind::Content, actual, &quoted(wrong));
}

proptest::proptest! {
    #[test]
    fn proposals_for_any_letters_resolve(actual in "[a-c]é\u{430}?[oﬁ] ?[❤x]\u{fe0f}? [a-e]{2}", kind in 0..6_usize) {
        for wrong in [actual.nfd().collect::<String>(), actual.nfkc().collect(), actual.replace('\u{430}', "a"), actual.replace('\u{fe0f}', "")] {
            if wrong != actual && !actual.contains(&wrong) {
                follow(KINDS[kind], &actual, &quoted(&wrong));
            }
        }
    }
}
