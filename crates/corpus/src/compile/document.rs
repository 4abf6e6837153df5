//! A document and its statements: the annotation checked against the text.

use super::blocks::kinds;
use super::check::Check;
use super::grammar::Ref;
use super::problem::{Place, Problem};
use super::quotes::{Body, Use};
use super::raw;
use super::read::{At, Many, Must};
use super::registry::{Registries, chosen};
use super::values::{Choice, Quote};
use crate::model::{ActorId, Document, DocumentId, Form, Span, Statement, TopicId};

/// A document as the folder has it.
pub(super) struct Seed<'a> {
    /// The text file's name.
    pub file: &'a str,
    /// Name in links.
    pub slug: &'a str,
    pub text: Body<'a>,
    pub annotation: &'a raw::Document,
}

/// The document without its statements.
pub(super) fn document<'a>(seed: &Seed<'a>, names: &Registries<'_>, check: &mut Check<'_>) -> Document<'a> {
    let Seed { annotation, text, .. } = seed;
    let mut omitted = spans(&annotation.omit.0, text, Use::Omit, check);
    omitted.sort_by_key(|&(span, _)| span);
    for pair in omitted.windows(2) {
        if pair[1].0.start < pair[0].0.end {
            check.report(
                Problem::new("briefing::omit::overlap", "two omitted stretches share words of the text")
                    .label(pair[0].1, "this one")
                    .label(pair[1].1, "and this one")
                    .help("join them into one, or let the second begin after the first"),
            );
        }
    }
    let omitted: Vec<Span> = omitted.into_iter().map(|(span, _)| span).collect();
    let headings: Vec<Span> =
        spans(&annotation.headings.0, text, Use::Heading, check).into_iter().map(|(span, _)| span).collect();
    if text.runs.len() > usize::from(u16::MAX) {
        let problem = Problem::new("briefing::corpus::too-large", "this text has more than 65535 paragraphs");
        check.report(problem.of(text.file).help("part it into several documents"));
    }
    let blocks = kinds(text.text, &text.runs, annotation.title.text(), &headings, &omitted);
    Document {
        slug: seed.slug,
        file: seed.file,
        title: annotation.title.text(),
        text: text.text,
        published: annotation.published.0.as_ref().map(|date| date.value.0),
        dated_by: annotation.dated_by.0.as_ref().and_then(|quote| text.find(&quote.value, Use::DatedBy, check)),
        outlet: annotation.outlet.0.as_ref().and_then(|id| names.actors.find(id, check)).map(ActorId),
        url: annotation.url.text(),
        language: annotation.language.text(),
        blocks,
        omitted,
    }
}

fn spans(quotes: &[At<Quote>], text: &Body<'_>, used: Use, check: &mut Check<'_>) -> Vec<(Span, Place)> {
    let find = |quote: &At<Quote>| text.find(&quote.value, used, check).map(|span| (span, quote.value.place));
    quotes.iter().filter_map(find).collect()
}

/// A document's statements by their place in it, each beside its annotation.
pub(super) fn statements<'a>(
    at: DocumentId,
    seed: &Seed<'a>,
    document: &Document<'_>,
    names: &Registries<'_>,
    check: &mut Check<'_>,
) -> Vec<(&'a raw::Statement, Statement<'a>)> {
    let raw = &seed.annotation.statement.0;
    let mut statements: Vec<_> = raw
        .iter()
        .map(|At { value: raw, place }| (raw, statement(raw, *place, at, seed, document, names, check)))
        .collect();
    // Of statements that begin at the same word, the editor's order decides.
    statements.sort_by_key(|(_, statement)| statement.content.first().map(|span| span.start));
    statements
}

fn statement<'a>(
    raw: &'a raw::Statement,
    place: Place,
    document: DocumentId,
    seed: &Seed<'_>,
    whole: &Document<'_>,
    names: &Registries<'_>,
    check: &mut Check<'_>,
) -> Statement<'a> {
    let mut actors = |ids: &Many<Ref>, key: &str| -> Vec<ActorId> {
        names.actors.find_all(&ids.0, key, check).into_iter().map(ActorId).collect()
    };
    let speakers = actors(&raw.speaker, "`speaker`");
    let agents = actors(&raw.agent, "`agent`");
    let via = actors(&raw.via, "`via`");
    let audience = actors(&raw.audience, "`audience`");
    let about = actors(&raw.about, "`about`");
    let topics = names.topics.find_all(&raw.topics.0, "`topics`", check).into_iter().map(TopicId).collect();
    check_form(raw, place, check);
    let content = stretches(&raw.content.0, |quote, check| seed.text.find(quote, Use::Content, check), check);
    for (quote, &span) in raw.content.0.iter().zip(&content) {
        check_omitted(&quote.value, span, seed, whole, check);
    }
    // Without all of its content there is no telling which paragraph it is.
    let cue = if content.len() == raw.content.0.len() && !content.is_empty() {
        let within = seed.text.around(&content);
        stretches(&raw.cue.0, |quote, check| seed.text.find_within(quote, Use::Cue, &within, check), check)
    } else {
        Vec::new()
    };
    Statement {
        slug: raw.id.text(),
        document,
        form: chosen(raw.form.0.as_ref(), Form::Narration),
        speakers,
        agents,
        via,
        audience,
        about,
        cue,
        content,
        topics,
        when: raw.when.0.as_ref().map(|date| date.value.0),
        position: raw.position.0.as_ref().map(|position| position.value.0),
        note: raw.note.text(),
    }
}

