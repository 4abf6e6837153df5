//! Invented words in four scripts: numbers, written with syllables as digits. Different numbers are different words.

/// A script that invented words are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Han,
    Arabic,
}

/// Each syllable in the order of [`Script`].
const SYLLABLES: [[&str; 4]; 40] = [
    ["va", "ва", "瓦", "فا"],
    ["lo", "ло", "洛", "لو"],
    ["mi", "ми", "米", "مي"],
    ["ra", "ра", "拉", "را"],
    ["ke", "ке", "克", "كي"],
    ["so", "со", "索", "سو"],
    ["ti", "ти", "蒂", "تي"],
    ["nu", "ну", "努", "نو"],
    ["ba", "ба", "巴", "با"],
    ["de", "де", "德", "دي"],
    ["fi", "фи", "菲", "في"],
    ["go", "го", "戈", "غو"],
    ["ha", "ха", "哈", "ها"],
    ["jo", "йо", "约", "يو"],
    ["ku", "ку", "库", "كو"],
    ["le", "ле", "莱", "لي"],
    ["ma", "ма", "马", "ما"],
    ["ne", "не", "内", "ني"],
    ["pi", "пи", "皮", "بي"],
    ["ru", "ру", "鲁", "رو"],
    ["sa", "са", "萨", "سا"],
    ["to", "то", "托", "تو"],
    ["vi", "ви", "维", "ڤي"],
    ["zo", "зо", "佐", "زو"],
    ["bel", "бел", "贝", "بل"],
    ["dar", "дар", "达", "دار"],
    ["fen", "фен", "芬", "فن"],
    ["gor", "гор", "戈尔", "غور"],
    ["hal", "хал", "哈尔", "هال"],
    ["kan", "кан", "坎", "كان"],
    ["lin", "лин", "林", "لين"],
    ["mor", "мор", "莫", "مور"],
    ["nor", "нор", "诺", "نور"],
    ["pol", "пол", "波", "بول"],
    ["ran", "ран", "兰", "ران"],
    ["sel", "сел", "塞", "سل"],
    ["tam", "там", "塔", "تام"],
    ["ven", "вен", "文", "ون"],
    ["yar", "яр", "亚", "يار"],
    ["zen", "зен", "泽", "زن"],
];

/// Words of two syllables, and of three.
const PAIRS: usize = SYLLABLES.len().pow(2);
const TRIPLES: usize = SYLLABLES.len().pow(3);

/// A prime, which spreads neighbouring numbers over words that differ at both ends.
const SPREAD: usize = 7919;

/// A rare word, of three syllables. There are 64,000.
pub(crate) fn rare_word(number: usize, script: Script) -> String {
    digits(number * SPREAD % TRIPLES, 3, script)
}

/// A name: two syllables, and more beyond the number 1600.
pub(crate) fn name(number: usize, script: Script) -> String {
    let mut length = 2;
    let mut rest = number / PAIRS;
    while rest > 0 {
        (length, rest) = (length + 1, rest / SYLLABLES.len());
    }
    let word = digits(number / PAIRS * PAIRS + number * SPREAD % PAIRS, length, script);
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// A number with syllables as digits, the least significant first.
fn digits(mut number: usize, length: usize, script: Script) -> String {
    let mut word = String::new();
    for _ in 0..length {
        word.push_str(SYLLABLES[number % SYLLABLES.len()][script as usize]);
        number /= SYLLABLES.len();
    }
    word
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn different_numbers_are_different_words() {
        let names: BTreeSet<String> = (0..6000).map(|number| name(number, Script::Latin)).collect();
        assert_eq!(names.len(), 6000);
        let words: BTreeSet<String> = (0..TRIPLES).map(|number| rare_word(number, Script::Cyrillic)).collect();
        assert_eq!(words.len(), TRIPLES);
    }

    #[test]
    fn a_name_has_the_same_syllables_in_every_script() {
        let scripts = [Script::Latin, Script::Cyrillic, Script::Han, Script::Arabic];
        assert_eq!(scripts.map(|script| name(1, script)), ["Zenven", "Зенвен", "泽文", "زنون"]);
    }
}
