//! `briefing export`: the statements of a view as a file for another tool, or the whole briefing as a file.

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use corpus::compile::Compiled;
use corpus::date::Calendar;
use export::{Context, Exported, FORMATS};
use query::link::{Parsed, parse, write};
use query::{Shared, search, statements_in_view};
use time::OffsetDateTime;

use crate::console::Console;
use crate::error::Error;
use crate::{input, output};

const EXAMPLES: &str = "\
Examples:
  briefing export bridge --format csv -o statements.csv
  briefing export bridge --format json | jq '.statements | length'
  briefing export bridge --format markdown --view '#/?topic=bridge-safety'
  briefing export bridge -f bibtex --url https://example.org/bridge/ -o refs/
  briefing export bridge --format briefing -o bridge.briefing

The format `briefing` is the whole corpus in one file, to hand on: each page of a briefing opens it, \
and `briefing build`, `serve`, `check` and `export` take it in place of the folder.

A view is what a link to the page has after the address: open the page, choose, and copy the link. \
Files name the date of the export in UTC, or that of SOURCE_DATE_EPOCH where it is set.";

/// The variable with a number of seconds since 1970 that is used in place of the time, see
/// <https://reproducible-builds.org/specs/source-date-epoch/>.
const DATE: &str = "SOURCE_DATE_EPOCH";

/// The format of a briefing file, which holds more than statements, see [`corpus::file`].
const BRIEFING: &str = corpus::file::EXTENSION;

/// The options of `export`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder of the corpus, or a briefing file.
    dir: PathBuf,
    /// The format.
    #[arg(short, long, value_parser = formats())]
    format: String,
    /// The link of a view, which chooses the statements and their order; all of them without it.
    #[arg(long, value_name = "LINK")]
    view: Option<String>,
    /// The file, or a folder, in which it is named by itself; the standard output without it.
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The address at which the page is, for the links in the file.
    #[arg(long, default_value = "")]
    url: String,
}

/// The formats by their slugs, each with its purpose.
fn formats() -> PossibleValuesParser {
    let whole = PossibleValue::new(BRIEFING).help("The whole briefing as one file, to be opened in a briefing's page.");
    let formats = FORMATS.iter().map(|format| PossibleValue::new(format.slug).help(format.purpose));
    PossibleValuesParser::new(formats.chain([whole]))
}

/// Writes the statements.
///
/// # Errors
/// Every error of the corpus, what the link says that does not exist, or why nothing could be written.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    if args.format == BRIEFING && args.view.is_some() {
        return Err(
            Error::new("a briefing file holds the whole briefing, and no view of it").advise("leave out --view")
        );
    }
    if let Some(out) = &args.out {
        input::check_output(out, &args.dir)?;
    }
    let base = page_address(&args.url)?;
    let compiled = input::compile(&args.dir, console)?;
    if args.format == BRIEFING {
        return write_briefing(compiled, args.out.as_deref(), console);
    }
    if base.is_empty() {
        console.say("Links in the file lead nowhere without the address of the page: --url names it.");
    }
    let data = briefing::load(compiled.bytes).map_err(|error| Error::new(error.to_string()))?;
    let exported = exported(data, args, base, console)?;
    let Some(out) = &args.out else { return output::print(exported.text.as_bytes()) };
    let file = if out.is_dir() { out.join(&exported.name) } else { out.clone() };
    output::write_file(&file, exported.text.as_bytes())?;
    console.say(format_args!("The statements are in {}", file.display()));
    Ok(())
}

