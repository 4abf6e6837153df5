//! What the tests of this crate share: the shipped briefing, a small one made up for exact cases, and strategies for
//! everything a reader could choose in either.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use corpus::{ActorId, Date, Role, StatementId, TopicId};
use proptest::prelude::*;

use crate::Shared;
use crate::facets::facet::{AnyFacet, Erased, Facet, Value};
use crate::facets::{FACETS, date};
use crate::filter::Filtered;
use crate::names::Named;
use crate::search::search;
use crate::view::{Chosen, Filter, Group, Selection, Sort, View, When};

/// The corpus that the page is built with.
pub fn shipped() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| compiled("../../seeds"))
}

/// Two documents made up so that each rule has a case: see `tests/small`.
pub fn small() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| compiled("tests/small"))
}

/// A corpus of several documents, from `examples/`.
pub fn example(name: &'static str) -> Shared {
    static BRIEFINGS: Mutex<BTreeMap<&str, Shared>> = Mutex::new(BTreeMap::new());
    let mut briefings = BRIEFINGS.lock().unwrap_or_else(PoisonError::into_inner);
    briefings.entry(name).or_insert_with(|| compiled(&format!("../../examples/{name}")))
}

/// Twelve documents of five outlets, one of which is a ministry: `examples/aldport`.
pub fn aldport() -> Shared {
    example("aldport")
}

/// Both, for what has to hold of any corpus.
pub fn both() -> [Shared; 2] {
    [shipped(), small()]
}

fn compiled(dir: &str) -> Shared {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
    let compiled = corpus::compile::compile_dir(&dir).unwrap_or_else(|report| panic!("{report:?}"));
    let briefing = corpus::load(compiled.bytes.leak()).expect("what was just compiled loads");
    Box::leak(Box::new(briefing))
}

/// A briefing with a statement for each of some times, `s0` the first.
pub fn with_times(times: &[&str]) -> Shared {
    let words = |number: usize| format!("They met for time number {number}.");
    let texts: Vec<_> = (0..times.len()).map(words).collect();
    let statements = times.iter().zip(&texts).enumerate().map(|(number, (time, text))| {
        format!("\n[[statement]]\nid = \"s{number}\"\nform = \"narration\"\ncontent = \"{text}\"\nwhen = \"{time}\"\n")
    });
    let annotation = format!("title = \"T\"\nlanguage = \"en\"\n{}", statements.collect::<String>());
    compiled_files([("a.txt".into(), texts.join("\n\n")), ("a.toml".into(), annotation)])
}

/// A statement of [`with_positions`]: speaker, topics, position, number of its document.
pub type Coded<'a> = (&'a str, &'a [&'a str], &'a str, usize);

