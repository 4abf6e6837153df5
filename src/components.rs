//! What the pages are made of, on the screen and in print.

pub mod action_buttons;
pub mod actor_profile;
pub mod bar;
pub mod card;
pub mod chunk_status;
pub mod dialog;
pub mod elements;
pub mod facet_search;
pub mod facets;
pub mod figures;
pub mod find_box;
pub mod load_status;
pub mod masthead;
pub mod more;
pub mod notices;
pub mod passage;
pub mod print_entry;
pub mod qr;
pub mod refs;
pub mod share_dialog;
pub mod shortcuts_dialog;
pub mod statement_list;
pub mod toast;
pub mod translated;
pub mod window;
pub mod words;
