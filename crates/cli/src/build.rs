//! `briefing build`: makes the page of a corpus, as a folder of static files or as one file.

use std::fs;
use std::path::{Path, PathBuf};

use publish::{Compression, Options, Site, Template, publish};

use crate::console::Console;
use crate::error::Error;
use crate::output::{self, SiteFolder};
use crate::{input, template};

/// The name of the one file in a site.
const ONE_FILE: &str = "briefing.html";

const USAGE: &str =
    "briefing build [OPTIONS] <DIR> --out <OUT>\n       briefing build [OPTIONS] <DIR> --single <FILE.html>";

const EXAMPLES: &str = "\
Examples:
  briefing build bridge -o site
  briefing build bridge -o site --url https://example.org/bridge/
  briefing build bridge --single bridge.html
  briefing build bridge.briefing -o site     of a briefing file handed on

OUT is replaced as a whole, and only once the new site is complete. A folder that holds anything \
but a site is refused. BRIEFING_TEMPLATE names the folder of another viewer than the one inside \
this program.";

/// The options of `build`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub struct Args {
    /// The folder of the corpus, or a briefing file.
    pub dir: PathBuf,
    /// The folder that becomes the site.
    #[arg(short, long, value_name = "OUT", required_unless_present = "single", conflicts_with = "single")]
    pub out: Option<PathBuf>,
    /// Writes only the one file, which holds all of the page and needs no server.
    #[arg(long, value_name = "FILE.html")]
    pub single: Option<PathBuf>,
    /// The address at which the site will be. Previews and search engines need it.
    #[arg(long)]
    pub url: Option<String>,
    /// Leaves out the compressed variants of files, for hosts that compress by themselves. Takes less time.
    #[arg(long, conflicts_with = "single")]
    pub no_compress: bool,
}

/// The options of `publish-edition`.
#[derive(Debug, clap::Args)]
pub struct EditionArgs {
    /// The compiled corpus.
    corpus: PathBuf,
    /// The folder to write the site into.
    out: PathBuf,
}

/// Builds the site or the one file.
///
/// # Errors
/// Every error of the corpus, or why nothing could be written; then nothing is.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    // Before the work, not after it.
    let folder = args.out.as_ref().map(|out| SiteFolder::new(out, &args.dir)).transpose()?;
    if let Some(single) = &args.single {
        input::check_output(single, &args.dir)?;
    }
    let compression = if args.no_compress || folder.is_none() { Compression::None } else { Compression::BySize };
    let options = Options { url: args.url.clone(), compression, ..Options::default() };
    let (site, summary) = make_site(&args.dir, template::load, &options, console)?;
    match (&folder, &args.single, &args.out) {
        (Some(folder), _, Some(out)) => {
            console.timed("written", || folder.replace(&site.files))?;
            console.say(format_args!("{summary}\nThe page is {}", out.join("index.html").display()));
        }
        (_, Some(single), _) => {
            let page = site.files.get(ONE_FILE).ok_or_else(|| Error::new("the site has no one file"))?;
            output::write_file(single, page)?;
            console.say(format_args!("{summary}\nThe page is {}", single.display()));
        }
        // Without either, clap has refused the arguments.
        _ => {}
    }
    Ok(())
}

/// Compiles a corpus and publishes it with a template, which is loaded once the corpus has no errors. Returns the site,
/// and the size of the corpus in words.
///
/// # Errors
/// Every error of the corpus, or why there is no site.
pub fn make_site(
    dir: &Path,
    template: impl FnOnce() -> Result<Template, Error>,
    options: &Options,
    console: &Console,
) -> Result<(Site, String), Error> {
    let compiled = input::compile(dir, console)?;
    let template = console.timed("loaded the viewer", template)?;
    let progress = console.progress("make the pages");
    let site =
        console.timed("published", || publish(&template, &compiled.bytes, options, &|step| progress.report(step)))?;
    Ok((site, compiled.summary.to_string()))
}

/// Publishes a compiled corpus for `serve`: in a process of its own, because a corpus stays in memory for as long as
/// the process runs.
///
/// # Errors
/// Why there is no site.
pub fn publish_edition(args: &EditionArgs) -> Result<(), Error> {
    let corpus = fs::read(&args.corpus);
    let corpus = corpus.map_err(|error| Error::io(format_args!("cannot read {}", args.corpus.display()), &error))?;
    let options = Options { compression: Compression::None, ..Options::default() };
    let site = publish(&template::load()?, &corpus, &options, &|_| {})?;
    output::write_folder(&args.out, &site.files)
        .map_err(|error| Error::io(format_args!("cannot write the page into {}", args.out.display()), &error))
}
