//! Which files of a site are for other programs than the viewer.

use crate::{data_file, feed, llms};

/// Whether a file is for other programs: no reader's browser asks for it.
pub fn is_for_programs(name: &str) -> bool {
    [data_file::FILE, feed::FILE, llms::FILE].contains(&name)
}
