//! The browser's address, history, focus and scroll position, to and from the view.
//!
//! Controls are ordinary links to a fragment. A plain click on one is handled in [`navigate`], at once; any other
//! change of the address, such as going back, is reported by the browser afterwards. Each entry of the history keeps in
//! its state the scroll position and the element that had the focus, and both are restored.
//!
//! - [`address`]: what the address asks for, and the address of a view for others. [`history`]: the entries.
//! - [`arrival`]: where the reader is on the page of a new view.
//! - [`focus`], [`scroll`]: elements by a locator that outlasts redrawing; where the window is.

pub mod address;
pub mod arrival;
pub mod focus;
pub mod history;
pub mod navigate;
pub mod scroll;
