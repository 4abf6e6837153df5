//! The annotation of a document: the gold and the hand-made coding as TOML.

use std::{fmt::Write as _, slice::from_ref};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::gold::Document;
use crate::quotes::{cue, form, quote, unquoted};
use crate::report::Report;
use crate::toml::{joined, list, string, strings};

/// The annotation of a document as TOML.
pub fn annotation(document: &Document, coding: &Value, name: &str, report: &mut Report) -> Result<String> {
    let Document { text, title, url, date, statements } = document;
    let published = coding["published"].as_str().unwrap_or(date);
    let dateline = text.split("\n\n").nth(1).unwrap_or_default();
    let is_stated = is_day(dateline, published);
    if published != date {
        report.add(&format!("published on {published}, as its dateline says; the gold has {date}"));
    }
    if !is_stated {
        report.add(&format!("published on {published} by the gold, while the dateline says “{dateline}”"));
    }
    let mut out = format!("title = {}\npublished = \"{published}\"\n", string(title));
    if is_stated {
        writeln!(out, "dated_by = {}", string(dateline))?;
    }
    writeln!(out, "outlet = \"wikinews\"\nurl = {}\nlanguage = \"en\"", string(url))?;
    for key in ["headings", "omit"] {
        if let Some(lines) = coding.get(key) {
            writeln!(out, "{key} = {}", list(&strings(lines)))?;
        }
    }
    let coded = coding["statements"].as_array().context("the coding has no statements")?;
    ensure!(coded.len() == statements.len(), "{} statements are coded, there are {}", coded.len(), statements.len());
    for (index, statement) in statements.iter().enumerate() {
        let source: Vec<&str> = statement.source.iter().map(|range| &text[range.clone()]).collect();
        let expected = coded[index]["source"].as_str();
        ensure!(expected == Some(&source.join(" … ")), "statement {index} has the source {source:?}, not {expected:?}");
        let form = form(text, &statement.content);
        *report.by_form.entry(form).or_default() += 1;
        report.statements += 1;
        let number = index + 1;
        let via = if coded[index].get("via").is_some() {
            strings(&coded[index]["via"])
        } else {
            let chain = chain(document, coded, index);
            report.inside_another += usize::from(!chain.is_empty());
            chain
        };
        writeln!(out, "\n[[statement]]\nid = \"{name}-{number}\"\nform = \"{form}\"")?;
        writeln!(out, "speaker = {}", list(&strings(&coded[index]["speaker"])))?;
        if !via.is_empty() {
            writeln!(out, "via = {}", list(&via))?;
        }
        if source.is_empty() {
            report.add(&format!("statement {number} has no source in the gold; the coding names one"));
        }
        if statement.cue.is_empty() {
            report.add(&format!("statement {number} has no cue in the gold"));
        }
        let around = document.paragraphs(&statement.content);
        let (cue, elsewhere) = cue(text, statement, &around);
        for range in elsewhere {
            let words = &text[range];
            report.add(&format!("statement {number}: “{words}” is in another paragraph than the content, and no cue"));
        }
        if !cue.is_empty() {
            let quotes: Vec<String> = cue.iter().map(|range| quote(text, range.clone(), &around)).collect();
            writeln!(out, "cue = {}", joined(&quotes))?;
        }
        let whole = 0..text.len();
        let content = if form == "direct" { unquoted(text, &statement.content) } else { statement.content.clone() };
        let quotes: Vec<String> = content.iter().map(|range| quote(text, range.clone(), from_ref(&whole))).collect();
        writeln!(out, "content = {}", joined(&quotes))?;
        writeln!(out, "topics = {}\nwhen = \"../{published}\"", list(&strings(&coding["topics"])))?;
        if let Some(note) = coded[index]["note"].as_str() {
            writeln!(out, "note = {}", string(note))?;
        }
    }
    Ok(out)
}

/// The attribution chain of a statement, from the speaker outwards, without those who relay their own words.
fn chain(document: &Document, coded: &[Value], index: usize) -> Vec<String> {
    let mut chain = Vec::new();
    let mut seen = vec![index];
    let mut known = strings(&coded[index]["speaker"]);
    while let Some(outer) = document.relay(seen[seen.len() - 1]).filter(|outer| !seen.contains(outer)) {
        seen.push(outer);
        for actor in strings(&coded[outer]["speaker"]).into_iter().chain(strings(&coded[outer]["via"])) {
            if !known.contains(&actor) {
                known.push(actor.clone());
                chain.push(actor);
            }
        }
    }
    chain
}

/// Whether a dateline such as "Friday, July 21, 2017" gives a day of the form 2017-07-21.
fn is_day(dateline: &str, day: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let words: Vec<&str> = dateline.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let [_, month, number, year] = words[..] else { return false };
    let month = MONTHS.iter().position(|name| *name == month).map_or(0, |index| index + 1);
    format!("{year}-{month:02}-{number:0>2}") == day
}
