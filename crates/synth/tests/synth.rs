//! Corpora as the compiler reads them.

use corpus::{
    Briefing,
    compile::{SeedFile, compile},
};
use synth::Shape;

fn compiled(statements: usize, seed: u64) -> Vec<u8> {
    let files =
        synth::files(statements, seed).map(|file| SeedFile { name: file.name, bytes: file.content.into_bytes() });
    match compile(&files.collect::<Vec<_>>()) {
        Ok(compiled) => compiled.bytes,
        Err(report) => panic!("{}", report.render(false, 100)),
    }
}

fn of<'a>(briefing: &'a Briefing, languages: &[&str]) -> Vec<&'a str> {
    let found = briefing.documents.iter().map(|document| document.language);
    found.filter(|language| languages.contains(language)).collect()
}

#[test]
fn a_small_corpus_has_the_bytes_of_its_seed() {
    let bytes = compiled(25, synth::SEED);
    let briefing = corpus::load(&bytes).expect("compiled bytes");
    assert_eq!(briefing.statements.len(), 25);
    assert_eq!(
        briefing.digest.to_string(),
        "062cbae9f094fbff",
        "renew this digest, and all figures measured with the corpus"
    );
    assert_ne!(bytes, compiled(25, synth::SEED + 1));
}

#[test]
fn a_thousand_statements_have_everything_that_a_corpus_can_have() {
    let bytes = compiled(1000, synth::SEED);
    let briefing = corpus::load(&bytes).expect("compiled bytes");
    assert_eq!(
        briefing.digest.to_string(),
        "7ef4f3a824735e98",
        "renew this digest, and all figures measured with the corpus"
    );
    assert_eq!(briefing.statements.len(), 1000);
    assert!((70..=100).contains(&briefing.documents.len()));
    for language in ["en", "fr", "ru", "zh", "ar"] {
        assert!(!of(&briefing, &[language]).is_empty(), "{language}");
    }
    assert!(briefing.relations.len() > 50);
    assert!(briefing.camps.len() > 3 && briefing.topics.len() > 10);
    assert!(briefing.statements.iter().any(|statement| statement.via.len() > 1));
    assert!(briefing.statement_ids().any(|id| briefing.content_spans(id).len() > 1));
    assert!(briefing.statements.iter().any(|statement| statement.when.is_none()));
    assert!(briefing.index.facets.months().len() > 0);
}

#[test]
fn any_number_of_statements_is_exact() {
    for statements in [1, 2, 7, 60] {
        let bytes = compiled(statements, 99);
        assert_eq!(corpus::load(&bytes).expect("compiled bytes").statements.len(), statements);
    }
}

fn of_shape(statements: usize, shape: Shape) -> &'static Briefing<'static> {
    let files = synth::files_of(statements, synth::SEED, shape);
    let files = files.map(|file| SeedFile { name: file.name, bytes: file.content.into_bytes() });
    let compiled = compile(&files.collect::<Vec<_>>()).unwrap_or_else(|report| panic!("{}", report.render(false, 100)));
    Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("compiled bytes")))
}

#[test]
fn each_extreme_is_one() {
    let unrelated = of_shape(120, Shape::Unrelated);
    assert!(unrelated.relations.is_empty() && unrelated.documents.len() > 4);

    let long = of_shape(20, Shape::OneDocument(60_000));
    let lengths: Vec<usize> = long.documents.iter().map(|document| document.text().len()).collect();
    assert!(lengths.len() == 1 && lengths[0] >= 60_000 && lengths[0] < 70_000, "{lengths:?}");
    assert_eq!(long.statements.len(), 20);

    let one = of_shape(200, Shape::OneActor);
    let most = one.actor_ids().map(|id| {
        let own = one.statement_ids().filter(|&statement| {
            let statement = one.statement(statement);
            statement.speakers.contains(&id) || statement.agents.contains(&id) || statement.about.contains(&id)
        });
        own.count()
    });
    assert_eq!(most.max(), Some(200));

    let actors = of_shape(12, Shape::ManyActors(2_000));
    assert_eq!((actors.actors.len(), actors.statements.len()), (2_000, 12));

    let day = of_shape(100, Shape::OneDay);
    let days: Vec<_> = day.statement_ids().map(|id| day.statement(id).when).collect();
    assert!(days[0].is_some() && days.iter().all(|when| *when == days[0]));
}

#[test]
fn each_shape_that_lacks_something_lacks_it() {
    let unplaced = of_shape(120, Shape::Unplaced);
    assert!(unplaced.statement_ids().all(|id| unplaced.statement(id).when.is_none()));
    assert!(unplaced.documents.iter().all(|document| document.published.is_none() && document.dated_by().is_none()));
    let countries: Vec<&str> = unplaced.actors.iter().filter_map(|actor| actor.country).collect();
    assert!(countries.len() > 2 && countries.contains(&"ZZ"), "{countries:?}");
    assert!(unplaced.statement_ids().any(|id| unplaced.statement(id).position.is_some()));

    let unpositioned = of_shape(120, Shape::Unpositioned);
    assert!(unpositioned.statement_ids().all(|id| unpositioned.statement(id).position.is_none()));
    assert!(unpositioned.camps.is_empty());
    assert!(unpositioned.statement_ids().any(|id| unpositioned.statement(id).when.is_some()));
}

#[test]
fn each_shape_that_has_too_much_of_something_has_it() {
    assert_eq!(of_shape(100, Shape::ManyTopics(300)).topics.len(), 300);

    let long = of_shape(60, Shape::LongNames);
    let names = long.actors.iter().map(|actor| actor.name).chain(long.topics.iter().map(|topic| topic.name));
    let names: Vec<&str> = names.chain(long.camps.iter().map(|camp| camp.name)).collect();
    assert!(names.iter().all(|name| name.chars().count() == 200), "{names:?}");
    assert!(names.iter().any(|name| !name.contains(' ')) && names.iter().any(|name| name.contains(' ')));
    assert!(long.documents.iter().all(|document| document.title.chars().count() == 200));
}
