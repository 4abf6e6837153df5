//! Packs a folder: `pack-archive best|fast FOLDER PREFIX ARCHIVE EPOCH`. ARCHIVE is a `.zip`, or else a tar file
//! compressed with gzip. The names in it begin with PREFIX.
//!
//! The same files make the same bytes: they are in the order of their names, belong to nobody, have the time EPOCH (in
//! seconds since 1970), and one of two permissions: everybody may run what is in a folder `bin`, and read the rest.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    ffi::OsString,
    fs,
    io::{Cursor, Seek, Write},
    path::Path,
    process::ExitCode,
};

use flate2::{Compression, GzBuilder};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The files by their names in the archive.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("no archive can be made: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[OsString]) -> Result<(), Box<dyn Error>> {
    let [effort, folder, prefix, archive, epoch] = arguments else {
        return Err("usage: pack-archive best|fast FOLDER PREFIX ARCHIVE EPOCH".into());
    };
    let level = if effort == "fast" { Compression::fast() } else { Compression::best() };
    let prefix = prefix.to_str().ok_or("the prefix is not Unicode")?;
    let epoch = epoch.to_str().ok_or("the time is no number")?.parse()?;
    let mut files = Files::new();
    collect(Path::new(folder), prefix, &mut files)?;
    let is_zip = Path::new(archive).extension().is_some_and(|extension| extension == "zip");
    let mut bytes = Vec::new();
    if is_zip {
        zip(&files, level, Cursor::new(&mut bytes))?;
    } else {
        tar(&files, level, epoch, &mut bytes)?;
    }
    Ok(fs::write(archive, bytes)?)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name is not Unicode")?;
        let name = format!("{prefix}/{name}");
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else {
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// Permissions as `chmod` has them.
fn mode(name: &str) -> u32 {
    if name.contains("/bin/") { 0o755 } else { 0o644 }
}

fn tar(files: &Files, level: Compression, epoch: u64, out: impl Write) -> Result<(), Box<dyn Error>> {
    // Without the time of compression, and with a byte that names no system.
    let mut archive = tar::Builder::new(GzBuilder::new().mtime(0).operating_system(255).write(out, level));
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(mode(name));
        header.set_mtime(epoch);
        archive.append_data(&mut header, name, bytes.as_slice())?;
    }
    archive.into_inner()?.finish()?;
    Ok(())
}

/// A zip file has times of its own, which begin in 1980; no time is that.
fn zip(files: &Files, level: Compression, out: impl Write + Seek) -> Result<(), Box<dyn Error>> {
    let mut archive = ZipWriter::new(out);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(level.level().into()))
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name, options.unix_permissions(mode(name)))?;
        archive.write_all(bytes)?;
    }
    archive.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    fn files() -> Files {
        [("p/bin/program".to_owned(), b"run".to_vec()), ("p/share/text".to_owned(), vec![b'a'; 1000])].into()
    }

    #[test]
    fn a_tar_file_has_names_times_and_permissions() {
        let mut bytes = Vec::new();
        tar(&files(), Compression::best(), 499_162_500, &mut bytes).unwrap();
        let mut archive = tar::Archive::new(GzDecoder::new(bytes.as_slice()));
        let mut found = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            let name = entry.path().unwrap().display().to_string();
            found.push((name, entry.header().mode().unwrap(), entry.header().mtime().unwrap(), content.len()));
        }
        assert_eq!(
            found,
            [("p/bin/program".into(), 0o755, 499_162_500, 3), ("p/share/text".into(), 0o644, 499_162_500, 1000)]
        );
    }

    #[test]
    fn a_zip_file_has_the_same() {
        let mut bytes = Vec::new();
        zip(&files(), Compression::best(), Cursor::new(&mut bytes)).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(archive.by_name("p/bin/program").unwrap().unix_mode().map(|mode| mode & 0o777), Some(0o755));
        let mut text = String::new();
        archive.by_name("p/share/text").unwrap().read_to_string(&mut text).unwrap();
        assert!(text.len() == 1000 && bytes.len() < 1000);
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let twice = || {
            let mut bytes = Vec::new();
            tar(&files(), Compression::best(), 1, &mut bytes).unwrap();
            zip(&files(), Compression::best(), Cursor::new(&mut bytes)).unwrap();
            bytes
        };
        assert_eq!(twice(), twice());
    }
}
