//! Unsigned numbers in LEB128 (DWARF 5, section 7.6).

/// Reads a number of at most 32 bits.
pub(crate) fn read_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0u64;
    for (index, &byte) in bytes.iter().take(5).enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            *bytes = &bytes[index + 1..];
            return u32::try_from(number).ok().map(|number| number as usize);
        }
    }
    None
}

/// Writes a number.
#[cfg(feature = "write")]
pub(crate) fn write_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
