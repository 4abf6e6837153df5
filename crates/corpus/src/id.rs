//! Ids of the model: newtypes over the index of an entry in the briefing's list of its kind.
//!
//! An id is only meaningful for the briefing it comes from. The stable names, which stand in files and links, are the
//! slugs of the entries.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "write", derive(serde::Deserialize))]
        pub struct $name(pub u32);

        impl $name {
            /// The index in the briefing's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A document of the briefing.
    DocumentId;
    /// An actor of the registry.
    ActorId;
    /// A camp of actors that share an accent colour.
    CampId;
    /// A topic of the registry.
    TopicId;
    /// A statement; statements are numbered by document, then by their position in it.
    StatementId;
    /// A relation between two statements.
    RelationId;
    /// A chunk of the compiled form.
    ChunkId;
}
