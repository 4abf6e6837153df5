//! Kinds of columns and periods in links. A period is a date as EDTF has it, or one of which only one end is given.

use std::borrow::Cow;

use corpus::Date;

use super::compared::{ColumnKind, Period};
use crate::Shared;
use crate::names::Named;
use crate::words;

impl Named for ColumnKind {
    const NOUN: &'static str = "kind of column";

    fn slug(self, _: Shared) -> Cow<'static, str> {
        self.singular().into()
    }

    fn label(self, _: Shared) -> Cow<'static, str> {
        words::capitalised(self.plural()).into()
    }

    fn from_slug(data: Shared, slug: &str) -> Option<Self> {
        Self::all(data).into_iter().find(|kind| kind.singular() == slug)
    }

    fn all(_: Shared) -> Vec<Self> {
        vec![ColumnKind::Actor, ColumnKind::Camp, ColumnKind::Outlet, ColumnKind::Document, ColumnKind::Period]
    }
}

/// What comes before the last day of a period that is open before it.
const UNTIL: &str = "until-";

/// What comes before the first day of a period that is open after it.
const FROM: &str = "from-";

impl Named for Period {
    const NOUN: &'static str = "period";

    /// The dots with which EDTF writes an open end are lost where a link ends a sentence or a line: words are not.
    fn slug(self, _: Shared) -> Cow<'static, str> {
        match self.date() {
            Date::By(last) => format!("{UNTIL}{last}").into(),
            Date::From(first) => format!("{FROM}{first}").into(),
            date => date.to_string().into(),
        }
    }

    fn label(self, _: Shared) -> Cow<'static, str> {
        match self.date() {
            Date::By(last) => format!("Until {}", words::date(Date::On(last))).into(),
            Date::From(first) => format!("From {} on", words::date(Date::On(first))).into(),
            date => words::date(date).into(),
        }
    }

    /// What EDTF writes as `../2021-12-14` and `2021-12-15/..` is read as well.
    fn from_slug(_: Shared, slug: &str) -> Option<Self> {
        let date = if let Some(last) = slug.strip_prefix(UNTIL) {
            Date::By(last.parse().ok()?)
        } else if let Some(first) = slug.strip_prefix(FROM) {
            Date::From(first.parse().ok()?)
        } else {
            slug.parse().ok()?
        };
        Period::new(date)
    }

    /// The months that dated statements touch. Other periods can be compared, too, but are not listed.
    fn all(data: Shared) -> Vec<Self> {
        data.index.facets.months().filter_map(|(month, _)| Period::new(month)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{date, small};

    #[test]
    fn a_period_is_written_in_one_way_and_read_in_that_of_edtf_too() {
        for (written, edtf, label) in [
            ("2021-12", "2021-12", "December 2021"),
            ("2021-10/2021-12-14", "2021-10/2021-12-14", "October – 14 December 2021"),
            ("until-2021-12-14", "../2021-12-14", "Until 14 December 2021"),
            ("from-2021-12-15", "2021-12-15/..", "From 15 December 2021 on"),
        ] {
            let period = Period::new(date(edtf)).expect("known ends");
            assert_eq!((&*period.slug(small()), &*period.label(small())), (written, label));
            assert_eq!([written, edtf].map(|slug| Period::from_slug(small(), slug)), [Some(period); 2]);
        }
    }

    #[test]
    fn an_unknown_end_is_no_end_of_a_period() {
        for slug in
            ["2021-12-15/", "/2021-12-15", "until-", "from-../2021", "until-2021/..", "from-until-2021", "2021-13"]
        {
            assert_eq!(Period::from_slug(small(), slug), None, "{slug}");
        }
    }
}
