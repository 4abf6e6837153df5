//! The page's program: starts the viewer.

fn main() {
    briefing::start();
}
