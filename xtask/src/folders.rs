//! Folders as wholes: copied, and compared.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};

use crate::bundle::files_below;

/// Copies all that is in a folder into another one.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// Compares the files in two folders byte for byte.
///
/// # Errors
/// Where one has a file that the other has not, or a file differs.
pub fn compare(expected: &Path, found: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let files = files_below(folder)?;
        let mut names: Vec<PathBuf> =
            files.iter().map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect::<Result<_>>()?;
        names.sort();
        Ok(names)
    };
    let all = names(expected)?;
    ensure!(all == names(found)?, "{} and {} have other files", expected.display(), found.display());
    for name in all {
        let same = fs::read(expected.join(&name))? == fs::read(found.join(&name))?;
        ensure!(same, "{} differs between {} and {}", name.display(), expected.display(), found.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_the_same_until_a_file_changes() {
        let folder = std::env::temp_dir().join(format!("briefing-xtask-folders-{}", std::process::id()));
        let (a, b) = (folder.join("a"), folder.join("b"));
        fs::create_dir_all(a.join("inner")).unwrap();
        fs::write(a.join("inner").join("file"), "text").unwrap();
        copy(&a, &b).unwrap();
        compare(&a, &b).unwrap();
        fs::write(b.join("inner").join("file"), "other").unwrap();
        assert!(compare(&a, &b).unwrap_err().to_string().contains("file differs"));
        fs::write(b.join("more"), "").unwrap();
        assert!(compare(&a, &b).unwrap_err().to_string().contains("other files"));
        fs::remove_dir_all(folder).unwrap();
    }
}
