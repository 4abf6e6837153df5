//! The encoding of a text: found, said, and undone.
//!
//! In order: a byte order mark; UTF-16 without one, by its zero bytes; UTF-8, if all bytes are valid; what the file
//! declares (HTML, XML); else the guess of `chardetng`, as browsers guess. The encodings are those of the WHATWG
//! Encoding Standard (<https://encoding.spec.whatwg.org>).

use chardetng::EncodingDetector;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use crate::document::{Encoding, EncodingSource};
use crate::error::ImportError;
use crate::format::find;

/// The most characters in a thousand that may be controls or undecodable before a file counts as binary.
const MAX_NOISE_PER_MILLE: usize = 5;

/// How far from its beginning a file declares its encoding. Browsers look as far (HTML Standard, 13.2.3.2) or farther.
const DECLARED_WITHIN: usize = 4096;

/// Decodes a text. `declared` is the encoding that the file declares.
///
/// # Errors
/// [`ImportError::NotADocument`] for what is no text in any encoding.
pub(crate) fn decode(
    bytes: &[u8],
    declared: Option<&'static encoding_rs::Encoding>,
) -> Result<(String, Encoding), ImportError> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(ImportError::UnknownFormat { noun: "a text in UTF-32", help: "save it as UTF-8" });
    }
    let (encoding, source, bytes) = if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        (encoding, EncodingSource::ByteOrderMark, &bytes[length..])
    } else if bytes.contains(&0) {
        (utf16_by_zero_bytes(bytes)?, EncodingSource::ZeroBytes, bytes)
    } else if let Some(declared) = declared.filter(|declared| !declared.is_ascii_compatible()) {
        // ISO-2022-JP: all of its bytes are valid ASCII.
        (declared, EncodingSource::Declared, bytes)
    } else if std::str::from_utf8(bytes).is_ok() && !has_escapes(bytes) {
        (UTF_8, EncodingSource::Valid, bytes)
    } else if let Some(declared) = declared.filter(|&declared| declared != UTF_8) {
        (declared, EncodingSource::Declared, bytes)
    } else {
        (guess(bytes), EncodingSource::Guessed, bytes)
    };
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let malformed = if malformed { text.matches('\u{FFFD}').count() } else { 0 };
    if is_noise(&text) {
        return Err(ImportError::NotADocument("binary"));
    }
    Ok((text.into_owned(), Encoding { name: encoding.name(), source, malformed }))
}

/// Whether a text has the escape sequences of ISO-2022-JP, which are valid UTF-8.
fn has_escapes(bytes: &[u8]) -> bool {
    find(bytes, b"\x1b$B").is_some() || find(bytes, b"\x1b$@").is_some()
}

/// How many characters of more than one byte there are for each broken place, at least, in a text that is UTF-8 all the
/// same. In other encodings, most places that are not ASCII are broken as UTF-8; in Thai, about half of them.
const INTACT_FOR_EACH_BROKEN: usize = 4;

/// The guess of `chardetng`. UTF-8 is among the guesses: a text with a few broken bytes is still UTF-8.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mostly_utf8 = {
        let text = String::from_utf8_lossy(bytes);
        let characters = text.chars().filter(|&c| !c.is_ascii() && c != '\u{FFFD}').count();
        characters > INTACT_FOR_EACH_BROKEN * text.matches('\u{FFFD}').count()
    };
    if mostly_utf8 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// Tells the byte order of UTF-16 without a mark: in the wrong one, spaces and line feeds are other characters.
fn utf16_by_zero_bytes(bytes: &[u8]) -> Result<&'static encoding_rs::Encoding, ImportError> {
    let score = |is_little: bool| {
        let common = [b' ', b'\n', b'.', b',', b'e', b'a'];
        let is_common = |pair: &&[u8]| {
            let (low, high) = if is_little { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
            high == 0 && common.contains(&low)
        };
        bytes.chunks_exact(2).filter(is_common).count()
    };
    let (little, big) = (score(true), score(false));
    // Text has a space or a full stop at least every forty characters, in any language that is written with zero bytes.
    if !bytes.len().is_multiple_of(2) || little.max(big) * 80 < bytes.len() {
        return Err(ImportError::NotADocument("binary"));
    }
    Ok(if little >= big { UTF_16LE } else { UTF_16BE })
}

/// Whether a decoded text has more controls and undecodable places than a text has.
fn is_noise(text: &str) -> bool {
    let is_noise =
        |&c: &char| c == '\u{FFFD}' || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{85}');
    let noise = text.chars().filter(is_noise).count();
    noise * 1000 > text.chars().count().max(200) * MAX_NOISE_PER_MILLE
}

/// The encoding that an HTML page declares (HTML Standard, 13.2.3.2, simplified: the first `charset` within a `meta`,
/// or the encoding of an XML declaration).
pub(crate) fn declared_in_html(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| label_after(&head, b"encoding")).flatten();
    xml.or_else(|| {
        memchr::memmem::find_iter(&head, b"<meta").find_map(|start| {
            let tag = &head[start..];
            label_after(&tag[..find(tag, b">").unwrap_or(tag.len())], b"charset")
        })
    })
}

