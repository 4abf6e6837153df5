//! The page about the briefing: its sources, method, edition and licence, and how the page is used.

use corpus::DocumentId;
use dom::html::{a, div, dl, h2, li, p, ul};
use dom::{AnyView, Element, IntoChild, fragment};
use query::documents::{distinct_outlet, in_order_of_publication};
use query::language::{self, Phrase};
use query::link::write;
use query::source::head;

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::components::elements::link;
use crate::components::masthead::headline;
use crate::components::refs::{localized, term};
use crate::components::shortcuts_dialog;
use crate::components::translated::code;
use crate::opened_file::{self, open_button};
use crate::shortcuts::{CHARACTERS, KEYS};

const CHECKED: [&str; 2] = [
    "Every statement’s words, and the words that attribute it, are a verbatim stretch of the document. The program that builds this page looks each of them up in the text; if one can’t be found, or could stand for two places, there is no page. The mark ✓ verbatim stands beside the passage, with the place counted in characters from the beginning of the text, so that you can check it too.",
    "That an account is given here says that the document gives it, not that it is true.",
];
const HANDS: &str = "“Third hand” counts those who passed an account on, from the speaker to the document. Who is part of the speaker, as are a ministry’s paper, embassy or spokesman, speaks for it and is not counted; nor is a published text that speaks for those who signed it.";
const LINKS: &str = "The address of this page always names what you see: filters, comparison, open statement. Copy it, and who opens it sees the same. A copied link carries the edition that it was made with; where a later edition differs, the page says so.";
const OFFLINE: &str = "Where the browser permits it, the briefing is saved when it is first opened, and can then be read without a connection, all of it. Whether it was saved stands at the foot of the page. A new edition is announced, and shown when you ask for it.";
const FILES: &str = "A briefing can be handed on as one file, NAME.briefing; “Share” saves this one. A file that you open here, or drop on the page, takes the place of this briefing until you go back or load the page again. It is read on your device, sent nowhere and not kept.";
const DATA_FILES: [(&str, &str, &str); 3] = [
    (
        "data/briefing.json",
        "All statements as JSON",
        "each with its words, its place in the text, actors, topics and relations, for scripts and other tools.",
    ),
    ("feed.xml", "Feed of the statements", "the newest in Atom: a feed reader tells you of new ones."),
    ("llms.txt", "llms.txt", "what this site has, in plain text, for language models and whatever else reads text."),
];
const PRIVACY: &str = "This page sends nothing anywhere. What you read, search and compare stays in your browser.";

const PROGRAM: &str = concat!("Briefing ", env!("CARGO_PKG_VERSION"), ", ", env!("CARGO_PKG_LICENSE"));

/// The most documents that are listed as sources: a page has to end.
const MOST_DOCUMENTS: usize = 200;

/// The page about the briefing.
pub struct AboutPage;

impl Page for AboutPage {
    fn draw(&self, state: AppState) -> AnyView {
        fragment([div().class("masthead").child(headline("About this briefing")), prose(state, true)])
    }
}

impl PrintedPage for AboutPage {
    fn print(&self, state: AppState) -> AnyView {
        prose(state, false).into_any()
    }
}

/// The text of the page; without `screen`, only what is of use in print.
fn prose(state: AppState, screen: bool) -> Element {
    let data = state.data;
    let documents = in_order_of_publication(data).into_iter().take(MOST_DOCUMENTS);
    let documents = documents.map(|id| document(state, id, screen));
    let more = data.documents.len().saturating_sub(MOST_DOCUMENTS);
    let more = (more > 0).then(|| li().child(format!("and {} more.", query::words::count(more, "document"))));
    let method = data.method.iter().map(|text| localized(p(), language::localizable(data, text)));
    let section = |heading: &'static str, paragraphs: &[&'static str]| {
        let paragraphs = paragraphs.iter().map(|text| p().child(*text));
        fragment([h2().child(heading)].into_iter().chain(paragraphs))
    };
    let edition = [
        term("Edition", Some(code(data.digest.to_string()))),
        term("Annotated by", Some(language::named(data, data.editor))),
        term("Licence of the annotation", Some(language::named(data, data.licence))),
        term("Program", Some(code(PROGRAM))),
    ];
    div()
        .class("prose")
        .child(h2().child("Sources"))
        .child(ul().children(documents).child(more))
        .child(h2().child("Method"))
        .children(method)
        .child(section("What “checked” means", &CHECKED))
        .child(section("What “third hand” means", &[HANDS]))
        .child(screen.then(|| {
            fragment([
                section("Links", &[LINKS]),
                section("Offline", &[OFFLINE]),
                section("Briefing files", &[FILES]),
                p().child(open_button(state)).into_any(),
                fragment(opened_file::has_data_files().then(data_files)),
                section("Privacy", &[PRIVACY]),
                h2().child("Keyboard").into_any(),
                shortcuts_dialog::list(CHARACTERS.into_iter().chain(KEYS)).into_any(),
                p().child(shortcuts_dialog::open_button()).into_any(),
            ])
        }))
        .child(h2().child("Edition and licence"))
        .child(dl().class("keys").children(edition.into_iter().flatten()))
}

/// The files for other programs.
fn data_files() -> AnyView {
    let file = |(href, name, purpose): (&'static str, &'static str, &'static str)| {
        li().child(link(href, name)).child(": ").child(purpose)
    };
    fragment([h2().child("For other programs"), ul().children(DATA_FILES.map(file))])
}

fn document(state: AppState, id: DocumentId, screen: bool) -> Element {
    let model = head(state.data, id);
    let href = write(state.data, &query::View::Source(id, None));
    let outlet = distinct_outlet(state.data, id);
    let about = Phrase::joined(outlet.into_iter().chain([Phrase::new(&model.dateline)]), " · ");
    let mut words = Phrase::new(". ").phrase(about).literal(". ");
    if let Some(dated) = model.dated_by {
        words = words.literal("Dated by its words “").phrase(Phrase::of(dated)).literal("”. ");
    }
    let published = model.url.map(|url| {
        fragment([link(url, "Where it was published").attr("rel", "external noreferrer").into_any(), ". ".into_child()])
    });
    // Beside the page are the texts of its own briefing.
    let has_text_file = screen && opened_file::name().is_none();
    li().child(localized(a().attr("href", href), model.title))
        .child(words)
        .child(published)
        .child(has_text_file.then(|| fragment([link(model.file, "Plain text file").into_any(), ".".into_child()])))
}
