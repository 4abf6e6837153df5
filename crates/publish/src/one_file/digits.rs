//! Bytes in ninety-one characters, which are shorter than base64: 91 × 91 is just more than 2 to the 13th, so that two
//! of them hold thirteen bits, where two of base64 hold twelve.

/// The digits. All are printed in ASCII and mean nothing between script tags or in an attribute.
pub const DIGITS: &str = "!#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// Characters in a line. Longer lines are broken by mail.
const LINE: usize = 900;

/// Writes bytes in digits: thirteen bits at a time, the lowest first, each as two digits, the higher first.
pub fn encode(bytes: &[u8]) -> String {
    let digits = DIGITS.as_bytes();
    let count = digits.len();
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    let mut column = 0;
    let mut push = |value: usize| {
        if column >= LINE {
            text.push('\n');
            column = 0;
        }
        text.extend([digits[value / count], digits[value % count]].map(char::from));
        column += 2;
    };
    let (mut held, mut bits) = (0, 0);
    for &byte in bytes {
        held |= usize::from(byte) << bits;
        bits += 8;
        if bits >= 13 {
            push(held & 0x1FFF);
            held >>= 13;
            bits -= 13;
        }
    }
    if bits > 0 {
        push(held);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `boot/unpack.js` reads it.
    fn decode(text: &str, size: usize) -> Vec<u8> {
        let values: Vec<_> = text.chars().filter_map(|digit| DIGITS.find(digit)).collect();
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
        for pair in values.chunks(2) {
            held |= (pair[0] * DIGITS.len() + pair[1]) << bits;
            bits += 13;
            while bits >= 8 && bytes.len() < size {
                bytes.push((held & 255) as u8);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes
    }

    #[test]
    fn the_digits_are_enough_and_mean_nothing_in_a_page() {
        let mut digits: Vec<_> = DIGITS.chars().collect();
        digits.sort_unstable();
        digits.dedup();
        assert_eq!(digits.len(), 91);
        assert!(digits.iter().all(|digit| digit.is_ascii_graphic() && !"<&\"".contains(*digit)));
    }

    #[test]
    fn bytes_are_read_as_they_were_written() {
        let bytes: Vec<u8> = (0..10_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for size in [0, 1, 2, 3, 12, 13, 14, 1000, 10_000] {
            let text = encode(&bytes[..size]);
            assert_eq!(decode(&text, size), bytes[..size], "{size} bytes");
            assert!(text.lines().all(|line| line.len() <= LINE));
            assert!(text.len() <= size * 5 / 4 + 3);
        }
        assert_eq!(decode(&encode(&[255; 26]), 26), [255; 26]);
    }
}
