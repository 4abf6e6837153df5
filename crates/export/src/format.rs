//! The formats, and what a person has to know to choose one.

/// A format that statements can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `CommonMark` text.
    Markdown,
    /// Comma-separated values.
    Csv,
    /// Comma-separated values that Excel takes for UTF-8.
    CsvForSpreadsheets,
    /// Everything, by a schema of our own.
    Json,
    /// A collection of W3C Web Annotations.
    WebAnnotations,
    /// The network of actors and topics.
    GraphMl,
    /// Bibliography items for Zotero, Pandoc and citeproc.
    CslJson,
    /// Bibliography items for LaTeX.
    BibTeX,
    /// Bibliography items for reference managers.
    Ris,
}

/// What a format is called and how it is served.
struct Facts {
    slug: &'static str,
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    purpose: &'static str,
}

impl Format {
    /// Every format, in the order in which people should be offered them.
    pub const ALL: [Format; 9] = [
        Format::Markdown,
        Format::Csv,
        Format::CsvForSpreadsheets,
        Format::Json,
        Format::WebAnnotations,
        Format::GraphMl,
        Format::CslJson,
        Format::BibTeX,
        Format::Ris,
    ];

    const fn facts(self) -> Facts {
        match self {
            Format::Markdown => Facts {
                slug: "markdown",
                name: "Markdown",
                ending: "md",
                media_type: "text/markdown;charset=utf-8;variant=CommonMark",
                purpose: "A text to read, edit or paste into notes: each statement with its quote, chain and citation.",
            },
            Format::Csv => Facts {
                slug: "csv",
                name: "CSV",
                ending: "csv",
                media_type: "text/csv;charset=utf-8;header=present",
                purpose: "A table for scripts and statistics: R, pandas, OpenRefine.",
            },
            Format::CsvForSpreadsheets => Facts {
                slug: "csv-spreadsheet",
                name: "CSV for spreadsheets",
                ending: "csv",
                media_type: "text/csv;charset=utf-8;header=present",
                purpose: "The same table, marked as UTF-8 so that Excel shows every letter as it is.",
            },
            Format::Json => Facts {
                slug: "json",
                name: "JSON",
                ending: "json",
                media_type: "application/json",
                purpose: "Everything about the statements without loss, by a published schema, for programs.",
            },
            Format::WebAnnotations => Facts {
                slug: "web-annotations",
                name: "Web Annotations",
                ending: "jsonld",
                media_type: "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
                purpose: "Each quote with its exact place in the source text, for tools that follow the W3C model.",
            },
            Format::GraphMl => Facts {
                slug: "graphml",
                name: "GraphML",
                ending: "graphml",
                media_type: "application/xml",
                purpose: "The network of actors and topics, for Gephi, visone and users of Discourse Network Analyzer.",
            },
            Format::CslJson => Facts {
                slug: "csl-json",
                name: "CSL-JSON",
                ending: "csl.json",
                media_type: "application/vnd.citationstyles.csl+json",
                purpose: "A bibliography entry for each statement, for Zotero, Pandoc and citation processors.",
            },
            Format::BibTeX => Facts {
                slug: "bibtex",
                name: "BibTeX",
                ending: "bib",
                media_type: "application/x-bibtex",
                purpose: "A bibliography entry for each statement, for LaTeX and JabRef.",
            },
            Format::Ris => Facts {
                slug: "ris",
                name: "RIS",
                ending: "ris",
                media_type: "application/x-research-info-systems",
                purpose: "A bibliography entry for each statement, for EndNote, Mendeley and Citavi.",
            },
        }
    }

    /// Name in links and options.
    pub const fn slug(self) -> &'static str {
        self.facts().slug
    }

    /// Name for people.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// Ending of the file's name, without the dot before it.
    pub const fn ending(self) -> &'static str {
        self.facts().ending
    }

    /// Media type, with its parameters.
    pub const fn media_type(self) -> &'static str {
        self.facts().media_type
    }

    /// One sentence on what it is for.
    pub const fn purpose(self) -> &'static str {
        self.facts().purpose
    }

    /// The format with a slug.
    pub fn from_slug(slug: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.slug() == slug)
    }
}
