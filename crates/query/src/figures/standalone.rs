//! A drawing as a file of its own: an image in SVG 1.1 with title, caption, source and link, whose colours are those of
//! the light theme and whose letters are those of any computer. Nothing in it refers to anything else but its links.

use std::fmt::Write;

use super::drawing::{Anchor, Area, Colour, Drawing, PIXEL, Paint, Shape, Style, Text, measure, path_data};
use super::overview::Figure;
use crate::Shared;
use crate::language::{self, Direction};
use crate::link;
use crate::pages;
use crate::search::Search;
use crate::statements::masthead;
use crate::view::View;

mod comparison;

pub use comparison::comparison_image;

/// The width that a drawing in a file is laid out for, in CSS pixels.
const WIDTH: i32 = 1084;

/// The space around the drawing.
const MARGIN: i32 = 280;

/// The least width of the text above and below the drawing.
const LEAST_WIDTH: i32 = 6400;

/// The fonts, the most common last; a file cannot have one of its own without being many times as large.
const SANS: &str = "Inter, Roboto, 'Helvetica Neue', 'Nimbus Sans', Arial, sans-serif";
const SERIF: &str = "'Iowan Old Style', 'Palatino Linotype', Palatino, P052, Georgia, serif";

/// An image.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The name of the file, without an extension.
    pub name: String,
    /// Width and height in CSS pixels.
    pub size: (i32, i32),
    /// The image as SVG.
    pub svg: String,
}

/// What is written around a drawing.
struct Surroundings {
    title: String,
    /// Sentences below the title, a paragraph each.
    sentences: Vec<String>,
    /// Lines below the drawing.
    source: Vec<String>,
}

/// The image of a figure in a view; none where there is nothing to show. `page` is the address of the page, to which
/// links are appended.
pub fn image(data: Shared, view: &View, search: Option<&Search>, figure: &Figure, page: &str) -> Option<Image> {
    let drawing = figure.model.as_ref()?.drawing(data, WIDTH);
    let chosen = pages::print_section(data, view, search).description;
    let chosen = chosen.first().map(ToString::to_string).filter(|_| !view.selection().filter.is_empty());
    let surroundings = Surroundings {
        title: figure.title.to_owned(),
        sentences: [figure.caption.to_string()].into_iter().chain(chosen).collect(),
        source: figure
            .model
            .iter()
            .flat_map(|model| model.notes().iter().map(ToString::to_string))
            .chain(source_lines(data, view, page))
            .collect(),
    };
    let begins_on_the_right = language::page_direction(data) == Direction::RightToLeft;
    let (svg, size) = written(&drawing, &surroundings, page, begins_on_the_right);
    let name = figure.title.to_ascii_lowercase().replace(' ', "-");
    Some(Image { name, size, svg })
}

/// The lines that say where an image is from, and the link to its view.
fn source_lines(data: Shared, view: &View, page: &str) -> [String; 2] {
    let head = masthead(data);
    let dated = (!head.dateline.is_empty()).then_some(head.dateline);
    let source: Vec<String> = [head.title.text.to_owned()].into_iter().chain(dated).collect();
    [
        format!("Source: {}. Edition {}.", source.join(", "), link::edition(data)),
        format!("{page}{}", link::share(data, view)),
    ]
}

/// Writes a drawing and what is around it. Returns the image and its size in CSS pixels.
fn written(drawing: &Drawing, around: &Surroundings, page: &str, from_the_right: bool) -> (String, (i32, i32)) {
    let inner = drawing.width.max(LEAST_WIDTH);
    let mut above = Vec::new();
    let mut y = MARGIN;
    let start = if from_the_right { inner } else { 0 };
    let line = |y: i32, style: Style, text: &str| Shape::words(start, y, style, text);
    for text in measure::lines(&around.title, Style::Title, inner, 3) {
        above.push(line(y + 180, Style::Title, &text));
        y += 300;
    }
    for sentence in &around.sentences {
        for text in measure::lines(sentence, Style::Lead, inner, 12) {
            above.push(line(y + 170, Style::Lead, &text));
            y += 220;
        }
        y += 60;
    }
    let top = y + 140;
    let mut below = Vec::new();
    y = top + drawing.height + 260;
    for text in around.source.iter().flat_map(|text| measure::lines(text, Style::Small, inner, 4)) {
        below.push(line(y, Style::Small, &text));
        y += 180;
    }
    let (width, height) = (inner + 2 * MARGIN, y + MARGIN - 120);
    let size = (width.div_euclid(PIXEL), height.div_euclid(PIXEL));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{SANS}\" direction=\"{}\">\n<title>{}</title>\n",
        size.0,
        size.1,
        if from_the_right { "rtl" } else { "ltr" },
        escaped(&around.title),
    );
    let ground = Area { x: 0, y: 0, width, height };
    push(&mut svg, &Shape::Rectangle { area: ground, paint: Paint::filled(Colour::Paper) }, page);
    let mut group = |down: i32, shapes: &[Shape]| {
        // Writing to a string does not fail.
        let _ = write!(svg, "<g transform=\"translate({MARGIN} {down})\">");
        for shape in shapes {
            push(&mut svg, shape, page);
        }
        svg.push_str("</g>\n");
    };
    group(0, &above);
    group(top, &drawing.shapes);
    group(0, &below);
    svg.push_str("</svg>\n");
    (svg, size)
}

