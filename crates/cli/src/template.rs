//! The template: the finished viewer, without a corpus. The program holds one (`build.rs` packs it); another can be
//! named by a variable.

use std::env;
use std::io::Read;
use std::path::Path;

use flate2::read::ZlibDecoder;
use publish::{Files, Template};

use crate::error::Error;
use crate::output;

/// The variable that names the folder of another template.
pub const VARIABLE: &str = "BRIEFING_TEMPLATE";

/// The packed template, see `build.rs`; empty in a program that was built without one.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/template.bin"));

/// The template in the folder that [`VARIABLE`] names, or else the one inside this program.
///
/// # Errors
/// Where the folder cannot be read or is no template, or the program holds none.
pub fn load() -> Result<Template, Error> {
    let files = match env::var_os(VARIABLE) {
        Some(folder) => return read(Path::new(&folder)),
        None if PACKED.is_empty() => {
            return Err(Error::new("this program was built without a template, and cannot make pages").advise(
                format!("build it with `cargo xtask program`, or set {VARIABLE} to the folder of a template"),
            ));
        }
        None => unpack(PACKED)?,
    };
    Ok(Template::from_files(files)?)
}

/// The template in a folder.
///
/// # Errors
/// Where the folder cannot be read or is no template.
pub fn read(folder: &Path) -> Result<Template, Error> {
    let template = Template::from_files(output::read_folder(folder)?);
    template.map_err(|error| {
        Error::new(format!("{} is no template: {error}", folder.display()))
            .advise(format!("see the folder that {VARIABLE} names, or leave the variable out"))
    })
}

fn unpack(packed: &[u8]) -> Result<Files, Error> {
    let mut bytes = Vec::new();
    let damaged = || Error::new("the template in this program is damaged").advise("install the program again");
    ZlibDecoder::new(packed).read_to_end(&mut bytes).map_err(|_| damaged())?;
    postcard::from_bytes(&bytes).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    #[test]
    fn what_the_build_script_packs_is_unpacked() {
        let files: Files =
            [("index.html".to_owned(), b"page".to_vec()), ("site/a b.css".to_owned(), Vec::new())].into();
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&postcard::to_allocvec(&files).unwrap()).unwrap();
        let packed = encoder.finish().unwrap();
        assert_eq!(unpack(&packed).unwrap(), files);
        assert!(unpack(&packed[..packed.len() / 2]).is_err());
    }
}
