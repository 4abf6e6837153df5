//! `briefing add`: documents out of other programs' files, each as a text and an annotation whose head is filled in.
//!
//! The crate `import` reads the files. Here they are named, so that none takes the place of another, and written.

mod registered;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use import::{Context, Document, NoteKind, annotation, document_name};
use publish::Files;

use crate::console::{Console, argument};
use crate::error::Error;
use crate::{input, output};
pub use registered::Registered;

const EXAMPLES: &str = "\
Examples:
  briefing add bridge article.html             a page that a browser has saved
  briefing add bridge *.docx report.pdf        several at once
  briefing add bridge index.html --name mayor  as mayor.txt and mayor.toml

Reads txt, md, html, docx, odt and pdf. The encoding of texts is detected and said. Of a web page only \
the article is taken; title, date, outlet, language and address come from what the page says of itself. \
What is left out, changed or doubtful is listed in the annotation, beside what is to be done: compare \
the text with the original, then code its statements.

No file is ever overwritten, and a file that cannot be read does not keep the others from being added.";

/// The stack of the thread that reads a file, in bytes: a file may be nested deeply.
const STACK: usize = 64 << 20;

/// The options of `add`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder of the corpus.
    dir: PathBuf,
    /// The files to make documents of.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The name of the document, in place of one made of the file's; only for one file.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

/// A document that is ready to be written.
pub struct Ready {
    name: String,
    file: PathBuf,
    document: Document,
    annotation: String,
}

/// Adds documents to a corpus.
///
/// # Errors
/// Where the folder is no corpus, or a file does not become a document; the others do.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    if args.name.is_some() && args.files.len() > 1 {
        return Err(Error::new(format!("one name for {} files", args.files.len()))
            .advise("add the files one by one, each with its --name"));
    }
    if let ([folder], true) = (&args.files[..], args.dir.is_file())
        && folder.is_dir()
    {
        let (file, folder) = (argument(&args.dir), argument(folder));
        return Err(Error::new("the folder of the corpus comes first, and then the files")
            .advise(format!("briefing add {folder} {file}")));
    }
    let folder = input::read_folder(&args.dir)?;
    let (ready, mut errors) = read(&args.files, args.name.as_deref(), Registered::new(&folder.files), console);
    for ready in &ready {
        match output::create_files(&args.dir, &ready.files()) {
            Ok(()) => ready.say(console),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        let others = "the others are in the corpus: compare each text with its original";
        let advice = if ready.is_empty() { "nothing was changed" } else { others };
        return Err(failed(errors, args.files.len(), "not added", advice, console));
    }
    let dir = argument(&args.dir);
    console.say(format_args!("\nCompare each text with its original. Then:\n\n    briefing check {dir}\n"));
    Ok(())
}

/// Shows why files do not become documents, and returns how many do not, in a sentence that ends in `outcome`, with
/// what to do. Of one file alone there is nothing more to say.
pub fn failed(mut errors: Vec<Error>, files: usize, outcome: &str, advice: &str, console: &Console) -> Error {
    if files == 1 && errors.len() == 1 {
        return errors.remove(0);
    }
    for error in &errors {
        console.show_error(error);
    }
    let verb = if errors.len() == 1 { "was" } else { "were" };
    Error::new(format!("{} of {files} files {verb} {outcome}", errors.len())).advise(advice)
}

/// Makes documents of files, and the errors of those that do not become one.
pub fn read(
    files: &[PathBuf],
    name: Option<&str>,
    mut registered: Registered,
    console: &Console,
) -> (Vec<Ready>, Vec<Error>) {
    let progress = console.progress("read the files");
    let mut ready = Vec::new();
    let mut errors = Vec::new();
    for file in files {
        match read_file(file, name, &mut registered) {
            Ok(document) => ready.push(document),
            Err(error) => errors.push(error),
        }
    }
    drop(progress);
    (ready, errors)
}

fn read_file(file: &Path, name: Option<&str>, registered: &mut Registered) -> Result<Ready, Error> {
    let shown = file.display();
    let cannot_read = |error: &std::io::Error| Error::io(format_args!("cannot read {shown}"), error);
    if ["http://", "https://"].iter().any(|scheme| shown.to_string().starts_with(scheme)) {
        return Err(Error::new(format!("{shown} is an address, and nothing is fetched from the network"))
            .advise("open it in a browser, save the page as a file, and add that"));
    }
    let found = fs::metadata(file).map_err(|error| cannot_read(&error))?;
    if found.is_dir() {
        return Err(Error::new(format!("{shown} is a folder")).advise("name the files in it"));
    }
    if found.len() > import::MAX_FILE as u64 {
        let most = import::MAX_FILE >> 20;
        return Err(Error::new(format!("{shown} has {} MB, and at most {most} are read", found.len() >> 20))
            .advise("save the article alone, or its text as txt"));
    }
    let bytes = output::read_at_most(file, import::MAX_FILE).map_err(|error| cannot_read(&error))?;
    let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let document = import_apart(file_name.clone(), bytes, file)?;
    let title = document.metadata.title.as_ref().map_or("", |title| &title.value);
    let name = registered.take_name(name, &document_name(&file_name, title), &document.text(), file)?;
    let outlet = document.metadata.outlet.as_ref().and_then(|outlet| registered.actor(&outlet.value));
    let annotation = annotation(&document, &Context { file: &file_name, outlet });
    Ok(Ready { name, file: file.to_owned(), document, annotation })
}

/// Reads a file on a thread of its own: what its reader cannot cope with does not end the program.
fn import_apart(file_name: String, bytes: Vec<u8>, file: &Path) -> Result<Document, Error> {
    let shown = file.display();
    let reader = thread::Builder::new().stack_size(STACK).spawn(move || import::import(&file_name, &bytes));
    let reader = reader.map_err(|error| Error::io(format_args!("cannot read {shown}"), &error))?;
    match reader.join() {
        Ok(Ok(document)) => Ok(document),
        Ok(Err(error)) => Err(Error::new(format!("{shown} {error}")).advise(error.help())),
        Err(_) => Err(Error::new(format!("{shown} cannot be read, and that is a fault of this program"))
            .advise("save its text as txt and add that; a report with the file would help")),
    }
}

impl Ready {
    /// The text and the annotation, by their names.
    pub fn files(&self) -> Files {
        let text = (format!("{}.txt", self.name), self.document.text().into_bytes());
        let annotation = (format!("{}.toml", self.name), self.annotation.clone().into_bytes());
        [text, annotation].into_iter().collect()
    }

    /// Says what the file has become.
    pub fn say(&self, console: &Console) {
        let Ready { name, file, document, .. } = self;
        let encoding = document
            .encoding
            .as_ref()
            .map_or(String::new(), |encoding| format!(", {} ({})", encoding.name, encoding.source.describe()));
        let title = document.metadata.title.as_ref().map_or("", |title| &title.value);
        console.say(format_args!("{name}.txt and {name}.toml: “{title}”"));
        console.say(format_args!("  from {}: {}{encoding}", file.display(), document.format.noun()));
        let count = |kind: NoteKind| document.notes.iter().filter(|note| note.kind == kind).count();
        let (left_out, changed) = (count(NoteKind::LeftOut), count(NoteKind::Changed));
        if left_out + changed > 0 {
            console.say(format_args!("  left out: {left_out}, changed: {changed}; {name}.toml lists them"));
        }
        for doubt in document.notes.iter().filter(|note| note.kind == NoteKind::Doubt) {
            console.say(format_args!("  look at it: {}", doubt.message));
        }
    }
}
