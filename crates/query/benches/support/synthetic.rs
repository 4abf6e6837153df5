//! A corpus of any size for benchmarks and for tests of growth: documents of twelve statements, words, actors and topics
//! by Zipf's law, five years of dates, chains, relations, four languages. The same numbers give the same corpus.

use std::fmt::Write as _;

use corpus::compile::SeedFile;

/// Statements in a document.
pub const STATEMENTS_PER_DOCUMENT: usize = 12;

/// Topics of every corpus.
const TOPICS: usize = 40;

/// Tags of the documents' languages, the first the most frequent.
const LANGUAGES: [&str; 4] = ["en", "de", "fr", "ru"];

/// Pseudorandom numbers (`SplitMix64`, Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, each as likely as another.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number below `end`, with a likelihood in proportion to about one by its rank (Zipf's law).
    fn zipf(&mut self, end: usize) -> usize {
        let uniform = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        ((end as f64).powf(uniform) as usize - 1).min(end.saturating_sub(1))
    }
}

/// The word of a rank, in pronounceable syllables; `0` is the most frequent.
pub fn word(rank: usize) -> String {
    const ONSETS: [&str; 16] = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "tr"];
    const NUCLEI: [&str; 6] = ["a", "e", "i", "o", "u", "ai"];
    let mut rest = rank + ONSETS.len() * NUCLEI.len();
    let mut word = String::new();
    while rest > 0 {
        let syllable = rest % (ONSETS.len() * NUCLEI.len());
        word.push_str(ONSETS[syllable % ONSETS.len()]);
        word.push_str(NUCLEI[syllable / ONSETS.len()]);
        rest /= ONSETS.len() * NUCLEI.len();
    }
    word
}

/// The number of actors in a corpus of some statements.
pub const fn actors(statements: usize) -> usize {
    let wanted = statements / 20;
    if wanted < 12 { 12 } else { wanted }
}

fn registries(actors: usize) -> Vec<SeedFile> {
    let mut list = String::new();
    for index in 0..actors {
        let _ = write!(
            list,
            "[[actor]]\nid = \"a{index}\"\nname = \"Council of {}\"\nshort = \"{1} {index}\"\nkind = \"person\"\n\
             role = \"One of many\"\n",
            word(index * 7),
            word(index * 3),
        );
        let _ = if index.is_multiple_of(4) {
            writeln!(list, "camp = \"c{}\"\n", index % 3)
        } else {
            writeln!(list, "part_of = \"a{}\"\n", index / 4 * 4)
        };
    }
    let mut topics = String::new();
    for index in 0..TOPICS {
        let _ = writeln!(topics, "[[topic]]\nid = \"t{index}\"\nname = \"Topic {index}\"\nscope = \"All of it.\"");
    }
    let mut briefing = String::from(
        "title = \"Synthetic\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = \"M\"\n",
    );
    for (index, hue) in ["blue", "red", "green"].into_iter().enumerate() {
        let _ = writeln!(briefing, "[[camp]]\nid = \"c{index}\"\nname = \"Camp {index}\"\nhue = \"{hue}\"");
    }
    [("briefing.toml", briefing), ("actors.toml", list), ("topics.toml", topics)].map(file).into()
}

fn file<S: Into<String>>((name, text): (S, String)) -> SeedFile {
    SeedFile { name: name.into(), bytes: text.into_bytes() }
}

/// The files of a corpus with some statements, `s0` the first.
pub fn files(statements: usize) -> Vec<SeedFile> {
    let actors = actors(statements);
    let vocabulary = 2_000 + statements;
    let mut random = Random(9);
    let mut files = registries(actors);
    for (document, first) in (0..statements).step_by(STATEMENTS_PER_DOCUMENT).enumerate() {
        let language = LANGUAGES[random.zipf(LANGUAGES.len())];
        let mut text = format!("Report {document}\n");
        let mut toml = format!("title = \"Report {document}\"\nlanguage = \"{language}\"\n");
        for number in first..statements.min(first + STATEMENTS_PER_DOCUMENT) {
            let words: Vec<_> = (0..14).map(|_| word(random.zipf(vocabulary))).collect();
            let content = words.join(" ");
            let _ = write!(text, "\nReporters heard that {content}.\n");
            statement(&mut toml, &mut random, number, &content, actors);
            if number > 0 && random.below(20) == 0 {
                let other = random.below(number);
                let kind = ["contradicts", "supports", "responds-to"][random.below(3)];
                let _ = writeln!(
                    toml,
                    "\n[[relation]]\nfrom = \"s{number}\"\nto = \"s{other}\"\nkind = \"{kind}\"\nreason = \"R.\""
                );
            }
        }
        files.push(file((format!("d{document:05}.txt"), text)));
        files.push(file((format!("d{document:05}.toml"), toml)));
    }
    files
}

fn statement(toml: &mut String, random: &mut Random, number: usize, content: &str, actors: usize) {
    let form = ["indirect", "indirect", "direct", "narration"][random.below(4)];
    let form = if form == "direct" { "indirect" } else { form };
    let _ = writeln!(toml, "\n[[statement]]\nid = \"s{number}\"\nform = \"{form}\"\ncontent = \"{content}\"");
    if form != "narration" {
        let speaker = random.zipf(actors);
        let _ = writeln!(toml, "cue = \"Reporters heard that\"\nspeaker = \"a{speaker}\"");
        if random.below(3) == 0 {
            let relay = (speaker + 1 + random.zipf(actors - 1)) % actors;
            let _ = writeln!(toml, "via = \"a{relay}\"");
        }
    }
    if random.below(3) == 0 {
        let _ = writeln!(toml, "about = \"a{}\"", random.zipf(actors));
    }
    let _ = writeln!(toml, "topics = \"t{}\"", random.zipf(TOPICS));
    if random.below(10) > 0 {
        let (year, month, day) = (2020 + random.below(5), 1 + random.below(12), 1 + random.below(28));
        let _ = writeln!(toml, "when = \"{year}-{month:02}-{day:02}\"");
    }
    if random.below(3) == 0 {
        let _ = writeln!(toml, "position = \"{}\"", ["supports", "opposes", "neither"][random.below(3)]);
    }
}