/// The encoding whose label follows a key and an equals sign.
fn label_after(bytes: &[u8], key: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let rest = bytes[find(bytes, key)? + key.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b))).unwrap_or(rest.len());
    let encoding = encoding_rs::Encoding::for_label(&rest[..end])?;
    // A declaration that can be read as ASCII is not in UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Министр заявил, что переговоры продолжатся на следующей неделе. «Мы готовы», — сказал он.";
    const JAPANESE: &str = "首相は記者会見で、交渉を続けると述べた。会談は来週再開される予定だという。";

    fn decoded(bytes: &[u8]) -> (String, &'static str, EncodingSource) {
        let (text, encoding) = decode(bytes, None).expect("a text");
        (text, encoding.name, encoding.source)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn texts_without_a_mark_are_recognised() {
        for (label, text) in [("windows-1251", RUSSIAN), ("shift_jis", JAPANESE), ("euc-jp", JAPANESE)] {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decoded(&bytes), (text.to_owned(), encoding.name(), EncodingSource::Guessed), "{label}");
        }
        assert_eq!(decoded(RUSSIAN.as_bytes()), (RUSSIAN.to_owned(), "UTF-8", EncodingSource::Valid));
    }

    #[test]
    fn utf16_is_recognised_with_a_mark_and_without() {
        for text in [RUSSIAN, "The minister said that talks resume."] {
            for (bytes, name) in
                [(utf16(text, u16::to_le_bytes), "UTF-16LE"), (utf16(text, u16::to_be_bytes), "UTF-16BE")]
            {
                assert_eq!(decoded(&bytes), (text.to_owned(), name, EncodingSource::ZeroBytes));
            }
        }
        let marked = utf16(&format!("\u{FEFF}{JAPANESE}"), u16::to_be_bytes);
        assert_eq!(decoded(&marked), (JAPANESE.to_owned(), "UTF-16BE", EncodingSource::ByteOrderMark));
    }

    #[test]
    fn a_few_broken_bytes_do_not_make_another_encoding() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.push(0xD0);
        let (_, encoding) = decode(&bytes, None).expect("a text");
        assert_eq!((encoding.name, encoding.malformed), ("UTF-8", 1));
        // A text in English has few characters of several bytes, and here the last one is cut off.
        let english = "The mayor’s “bridge” is “safe” — said the council, at the end of its last meeting: “".as_bytes();
        let (_, encoding) = decode(&english[..english.len() - 1], None).expect("a text");
        assert_eq!((encoding.name, encoding.malformed), ("UTF-8", 1));
    }

    #[test]
    fn other_encodings_are_not_taken_for_broken_utf8() {
        let texts = [
            ("windows-874", "นายกรัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า"),
            ("windows-1252", "Größere Änderungen seien nicht geplant, erklärte der Außenminister über das Abkommen."),
            ("windows-1253", "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα."),
            ("gbk", "土耳其外交部长费丹周一表示，除了协议别无选择。俄罗斯副外长鲁坚科说，条件没有改变。"),
            ("euc-kr", "장관은 회담이 다음 주에 계속될 것이라고 말했다."),
        ];
        for (label, text) in texts {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
            assert_eq!(guess(&encoding.encode(text).0), encoding, "{label}");
        }
    }

    #[test]
    fn a_declaration_counts_where_the_bytes_are_not_utf8() {
        let page = b"<html><head><META http-equiv=Content-Type content='text/html; charset=Windows-1251'>";
        let declared = declared_in_html(page);
        assert_eq!(declared.map(encoding_rs::Encoding::name), Some("windows-1251"));
        assert_eq!(declared_in_html(b"<meta charset=\"utf-16\">").map(encoding_rs::Encoding::name), Some("UTF-8"));
        assert_eq!(
            declared_in_html(b"<?xml version='1.0' encoding='koi8-r'?>").map(encoding_rs::Encoding::name),
            Some("KOI8-R")
        );
        assert_eq!(declared_in_html(b"<p>charset=koi8-r"), None);
        let bytes = [0xCC, 0xE8, 0xF0];
        let (text, encoding) = decode(&bytes, declared).expect("a text");
        assert_eq!((&*text, encoding.source), ("Мир", EncodingSource::Declared));
        let (text, encoding) = decode("Мир".as_bytes(), declared).expect("a text");
        assert_eq!((&*text, encoding.name), ("Мир", "UTF-8"));
    }

    #[test]
    fn binary_is_refused() {
        let random: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&random[..], b"a\0b\0\0\x01\x02", b"\x01\x02\x03\x04", b"words\x07\x08 and bells"] {
            assert!(decode(bytes, None).is_err(), "{:?}", &bytes[..bytes.len().min(20)]);
        }
        assert!(decode(b"\xff\xfe\0\0a\0\0\0", None).is_err());
    }
}
