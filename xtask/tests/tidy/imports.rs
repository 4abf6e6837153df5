//! Which file of a crate uses which other one: the paths in its code, followed to the files that define what they name.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::modules::{ModuleTree, Read};

/// What one file uses of another: names, each with the first line that does.
pub type Names = BTreeMap<String, usize>;

/// The files of a crate, and between them what each uses of which.
#[derive(Debug, Default)]
pub struct Imports {
    pub files: Vec<PathBuf>,
    /// From the file that uses to the file that defines.
    pub edges: BTreeMap<(usize, usize), Names>,
}

/// Names that were looked up already: in which module, and whether as the last of a path.
type Seen = BTreeSet<(usize, String, bool)>;

/// What a path leads to.
#[derive(Clone, Copy, Debug)]
enum Target {
    Module(usize),
    /// Something that is defined in this module.
    ItemOf(usize),
}

impl Imports {
    /// Reads a crate from its root file on.
    pub fn read(root: &Path, read: Read) -> Result<Self, String> {
        let tree = ModuleTree::read(root, read)?;
        let mut edges = BTreeMap::<(usize, usize), Names>::new();
        for (index, module) in tree.modules.iter().enumerate() {
            // A trait is used by calling its methods, which do not name it.
            let traits =
                module.imports.iter().filter(|import| !import.is_reexport && tree.is_trait(index, &import.path));
            let traits = traits.map(|import| (&import.path, import.line));
            for (path, line) in module.uses.iter().map(|it| (&it.path, it.line)).chain(traits) {
                let Some(file) = tree.defining_file(index, path) else { continue };
                if file != module.file {
                    let names = edges.entry((module.file, file)).or_default();
                    let first = names.entry(path.join("::")).or_insert(line);
                    *first = line.min(*first);
                }
            }
        }
        Ok(Self { files: tree.files, edges })
    }
}

impl ModuleTree {
    fn defining_file(&self, from: usize, path: &[String]) -> Option<usize> {
        match self.resolve(from, path, &mut BTreeSet::new()) {
            Some(Target::ItemOf(module)) => Some(self.modules[module].file),
            // Naming a module uses nothing of it.
            Some(Target::Module(_)) => None,
            // An own macro comes without an import.
            None => path.last().and_then(|name| self.macros.get(name)).copied().filter(|_| path.len() == 1),
        }
    }

    fn is_trait(&self, from: usize, path: &[String]) -> bool {
        let target = self.resolve(from, path, &mut BTreeSet::new());
        matches!((target, path.last()), (Some(Target::ItemOf(module)), Some(name))
            if self.modules[module].traits.contains(name))
    }

    fn resolve(&self, from: usize, path: &[String], seen: &mut Seen) -> Option<Target> {
        let (last, prefix) = path.split_last()?;
        let around = self.resolve_prefix(from, prefix, seen)?;
        self.step(around, last, true, seen)
    }

    /// What the path before `::name` or `::*` leads to.
    fn resolve_prefix(&self, from: usize, prefix: &[String], seen: &mut Seen) -> Option<Target> {
        prefix.iter().try_fold(Target::Module(from), |around, name| self.step(around, name, false, seen))
    }

    fn step(&self, around: Target, name: &str, is_last: bool, seen: &mut Seen) -> Option<Target> {
        match (around, name) {
            // A variant or an associated item is where its type is.
            (Target::ItemOf(_), _) | (_, "self") => Some(around),
            (Target::Module(_), "crate") => Some(Target::Module(0)),
            (Target::Module(module), "super") => self.modules[module].parent.map(Target::Module),
            (Target::Module(module), _) => self.member(module, name, is_last, seen),
        }
    }

    /// What a name in a module leads to, through whatever imports bring it there. A function and a module may have the
    /// same name: where more of a path follows (`is_last` is false) it is the module.
    fn member(&self, module: usize, name: &str, is_last: bool, seen: &mut Seen) -> Option<Target> {
        if !seen.insert((module, name.to_owned(), is_last)) {
            return None;
        }
        let it = &self.modules[module];
        let item = it.items.contains(name).then_some(Target::ItemOf(module));
        let child = it.children.get(name).map(|child| Target::Module(*child));
        if let Some(found) = if is_last { item.or(child) } else { child.or(item) } {
            return Some(found);
        }
        if let Some(import) = it.imports.iter().find(|import| import.name == name) {
            let (last, prefix) = import.path.split_last()?;
            let around = self.resolve_prefix(module, prefix, seen)?;
            return self.step(around, last, is_last, seen);
        }
        if it.maybe_items.contains(name) {
            return Some(Target::ItemOf(module));
        }
        it.globs.iter().find_map(|glob| match self.resolve_prefix(module, glob, seen)? {
            Target::Module(other) => self.member(other, name, is_last, seen),
            // The variants of an enum.
            Target::ItemOf(_) => None,
        })
    }
}
