//! The map of corpora with real countries, invented ones and none.

use std::sync::Arc as Shareable;

use super::*;
use crate::Shared;
use crate::figures::overview::{Figure, Model, map_figure};
use crate::testing::{aldport, example, filtered, shipped, view};
use crate::view::View;

fn figure(data: Shared, link: &str) -> Figure {
    let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
    let ground = Shareable::new(ground(&codes(data)));
    map_figure(data, &overview, &filtered(data, &overview.filter), &ground)
}

fn dump(data: Shared, name: &str) {
    let figure = figure(data, "#/overview");
    let view = view(data, "#/overview");
    let image = crate::figures::standalone::image(data, &view, None, &figure, "https://x.example/").unwrap();
    std::fs::write(format!("/tmp/sh/map-{name}.svg"), image.svg).unwrap();
    if let Some(Model::Map(map)) = &figure.model {
        for arc in &map.arcs {
            eprintln!("{} {} {:?}", arc.spoken, arc.href, arc.kind);
        }
        for country in &map.countries {
            eprintln!("{} {}", country.spoken, country.href);
        }
    }
    eprintln!("{}", figure.caption);
}
#[test]
fn dumps() {
    dump(shipped(), "seeds");
    dump(aldport(), "aldport");
    dump(example("wikinews"), "wikinews");
}
