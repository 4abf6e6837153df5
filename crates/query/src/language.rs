//! Language and direction of text: the attributes `lang` and `dir`, and names within sentences.
//!
//! The page is in two languages at once. The interface's words are English whatever the briefing is in; titles, names
//! and notes are in the briefing's language, and each document is in its own.
//!
//! - **`lang` of the page is the interface's**, because most of what bears no mark of its own is the interface's:
//!   controls, dates, counts, every `aria-label`, which a screen reader speaks in the language of its element. All else
//!   is marked.
//! - **`dir` of the page is the briefing's**, because a reader of Arabic looks for what comes first on the right: the
//!   layout runs as that reader reads. Our English sentences keep their own direction within it, see
//!   `style/direction.css`.
//!
//! Attributes are given only where they differ from the page's: an English briefing of English documents has none.
//!
//! Direction follows the language of a document ([`document`], [`prose`]), and the first strong letter of a name
//! ([`name`]), which may be in any script. In attributes, titles and files, where no element can isolate a name, the
//! isolates of the Unicode Bidirectional Algorithm do ([`isolated`]), and only around what could turn its surroundings.

use std::borrow::Cow;
use std::fmt;

use corpus::DocumentId;

use crate::Shared;

mod phrase;
#[cfg(test)]
mod tests;

pub use phrase::{Part, Phrase};

/// The language of the interface.
const INTERFACE: &str = "en";

/// The BCP 47 subtag of an undetermined language.
const UNDETERMINED: &str = "und";

/// The direction of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As Latin, Han and most other scripts.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

