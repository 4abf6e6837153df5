//! What the tests of this crate share: the shipped briefing, a small one made up for exact cases, and strategies for
//! everything a reader could choose in either.

use std::path::Path;
use std::sync::OnceLock;

use corpus::{ActorId, Date, DocumentId, Role, StatementId, TopicId};
use proptest::prelude::*;

use crate::Shared;
use crate::filter::Filtered;
use crate::names::Named;
use crate::search::search;
use crate::view::{Choice, Chosen, Columns, Comparison, Filter, Group, Selection, Sort, View, When};

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
    let briefing =
        "title = \"T\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = \"M\"\n";
    let files = [
        ("a.txt", texts.join("\n\n")),
        ("a.toml", annotation),
        ("actors.toml", String::new()),
        ("topics.toml", String::new()),
        ("briefing.toml", briefing.to_owned()),
    ];
    let files = files.map(|(name, text)| corpus::compile::SeedFile { name: name.to_owned(), bytes: text.into_bytes() });
    let compiled = corpus::compile::compile(&files).unwrap_or_else(|report| panic!("{report:?}"));
    Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("what was just compiled loads")))
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
    Filtered::new(data, filter, search(data, &filter.text))
}

/// What passes a filter as a reader would explain it: told from the statements, with nothing of the index. Only the
/// search is taken as it is.
pub fn passing(data: Shared, filter: &Filter) -> Vec<StatementId> {
    let mut ids: Vec<_> = data.statement_ids().filter(|&id| passes(data, filter, id)).collect();
    if let Some(search) = search(data, &filter.text) {
        ids.retain(|&id| search.statements().contains(id));
    }
    ids
}

/// Whether an actor is another, or a part of it at any depth.
pub fn belongs(data: Shared, actor: ActorId, whole: ActorId) -> bool {
    actor == whole || data.actor(actor).part_of.is_some_and(|outer| belongs(data, outer, whole))
}

/// Whether an actor, or a part of it, has one of some roles in a statement; any role where none is given.
pub fn has_part(data: Shared, actor: ActorId, roles: &[Role], id: StatementId) -> bool {
    let statement = data.statement(id);
    let in_role = |role: Role| match role {
        Role::Speaker => &statement.speakers,
        Role::Agent => &statement.agents,
        Role::Relay => &statement.via,
        Role::Audience => &statement.audience,
        Role::Subject => &statement.about,
    };
    let roles = if roles.is_empty() { &Role::ALL } else { roles };
    roles.iter().any(|&role| in_role(role).iter().any(|&other| belongs(data, other, actor)))
}

/// Whether a statement passes everything but the search.
fn passes(data: Shared, filter: &Filter, id: StatementId) -> bool {
    fn any<T: Copy + PartialEq>(choice: &Choice<T>, has: impl Fn(T) -> bool) -> bool {
        (choice.wanted().is_empty() || choice.wanted().iter().any(|&value| has(value)))
            && !choice.unwanted().iter().any(|&value| has(value))
    }
    let statement = data.statement(id);
    let wanted = filter.actors.wanted();
    let everybody: Vec<ActorId> = data.actor_ids().collect();
    let candidates = if wanted.is_empty() { &everybody } else { wanted };
    let by_part = candidates.iter().any(|&actor| has_part(data, actor, &filter.roles, id));
    let actors = (wanted.is_empty() && filter.roles.is_empty()) || by_part;
    let unwanted = filter.actors.unwanted().iter().any(|&actor| has_part(data, actor, &[], id));
    let on = |when: When| match (when, statement.when) {
        (When::Undated, own) => own.is_none_or(|own| own.days().is_none()),
        (When::In(date), Some(own)) => match (date.days(), own.days()) {
            (Some((first, last)), Some((own_first, own_last))) => own_first <= last && first <= own_last,
            _ => false,
        },
        (When::In(_), None) => false,
    };
    actors
        && !unwanted
        && any(&filter.topics, |topic| statement.topics.contains(&topic))
        && any(&filter.forms, |form| statement.form == form)
        && any(&filter.positions, |position| statement.position == Some(position))
        && any(&filter.relays, |relay| has_part(data, relay, &[Role::Relay], id))
        && any(&filter.documents, |document| statement.document == document)
        && any(&filter.dates, on)
}

fn choices<T: Named + std::fmt::Debug>(data: Shared) -> impl Strategy<Value = Choice<T>> {
    choices_of(T::all(data))
}

fn choices_of<T: Copy + PartialEq + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Choice<T>> {
    let value = (proptest::sample::select(all), any::<bool>());
    let few = prop_oneof![3 => Just(0..=0), 3 => Just(1..=1), 1 => Just(2..=3)];
    few.prop_flat_map(move |size| proptest::collection::vec(value.clone(), size)).prop_map(|values| {
        let mut choice = Choice::default();
        for (value, wanted) in values {
            choice.set(value, if wanted { Chosen::Wanted } else { Chosen::Unwanted });
        }
        choice
    })
}

/// Some of all, in any order, each once.
fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    let most = most.min(all.len());
    proptest::sample::subsequence(all, 0..=most).prop_shuffle()
}

/// Times of every kind: those of the facet, those of the axis, and others that a link may hold.
fn times(data: Shared) -> Vec<When> {
    let own = data.statements.iter().filter_map(|statement| statement.when).filter(|when| when.days().is_some());
    let other = ["2021", "2021-11", "2021-12-15", "2020-01/2021-12-13", "1999-12-31"].map(date);
    When::all(data).into_iter().chain(own.chain(other).map(When::In)).collect()
}

/// Filters without a search.
pub fn filters(data: Shared) -> impl Strategy<Value = Filter> {
    let who = (choices(data), prop_oneof![3 => Just(Vec::new()), 2 => some(Role::ALL.to_vec(), 3)]);
    let what = (choices(data), choices(data), choices(data));
    let whence = (choices(data), choices(data), choices_of(times(data)));
    (who, what, whence).prop_map(|((actors, roles), (topics, forms, positions), (relays, documents, dates))| Filter {
        actors,
        roles,
        topics,
        forms,
        positions,
        relays,
        documents,
        dates,
        text: String::new(),
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
    let statement = || proptest::sample::select(StatementId::all(data));
    let topics = some(TopicId::all(data), 3);
    let columns = prop_oneof![
        some(ActorId::all(data), Columns::MOST).prop_map(Columns::Actors),
        some(StatementId::all(data), Columns::MOST)
            .prop_filter("the link to no columns is one to no actors", |columns| !columns.is_empty())
            .prop_map(Columns::Statements),
    ];
    prop_oneof![
        6 => selections(data).prop_map(View::Briefing),
        1 => Just(View::Actors),
        1 => proptest::sample::select(ActorId::all(data)).prop_map(View::Actor),
        3 => (columns, topics).prop_map(|(columns, topics)| View::Compare(Comparison { columns, topics })),
        1 => proptest::sample::select(DocumentId::all(data)).prop_map(|document| View::Source(document, None)),
        1 => statement().prop_map(move |id| View::Source(data.statement(id).document, Some(id))),
        1 => Just(View::About),
    ]
}
