//! A document: its text, and its annotation.

use crate::{
    date::{DAYS, Day},
    language::{LANGUAGES, Language, Lexicon},
    random::Random,
    registry::Registry,
    shape::Shape,
    statement::{Aliases, Setting, Statement},
    toml::Toml,
};

const KINDS_OF_RELATION: [&str; 3] = ["contradicts", "supports", "responds-to"];

/// A document with its annotation.
#[derive(Debug)]
pub(crate) struct Document {
    /// The name of its files without extensions.
    pub name: String,
    pub text: String,
    pub annotation: String,
    /// The ids of its statements.
    pub statements: Vec<String>,
    pub aliases: Aliases,
}

/// What all documents are made from.
#[derive(Debug)]
pub(crate) struct Source {
    pub registry: Registry,
    shape: Shape,
    lexicons: Vec<Lexicon>,
}

/// A text as far as it is written.
#[derive(Default)]
struct Writer {
    text: String,
    /// Where the last paragraph begins.
    paragraph: usize,
    /// The cues in it.
    cues: Vec<String>,
    headings: Vec<String>,
}

impl Source {
    /// The source of a corpus with this many statements.
    pub fn new(statements: usize, shape: Shape, random: &mut Random) -> Self {
        let invented = 60 * statements.isqrt();
        Self {
            registry: Registry::new(statements, shape, random),
            shape,
            lexicons: LANGUAGES.iter().map(|language| Lexicon::new(language, invented)).collect(),
        }
    }

    fn language(&self, random: &mut Random) -> (&'static Language, &Lexicon) {
        let mut point = random.below(LANGUAGES.iter().map(|language| language.share).sum());
        let mut index = 0;
        while point >= LANGUAGES[index].share {
            point -= LANGUAGES[index].share;
            index += 1;
        }
        (&LANGUAGES[index], &self.lexicons[index])
    }

    /// The document of this number, with `count` statements, which are numbered from `first`. Its relations are among
    /// these, and to `earlier` ones, by their ids.
    pub fn document(
        &self,
        number: usize,
        count: usize,
        first: usize,
        earlier: &[String],
        random: &mut Random,
    ) -> Document {
        let (language, lexicon) = self.language(random);
        let topics = [(); 3].map(|()| self.registry.topic(random));
        let published = random.below(u64::from(DAYS)) as u32;
        let published = self.shape.day().unwrap_or(published);
        let (registry, shape) = (&self.registry, self.shape);
        let setting = Setting { registry, shape, language, lexicon, topics: &topics, published };
        let title = shape.name(title(&setting.words(4, 9, topics[0], random)), 1);
        let mut text = Writer { text: format!("{title}\n\n"), ..Writer::default() };
        text.start_paragraph();
        let mut statements = Vec::with_capacity(count);
        for index in 0..count {
            if index > 0 && random.chance(40) {
                if random.chance(25) {
                    text.add_heading(title_of_section(&setting, random));
                }
                text.start_paragraph();
            }
            if random.chance(45) {
                text.add(&format!("{}{}", setting.words(6, 20, topics[0], random), language.stop));
            }
            statements.push(text.statement(&setting, first + index, random));
            text.fill(&setting, self.shape.text_length() * (index + 1) / count, random);
        }
        let is_undated = shape == Shape::Unplaced;
        let dated_by =
            (language.tag == "en" && random.chance(20) && !is_undated).then(|| Day::new(published).in_words());
        let furniture = random.chance(20).then_some("This site uses cookies. Accept | Decline");
        text.end(dated_by.as_deref(), furniture);
        let is_dated = !random.chance(4) && !is_undated;
        let outlet = (!random.chance(8)).then(|| &*self.registry.actors[self.registry.outlet(random)].id);
        let mut annotation = Toml::default();
        annotation
            .string("title", &title)
            .optional("published", is_dated.then(|| Day::new(published).iso()).as_deref())
            .optional("dated_by", dated_by.as_deref())
            .optional("outlet", outlet)
            .string("url", &format!("https://example.org/{number}"))
            .string("language", language.tag)
            .list("headings", text.headings.iter().map(|heading| &**heading))
            .list("omit", furniture)
            .end();
        for statement in &statements {
            statement.write(&self.registry, &mut annotation);
        }
        let ids: Vec<String> = statements.iter().map(|statement| statement.id.clone()).collect();
        if self.shape != Shape::Unrelated {
            write_relations(&ids, earlier, random, &mut annotation);
        }
        Document {
            name: format!("{number:05}-{}", self.registry.topics[topics[0]].id),
            text: text.text,
            annotation: annotation.into_text(),
            statements: ids,
            aliases: statements.into_iter().flat_map(|statement| statement.aliases).collect(),
        }
    }
}

