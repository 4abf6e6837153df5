//! Figures as files: the image that `query` writes, saved as it is or drawn by the browser in dots.

use js_sys::{Array, Function, encode_uri_component};
use leptos::prelude::document;
use query::View;
use query::figures::overview::Figure;
use query::figures::standalone::{Image, comparison_image, image};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::app_state::{AppState, Toast};
use crate::by_name::{call, get, set};
use crate::download::{save, save_blob};
use crate::navigation::address;

/// The dots of a picture for each CSS pixel of the image: enough for print in the width of a column.
const DENSITY: i32 = 3;

/// The kinds of files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Lines and letters, of any size.
    Svg,
    /// Dots.
    Png,
}

/// Makes the file of a figure of the present view, and has the browser save it.
pub fn figure(state: AppState, figure: &Figure, kind: FileKind) {
    let view = state.view().get_untracked();
    let selection = view.selection();
    let search = query::search::search(state.data, &selection.filter.text, selection.order());
    let page = address::absolute("").unwrap_or_default();
    if let Some(image) = image(state.data, &view, search.as_ref(), figure, &page) {
        save_as(state, image, kind);
    }
}

/// The same of the comparison in the present view, all of whose texts are loaded.
pub fn comparison(state: AppState, kind: FileKind) {
    let View::Compare(comparison) = state.view().get_untracked() else { return };
    let page = address::absolute("").unwrap_or_default();
    if let Some(image) = comparison_image(state.data, &comparison, &page) {
        save_as(state, image, kind);
    }
}

fn save_as(state: AppState, image: Image, kind: FileKind) {
    match kind {
        FileKind::Svg => {
            tell(state, save(&format!("{}.svg", image.name), "image/svg+xml", &image.svg));
        }
        FileKind::Png => {
            if draw(state, image).is_none() {
                tell(state, None);
            }
        }
    }
}

fn tell(state: AppState, saved: Option<()>) {
    state.toast.set(Some(match saved {
        Some(()) => Toast::Done("The file is made."),
        None => Toast::Failed("The browser did not let the page make the file.".to_owned()),
    }));
}

/// Has the browser draw an image in dots and save them. `None` where it cannot.
fn draw(state: AppState, image: Image) -> Option<()> {
    let picture = document().create_element("img").ok()?;
    // An address with the image in it: one that refers to the page's memory is not permitted to be drawn from.
    let address = format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(&image.svg)));
    let loaded = {
        let picture = picture.clone();
        Closure::once_into_js(move || {
            if dots(state, &picture, image).is_none() {
                tell(state, None);
            }
        })
    };
    set(&picture, "onload", &loaded);
    set(&picture, "onerror", &Closure::once_into_js(move || tell(state, None)));
    set(&picture, "src", &address.into());
    Some(())
}

fn dots(state: AppState, picture: &JsValue, image: Image) -> Option<()> {
    let canvas = document().create_element("canvas").ok()?;
    let (width, height) = (image.size.0 * DENSITY, image.size.1 * DENSITY);
    set(&canvas, "width", &width.into());
    set(&canvas, "height", &height.into());
    let context = call(&canvas, "getContext", &"2d".into())?;
    let draw: Function = get(&context, "drawImage")?.dyn_into().ok()?;
    let area = [picture.clone(), 0.into(), 0.into(), width.into(), height.into()];
    draw.apply(&context, &area.iter().collect::<Array>()).ok()?;
    let made = Closure::once_into_js(move |blob: JsValue| {
        let saved = (!blob.is_null()).then(|| save_blob(&format!("{}.png", image.name), &blob)).flatten();
        tell(state, saved);
    });
    call(&canvas, "toBlob", &made).map(|_| ())
}
