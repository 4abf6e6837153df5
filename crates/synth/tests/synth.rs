//! Corpora as the compiler reads them.

use corpus::{
    Briefing,
    compile::{SeedFile, compile},
};

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
