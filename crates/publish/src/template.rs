//! The viewer as the tools of a build leave it, the same for every corpus.

use crate::precompressed::{AS_IS, GLUE_OF_ONE_FILE, PROGRAM, Precompressed};
use crate::{Error, Files};

/// A template. How it lies in a folder:
///
/// | file | what it is |
/// |---|---|
/// | `index.html` | the start page without a briefing, with the placeholders of `start_page::name_program` |
/// | `program.wasm` | the program without a corpus |
/// | `glue.js` | the module that loads and starts the program |
/// | `worker.js` | the service worker, with the placeholders `{version}`, `{files}` and `{chunks}` |
/// | `one-file/boot.js`, `glue.js`, `text.css` | what the one file has in other forms than the site |
/// | `site/…` | files that are in every site: style sheets, scripts, icons, later parts of the program |
/// | `precompressed/…` | what of these is compressed ahead, see [`crate::precompress`]; need not be there |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// `index.html`.
    pub page: String,
    /// `program.wasm`.
    pub program: Vec<u8>,
    /// `glue.js`.
    pub glue: Vec<u8>,
    /// `worker.js`.
    pub worker: String,
    /// The files in `one-file/`.
    pub one_file: OneFileParts,
    /// The files in `site/`, by their names in the site.
    pub files: Files,
    /// The files in `precompressed/`.
    pub precompressed: Precompressed,
}

/// What the one file has in other forms than the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneFileParts {
    /// `boot.js`: the script that starts the program, without imports.
    pub boot: String,
    /// `glue.js`: the glue as a script that defines `briefingGlue`, and calls `briefingFetch` for the later parts.
    pub glue: String,
    /// `text.css`: the style sheet of the text, until or without the program.
    pub text_style: String,
}

impl Template {
    /// A template from its files, by their names in the folder.
    ///
    /// # Errors
    /// Names the file that is missing, is damaged or is not UTF-8.
    pub fn from_files(mut files: Files) -> Result<Template, Error> {
        let precompressed = Precompressed::take_out_of(&mut files).map_err(Error::Template)?;
        let mut bytes = |name: &str| files.remove(name).ok_or_else(|| Error::Template(format!("there is no {name}")));
        let mut text =
            |name: &str| String::from_utf8(bytes(name)?).map_err(|_| Error::Template(format!("{name} is not UTF-8")));
        let page = text("index.html")?;
        let worker = text("worker.js")?;
        let one_file = OneFileParts {
            boot: text("one-file/boot.js")?,
            glue: text(GLUE_OF_ONE_FILE)?,
            text_style: text("one-file/text.css")?,
        };
        let program = bytes(PROGRAM)?;
        let glue = bytes("glue.js")?;
        let as_is = |(name, content): (String, Vec<u8>)| Some((name.strip_prefix(AS_IS)?.to_owned(), content));
        let files = files.into_iter().filter_map(as_is).collect();
        Ok(Template { page, program, glue, worker, one_file, files, precompressed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_missing_is_named() {
        let names = ["index.html", "worker.js", "one-file/boot.js", "one-file/glue.js", "one-file/text.css"];
        let names = names.into_iter().chain(["program.wasm", "glue.js"]);
        let whole: Files = names.chain(["site/a.css"]).map(|name| (name.to_owned(), Vec::new())).collect();
        let template = Template::from_files(whole.clone()).unwrap();
        assert_eq!(template.files.into_keys().collect::<Vec<_>>(), ["a.css"]);
        for missing in whole.keys().filter(|name| !name.starts_with(AS_IS)) {
            let mut files = whole.clone();
            files.remove(missing);
            let error = Template::from_files(files).unwrap_err().to_string();
            assert!(error.contains(missing), "{error}");
        }
    }
}
