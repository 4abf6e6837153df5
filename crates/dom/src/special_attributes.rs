//! The attributes that have a meaning to this crate.

/// The attribute of elements that do nothing without the program.
pub const LIVE: &str = "data-live";

/// The attribute that hydration sets rather than trusts: in prerendered HTML, links lead to pages that need no program;
/// with the program they lead to views.
pub const REBUILT_ON_HYDRATE: &str = "href";
