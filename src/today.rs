//! The date on which something is printed or exported.

use corpus::date::Calendar;

/// Today, in the time zone of the reader.
pub fn today() -> Calendar {
    let now = js_sys::Date::new_0();
    Calendar { year: now.get_full_year() as u16, month: now.get_month() as u8 + 1, day: now.get_date() as u8 }
}