fn push(svg: &mut String, shape: &Shape, page: &str) {
    let _ = match shape {
        Shape::Link(link) => {
            let _ = write!(svg, "<a href=\"{}\">", escaped(&format!("{page}{}", link.href)));
            if !link.name.is_empty() {
                let _ = write!(svg, "<title>{}</title>", escaped(&link.name));
            }
            for shape in &link.shapes {
                push(svg, shape, page);
            }
            svg.write_str("</a>")
        }
        Shape::Group(shapes) => {
            for shape in shapes {
                push(svg, shape, page);
            }
            Ok(())
        }
        Shape::Circle { centre, radius, paint } => {
            write!(svg, "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\"{}/>", centre.x, centre.y, painted(*paint))
        }
        Shape::Rectangle { area: Area { x, y, width, height }, paint } => {
            write!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>", painted(*paint))
        }
        Shape::Path { steps, paint } => write!(svg, "<path d=\"{}\"{}/>", path_data(steps), painted(*paint)),
        Shape::Text(text) => push_text(svg, text),
    };
}

fn push_text(svg: &mut String, Text { at, anchor, style, text, underlined, language }: &Text) -> std::fmt::Result {
    let _ = write!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"",
        at.x,
        at.y,
        style.size(),
        light(style.colour())
    );
    svg.push_str(match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    if style.is_bold() {
        svg.push_str(" font-weight=\"600\"");
    }
    if style.has_serifs() {
        let _ = write!(svg, " font-family=\"{SERIF}\"");
    }
    if style.is_italic() {
        svg.push_str(" font-style=\"italic\"");
    }
    if style.is_outlined() {
        let _ = write!(svg, " paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"40\"", light(Colour::Paper));
    }
    if let Some(lang) = language.lang {
        let _ = write!(svg, " xml:lang=\"{}\"", escaped(lang));
    }
    svg.push('>');
    let mut written = 0;
    for range in underlined {
        let (before, words) = (&text[written..range.start], &text[range.clone()]);
        let _ = write!(svg, "{}<tspan text-decoration=\"underline\">{}</tspan>", escaped(before), escaped(words));
        written = range.end;
    }
    write!(svg, "{}</text>", escaped(&text[written..]))
}

fn painted(Paint { fill, stroke }: Paint) -> String {
    let opacity = |what: &str, colour: Colour| {
        colour.opacity().map(|share| format!(" {what}-opacity=\"{share}\"")).unwrap_or_default()
    };
    let filled = fill.map(|colour| opacity("fill", colour)).unwrap_or_default();
    let fill = format!(" fill=\"{}\"{filled}", fill.map_or("none", light));
    match stroke {
        None => fill,
        Some((colour, width)) => format!(
            "{fill} stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{}",
            light(colour),
            opacity("stroke", colour)
        ),
    }
}

/// A colour of the light theme: the first of its token in `style/tokens.css`.
const fn light(colour: Colour) -> &'static str {
    use corpus::Hue;

    match colour {
        Colour::Paper => "#fff",
        Colour::Ink | Colour::Rule => "#16191d",
        Colour::Soft => "#4b545d",
        Colour::Line => "#dfe2e6",
        Colour::Raised => "#f5f6f8",
        Colour::Hue(Some(Hue::Blue)) | Colour::Wash(Some(Hue::Blue)) => "#1f5aa6",
        Colour::Hue(Some(Hue::Red)) | Colour::Wash(Some(Hue::Red)) => "#a63d17",
        Colour::Hue(Some(Hue::Green)) | Colour::Wash(Some(Hue::Green)) => "#095b50",
        Colour::Hue(Some(Hue::Ochre)) | Colour::Wash(Some(Hue::Ochre)) => "#6b5a1e",
        Colour::Hue(Some(Hue::Violet)) | Colour::Wash(Some(Hue::Violet)) => "#6b3fa0",
        Colour::Hue(Some(Hue::Grey) | None) | Colour::Wash(Some(Hue::Grey) | None) => "#5a636d",
    }
}

