//! Several modules as one. The later parts of a program call each other through its table, so nothing has to be joined
//! but their sections.

use std::{collections::HashMap, convert::Infallible};

use wasm_encoder::{
    CodeSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, NameMap, NameSection,
    TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Merges modules that import the program's memory, table and globals, and nothing else, and export nothing.
pub fn merge(modules: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let mut merged = Merged::default();
    for module in modules {
        merged.add(module)?;
    }
    Ok(merged.finish())
}

#[derive(Default)]
struct Merged {
    types: TypeSection,
    imports: ImportSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    names: NameMap,
    /// The indices of the globals that are imported, by their names.
    globals: HashMap<String, u32>,
    /// The names of what else is imported.
    others: Vec<String>,
    number_of_functions: u32,
}

/// The indices in one of the modules as those in the merged one.
#[derive(Default)]
struct Indices {
    first_type: u32,
    first_function: u32,
    globals: Vec<u32>,
}

impl Reencode for Indices {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error> {
        Ok(self.first_type + index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error> {
        Ok(self.first_function + index)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error> {
        // What is missing is found by whoever reads the merged module.
        Ok(self.globals.get(index as usize).copied().unwrap_or(u32::MAX))
    }
}

impl Merged {
    fn add(&mut self, module: &[u8]) -> Result<(), String> {
        let mut indices =
            Indices { first_type: self.types.len(), first_function: self.number_of_functions, globals: Vec::new() };
        let text = |error: &dyn std::fmt::Display| error.to_string();
        for payload in Parser::new(0).parse_all(module) {
            let encoded = match payload.map_err(|error| text(&error))? {
                Payload::TypeSection(section) => indices.parse_type_section(&mut self.types, section),
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        self.import(&import.map_err(|error| text(&error))?, &mut indices)?;
                    }
                    Ok(())
                }
                Payload::FunctionSection(section) => {
                    self.number_of_functions += section.count();
                    indices.parse_function_section(&mut self.functions, section)
                }
                Payload::ElementSection(section) => indices.parse_element_section(&mut self.elements, section),
                Payload::DataSection(section) => indices.parse_data_section(&mut self.data, section),
                Payload::CodeSectionEntry(body) => indices.parse_function_body(&mut self.code, body),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(map) = name.map_err(|error| text(&error))? {
                                for naming in map {
                                    let naming = naming.map_err(|error| text(&error))?;
                                    self.names.append(indices.first_function + naming.index, naming.name);
                                }
                            }
                        }
                    }
                    Ok(())
                }
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::DataCountSection { .. }
                | Payload::End(_) => Ok(()),
                // The splitter writes every section, also where there is nothing in it.
                Payload::ExportSection(section) if section.count() == 0 => Ok(()),
                Payload::GlobalSection(section) if section.count() == 0 => Ok(()),
                Payload::MemorySection(section) if section.count() == 0 => Ok(()),
                Payload::TableSection(section) if section.count() == 0 => Ok(()),
                Payload::TagSection(section) if section.count() == 0 => Ok(()),
                other => return Err(format!("a part has what is not known here: {other:?}")),
            };
            encoded.map_err(|error| text(&error))?;
        }
        Ok(())
    }

    fn import(&mut self, import: &wasmparser::Import<'_>, indices: &mut Indices) -> Result<(), String> {
        let ty = indices.entity_type(import.ty).map_err(|error: Error| error.to_string())?;
        match import.ty {
            TypeRef::Global(_) => {
                let next = self.globals.len() as u32;
                let index = *self.globals.entry(import.name.to_owned()).or_insert(next);
                indices.globals.push(index);
                if index == next {
                    self.imports.import(import.module, import.name, ty);
                }
            }
            // Of either there is one, which all modules have.
            TypeRef::Memory(_) | TypeRef::Table(_) => {
                if !self.others.iter().any(|name| name == import.name) {
                    self.others.push(import.name.to_owned());
                    self.imports.import(import.module, import.name, ty);
                }
            }
            _ => return Err(format!("a part imports {}", import.name)),
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        module.section(&self.types).section(&self.imports).section(&self.functions);
        module.section(&self.elements).section(&self.code).section(&self.data);
        let mut names = NameSection::new();
        names.functions(&self.names);
        module.section(&names);
        module.finish()
    }
}
