//! What reading and writing of links needs to know of views. [`View`](crate::view::View) implements it in `pages`,
//! where every page says it for itself; that the links know of no page keeps the two apart.

use super::reader::Reader;
use super::writer::Writer;

/// Something that links lead to.
pub(crate) trait Linked: Sized {
    /// The names of the pages, without the start page, which has none.
    fn page_names() -> Vec<&'static str>;

    /// Whether something follows the name of a page: `actor/russia`.
    fn has_path(page: &str) -> bool;

    /// Every key that a link to some page may have.
    fn all_keys() -> Vec<&'static str>;

    /// The keys that a link to this page may have.
    fn keys(&self) -> Vec<&'static str>;

    /// Appends the page and its pairs to a link.
    fn write(&self, link: &mut Writer);

    /// Reads a page with what follows its name, forgivingly; none where there is no such page.
    fn parse(page: &str, path: &str, link: &mut Reader) -> Option<Self>;
}
