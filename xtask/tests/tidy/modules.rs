//! The module tree of one crate: which file each module is in, what it defines and imports, and which paths its code
//! uses.
//!
//! Reads syntax only (`syn`): no types, so a method call does not tell in which file the method is.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::{Attribute, Item, Meta, UseTree, Visibility, ext::IdentExt, visit::Visit};

/// The text of a source file; nothing where there is no such file.
pub type Read<'r> = &'r dyn Fn(&Path) -> Option<String>;

/// All modules of a crate. The first one is the crate's root.
#[derive(Debug, Default)]
pub struct ModuleTree {
    pub modules: Vec<Module>,
    /// Each file once.
    pub files: Vec<PathBuf>,
    /// `macro_rules!` macros: textual scope is not followed, so a name leads to the file that defines it.
    pub macros: BTreeMap<String, usize>,
}

/// A module: a file, or a block `mod name { .. }` in one.
#[derive(Debug, Default)]
pub struct Module {
    /// An index into [`ModuleTree::files`].
    pub file: usize,
    pub parent: Option<usize>,
    pub children: BTreeMap<String, usize>,
    /// What is defined here, modules aside.
    pub items: BTreeSet<String>,
    pub traits: BTreeSet<String>,
    /// Words in macros that stand where items do: any of them may be the name of an item that the macro defines.
    pub maybe_items: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// The paths of `use path::*`.
    pub globs: Vec<Vec<String>>,
    /// Paths in code, outside of `use`.
    pub uses: Vec<Use>,
}

/// One leaf of a `use` declaration.
#[derive(Debug)]
pub struct Import {
    /// The name that it brings into scope.
    pub name: String,
    pub path: Vec<String>,
    /// `pub use` or `pub(crate) use`: handed on, and not in itself used here.
    pub is_reexport: bool,
    pub line: usize,
}

/// A path in code.
#[derive(Debug)]
pub struct Use {
    pub path: Vec<String>,
    pub line: usize,
}

impl ModuleTree {
    /// Reads a crate from its root file on.
    pub fn read(root: &Path, read: Read) -> Result<Self, String> {
        let mut all = Self::default();
        all.add_file(root, &folder_of(root), None, read)?;
        Ok(all)
    }

    /// Reads a module's file and those of its children, which are in `folder`.
    fn add_file(&mut self, path: &Path, folder: &Path, parent: Option<usize>, read: Read) -> Result<usize, String> {
        let text = read(path).ok_or_else(|| format!("{} cannot be read", path.display()))?;
        let syntax = syn::parse_file(&text)
            .map_err(|error| format!("{}:{}: {error}; run `cargo check`", path.display(), error.span().start().line))?;
        self.files.push(path.to_owned());
        let file = self.files.len() - 1;
        self.add_module(file, folder, parent, &syntax.items, read)
    }

    fn add_module(
        &mut self,
        file: usize,
        folder: &Path,
        parent: Option<usize>,
        items: &[Item],
        read: Read,
    ) -> Result<usize, String> {
        let index = self.modules.len();
        self.modules.push(Module { file, parent, ..Module::default() });
        for item in items.iter().filter(|item| !is_test_only(attributes(item))) {
            if let Item::Mod(child) = item {
                let name = child.ident.unraw().to_string();
                let below = folder.join(&name);
                let added = if let Some((_, items)) = &child.content {
                    self.add_module(file, &below, Some(index), items, read)?
                } else {
                    let path = self.file_of(child, file, folder, read)?;
                    self.add_file(&path, &below, Some(index), read)?
                };
                self.modules[index].children.insert(name, added);
            } else {
                if let Item::Macro(item) = item
                    && let Some(name) = &item.ident
                {
                    self.macros.insert(name.to_string(), file);
                }
                self.modules[index].add_item(item);
            }
        }
        Ok(index)
    }

    /// Where `mod name;` has its source.
    fn file_of(&self, module: &syn::ItemMod, file: usize, folder: &Path, read: Read) -> Result<PathBuf, String> {
        for attribute in &module.attrs {
            if let Meta::NameValue(named) = &attribute.meta
                && named.path.is_ident("path")
                && let syn::Expr::Lit(literal) = &named.value
                && let syn::Lit::Str(path) = &literal.lit
            {
                let beside = self.files[file].parent().unwrap_or(Path::new(""));
                return Ok(beside.join(path.value()));
            }
        }
        let name = module.ident.unraw().to_string();
        let candidates = [folder.join(format!("{name}.rs")), folder.join(&name).join("mod.rs")];
        candidates
            .into_iter()
            .find(|path| read(path).is_some())
            .ok_or_else(|| format!("{} declares `mod {name}`, which has no file", self.files[file].display()))
    }
}

