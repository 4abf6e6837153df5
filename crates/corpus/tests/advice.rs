//! What a help text tells an editor to write, written to the letter: the corpus compiles then, whatever differed, and
//! wherever it is that words of a text are quoted.
#![cfg(feature = "compile")]

mod support;

use corpus::compile::{SeedFile, compile};
use corpus::load;
use support::seed;
use unicode_normalization::UnicodeNormalization;

/// What stands in the text, and what an editor wrote for it: each reads alike and differs in one way.
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

/// Where words of a text are quoted.
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

/// A corpus that quotes `written`, a TOML value, for the words `there` of its text.
fn corpus(kind: Kind, there: &str, written: &str) -> Vec<SeedFile> {
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
        // What stands before or after touches the content, up to the next white space.
        Kind::Prefix => (there, "\n\n"),
        Kind::Suffix => ("Some ", there),
        _ => ("Some ", "\n\n"),
    };
    let rest = match kind {
        Kind::Heading => format!("\n\n{there}\n\nEnd.\n"),
        Kind::Cue => format!(", {there} they said.\n"),
        Kind::Prefix | Kind::Suffix => "\n\nEnd.\n".to_owned(),
        _ => format!("\n\nIt was {there} they said.\n"),
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

/// What a report tells to write: the first such line of its first problem that has one.
fn advice(files: &[SeedFile]) -> Result<(), (String, Option<String>)> {
    let Err(report) = compile(files) else { return Ok(()) };
    let help = report.diagnostics().filter_map(|problem| problem.help().map(|help| help.to_string()));
    let lines: Vec<String> = help.flat_map(|help| help.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let write = lines.iter().find_map(|line| line.strip_prefix("write ").map(str::to_owned));
    let write = write.map(|line| {
        let bare = line.strip_prefix("prefix = ").or(line.strip_prefix("suffix = "));
        bare.unwrap_or(&line).to_owned()
    });
    // What is to be copied is on the page as it stands, in one piece.
    let shown = report.render(false, 60);
    assert!(write.as_ref().is_none_or(|write| shown.contains(&**write)), "{shown}");
    Err((shown, write))
}

/// Follows advice until the corpus compiles, and gives the report it began with.
fn follow(kind: Kind, there: &str, wrong: &str) -> String {
    let mut written = wrong.to_owned();
    let mut first = None;
    for _ in 0..3 {
        match advice(&corpus(kind, there, &written)) {
            Ok(()) => return first.unwrap_or_else(|| panic!("{kind:?} {wrong} is refused")),
            Err((shown, Some(write))) => {
                first.get_or_insert(shown);
                written = write;
            }
            Err((shown, None)) => panic!("{kind:?}: nothing to write for {wrong}\n{shown}"),
        }
    }
    panic!("{kind:?}: {there:?} is still not found by {written}\n{}", first.unwrap_or_default());
}

#[test]
fn what_the_help_says_to_write_is_found_then_for_every_kind_and_difference() {
    for (name, there, wrong) in DIFFERENCES {
        for kind in KINDS {
            // The words before and after a quote are proposed up to the next white space.
            let side = matches!(kind, Kind::Prefix | Kind::Suffix);
            let report = follow(kind, there, &quoted(wrong));
            assert!(
                side || report.contains("the nearest passage") || report.contains("a document writes it so"),
                "{name}: {report}"
            );
        }
    }
}

#[test]
fn the_help_names_the_code_points_that_differ() {
    for (there, wrong, names) in [
        ("the cafe\u{301}", "the café", ["U+0301 COMBINING ACUTE ACCENT", "U+00E9 LATIN SMALL LETTER E WITH ACUTE"]),
        ("the \u{440}eace", "the peace", ["U+0440 CYRILLIC SMALL LETTER ER", "U+0070 LATIN SMALL LETTER P"]),
        ("its ﬁnal", "its final", ["U+FB01 LATIN SMALL LIGATURE FI", "ligatures"]),
        ("a\u{202e}b c", "ab c", ["U+202E RIGHT-TO-LEFT OVERRIDE", "do not show"]),
        ("We ❤\u{fe0f} it", "We ❤ it", ["U+FE0F VARIATION SELECTOR-16", "do not show"]),
    ] {
        for kind in [Kind::Content, Kind::Cue, Kind::Heading, Kind::Omit, Kind::DatedBy, Kind::Alias] {
            let report = follow(kind, there, &quoted(wrong)).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(names.iter().all(|name| report.contains(name)), "{kind:?}: {report}");
            assert!(!report.contains('\u{FFFD}') && !report.contains("punctuation"), "{report}");
        }
    }
}

#[test]
fn a_stretch_ends_between_letters_in_every_script() {
    for (there, part) in [
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
            let report = follow(kind, there, &quoted(part));
            assert!(report.contains("::grapheme"), "{kind:?} {there:?}: {report}");
        }
        // A heading is a whole block, so part of one is no heading.
        assert!(compile(&corpus(Kind::Heading, there, &quoted(part))).is_err());
    }
}

#[test]
fn half_a_letter_does_not_make_a_quote_ambiguous() {
    let files = corpus(Kind::Content, "que pago\u{301} y que pago", "\"que pago\"");
    let bytes = compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
    let briefing = load(&bytes).expect("a briefing");
    let document = &briefing.documents[0];
    let span = briefing.statements[0].content[0];
    assert_eq!(&document.text[span.range().start - 2..], "y que pago they said.\n");
}

#[test]
fn a_byte_order_mark_is_not_of_the_text() {
    let mark = '\u{feff}';
    for kind in [Kind::Content, Kind::Heading, Kind::Omit, Kind::DatedBy] {
        let with_mark = |written: &str| {
            let mut files = corpus(kind, "the pumps", written);
            files[3].bytes.splice(0..0, mark.to_string().into_bytes());
            files
        };
        let (report, write) = advice(&with_mark(&quoted(&format!("{mark}Title")))).expect_err("a quote of the mark");
        assert!(report.contains("byte order mark") && !report.contains("a cue stands"), "{report}");
        assert_eq!(write.as_deref(), Some("\"Title\""), "{report}");
        assert_eq!(advice(&with_mark("\"Title\"")), Ok(()));
    }
}

#[test]
fn of_many_like_places_the_first_is_told_from_the_others() {
    for there in [
        "stop stop stop stop stop stop stop now",
        "stop",
        "a stop, b stop, a stop, b stop, a stop and stop the stop",
        "stop\r\nstop\u{2028}stop\u{a0}stop",
        "x\u{301}stop x\u{302}stop xstop",
    ] {
        let text = format!("{there} {there}");
        follow(Kind::Content, &text, "\"stop\"");
        follow(Kind::Omit, &text, "\"stop\"");
        follow(Kind::Cue, &text, "\"stop\"");
        follow(Kind::Content, &text, "{ exact = \"stop\", prefix = \"nowhere\" }");
    }
}

#[test]
fn an_interrupted_quote_is_a_list_however_long_its_parts_are() {
    let there = "The town of Lindholm will replace all of the pumps by winter, its mayor said, and will not raise the price of water";
    let wrong =
        "The town of Lindholm will replace all of the pumps by winter [...] and will not raise the price of water";
    follow(Kind::Content, there, &quoted(wrong));
}

proptest::proptest! {
    #[test]
    fn advice_on_any_letters_is_right(there in "[a-c]é\u{430}?[oﬁ] ?[❤x]\u{fe0f}? [a-e]{2}", kind in 0..6_usize) {
        for wrong in [there.nfd().collect::<String>(), there.nfkc().collect(), there.replace('\u{430}', "a"), there.replace('\u{fe0f}', "")] {
            if wrong != there && !there.contains(&wrong) {
                follow(KINDS[kind], &there, &quoted(&wrong));
            }
        }
    }
}
