//! What an export says of where and when it was made.

use corpus::StatementId;
use corpus::date::Calendar;
use export::Context;
use leptos::prelude::*;
use query::View;

use crate::desk::Desk;

/// For a view, here and today.
pub fn context(view: View) -> Context {
    let today = js_sys::Date::new_0();
    Context {
        base: base(),
        accessed: Calendar {
            year: today.get_full_year() as u16,
            month: today.get_month() as u8 + 1,
            day: today.get_date() as u8,
        },
        view,
    }
}

/// A statement as a reference to paste into a text.
pub fn citation(desk: Desk, id: StatementId) -> String {
    export::citation(desk.data, id, &context(View::statement(id)))
}

/// The address at which the briefing is published, or else the one that it was opened at. A copy on a disk has neither: its
/// address would work nowhere else, and tell how the reader's folders are named.
fn base() -> String {
    let canonical = document().query_selector("link[rel=canonical]").ok().flatten();
    let published = canonical.and_then(|link| link.get_attribute("href")).filter(|href| href.contains("://"));
    let here = || window().location().href().ok().filter(|href| href.starts_with("http"));
    published.or_else(here).unwrap_or_default()
}
