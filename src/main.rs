//! The page's program: starts the viewer.

fn main() {
    #[cfg(target_arch = "wasm32")]
    briefing::start();
}