impl Module {
    fn add_item(&mut self, item: &Item) {
        let name = match item {
            Item::Const(item) => Some(&item.ident),
            Item::Enum(item) => Some(&item.ident),
            Item::Fn(item) => Some(&item.sig.ident),
            Item::Static(item) => Some(&item.ident),
            Item::Struct(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            Item::Union(item) => Some(&item.ident),
            _ => None,
        };
        if let Some(name) = name {
            self.items.insert(name.unraw().to_string());
        }
        if let Item::Trait(item) = item {
            self.traits.insert(item.ident.unraw().to_string());
        }
        if let Item::Macro(item) = item
            && item.ident.is_none()
        {
            words(item.mac.tokens.clone(), &mut self.maybe_items);
        }
        CodePaths { module: self }.visit_item(item);
    }

    fn add_use(&mut self, item: &syn::ItemUse) {
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        self.add_tree(&item.tree, &mut Vec::new(), is_reexport);
    }

    fn add_tree(&mut self, tree: &UseTree, path: &mut Vec<String>, is_reexport: bool) {
        let depth = path.len();
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.unraw().to_string());
                self.add_tree(&step.tree, path, is_reexport);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_tree(tree, path, is_reexport));
            }
            UseTree::Glob(_) => self.globs.push(path.clone()),
            UseTree::Name(leaf) => {
                let line = leaf.ident.span().start().line;
                let name = leaf.ident.unraw().to_string();
                // `use module::{self}`
                if name != "self" {
                    path.push(name);
                }
                let name = path.last().cloned().unwrap_or_default();
                self.imports.push(Import { name, path: path.clone(), is_reexport, line });
            }
            UseTree::Rename(leaf) => {
                let line = leaf.ident.span().start().line;
                let name = leaf.ident.unraw().to_string();
                if name != "self" {
                    path.push(name);
                }
                let name = leaf.rename.unraw().to_string();
                self.imports.push(Import { name, path: path.clone(), is_reexport, line });
            }
        }
        path.truncate(depth);
    }

    /// Paths among the tokens of a macro call, whose syntax is the macro's own.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        // Whether the next word goes on with the path; whether it is a field or a method.
        let (mut goes_on, mut is_member) = (false, false);
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if !goes_on {
                        self.end_path(&mut path, line);
                        line = word.span().start().line;
                    }
                    if !is_member {
                        path.push(word.unraw().to_string());
                    }
                    (goes_on, is_member, colons) = (false, false, 0);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    colons += 1;
                    goes_on = colons == 2 && !path.is_empty() && mark.spacing() == Spacing::Alone || goes_on;
                }
                TokenTree::Punct(mark) => {
                    self.end_path(&mut path, line);
                    (goes_on, colons) = (false, 0);
                    is_member = mark.as_char() == '.' && !is_member;
                }
                TokenTree::Group(group) => {
                    // `path::{a, b}` in a macro: the words in the braces are taken for paths of their own.
                    if group.delimiter() != Delimiter::None {
                        self.end_path(&mut path, line);
                    }
                    (goes_on, is_member, colons) = (false, false, 0);
                    self.add_tokens(group.stream());
                }
                TokenTree::Literal(_) => {
                    self.end_path(&mut path, line);
                    (goes_on, is_member, colons) = (false, false, 0);
                }
            }
        }
        self.end_path(&mut path, line);
    }

    fn end_path(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.uses.push(Use { path: std::mem::take(path), line });
        }
    }
}

/// Collects the paths in an item that is no module.
struct CodePaths<'m> {
    module: &'m mut Module,
}

impl<'ast> Visit<'ast> for CodePaths<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test_only(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    // Also inside of functions: such an import is taken for one of the module.
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.module.add_use(item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
        let line = path.segments.first().map_or(0, |segment| segment.ident.span().start().line);
        self.module.uses.push(Use { path: segments, line });
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.module.add_tokens(call.tokens.clone());
    }

    // Neither derives nor `pub(in path)` are uses.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

fn words(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                found.insert(word.unraw().to_string());
            }
            TokenTree::Group(group) => words(group.stream(), found),
            _ => {}
        }
    }
}

/// The folder of a root file's modules.
fn folder_of(root: &Path) -> PathBuf {
    root.parent().unwrap_or(Path::new("")).to_owned()
}

/// Whether an item is compiled for tests alone.
fn is_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let mut names = BTreeSet::new();
            words(list.tokens.clone(), &mut names);
            names.contains("test") && !names.contains("not") && !names.contains("any")
        }
        _ => false,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
