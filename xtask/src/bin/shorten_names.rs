//! Short names for what a program and its glue call each other by: `shorten-names PROGRAM GLUE` writes both files anew.
//!
//! wasm-bindgen ends most of these names in a digest, as `__wbg_setAttribute_f75317b2b5cabfb4`, so that programs of
//! several versions of a crate can be linked. In the finished program the digests are 16 characters that no compressor
//! makes shorter, in both files. What it calls closures by are mangled names of Rust, of up to 150 characters. All
//! other names stay: scripts and the later parts of the program know them.

use std::{collections::HashMap, convert::Infallible, env, fs, path::Path, process::ExitCode};

use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{Export, ImportSectionReader, Parser};

/// Hexadecimal digits of a digest.
const DIGITS: usize = 16;

/// How mangled names begin (Rust RFC 2603).
const MANGLED: &str = "_R";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [program, glue] = arguments.as_slice() else {
        eprintln!("usage: shorten-names PROGRAM GLUE");
        return ExitCode::FAILURE;
    };
    match shorten(Path::new(program), Path::new(glue)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("names in {} cannot be shortened: {message}", Path::new(program).display());
            ExitCode::FAILURE
        }
    }
}

fn shorten(program: &Path, glue: &Path) -> Result<(), String> {
    let bytes = fs::read(program).map_err(|error| error.to_string())?;
    let script = fs::read_to_string(glue).map_err(|error| error.to_string())?;
    let mut names = Names::default();
    let shortened = names.in_program(&bytes).map_err(|error| error.to_string())?;
    fs::write(program, shortened).map_err(|error| error.to_string())?;
    fs::write(glue, names.in_script(&script)).map_err(|error| error.to_string())
}

/// The short names, by the names that they replace.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn in_program(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), bytes)?;
        Ok(module.finish())
    }

    /// The script with all identifiers replaced that [`in_program`](Self::in_program) has replaced.
    fn in_script(&self, script: &str) -> String {
        let is_separator = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$';
        script.split_inclusive(is_separator).map(|word| self.in_word(word, is_separator)).collect()
    }

    /// `word` is an identifier, which a separator may follow.
    fn in_word(&self, word: &str, is_separator: impl Fn(char) -> bool) -> String {
        let identifier = word.trim_end_matches(is_separator);
        let short = self.0.get(identifier).map_or(identifier, String::as_str);
        format!("{short}{}", &word[identifier.len()..])
    }

    /// The same for the same name, and the shortest for the first ones. They begin with a dollar sign: other names in
    /// the program and in the script do not.
    fn short(&mut self, name: &str) -> String {
        let (_, end) = name.split_at_checked(name.len().saturating_sub(DIGITS)).unwrap_or_default();
        let is_digest = name.len() > DIGITS && end.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_digest && !name.starts_with(MANGLED) {
            return name.to_owned();
        }
        let number = self.0.len();
        self.0.entry(name.to_owned()).or_insert_with(|| format!("${number}")).clone()
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let short = self.short(import.name);
            imports.import(import.module, &short, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let short = self.short(export.name);
        exports.export(&short, self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        Ok(())
    }
}