/// Finds the stretches of a list, which have to stand in the text in the order of the list. All of them, or those
/// before the first that is missing.
fn stretches(
    quotes: &[At<Quote>],
    mut find: impl FnMut(&Quote, &mut Check<'_>) -> Option<Span>,
    check: &mut Check<'_>,
) -> Vec<Span> {
    let found: Vec<_> = quotes.iter().map(|quote| find(&quote.value, check)).collect();
    for (pair, quotes) in found.windows(2).zip(quotes.windows(2)) {
        let (Some(before), Some(after)) = (pair[0], pair[1]) else { continue };
        if after.start < before.end {
            let shares = before.start < after.end;
            let what =
                if shares { "stretches share words of the text" } else { "stretches are not in the order of the text" };
            check.report(
                Problem::new("briefing::quote::order", what)
                    .label(quotes[0].value.place, "this one")
                    .label(quotes[1].value.place, if shares { "and this one" } else { "stands before it in the text" })
                    .help(if shares {
                        "make one stretch of them, or let them end and begin apart"
                    } else {
                        "swap them"
                    }),
            );
        }
    }
    found.into_iter().map_while(|span| span).collect()
}

fn check_omitted(quote: &Quote, span: Span, seed: &Seed<'_>, document: &Document<'_>, check: &mut Check<'_>) {
    let first = document.omitted.partition_point(|omitted| omitted.end <= span.start);
    let Some(omitted) = document.omitted.get(first).filter(|omitted| omitted.start < span.end) else { return };
    let original = seed.annotation.omit.0.iter().find(|omit| omit.value.exact == seed.text.text[omitted.range()]);
    let problem = Problem::new("briefing::quote::omitted", "this quote is in a stretch that is omitted")
        .label(quote.place, "quoted here")
        .help("page furniture is nobody's statement: remove the statement, or shorten what is omitted");
    check.report(match original {
        Some(omit) => problem.label(omit.value.place, "omitted here"),
        None => problem,
    });
}

/// The table of forms in `docs/format.md`.
fn check_form(raw: &raw::Statement, place: Place, check: &mut Check<'_>) {
    let Must(Some(At { value: Choice(form), place: at })) = raw.form else { return };
    let speaker = raw.speaker.0.first().map(|id| id.place);
    let agent = raw.agent.0.first().map(|id| id.place);
    let word = super::words::word(form);
    let missing = |key: &str, who: &str| {
        Problem::new("briefing::form::missing", format!("form \"{word}\" needs `{key}`"))
            .label(at, format!("the form asks for {who}"))
            .label(Place { end: place.start.max(place.end), ..place }, format!("no `{key}` in this statement"))
    };
    let refused = |key: &str, given: Place| {
        Problem::new("briefing::form::unwanted", format!("form \"{word}\" has no `{key}`"))
            .label(at, "this form")
            .label(given, format!("`{key}` is given here"))
    };
    let own = "narration is the document's own voice; what somebody else says is direct, indirect or mixed, what is done \
               is an act";
    match form {
        Form::Narration => {
            if let Some(given) = speaker {
                check.report(refused("speaker", given).help(own));
            }
            if let Some(given) = agent {
                check.report(refused("agent", given).help(own));
            }
        }
        Form::Act => {
            if agent.is_none() {
                check.report(
                    missing("agent", "who did it").help("name who did it in `agent`; `speaker` is who reports it"),
                );
            }
        }
        Form::Direct | Form::Indirect | Form::Mixed => {
            if speaker.is_none() {
                check.report(missing("speaker", "who says it").help(
                    "name who says it in `speaker`; a source that the text does not name is an actor of kind unnamed",
                ));
            }
            if let Some(given) = agent {
                check.report(refused("agent", given).help("only an act has agents; who says it goes into `speaker`"));
            }
        }
    }
}
