//! The letters of a page with their places, as an interpreter draws them.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

/// Units of glyph space in an em (ISO 32000-1, 9.2.4).
const UNITS_PER_EM: f64 = 1000.0;

/// The smallest picture that counts as one, as a part of the page. Lines and bullets may be pictures, too.
const MIN_PICTURE: f64 = 0.01;

/// A letter. Lengths are in points, from the upper left corner of the page.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    /// Height of an em.
    pub size: f64,
}

/// The letters of a page.
#[derive(Debug, Default)]
pub(super) struct PageGlyphs {
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    /// The text that does not run from left to right.
    pub rotated: String,
    /// The number of letters of which the file does not say which they are.
    pub unknown: usize,
    pub pictures: usize,
}

/// The letters of a page, at most so many.
pub(super) fn of_page<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    settings: InterpreterSettings,
    limit: usize,
) -> PageGlyphs {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let transform: Affine = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, Rect::new(0.0, 0.0, width, height), cache, page.xref(), settings);
    let mut collector = Collector { page: PageGlyphs { height, ..PageGlyphs::default() }, area: width * height, limit };
    interpret_page(page, &mut context, &mut collector);
    collector.page
}

/// A device that keeps letters and draws nothing.
struct Collector {
    page: PageGlyphs,
    /// The area of the page.
    area: f64,
    limit: usize,
}

impl Collector {
    fn add(&mut self, glyph: &Drawn<'_>, transform: Affine) {
        let [a, b, c, d, _, _] = transform.as_coeffs();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => {
                self.page.unknown += 1;
                '\u{FFFD}'.to_string()
            }
        };
        let size = c.hypot(d) * UNITS_PER_EM;
        let Point { x: left, y: baseline } = transform * Point::ZERO;
        if !(size.is_finite() && size > 0.1 && left.is_finite() && baseline.is_finite()) {
            return;
        }
        // Letters that lean or are stretched are read; those on a slope are not.
        if a <= 0.0 || b.abs() > a.abs() * 0.1 {
            self.page.rotated.push_str(&text);
            return;
        }
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let right = (transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0)).x;
        let right = if right.is_finite() { right.max(left) } else { left };
        self.page.glyphs.push(Glyph { text, left, right, baseline, size });
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Text that is filled and stroked is drawn twice.
        if matches!(mode, DrawMode::Stroke(_)) && self.is_drawn(run, &props) {
            return;
        }
        for glyph in run.glyphs() {
            if self.page.glyphs.len() >= self.limit {
                return;
            }
            self.add(glyph, props.transform * glyph.transform());
        }
        if let Some(last) = run.glyphs().last()
            && !self.page.rotated.is_empty()
            && last.transform().as_coeffs()[0].abs() < f64::EPSILON
        {
            self.page.rotated.push(' ');
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        // The transform is of the picture's pixels, not of the unit square of PDF.
        let [a, b, c, d, _, _] = props.transform.as_coeffs();
        let pixels = f64::from(image.width()) * f64::from(image.height());
        self.page.pictures += usize::from((a * d - b * c).abs() * pixels > self.area * MIN_PICTURE);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

impl Collector {
    /// Whether the first letter of a run is the first of the run that was drawn last.
    fn is_drawn(&self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>) -> bool {
        let Some(first) = run.glyphs().first() else { return true };
        let place = props.transform * first.transform() * Point::ZERO;
        let length = run.glyphs().len();
        self.page
            .glyphs
            .len()
            .checked_sub(length)
            .and_then(|index| self.page.glyphs.get(index))
            .is_some_and(|glyph| (glyph.left - place.x).abs() < 0.01 && (glyph.baseline - place.y).abs() < 0.01)
    }
}