impl Direction {
    /// As `dir` in HTML and `textDirection` in Web Annotations.
    pub const fn keyword(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// The direction of a language, from the script of its BCP 47 tag, or else the script that it is mostly written in.
    pub fn of_language(tag: &str) -> Direction {
        let mut subtags = tag.split('-');
        let language = subtags.next().unwrap_or_default();
        // A script has four letters and comes before what a singleton introduces.
        let script = subtags
            .take_while(|subtag| subtag.len() > 1)
            .find(|subtag| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let listed = match script {
            Some(script) => contains(&RIGHT_TO_LEFT_SCRIPTS, script),
            None => contains(&RIGHT_TO_LEFT_LANGUAGES, language),
        };
        if listed { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// The direction of a text's first strong letter, as `dir="auto"` takes it; nothing where there is none.
    pub fn of_text(text: &str) -> Option<Direction> {
        text.chars().find_map(strong)
    }
}

/// ISO 15924 codes of the scripts that are written from right to left, ascending.
static RIGHT_TO_LEFT_SCRIPTS: [u32; 41] = all_packed(
    "adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat \
     nkoo orkh ougr palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi",
);

/// Languages whose likely script (CLDR, likely subtags) is written from right to left, ascending.
static RIGHT_TO_LEFT_LANGUAGES: [u32; 90] = all_packed(
    "aao abv acm acq acw acx acy adf aeb aec afb aii apc apd ar arb arc arq ars ary arz avl ayh ayl ayn azb bal \
     bcc bej bft bgn bgp bqi brh ckb cld dcc dv fa gbz gjk gju glk haz hbo he hnd hno iw ji jpr jrb khw ks kvx \
     lki lrc luz mvy myz mzn nqo oui pbt pbu pes pga phl phv pnb prs ps pst rhg sam sd sdh shu skr smp sqr ssh \
     syc syr tmr ug ur xmn ydd yi",
);

/// Whether a list has a code, in any case. It is asked several times for each name that is drawn, so it does not look
/// through the words of the list.
fn contains(list: &[u32], code: &str) -> bool {
    code.len() <= LONGEST_CODE && list.binary_search(&packed(code.as_bytes())).is_ok()
}

/// The letters of the longest code.
const LONGEST_CODE: usize = 4;

/// A code in lower case as a number. Numbers are in the order of their codes.
const fn packed(code: &[u8]) -> u32 {
    let (mut number, mut at) = (0, 0);
    while at < LONGEST_CODE {
        let letter = if at < code.len() { code[at].to_ascii_lowercase() } else { 0 };
        number = number << u8::BITS | letter as u32;
        at += 1;
    }
    number
}

/// The codes of a list, each as a number.
const fn all_packed<const N: usize>(list: &str) -> [u32; N] {
    let mut numbers = [0; N];
    let (mut rest, mut index) = (list.as_bytes(), 0);
    while index < N {
        let mut end = 0;
        while end < rest.len() && rest[end] != b' ' {
            end += 1;
        }
        let (code, more) = rest.split_at(end);
        numbers[index] = packed(code);
        rest = if more.is_empty() { more } else { more.split_at(1).1 };
        index += 1;
    }
    assert!(rest.is_empty(), "the list has more codes");
    numbers
}

/// The direction of a letter. The blocks that Unicode keeps for scripts from right to left, and letters outside of
/// them; digits and signs have none of their own.
const fn in_right_to_left_block(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a character has no direction of its own: digits, punctuation, symbols, marks on letters. Blocks of Unicode
/// rather than `char::is_alphabetic`, whose tables the first part of the program would hold.
const fn is_neutral(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => !c.is_ascii_alphabetic(),
        _ => matches!(c,
            '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '\u{d7}' | '\u{f7}'
            // Combining marks, and the signs and digits of Arabic writing.
            | '\u{300}'..='\u{36f}' | '\u{600}'..='\u{60f}' | '\u{61b}' | '\u{61f}' | '\u{660}'..='\u{66c}'
            | '\u{6d4}' | '\u{6dd}' | '\u{6f0}'..='\u{6f9}'
            // Punctuation, currencies, arrows, mathematics, technical and geometric symbols.
            | '\u{2000}'..='\u{2070}' | '\u{2074}'..='\u{207e}' | '\u{2080}'..='\u{208f}' | '\u{20a0}'..='\u{20ff}'
            | '\u{2190}'..='\u{249b}' | '\u{24ea}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}' | '\u{2e00}'..='\u{2fff}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{fd3e}'..='\u{fd4f}'
            | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1f12f}' | '\u{1f190}'..='\u{1fbff}'
            | '\u{e0000}'..='\u{e01ef}'),
    }
}

fn strong(c: char) -> Option<Direction> {
    match c {
        '\u{200e}' => Some(Direction::LeftToRight),
        '\u{200f}' | '\u{61c}' => Some(Direction::RightToLeft),
        _ if is_neutral(c) => None,
        _ if in_right_to_left_block(c) => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

fn has(text: &str, direction: Direction) -> bool {
    text.chars().any(|c| strong(c) == Some(direction))
}

/// Whether a text has letters that run from right to left.
pub fn has_right_to_left(text: &str) -> bool {
    has(text, Direction::RightToLeft)
}

/// A name for use within plain English text: between isolates where it could reorder its surroundings.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if has_right_to_left(text) { Cow::Owned(format!("\u{2068}{text}\u{2069}")) } else { Cow::Borrowed(text) }
}

/// The attributes `lang` and `dir` of a text, each only where it differs from the page's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Language {
    /// BCP 47 tag.
    pub lang: Option<&'static str>,
    /// `ltr` or `rtl`.
    pub dir: Option<&'static str>,
    /// The direction in any case, for elements that do not inherit it.
    pub direction: Direction,
}

/// A text of the corpus with its language and direction (the pattern `Localizable` of the W3C's “Strings on the Web”).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localizable {
    /// The text.
    pub text: &'static str,
    /// The language of the text.
    pub language: Language,
}

impl fmt::Display for Localizable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&isolated(self.text))
    }
}

/// The language of the page: the interface's, in the briefing's variety where that is English, too.
pub fn page_language(data: Shared) -> &'static str {
    if data.language.split('-').next() == Some(INTERFACE) { data.language } else { INTERFACE }
}

/// The direction of the page's layout.
pub fn page_direction(data: Shared) -> Direction {
    Direction::of_language(data.language)
}

