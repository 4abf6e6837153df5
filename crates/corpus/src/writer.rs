//! The writer of columns; [`crate::reader`] describes and reads them.

use crate::leb128::write_number;

/// Bytes that columns are appended to.
#[derive(Default)]
pub(crate) struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    pub fn number(&mut self, number: usize) {
        write_number(number, &mut self.bytes);
    }

    pub fn column(&mut self, numbers: impl IntoIterator<Item = u32>) {
        numbers.into_iter().for_each(|number| self.number(number as usize));
    }

    pub fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    pub fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str> + Clone) {
        self.column(texts.clone().map(|text| text.len() as u32));
        texts.for_each(|text| self.bytes.extend_from_slice(text.as_bytes()));
    }

    pub fn optional_texts<'t>(&mut self, texts: impl Iterator<Item = Option<&'t str>> + Clone) {
        self.column(texts.clone().map(|text| text.map_or(0, |text| text.len() as u32 + 1)));
        texts.flatten().for_each(|text| self.bytes.extend_from_slice(text.as_bytes()));
    }
}

/// The number that stands for a signed one; see [`crate::reader::signed`].
pub(crate) const fn unsigned(number: i32) -> u32 {
    (number << 1 ^ number >> 31).cast_unsigned()
}

/// The number that stands for the difference of a number from the one before it.
pub(crate) const fn difference(number: u32, before: u32) -> u32 {
    unsigned(number.wrapping_sub(before).cast_signed())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::reader::{Reader, advance, signed};

    proptest! {
        #[test]
        fn columns_round_trip(
            numbers in vec(any::<u32>(), 0..20),
            texts in vec(".{0,9}", 0..20),
            optional in vec(proptest::option::of(".{0,9}"), 0..20),
            text in ".{0,9}"
        ) {
            let mut writer = Writer::default();
            writer.column(numbers.iter().copied());
            writer.texts(texts.iter().map(String::as_str));
            writer.optional_texts(optional.iter().map(Option::as_deref));
            writer.text(&text);
            let mut reader = Reader::new(&writer.bytes);
            let mut column = reader.column(numbers.len()).expect("a column");
            prop_assert_eq!((0..numbers.len()).map(|_| column.next()).collect::<Vec<_>>(), numbers);
            let mut read = reader.texts(texts.len()).expect("a column");
            prop_assert_eq!(read.take_texts(texts.len()), texts);
            let mut read = reader.optional_texts(optional.len()).expect("a column");
            let read: Vec<_> = optional.iter().map(|_| read.next_optional()).collect();
            prop_assert_eq!(read, optional.iter().map(Option::as_deref).collect::<Vec<_>>());
            prop_assert_eq!(reader.text(), Some(text.as_str()));
            prop_assert!(reader.is_at_end());
        }

        #[test]
        fn signed_numbers_and_differences_round_trip(number in any::<i32>(), from in 0..1u32 << 31, to in 0..1u32 << 31) {
            prop_assert_eq!(signed(unsigned(number)), number);
            let mut at = from;
            prop_assert_eq!(advance(&mut at, difference(to, from)), Some(to));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..64), length in 0..70usize) {
            let mut reader = Reader::new(&bytes);
            if let Some(mut column) = reader.column(length) {
                prop_assert!(length <= bytes.len());
                (0..length + 3).for_each(|_| _ = column.next());
            }
            for mut texts in Reader::new(&bytes).texts(length).into_iter().chain(Reader::new(&bytes).optional_texts(length)) {
                let read: Vec<_> = (0..length + 3).filter_map(|_| texts.next_optional()).collect();
                prop_assert!(read.iter().map(|text| text.len()).sum::<usize>() <= bytes.len());
            }
        }
    }
}