/// The address of a page, to which the beginning of a link is appended. That of a folder ends in a slash, as that of a
/// site does: the texts are beside the page.
///
/// # Errors
/// Where it is no address of a page.
fn page_address(url: &str) -> Result<String, Error> {
    let wrong = |problem: &str| {
        Error::new(format!("the address of a page {problem}, unlike {url:?}"))
            .advise("write it as in --url https://example.org/briefing/")
    };
    if url.is_empty() {
        return Ok(String::new());
    }
    let path = ["https://", "http://", "file://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let path = path.ok_or_else(|| wrong("begins with https:// or http://"))?;
    if url.contains(['?', '#']) {
        return Err(wrong("has neither ? nor #"));
    }
    let is_file = path.rsplit_once('/').is_some_and(|(_, name)| name.is_empty() || name.contains('.'));
    Ok(if is_file { url.to_owned() } else { format!("{url}/") })
}

/// Writes the whole briefing as a file.
fn write_briefing(compiled: Compiled, out: Option<&Path>, console: &Console) -> Result<(), Error> {
    let bytes = corpus::file::write(&compiled.bytes).map_err(|error| Error::new(error.to_string()))?;
    let Some(out) = out else {
        if io::stdout().is_terminal() {
            return Err(Error::new("a briefing file is no text for a terminal")
                .advise(format!("name a file with -o NAME.{BRIEFING}, or a folder")));
        }
        return output::print(&bytes);
    };
    let file = if out.is_dir() {
        let data = briefing::load(compiled.bytes).map_err(|error| Error::new(error.to_string()))?;
        out.join(export::briefing_file(data))
    } else {
        out.to_owned()
    };
    output::write_file(&file, &bytes)?;
    console.say(format_args!("{}\nThe briefing is in {}", compiled.summary, file.display()));
    Ok(())
}

fn exported(data: Shared, args: &Args, base: String, console: &Console) -> Result<Exported, Error> {
    let view = read_view(data, args.view.as_deref().unwrap_or_default(), console)?;
    let format = export::from_slug(&args.format).ok_or_else(|| Error::new("there is no such format"))?;
    let selection = view.selection();
    let found = search::search(data, &selection.filter.text, selection.sort);
    let statements = statements_in_view(data, &view, found);
    if statements.is_empty() {
        console.say("The view has no statements; the file holds none.");
    }
    let context = Context { base, has_text_files: true, accessed: date(env::var(DATE).ok().as_deref())?, view };
    Ok(export::write(data, &statements, format, &context))
}

/// The view of a link. One that is not understood as a whole is an error: a script would get other statements than it
/// asks for. That another edition has made it is no more than said.
fn read_view(data: Shared, link: &str, console: &Console) -> Result<query::View, Error> {
    // Of a whole address, only the fragment says what is chosen.
    let link = link.find('#').map_or(link, |at| &link[at..]);
    let Parsed { view, notices } = parse(data, link);
    if notices.is_empty() {
        return Ok(view);
    }
    let without = parse(data, &without_edition(link));
    if without.notices.is_empty() {
        for notice in &notices {
            console.say(&notice.text);
        }
        return Ok(without.view);
    }
    // A page says as well what it shows in place of what it does not have; nothing is shown here.
    let problems: Vec<_> = notices.iter().map(|notice| notice.text.replace("; this is its start", "")).collect();
    let error = Error::new(format!("the link cannot be read as a whole: {}", problems.join(" ")));
    // Without what was not understood, the link would choose other statements, such as all.
    let understood = write(data, &view);
    let instead = notices.iter().filter_map(|notice| notice.instead.as_ref()).find(|(_, link)| *link != understood);
    let as_filter = format!("#/?{link}");
    Err(match instead {
        Some((label, link)) => error.advise(format!("did you mean {label}? --view '{link}'")),
        None if !link.contains(['#', '?']) && link.contains('=') && parse(data, &as_filter).notices.is_empty() => {
            error.advise(format!("did you mean --view '{as_filter}'?"))
        }
        None => error.advise("open the page, choose, and copy the link"),
    })
}

fn without_edition(link: &str) -> String {
    let (path, pairs) = link.split_once('?').unwrap_or((link, ""));
    let pairs: Vec<_> = pairs.split('&').filter(|pair| !pair.starts_with("edition=")).collect();
    format!("{path}?{}", pairs.join("&"))
}

/// The date of an export, in UTC.
fn date(epoch: Option<&str>) -> Result<Calendar, Error> {
    let wrong = |value: &str| {
        Error::new(format!("{DATE} is {value:?}, and should be a number of seconds since 1970"))
            .advise(format!("correct it, or run the command without it: unset {DATE}"))
    };
    let now = match epoch {
        None => OffsetDateTime::now_utc(),
        Some(value) => {
            let seconds = value.parse().map_err(|_| wrong(value))?;
            OffsetDateTime::from_unix_timestamp(seconds).map_err(|_| wrong(value))?
        }
    };
    let year = u16::try_from(now.year()).map_err(|_| wrong(epoch.unwrap_or_default()))?;
    Ok(Calendar { year, month: now.month().into(), day: now.day() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_that_of_the_variable() {
        assert_eq!(date(Some("1732752000")).unwrap(), Calendar { year: 2024, month: 11, day: 28 });
        for wrong in ["", "tomorrow", "-99999999999", "99999999999999999"] {
            assert!(date(Some(wrong)).unwrap_err().to_string().contains(DATE), "{wrong}");
        }
    }

    #[test]
    fn the_address_of_a_folder_ends_in_a_slash() {
        for (url, expected) in [
            ("", ""),
            ("https://example.org", "https://example.org/"),
            ("https://example.org/bridge", "https://example.org/bridge/"),
            ("https://example.org/bridge/", "https://example.org/bridge/"),
            ("https://example.org/bridge.html", "https://example.org/bridge.html"),
            ("file:///home/me/bridge.html", "file:///home/me/bridge.html"),
        ] {
            assert_eq!(page_address(url).unwrap(), expected);
        }
        for wrong in ["example.org", "ftp://example.org/", "https://example.org/#/", "https://example.org/?a"] {
            assert!(page_address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_edition_is_taken_off_a_link() {
        assert_eq!(without_edition("#/?topic=a&edition=01234567"), "#/?topic=a");
        assert_eq!(without_edition("#/actors"), "#/actors?");
    }
}
