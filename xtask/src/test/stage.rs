//! The stages of the tests: their names on the command line, and what they say while they run.

use std::str::FromStr;

use anyhow::{Error, anyhow};

/// One stage of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Formatting.
    Fmt,
    /// Lints of the whole workspace for this machine, and the documentation.
    Clippy,
    /// Lints of the viewer for browsers.
    ClippyWasm,
    /// Unit, property, snapshot and documentation tests.
    Native,
    /// Tests of the viewer's code in a browser.
    Wasm,
    /// The release bundle.
    Build,
    /// Tests of the bundle in browsers, as a reader meets it.
    Browser,
    /// The program `briefing`, with the viewer inside.
    Program,
    /// The packages of the program, installed.
    Package,
    /// The tests of the bundle for a corpus that tries to run code.
    Hostile,
    /// The same for a briefing in Arabic.
    Arabic,
    /// The same for a synthetic corpus: texts and index in chunks, lists that are drawn in windows.
    Large,
}

impl Stage {
    /// In the order in which they run.
    pub const ALL: [Self; 12] = [
        Self::Fmt,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Native,
        Self::Wasm,
        Self::Build,
        Self::Browser,
        Self::Program,
        Self::Package,
        Self::Hostile,
        Self::Arabic,
        Self::Large,
    ];

    /// The name for `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::Browser => "browser",
            Self::Program => "program",
            Self::Package => "package",
            Self::Hostile => "hostile",
            Self::Arabic => "arabic",
            Self::Large => "large",
        }
    }

    /// What it does, in the imperative.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Fmt => "check the formatting",
            Self::Clippy => "lint the workspace",
            Self::ClippyWasm => "lint the viewer for wasm",
            Self::Native => "run the native tests",
            Self::Wasm => "run the wasm tests in a browser",
            Self::Build => "build and measure the bundle",
            Self::Browser => "run the browser tests",
            Self::Program => "build the program and try its pages",
            Self::Package => "make packages of the program and install them",
            Self::Hostile => "publish and open a hostile corpus",
            Self::Arabic => "publish and open an Arabic corpus",
            Self::Large => "publish and open a large corpus",
        }
    }

    /// Whether it needs trunk or wasm-bindgen.
    pub fn needs_compiled_tools(self) -> bool {
        self.needs_browsers() || matches!(self, Self::Build | Self::Package)
    }

    /// Whether it opens a browser.
    pub fn needs_browsers(self) -> bool {
        matches!(self, Self::Wasm | Self::Browser | Self::Program | Self::Hostile | Self::Arabic | Self::Large)
    }
}

impl FromStr for Stage {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|stage| stage.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            anyhow!("there is no stage `{name}`; there are {names}")
        })
    }
}
