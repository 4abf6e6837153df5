//! Makes a site of a template and a compiled corpus: static files for any host.
//!
//! The [`Template`] is the viewer as the tools of a build leave it, the same for every corpus; the [`Site`] is what a
//! host serves. Both are values: nothing here reads or writes a file, runs a program or looks at the environment, so
//! that no compiler and no other tool is needed to publish another corpus. [`publish`] lists the steps in order:
//!
//! - `chunks`: a large corpus, taken apart into a core and chunks.
//! - `section`: the corpus or its core, put into the program as a custom section.
//! - `start_page`: the start page in `index.html`, which the program hydrates; `shape` is what it checks before.
//! - `static_pages`: a page for each document (`d/ID.html`), actor (`a/ID.html`) and, in a corpus that is not too large
//!   for that, statement (`s/ID.html`), and lists in pages by number; they need no program.
//! - `texts`: the documents as plain text, and their list.
//! - `data_file`, `feed`, `llms`: `data/briefing.json`, `feed.xml` and `llms.txt`, for other programs
//!   (`for_programs`).
//! - `corpus::file`: the briefing as a file that other pages open (`data/NAME.briefing`).
//! - `manifest`: `manifest.webmanifest`, with which a site can be installed.
//! - `one_file`: `briefing.html`, which needs nothing beside it.
//! - [`check`]: the promises of all pages: their content security policy, and that every link leads to a file.
//! - `worker`: the service worker, which names every file with its digest.
//! - `compress`: compressed variants of the files; `precompressed` is what the template has of them.
//!
//! All words come from the components or the `query` crate. Pages share `context`, `links`, `markup`,
//! `metadata` and `page`.

pub mod check;
mod chunks;
mod compress;
mod context;
mod data_file;
mod document_parts;
mod error;
mod feed;
mod for_programs;
mod links;
mod llms;
mod manifest;
mod markup;
mod metadata;
mod one_file;
mod page;
mod placeholders;
mod precompressed;
mod progress;
mod section;
mod shape;
mod site;
mod start_page;
mod static_pages;
mod streams;
mod template;
#[cfg(test)]
mod tests;
mod texts;
mod worker;

pub use error::Error;
pub use precompressed::{FOLDER as PRECOMPRESSED, Precompressed, precompress};
pub use progress::{Progress, Report};
pub use section::SectionError;
pub use site::{Files, Site};
pub use template::Template;
pub use worker::renew_worker;

use corpus::write::Layout;

use context::Context;

/// What is not in the corpus but decided by whoever publishes it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The address at which the site will be: `https://example.org/briefing/`. Previews and canonical links need whole
    /// addresses, and are left out without it; all other links are relative.
    pub url: Option<String>,
    /// Whether the site has compressed variants of its files.
    pub compression: Compression,
    /// Up to which size the corpus is in the program as a whole, and the size of its chunks beyond.
    pub layout: Layout,
}

/// Whether a site has compressed variants of its files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// Variants in brotli and gzip, as small as the size of the site permits.
    #[default]
    BySize,
    /// None: for hosts that compress by themselves.
    None,
}

/// Makes the site of a template and of a corpus in its compiled form (`corpus::compile`).
///
/// `report` is told the progress.
///
/// The same arguments give the same bytes. The corpus stays in memory for as long as the process runs, see
/// [`briefing::load`].
///
/// # Errors
/// See [`Error`]; there is no partial site.
pub fn publish(template: &Template, corpus: &[u8], options: &Options, report: Report) -> Result<Site, Error> {
    let data = briefing::load(corpus.to_vec())?;
    let mut site = Site::new(template.files.clone());

    let parts = chunks::parts(data, corpus, options.layout)?;
    let program = section::insert(&template.program, &parts.core)?;
    let page = start_page::name_program(&template.page, &mut site, &template.glue, &program)?;
    let context = Context::new(data, &page, options.url.as_deref())?;

    site.add("index.html", start_page::fill(&context, &page)?);
    site.add_all(static_pages::all(&context, report));
    site.add_all(texts::all(&context));
    site.add_all(parts.chunks);
    site.add(data_file::FILE, data_file::data_file(&context));
    site.add(feed::FILE, feed::feed(&context));
    site.add(llms::FILE, llms::llms(&context));
    site.add(format!("data/{}", export::briefing_file(data)), corpus::file::write(corpus)?);
    site.add(manifest::FILE, manifest::manifest(data));
    site.add(one_file::FILE, one_file::one_file(&context, template, &site)?);

    check::check(&site.files, report)?;
    site.add(worker::FILE, worker::worker(&template.worker, &site.files)?);
    if options.compression == Compression::BySize {
        site.add_all(compress::variants(&site.files, template, report)?);
    }
    Ok(site)
}
