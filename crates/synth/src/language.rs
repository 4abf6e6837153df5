//! The languages of documents: words, and how each attributes a statement.

use crate::{
    random::Random,
    syllables::{self, Script},
    zipf::Zipf,
};

/// A language, and the phrases that its documents use.
#[derive(Debug)]
pub(crate) struct Language {
    /// BCP 47.
    pub tag: &'static str,
    pub script: Script,
    /// Documents in it, of 100.
    pub share: u64,
    /// Common words, the most frequent first.
    words: &'static str,
    /// What is between words.
    pub space: &'static str,
    pub stop: &'static str,
    pub comma: &'static str,
    /// Quotation marks.
    pub quotes: [&'static str; 2],
    /// After a speaker, before what is said.
    pub said_that: &'static [&'static str],
    /// Before a speaker, after a quotation.
    pub said: &'static [&'static str],
    /// After an agent, before what is done.
    pub did: &'static [&'static str],
    /// Before and after the first relay.
    pub according_to: [&'static str; 2],
    /// Before and after a relay that the first one cites.
    pub citing: [&'static str; 2],
    /// Between two names.
    pub and: &'static str,
}

/// All languages.
pub(crate) const LANGUAGES: [Language; 5] = [
    Language {
        tag: "en",
        script: Script::Latin,
        share: 80,
        words: include_str!("words/en.txt"),
        space: " ",
        stop: ". ",
        comma: ", ",
        quotes: ["“", "”"],
        said_that: &["said that", "announced that", "warned that", "added that", "wrote that", "denied that"],
        said: &["said", "wrote", "replied", "told reporters"],
        did: &["visited", "signed", "called for", "drafted", "met", "suspended", "hosted", "rejected"],
        according_to: ["According to ", ", "],
        citing: ["citing ", ", "],
        and: " and ",
    },
    Language {
        tag: "fr",
        script: Script::Latin,
        share: 7,
        words: include_str!("words/fr.txt"),
        space: " ",
        stop: ". ",
        comma: ", ",
        quotes: ["« ", " »"],
        said_that: &["a déclaré que", "a annoncé que", "a averti que", "a ajouté que"],
        said: &["a déclaré", "a écrit", "a répondu"],
        did: &["a visité", "a signé", "a demandé", "a rencontré", "a suspendu"],
        according_to: ["Selon ", ", "],
        citing: ["citant ", ", "],
        and: " et ",
    },
    Language {
        tag: "ru",
        script: Script::Cyrillic,
        share: 5,
        words: include_str!("words/ru.txt"),
        space: " ",
        stop: ". ",
        comma: ", ",
        quotes: ["«", "»"],
        said_that: &["заявляет, что", "сообщает, что", "предупреждает, что", "добавляет, что"],
        said: &["заявляет", "пишет", "отвечает"],
        did: &["посещает", "подписывает", "предлагает", "принимает", "приостанавливает"],
        according_to: ["По данным ", ", "],
        citing: ["со ссылкой на ", ", "],
        and: " и ",
    },
    Language {
        tag: "zh",
        script: Script::Han,
        share: 4,
        words: include_str!("words/zh.txt"),
        space: "",
        stop: "。",
        comma: "，",
        quotes: ["“", "”"],
        said_that: &["表示，", "宣称，", "警告说，", "补充说，"],
        said: &["表示", "写道", "回答"],
        did: &["访问了", "签署了", "提出了", "会见了", "中止了"],
        according_to: ["据", "报道，"],
        citing: ["援引", "的消息，"],
        and: "和",
    },
    Language {
        tag: "ar",
        script: Script::Arabic,
        share: 4,
        words: include_str!("words/ar.txt"),
        space: " ",
        stop: ". ",
        comma: "، ",
        quotes: ["«", "»"],
        said_that: &["قال إن", "أعلن أن", "حذر من أن", "أضاف أن"],
        said: &["قال", "كتب", "أجاب"],
        did: &["زار", "وقع", "اقترح", "استقبل", "علق"],
        according_to: ["بحسب ", "، "],
        citing: ["نقلا عن ", "، "],
        and: " و",
    },
];

/// Endings of invented English words, so that stems have several forms.
const ENDINGS: [&str; 4] = ["", "s", "ing", "ed"];

/// The words of a language by frequency: first the common ones, then invented ones.
#[derive(Debug)]
pub(crate) struct Lexicon {
    common: Vec<&'static str>,
    script: Script,
    has_endings: bool,
    ranks: Zipf,
    /// The words of a topic, which are the common ones from somewhere on.
    topical: Zipf,
}

impl Lexicon {
    /// A lexicon with this many invented words.
    pub fn new(language: &Language, invented: usize) -> Self {
        let common: Vec<_> = language.words.split_whitespace().collect();
        let ranks = Zipf::new(common.len() + invented, 2);
        Self { common, script: language.script, has_endings: language.tag == "en", ranks, topical: Zipf::new(40, 3) }
    }

    /// A word of a text about the topic of this number.
    pub fn word(&self, topic: usize, random: &mut Random) -> String {
        if random.chance(20) {
            // Beyond the words that every text has.
            let first = self.common.len() / 3 + topic * 17;
            let length = self.common.len() - self.common.len() / 3;
            let rank = (first + self.topical.sample(random)) % length + self.common.len() / 3;
            return self.at(rank);
        }
        self.at(self.ranks.sample(random))
    }

    fn at(&self, rank: usize) -> String {
        let Some(number) = rank.checked_sub(self.common.len()) else { return self.common[rank].to_owned() };
        if self.has_endings {
            return syllables::rare_word(number / ENDINGS.len(), self.script) + ENDINGS[number % ENDINGS.len()];
        }
        syllables::rare_word(number, self.script)
    }

    /// Words of a text, joined.
    pub fn words(&self, count: usize, space: &str, topic: usize, random: &mut Random) -> String {
        (0..count).map(|_| self.word(topic, random)).collect::<Vec<_>>().join(space)
    }
}