/// A briefing with some positions: each is a statement, of actors that are a part of no other.
pub fn with_positions(positions: &[Coded<'_>]) -> Shared {
    let mut documents: BTreeMap<usize, [String; 2]> = BTreeMap::new();
    for (number, &(actor, topics, position, document)) in positions.iter().enumerate() {
        let [text, annotation] =
            documents.entry(document).or_insert_with(|| [String::new(), "title = \"T\"\nlanguage = \"en\"\n".into()]);
        let words = format!("Somebody says number {number}.");
        text.push_str(&words);
        text.push_str("\n\n");
        let coded = format!(
            "\n[[statement]]\nid = \"s{number}\"\nform = \"indirect\"\nspeaker = \"{actor}\"\ncontent = \"{words}\"\n\
             topics = {topics:?}\nposition = \"{position}\"\n"
        );
        annotation.push_str(&coded);
    }
    let actors = positions.iter().map(|(actor, ..)| actor).collect::<BTreeSet<_>>().into_iter();
    let actors =
        actors.map(|id| format!("[[actor]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"person\"\nrole = \"R\"\n"));
    let topics = positions.iter().flat_map(|(_, topics, ..)| *topics).collect::<BTreeSet<_>>().into_iter();
    let topics = topics.map(|id| format!("[[topic]]\nid = \"{id}\"\nname = \"{id}\"\nscope = \"S\"\n"));
    let files = documents.into_iter().flat_map(|(number, [text, annotation])| {
        [(format!("d{number:04}.txt"), text.trim_end().to_owned()), (format!("d{number:04}.toml"), annotation)]
    });
    compiled_registers(files, &actors.collect::<String>(), &topics.collect::<String>())
}

/// A briefing with a document in each of some languages, `d0` the first, each with a statement, `s0` the first.
pub fn with_languages(languages: &[&str]) -> Shared {
    let files = languages.iter().enumerate().flat_map(|(number, language)| {
        let text = format!("They met for time number {number}.");
        let statement = format!("[[statement]]\nid = \"s{number}\"\nform = \"narration\"\ncontent = \"{text}\"\n");
        let annotation = format!("title = \"T{number}\"\nlanguage = \"{language}\"\n\n{statement}");
        [(format!("d{number}.txt"), text), (format!("d{number}.toml"), annotation)]
    });
    compiled_files(files)
}

/// The briefing of some documents, without actors and topics.
fn compiled_files(documents: impl IntoIterator<Item = (String, String)>) -> Shared {
    compiled_registers(documents, "", "")
}

/// A briefing of so many topics and actors, with a statement of each actor on a topic, `s0` the first: for the extremes
/// of what is drawn. Names are of so many letters.
pub fn with_names(number: usize, letters: usize) -> Shared {
    let name = |kind: &str, number: usize| {
        format!("{kind} {number} {}", "m".repeat(letters)).chars().take(letters).collect::<String>()
    };
    let words = |number: usize| format!("They met for time number {number}.");
    let texts: Vec<_> = (0..number).map(words).collect();
    let topics = (0..number).map(|number| {
        format!("[[topic]]\nid = \"t{number}\"\nname = \"{}\"\nscope = \"S.\"\n\n", name("Topic", number))
    });
    let actors = (0..number).map(|number| {
        let name = name("Actor", number);
        format!("[[actor]]\nid = \"a{number}\"\nname = \"{name}\"\nkind = \"person\"\nrole = \"R\"\n\n")
    });
    let statements = texts.iter().enumerate().map(|(number, text)| {
        format!(
            "\n[[statement]]\nid = \"s{number}\"\nform = \"indirect\"\nspeaker = [\"a{number}\"]\ncontent = \"{text}\"\n\
             topics = [\"t{number}\"]\nposition = \"supports\"\n"
        )
    });
    let annotation = format!("title = \"T\"\nlanguage = \"en\"\n{}", statements.collect::<String>());
    let documents = [("a.txt".into(), texts.join("\n\n")), ("a.toml".into(), annotation)];
    compiled_registers(documents, &actors.collect::<String>(), &topics.collect::<String>())
}

/// A statement of [`with_countries`]: form, agents, whom it is about.
pub type Act<'a> = (&'a str, &'a [&'a str], &'a [&'a str]);

/// A briefing with some actors, each with a country and what it is a part of, either of which may be empty, and some
/// statements, `s0` the first.
pub fn with_countries(actors: &[(&str, &str, &str)], statements: &[Act<'_>]) -> Shared {
    let optional = |key: &str, value: &str| {
        if value.is_empty() { String::new() } else { format!("{key} = \"{value}\"\n") }
    };
    let actors = actors.iter().map(|&(id, country, whole)| {
        let [country, whole] = [optional("country", country), optional("part_of", whole)];
        format!("[[actor]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"state\"\nrole = \"R\"\n{country}{whole}\n")
    });
    let words = |number: usize| format!("They met for time number {number}.");
    let texts: Vec<_> = (0..statements.len()).map(words).collect();
    let statements = statements.iter().zip(&texts).enumerate().map(|(number, (&(form, agents, about), text))| {
        let agents = if agents.is_empty() { String::new() } else { format!("agent = {agents:?}\n") };
        let about = if about.is_empty() { String::new() } else { format!("about = {about:?}\n") };
        format!("\n[[statement]]\nid = \"s{number}\"\nform = \"{form}\"\n{agents}{about}content = \"{text}\"\n")
    });
    let annotation = format!("title = \"T\"\nlanguage = \"en\"\n{}", statements.collect::<String>());
    let documents = [("a.txt".into(), texts.join("\n\n")), ("a.toml".into(), annotation)];
    compiled_registers(documents, &actors.collect::<String>(), "")
}

/// The briefing of some documents with registers of actors and topics.
fn compiled_registers(documents: impl IntoIterator<Item = (String, String)>, actors: &str, topics: &str) -> Shared {
    let briefing =
        "title = \"T\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = \"M\"\n";
    let registers = [("actors.toml", actors), ("topics.toml", topics), ("briefing.toml", briefing)];
    let registers = registers.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let files = documents.into_iter().chain(registers);
    let files: Vec<_> =
        files.map(|(name, text)| corpus::compile::SeedFile { name, bytes: text.into_bytes() }).collect();
    compiled_seeds(&files)
}

fn compiled_seeds(files: &[corpus::compile::SeedFile]) -> Shared {
    let compiled = corpus::compile::compile(files).unwrap_or_else(|report| panic!("{report:?}"));
    Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("what was just compiled loads")))
}