/// The language of the interface's words within another text; no attributes where that text has none.
pub fn interface(data: Shared, within: Language) -> Language {
    Language {
        lang: within.lang.map(|_| page_language(data)),
        dir: within.dir.map(|_| Direction::LeftToRight.keyword()),
        direction: Direction::LeftToRight,
    }
}

/// The direction of words of the interface that begin or end with digits or signs: where the page runs from right to
/// left, these would be drawn on the other side of the words.
pub fn interface_on_page(data: Shared) -> Language {
    match page_direction(data) {
        Direction::LeftToRight => Language::default(),
        Direction::RightToLeft => {
            let direction = Direction::LeftToRight;
            Language { lang: None, dir: Some(direction.keyword()), direction }
        }
    }
}

/// The language and direction of a text of a document: the document's, unless none of its letters runs that way.
pub fn document(data: Shared, id: DocumentId, text: &str) -> Language {
    written_in(data, data.document(id).language, text)
}

/// The language and direction of the editor's prose: the briefing's, unless none of its letters runs that way.
pub fn prose(data: Shared, text: &str) -> Language {
    written_in(data, data.language, text)
}

/// The language and direction of a name, by its first strong letter, as names may be in another script.
pub fn name(data: Shared, text: &str) -> Language {
    match Direction::of_text(text) {
        // Names in a script from right to left may begin with letters of another.
        Some(Direction::LeftToRight) if page_direction(data) == Direction::RightToLeft => prose(data, text),
        Some(direction) => attributes(data, data.language, direction),
        None => prose(data, text),
    }
}

/// The language and direction of an alias: those of the first document that has it. Where texts are loaded later, the
/// compiler has told which that is (`first`), unless all are in one language.
pub fn alias(data: Shared, text: &str, first: Option<DocumentId>) -> Language {
    let has = |document: &&corpus::Document<'_>| document.text.get().is_none_or(|words| words.text.contains(text));
    let found = first.map(|id| data.document(id));
    let found = found.or_else(|| data.documents.iter().find(has));
    found.map_or_else(|| name(data, text), |document| written_in(data, document.language, text))
}

/// A text of the editor with its language.
pub fn localizable(data: Shared, text: &'static str) -> Localizable {
    Localizable { text, language: prose(data, text) }
}

/// A name with its language.
pub fn named(data: Shared, text: &'static str) -> Localizable {
    Localizable { text, language: name(data, text) }
}

/// A document's headline with its language.
pub fn title(data: Shared, id: DocumentId) -> Localizable {
    let text = data.document(id).title;
    Localizable { text, language: document(data, id, text) }
}

/// The language of a text without regard to the page, where it is known, and its direction.
pub fn resolved(data: Shared, language: Language) -> (&'static str, Direction) {
    (language.lang.unwrap_or_else(|| page_language(data)), language.direction)
}

fn written_in(data: Shared, tag: &'static str, text: &str) -> Language {
    let direction = Direction::of_language(tag);
    let other = match direction {
        Direction::LeftToRight => Direction::RightToLeft,
        Direction::RightToLeft => Direction::LeftToRight,
    };
    attributes(data, tag, if has(text, direction) || !has(text, other) { direction } else { other })
}

/// The attributes of a text that runs in a direction. A language that runs in the other is not the text's: then it is
/// the only language of the documents that does run so, or the page's, or not known.
fn attributes(data: Shared, tag: &'static str, direction: Direction) -> Language {
    let runs_so = |tag: &&'static str| Direction::of_language(tag) == direction;
    let page = page_language(data);
    let lang = if runs_so(&tag) {
        tag
    } else {
        let mut others = data.documents.iter().map(|document| document.language).filter(runs_so);
        let first = others.next();
        let unknown = if runs_so(&page) { page } else { UNDETERMINED };
        first.filter(|first| others.all(|other| other == *first)).unwrap_or(unknown)
    };
    Language {
        lang: (lang != page).then_some(lang),
        dir: (direction != page_direction(data)).then(|| direction.keyword()),
        direction,
    }
}
