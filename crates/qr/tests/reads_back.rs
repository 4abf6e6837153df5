//! Codes are read back from the drawing by a reader that shares no code with the writer.

use qr::{Code, QUIET_ZONE, TooLong};

/// Pixels per module in the picture that the reader gets.
const SCALE: usize = 4;

/// Rasterizes the rectangles of a path, one pixel per module, as a browser fills them. Returns the side and the pixels.
fn picture(code: &Code) -> (usize, Vec<bool>) {
    let side = code.side() as usize;
    let mut dark = vec![false; side * side];
    for run in code.path().split('z').filter(|run| !run.is_empty()) {
        let numbers: Vec<usize> = run
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect();
        let [column, row, width, height, back] = numbers[..] else { panic!("not a rectangle: {run}") };
        assert_eq!((height, back), (1, width), "{run}");
        for at in column..column + width {
            assert!(!dark[row * side + at], "drawn twice: {run}");
            dark[row * side + at] = true;
        }
    }
    (side, dark)
}

fn read(code: &Code) -> String {
    let (side, dark) = picture(code);
    let wide = side * SCALE;
    let shade = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, wide, shade);
    let found = image.detect_grids();
    assert_eq!(found.len(), 1, "one code is found");
    found[0].decode().expect("it can be read").1
}

#[test]
fn links_are_read_back_whatever_is_in_them() {
    for text in [
        "#/",
        "https://example.org/briefing/#/?topic=basing&actor=-russia&q=%E2%80%9Cbase%E2%80%9D&edition=0d3004281b1a",
        "HTTPS://EXAMPLE.ORG/123",
        "https://пример.рф/сводка/#/?q=база+Ханабад",
        "file:///home/žofie/Stažené/briefing.html#/compare?actors=uzbekistan,kazakhstan",
        "",
    ] {
        assert_eq!(read(&Code::new(text).expect("it fits")), text);
    }
}

#[test]
fn the_longest_is_read_back_and_one_letter_more_is_refused() {
    let longest = "ab/".repeat(777);
    assert_eq!(longest.len(), 2331);
    let code = Code::new(&longest).expect("it fits");
    assert_eq!(code.size(), 177);
    assert_eq!(read(&code), longest);
    let error = Code::new(&format!("{longest}c")).err().expect("it does not fit");
    assert_eq!(error, TooLong { bytes: 2332 });
    assert!(error.to_string().contains("too long for a QR code"), "{error}");
}

#[test]
fn a_short_text_has_a_small_code_with_a_quiet_zone_around() {
    let code = Code::new("briefing").expect("it fits");
    assert_eq!((code.size(), code.side()), (21, 21 + 2 * QUIET_ZONE));
    let (side, dark) = picture(&code);
    let quiet = QUIET_ZONE as usize;
    for (at, &dark) in dark.iter().enumerate() {
        let inside = |place: usize| (quiet..side - quiet).contains(&place);
        assert!(!dark || inside(at % side) && inside(at / side));
    }
    // The finder pattern in the corner.
    assert!((0..7).all(|at| code.dark(at, 0)) && !code.dark(7, 0));
}