/// A synthetic corpus of some statements, for what depends on their number; compiled once a number.
pub fn synthetic(statements: usize) -> Shared {
    static BRIEFINGS: Mutex<BTreeMap<usize, Shared>> = Mutex::new(BTreeMap::new());
    let mut briefings = BRIEFINGS.lock().unwrap_or_else(PoisonError::into_inner);
    briefings.entry(statements).or_insert_with(|| {
        let seed = |file: synth::File| corpus::compile::SeedFile { name: file.name, bytes: file.content.into_bytes() };
        compiled_seeds(&synth::files(statements, synth::SEED).map(seed).collect::<Vec<_>>())
    })
}

/// A synthetic corpus of some statements and a shape.
pub fn shaped(statements: usize, shape: synth::Shape) -> Shared {
    let seed = |file: synth::File| corpus::compile::SeedFile { name: file.name, bytes: file.content.into_bytes() };
    compiled_seeds(&synth::files_of(statements, synth::SEED, shape).map(seed).collect::<Vec<_>>())
}

/// The thing with a slug.
pub fn named<T: Named>(data: Shared, slug: &str) -> T {
    T::from_slug(data, slug).unwrap_or_else(|| panic!("no {} {slug}", T::NOUN))
}

/// The actor with a slug.
pub fn actor(data: Shared, slug: &str) -> ActorId {
    named(data, slug)
}

/// The topic with a slug.
pub fn topic(data: Shared, slug: &str) -> TopicId {
    named(data, slug)
}

/// The statement with a slug.
pub fn statement(data: Shared, slug: &str) -> StatementId {
    named(data, slug)
}

/// A date as an editor writes it.
pub fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The slugs of statements, in their order.
pub fn slugs(data: Shared, ids: impl IntoIterator<Item = StatementId>) -> Vec<&'static str> {
    ids.into_iter().map(|id| data.statement(id).slug).collect()
}

/// The start page that a link leads to. The link has to be understood.
pub fn selection(data: Shared, link: &str) -> Selection {
    match view(data, link) {
        View::Briefing(selection) => selection,
        other => panic!("{link} is not the start page: {other:?}"),
    }
}

/// The view that a link leads to. The link has to be understood.
pub fn view(data: Shared, link: &str) -> View {
    let parsed = crate::link::parse(data, link);
    assert_eq!(parsed.notices, [], "{link}");
    parsed.view
}

/// What passes the filter of a link; see [`passing`].
pub fn shown(data: Shared, link: &str) -> Vec<StatementId> {
    passing(data, &selection(data, link).filter)
}

/// The outcome of a filter with its search.
pub fn filtered(data: Shared, filter: &Filter) -> Filtered {
    Filtered::new(data, filter, search(data, &filter.text, Sort::Text))
}

/// What passes a filter as a reader would explain it: told from the statements, with nothing of the index. Only the
/// search is taken as it is.
pub fn passing(data: Shared, filter: &Filter) -> Vec<StatementId> {
    let mut ids: Vec<_> = data.statement_ids().filter(|&id| passes(data, filter, id)).collect();
    if let Some(search) = search(data, &filter.text, Sort::Text) {
        ids.retain(|&id| search.statements().contains(id));
    }
    ids
}

/// Whether an actor is another, or a part of it at any depth.
pub fn belongs(data: Shared, actor: ActorId, whole: ActorId) -> bool {
    actor == whole || data.actor(actor).part_of.is_some_and(|outer| belongs(data, outer, whole))
}

