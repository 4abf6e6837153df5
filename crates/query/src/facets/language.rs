//! The language of the document that a statement stands in.

use std::borrow::Cow;

use super::facet::{Description, Erased, Facet, Value};
use crate::Shared;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, DocumentLanguage, Filter};

/// English names of languages by their ISO 639-1 codes: those that most news is written in.
const NAMES: &str = "ar Arabic|bn Bengali|cs Czech|da Danish|de German|el Greek|en English|es Spanish|fa Persian|fi Finnish|\
                     fr French|he Hebrew|hi Hindi|hu Hungarian|id Indonesian|it Italian|ja Japanese|kk Kazakh|ko Korean|\
                     ky Kyrgyz|nl Dutch|no Norwegian|pl Polish|pt Portuguese|ro Romanian|ru Russian|sv Swedish|tg Tajik|\
                     th Thai|tk Turkmen|tr Turkish|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|zh Chinese";

/// The facet.
pub(crate) struct Language;

impl Facet for Language {
    type Value = DocumentLanguage;

    const DESCRIPTION: Description =
        Description { key: "language", title: "Language", of_document: true, is_open: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<DocumentLanguage> {
        &filter.languages
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<DocumentLanguage> {
        &mut filter.languages
    }

    fn statements(data: Shared, value: DocumentLanguage) -> StatementSet {
        let mut set = StatementSet::empty(data.statements.len());
        for (id, document) in data.documents_with_ids() {
            if document.language.eq_ignore_ascii_case(value.0) {
                set.add_all(data.index.facets.document(id));
            }
        }
        set
    }

    /// A single language tells nothing apart.
    fn is_idle(data: Shared) -> bool {
        DocumentLanguage::all(data).len() < 2
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: DocumentLanguage) -> bool {
        data.document(data.statement(id).document).language.eq_ignore_ascii_case(value.0)
    }
}

impl Named for DocumentLanguage {
    const NOUN: &'static str = "language";

    /// Case means nothing in a tag (RFC 5646, section 2.1.1), and links have none.
    fn slug(self, _: Shared) -> Cow<'static, str> {
        self.0.to_ascii_lowercase().into()
    }

    /// "German", "German (CH)"; the tag where there is no name for it.
    fn label(self, _: Shared) -> Cow<'static, str> {
        let (code, variety) = self.0.split_once('-').unwrap_or((self.0, ""));
        let is_named = |entry: &&str| entry.split_once(' ').is_some_and(|(known, _)| known.eq_ignore_ascii_case(code));
        match NAMES.split('|').find(is_named).and_then(|entry| entry.split_once(' ')) {
            None => self.0.into(),
            Some((_, name)) if variety.is_empty() => name.into(),
            Some((_, name)) => format!("{name} ({variety})").into(),
        }
    }

    fn from_slug(data: Shared, slug: &str) -> Option<Self> {
        Self::all(data).into_iter().find(|own| own.0.eq_ignore_ascii_case(slug))
    }

    /// In the order of the documents.
    fn all(data: Shared) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for tag in data.documents.iter().map(|document| document.language) {
            if !all.iter().any(|known| known.0.eq_ignore_ascii_case(tag)) {
                all.push(DocumentLanguage(tag));
            }
        }
        all
    }
}

impl Erased for DocumentLanguage {
    fn erase(self) -> Value {
        Value::Code(self.0)
    }

    fn restore(value: Value) -> Option<Self> {
        match value {
            Value::Code(tag) => Some(DocumentLanguage(tag)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::{Count, facets};
    use crate::link;
    use crate::testing::{filtered, selection, shipped, slugs, with_languages};
    use crate::view::{Selection, View};

    fn briefing() -> Shared {
        with_languages(&["en", "de-CH", "fr", "de-CH", "qaa"])
    }

    fn through(data: Shared, link: &str) -> Vec<&'static str> {
        slugs(data, &filtered(data, &selection(data, link).filter).statements)
    }

    #[test]
    fn statements_are_filtered_by_the_language_of_their_document() {
        let data = briefing();
        assert_eq!(through(data, "#/?language=de-ch"), ["s1", "s3"]);
        assert_eq!(through(data, "#/?language=fr,en"), ["s0", "s2"]);
        assert_eq!(through(data, "#/?language=-de-ch"), ["s0", "s2", "s4"]);
        assert_eq!(through(data, "#/?language=de-ch&document=d3"), ["s3"]);
    }

    #[test]
    fn languages_are_counted_under_their_english_names() {
        let data = briefing();
        let none = Selection::default();
        let models = facets(data, &none, &filtered(data, &none.filter));
        let model = models.last().expect("a facet");
        assert_eq!((model.key, model.title), ("language", "Language"));
        let counts: Vec<_> = model.values.iter().map(|value| (value.label.as_str(), value.count)).collect();
        let [one, two] = [Count::Leaves(1), Count::Leaves(2)];
        assert_eq!(counts, [("English", one), ("German (CH)", two), ("French", one), ("qaa", one)]);
        assert!(NAMES.split('|').is_sorted() && NAMES.split('|').all(|entry| entry.find(' ') == Some(2)));
    }

    #[test]
    fn a_link_to_a_language_comes_back_and_reads_any_case() {
        let data = briefing();
        let view = View::filtered(Filter { languages: Choice::of(DocumentLanguage("de-CH")), ..Filter::default() });
        assert_eq!(link::write(data, &view), "#/?language=de-ch");
        for written in ["#/?language=de-ch", "#/?language=de-CH", "#/?language=DE-CH"] {
            assert_eq!(
                link::parse(data, written),
                link::Parsed { view: view.clone(), notices: Vec::new() },
                "{written}"
            );
        }
    }

    #[test]
    fn an_unknown_language_is_said_with_the_nearest() {
        let data = briefing();
        let [notice] = &link::parse(data, "#/?language=de-at").notices[..] else { panic!("one notice") };
        assert_eq!(notice.text, "This briefing has no language “de-at”.");
        assert_eq!(notice.instead, Some(("de-ch".to_owned(), "#/?language=de-ch".to_owned())));
    }

    #[test]
    fn one_language_is_no_facet() {
        for data in [shipped(), with_languages(&["en", "en"])] {
            let none = Selection::default();
            assert!(facets(data, &none, &filtered(data, &none.filter)).iter().all(|model| model.key != "language"));
            let chosen = selection(data, "#/?language=en");
            let models = facets(data, &chosen, &filtered(data, &chosen.filter));
            assert!(models.iter().any(|model| model.key == "language"), "what is chosen can be taken back");
        }
    }
}