impl Writer {
    fn start_paragraph(&mut self) {
        self.close_block();
        self.paragraph = self.text.len();
        self.cues.clear();
    }

    /// Ends a block, if one has begun.
    fn close_block(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.text.push_str("\n\n");
    }

    fn add(&mut self, sentence: &str) {
        self.text.push_str(sentence);
    }

    fn add_heading(&mut self, heading: String) {
        if !self.text.contains(&heading) {
            self.close_block();
            self.text.push_str(&heading);
            self.headings.push(heading);
        }
    }

    /// Writes a statement. Its quotes occur once in the text so far, and each cue occurs once in its paragraph, for
    /// which a new one is begun if need be.
    fn statement(&mut self, setting: &Setting, number: usize, random: &mut Random) -> Statement {
        loop {
            let statement = setting.statement(number, random);
            let occurs_once = |quote: &String| statement.sentence.matches(&**quote).count() == 1;
            let is_new = statement.content.iter().all(|quote| !self.text.contains(&**quote));
            if !is_new || !statement.content.iter().chain(&statement.cue).all(occurs_once) {
                continue;
            }
            let paragraph = &self.text[self.paragraph..];
            let is_ambiguous = statement.cue.iter().any(|cue| paragraph.contains(&**cue))
                || self.cues.iter().any(|cue| statement.sentence.contains(&**cue));
            if is_ambiguous {
                self.start_paragraph();
            }
            self.cues.extend(statement.cue.clone());
            self.add(&statement.sentence);
            return statement;
        }
    }

    /// Adds paragraphs in which nobody says anything, until the text has this many bytes.
    fn fill(&mut self, setting: &Setting, length: usize, random: &mut Random) {
        while self.text.len() < length {
            self.start_paragraph();
            for _ in 0..random.between(3, 9) {
                self.add(&format!("{}{}", setting.words(8, 24, setting.topics[0], random), setting.language.stop));
            }
        }
    }

    fn end(&mut self, dated_by: Option<&str>, furniture: Option<&str>) {
        for block in [dated_by.map(|day| format!("Published on {day}.")), furniture.map(str::to_owned)] {
            self.close_block();
            self.text.push_str(&block.unwrap_or_default());
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
    }
}

fn title_of_section(setting: &Setting, random: &mut Random) -> String {
    title(&setting.words(4, 6, setting.topics[0], random))
}

/// With a capital letter at the beginning, in scripts that have them.
fn title(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Relations from statements of a document to others of it, or of earlier documents.
fn write_relations(ids: &[String], earlier: &[String], random: &mut Random, toml: &mut Toml) {
    for (index, from) in ids.iter().enumerate() {
        if !random.chance(9) {
            continue;
        }
        let before = &ids[..index];
        let to = if earlier.is_empty() || random.chance(60) { before } else { earlier };
        if !to.is_empty() {
            let (to, kind) = (random.pick(to), random.pick(&KINDS_OF_RELATION));
            toml.table("relation").string("from", from).string("to", to).string("kind", kind);
            toml.string("reason", "Both speak of the same matter.").end();
        }
    }
}