/// A text as content or as the value of an attribute in XML 1.0, without the characters that XML has no place for.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use corpus::Hue;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;
    use crate::figures::overview::overview_figures;
    use crate::testing::{aldport, both, filtered, synthetic, view};

    const PAGE: &str = "https://example.org/a?b=1&c=\"2\"";

    fn images(data: Shared, link: &str) -> Vec<Image> {
        let view = view(data, link);
        let View::Overview(overview) = &view else { panic!("{link} is no overview") };
        let filtered = filtered(data, &overview.filter);
        let figures = overview_figures(data, overview, &filtered);
        figures.iter().filter_map(|figure| image(data, &view, None, figure, PAGE)).collect()
    }

    /// The names of the elements, the text, and the addresses that something leads to, as another reader of XML finds
    /// them.
    pub(super) fn read(svg: &str) -> (Vec<String>, String, Vec<String>) {
        let mut reader = Reader::from_str(svg);
        let (mut elements, mut text, mut addresses) = (Vec::new(), String::new(), Vec::new());
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) | Event::Empty(start) => {
                    elements.push(start.name().as_ref().to_owned());
                    for attribute in start.attributes() {
                        let attribute = attribute.expect("an attribute");
                        assert!(!attribute.value.contains("var("), "a colour of the page");
                        if attribute.key.as_ref() == "href" {
                            addresses
                                .push(quick_xml::escape::unescape(&attribute.value).expect("entities").into_owned());
                        }
                    }
                }
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(part) => {
                    text.push_str(match &*part {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        other => panic!("{other:?}"),
                    });
                }
                Event::Eof => return (elements, text, addresses),
                _ => {}
            }
        }
    }

    #[test]
    fn an_image_is_a_file_that_other_programs_read() {
        for data in both().into_iter().chain([aldport(), synthetic(800)]) {
            for link in ["#/overview", "#/overview?by=camp&sort=similarity", "#/overview?form=direct&table=matrix"] {
                for image in images(data, link) {
                    let (elements, text, addresses) = read(&image.svg);
                    assert_eq!(elements[..2], ["svg", "title"]);
                    assert!(text.contains("Source: ") && text.contains(&link::edition(data)), "{text}");
                    assert!(text.contains("https://example.org/"), "the address of the page");
                    assert!(addresses.iter().all(|address| address.starts_with(PAGE)), "{addresses:?}");
                    assert!(image.size.0 >= 640 && image.size.1 > 100 && !image.name.is_empty());
                    assert!(elements.iter().all(|name| {
                        ["svg", "title", "g", "a", "circle", "rect", "path", "text"].contains(&name.as_str())
                    }));
                }
            }
        }
    }

    #[test]
    fn what_is_chosen_is_said_in_the_image() {
        let chosen = &images(crate::testing::shipped(), "#/overview?topic=basing")[0];
        assert!(read(&chosen.svg).1.contains("Topic: Military basing"), "{}", chosen.svg);
    }

    #[test]
    fn the_colours_are_those_of_the_light_theme() {
        let sheet = include_str!("../../../../style/tokens.css");
        let hues = Hue::ALL.map(|hue| Colour::Hue(Some(hue)));
        let others = [Colour::Paper, Colour::Ink, Colour::Soft, Colour::Line, Colour::Rule];
        for colour in others.into_iter().chain(hues) {
            let declared = format!("--{}: light-dark({}, ", colour.token(), light(colour));
            assert!(
                sheet.contains(&declared),
                "style/tokens.css has no {declared}…): give its colour in standalone.rs"
            );
        }
    }

    #[test]
    fn signs_that_xml_has_no_place_for_are_left_out() {
        assert_eq!(escaped("a<b>&\"c\u{1}\n\u{ffff}"), "a&lt;b&gt;&amp;&quot;c ");
    }
}
