//! A comparison as an image.

use super::{Image, Surroundings, WIDTH, source_lines, written};
use crate::Shared;
use crate::compare::{self, comparison_drawing};
use crate::language::{self, Direction};
use crate::pages;
use crate::view::{Comparison, View};
use crate::words;

/// The image of a comparison; `None` where nothing is compared yet. `page` is the address of the page, to which links
/// are appended.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::whole_view`].
pub fn comparison_image(data: Shared, comparison: &Comparison, page: &str) -> Option<Image> {
    let model = compare::page(data, comparison);
    let drawn = comparison_drawing(data, &model)?;
    let begins_on_the_right = language::page_direction(data) == Direction::RightToLeft;
    let (drawing, left) = drawn.drawing(WIDTH);
    let drawing = drawing.turned(begins_on_the_right);
    let left = match left {
        0 => None,
        1 => Some("One more topic is behind the link.".to_owned()),
        number => Some(format!("{} more topics are behind the link.", words::capitalised(&words::spelled(number)))),
    };
    let view = View::Compare(comparison.clone());
    let (title, sentences) = compare::sentences(&model);
    // Whose statements alone are compared is in the title; which topics are chosen is said after what.
    let chosen = pages::print_section(data, &view, None).description.into_iter().skip(1);
    let surroundings = Surroundings {
        title: format!("{title} compared"),
        sentences: sentences.into_iter().chain(chosen.map(|words| words.to_string())).collect(),
        source: left.into_iter().chain(source_lines(data, &view, page)).collect(),
    };
    let (svg, size) = written(&drawing, &surroundings, page, begins_on_the_right);
    Some(Image { name: file_name(&surroundings.title), size, svg })
}

/// The letters of a file's name.
const LONGEST_NAME: usize = 60;

/// A title as the name of a file: letters and digits, with hyphens between words.
fn file_name(title: &str) -> String {
    let mut name = String::new();
    for word in title.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            if name.chars().count() + word.chars().count() >= LONGEST_NAME {
                break;
            }
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST_NAME));
    }
    if name.is_empty() { "comparison".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::link;
    use crate::testing::{aldport, both, shipped, synthetic, view};

    const PAGE: &str = "https://example.org/a?b=1&c=\"2\"";

    fn image(data: Shared, link: &str) -> Option<Image> {
        let View::Compare(comparison) = view(data, link) else { panic!("{link} compares nothing") };
        comparison_image(data, &comparison, PAGE)
    }

    #[test]
    fn an_image_has_the_title_the_difference_the_source_and_the_link() {
        let data = shipped();
        let image = image(data, "#/compare?actors=united-states,russia").expect("two actors");
        assert_eq!(image.name, "united-states-and-russia-compared");
        let (elements, text, addresses) = read(&image.svg);
        assert_eq!(elements[..2], ["svg", "title"]);
        for words in ["United States and Russia compared", "Only Russia speaks of it", "Source: ", &link::edition(data)]
        {
            assert!(text.contains(words), "{words}");
        }
        assert!(text.contains("silent"));
        assert!(addresses.len() > 4 && addresses.iter().all(|address| address.starts_with(PAGE)), "{addresses:?}");
    }

    #[test]
    fn every_kind_of_comparison_is_an_image_that_other_programs_read() {
        let camps = ["#/compare?camps=west,russia"];
        let periods = ["#/compare?periods=until-2021-12-14,from-2021-12-15&voice=russia"];
        for link in camps.into_iter().chain(periods) {
            assert!(image(shipped(), link).is_some(), "{link}");
        }
        for data in both().into_iter().chain([aldport(), synthetic(800)]) {
            for number in 2..=4 {
                let actors = link::write(data, &View::compare_actors(data.actor_ids().take(number)));
                let statements = link::write(data, &View::compare_statements(data.statement_ids().take(number)));
                for link in [actors, statements] {
                    let image = image(data, &link).expect("there are enough to compare");
                    let (elements, text, _) = read(&image.svg);
                    assert!(elements.len() > 10 && text.contains("Source: "), "{link}");
                    // Three dots for each pixel, of the 16,384 that browsers draw.
                    assert!(image.size.0 >= 640 && image.size.1 < 16_384 / 3, "{link}: {:?}", image.size);
                }
            }
        }
    }

    #[test]
    fn what_statements_have_in_common_is_said_and_underlined() {
        let data = aldport();
        let link = |ids| link::write(data, &View::compare_statements(ids));
        let pairs = data.statement_ids().zip(data.statement_ids().skip(1)).map(|(one, other)| [one, other]);
        let mut marked = 0;
        for ids in pairs {
            let View::Compare(comparison) = View::compare_statements(ids) else { panic!("not compared") };
            let compare::ComparePage::Pair(pair) = compare::page(data, &comparison) else { panic!("no pair") };
            let image = comparison_image(data, &comparison, PAGE).expect("two statements");
            let words: Vec<&str> = pair
                .sides
                .iter()
                .flat_map(|side| &side.pieces)
                .filter(|piece| piece.marked)
                .map(|piece| piece.text.as_str())
                .collect();
            let lines: Vec<&str> =
                image.svg.split("underline\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
            // A piece that is broken into lines is underlined in each.
            assert_eq!(lines.join(" ").replace("&quot;", "\""), words.join(" "), "{}", link(ids));
            marked += lines.len();
        }
        assert!(marked > 20, "{marked}");
    }

    #[test]
    fn nothing_is_no_image() {
        for link in ["#/compare", "#/compare?actors=russia", "#/compare?by=camp"] {
            assert_eq!(image(shipped(), link), None, "{link}");
        }
    }

    #[test]
    fn a_name_of_a_file_has_letters_digits_and_hyphens() {
        assert_eq!(file_name("Ragna Holt, two statements compared"), "ragna-holt-two-statements-compared");
        assert_eq!(file_name("Until 14 / ../:"), "until-14");
        assert_eq!(file_name("///"), "comparison");
        assert!(file_name(&"word ".repeat(40)).len() <= LONGEST_NAME);
    }
}