/// Whether an actor, or a part of it, has one of some roles in a statement; any role where none is given.
pub fn has_role(data: Shared, actor: ActorId, roles: &[Role], id: StatementId) -> bool {
    let statement = data.statement(id);
    let in_role = |role: Role| match role {
        Role::Speaker => statement.speakers,
        Role::Agent => statement.agents,
        Role::Relay => statement.via,
        Role::Audience => statement.audience,
        Role::Subject => statement.about,
    };
    let roles = if roles.is_empty() { &Role::ALL } else { roles };
    roles.iter().any(|&role| in_role(role).iter().any(|&other| belongs(data, other, actor)))
}

/// Whether a statement passes everything but the search.
fn passes(data: Shared, filter: &Filter, id: StatementId) -> bool {
    let everybody: Vec<ActorId> = data.actor_ids().collect();
    let actors = filter.actors.wanted();
    let candidates = if actors.is_empty() { &everybody } else { actors };
    let roles = filter.roles.wanted();
    // A role has to be that of a wanted actor.
    let in_role = roles.is_empty() || candidates.iter().any(|&actor| has_role(data, actor, roles, id));
    in_role
        && FACETS.iter().all(|facet| {
            let (wanted, unwanted) = facet.chosen(filter);
            let has = |value: Value| facet.has(data, id, value);
            (wanted.is_empty() || wanted.into_iter().any(has)) && !unwanted.into_iter().any(has)
        })
}

/// Some of all, in any order, each once.
pub fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    let most = most.min(all.len());
    proptest::sample::subsequence(all, 0..=most).prop_shuffle()
}

/// Times of every kind: those of the facet, those of the axis, and others that a link may hold.
fn times(data: Shared) -> Vec<When> {
    let own = data.statements.iter().filter_map(|statement| statement.when);
    let other =
        ["2021", "2021-11", "2021-12-15", "2020-01/2021-12-13", "1999-12-31", "../2021", "2021-12/..", "2021-12/"]
            .map(date);
    When::all(data).into_iter().chain(own.chain(other).map(When::In)).collect()
}

/// Some values of a facet, each wanted or not.
fn choices(data: Shared, facet: &'static dyn AnyFacet) -> BoxedStrategy<Vec<(Value, Chosen)>> {
    let mut all = facet.values(data);
    if facet.description().key == date::Date::DESCRIPTION.key {
        all.extend(times(data).into_iter().map(Erased::erase));
    }
    if all.is_empty() {
        return Just(Vec::new()).boxed();
    }
    let value = (proptest::sample::select(all), any::<bool>()).prop_map(|(value, wanted)| {
        let wanted = wanted || !facet.description().is_excludable;
        (value, if wanted { Chosen::Wanted } else { Chosen::Unwanted })
    });
    let few = prop_oneof![3 => Just(0..=0), 3 => Just(1..=1), 1 => Just(2..=3)];
    few.prop_flat_map(move |size| proptest::collection::vec(value.clone(), size)).boxed()
}

/// Filters without a search.
pub fn filters(data: Shared) -> impl Strategy<Value = Filter> {
    let by_facet: Vec<_> = FACETS.iter().map(|&facet| choices(data, facet)).collect();
    by_facet.prop_map(|by_facet| {
        let mut filter = Filter::default();
        for (facet, values) in FACETS.iter().zip(by_facet) {
            for (value, state) in values {
                facet.set(&mut filter, value, state);
            }
        }
        filter
    })
}

/// What may be typed into the search box: mostly words of the corpus, sometimes anything.
pub fn searches() -> impl Strategy<Value = String> {
    let word =
        proptest::sample::select(vec!["bridge", "foreign", "base", "tashkent", "\"united states\"", "-russia", "zzz"]);
    let words = proptest::collection::vec(word, 1..3).prop_map(|words| words.join(" "));
    prop_oneof![4 => Just(String::new()), 3 => words, 1 => any::<String>(), 1 => "[ -~\n“”é%+&,#=-]{0,12}"]
}

/// Everything the start page can be asked for.
pub fn selections(data: Shared) -> impl Strategy<Value = Selection> {
    let group = proptest::sample::select(Group::all(data));
    let sort = proptest::sample::select(Sort::all(data));
    let open = proptest::option::of(proptest::sample::select(StatementId::all(data)));
    (filters(data), searches(), group, sort, open).prop_map(|(filter, text, group, sort, open)| Selection {
        filter: Filter { text, ..filter },
        group,
        sort,
        open,
    })
}

/// Every view there is.
pub fn views(data: Shared) -> impl Strategy<Value = View> {
    crate::pages::views(data)
}
