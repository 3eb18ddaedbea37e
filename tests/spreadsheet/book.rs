//! Reads the values of an XLSX file by name, and changes cells in it, without knowing how it was made.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Number(f64),
    Text(String),
    Nothing,
}

/// A cell: its sheet's name and its place ("B7").
pub type At = (String, String);

/// A file, opened.
pub struct Book {
    parts: Vec<(String, Vec<u8>)>,
    /// Defined names, each with its sheet and reference ("B7" or "B7:B57").
    pub names: HashMap<String, At>,
    /// The part that holds each sheet.
    pub sheets: Vec<(String, String)>,
    cells: HashMap<At, Shown>,
    /// Cells that hold a formula.
    pub formulas: HashMap<At, String>,
}

impl Book {
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            parts.push((file.name().unwrap().into_owned(), content));
        }
        let mut book =
            Self { parts, names: HashMap::new(), sheets: Vec::new(), cells: HashMap::new(), formulas: HashMap::new() };
        let workbook = book.part("xl/workbook.xml");
        for (attributes, _) in elements(&workbook, "sheet") {
            let name = attribute(attributes, "name").unwrap().replace("&amp;", "&");
            // Both programs number the parts in the order of the tabs.
            book.sheets.push((name, format!("xl/worksheets/sheet{}.xml", book.sheets.len() + 1)));
        }
        for (attributes, content) in elements(&workbook, "definedName") {
            let (sheet, reference) = content.rsplit_once('!').unwrap_or_default();
            let sheet = unescaped(sheet);
            let at = (sheet.trim_matches('\'').to_owned(), reference.replace('$', ""));
            book.names.insert(attribute(attributes, "name").unwrap().to_owned(), at);
        }
        book.read_cells();
        book
    }

    pub fn part(&self, name: &str) -> String {
        let part = self.parts.iter().find(|(known, _)| known == name);
        part.map(|(_, content)| String::from_utf8(content.clone()).unwrap()).unwrap_or_default()
    }

    pub fn part_names(&self) -> Vec<&str> {
        self.parts.iter().map(|(name, _)| name.as_str()).collect()
    }

    fn read_cells(&mut self) {
        let shared: Vec<String> =
            elements(&self.part("xl/sharedStrings.xml"), "si").into_iter().map(|(_, content)| texts(content)).collect();
        for (sheet, part) in self.sheets.clone() {
            let xml = self.part(&part);
            for (attributes, content) in elements(&xml, "c") {
                let at = (sheet.clone(), attribute(attributes, "r").unwrap().to_owned());
                let value = elements(content, "v").first().map(|(_, value)| unescaped(value));
                let shown = match (attribute(attributes, "t"), value) {
                    (Some("s"), Some(index)) => Shown::Text(shared[index.parse::<usize>().unwrap()].clone()),
                    (Some("str" | "e"), Some(text)) => Shown::Text(text),
                    (Some("inlineStr"), _) => Shown::Text(texts(content)),
                    (_, Some(number)) if !number.is_empty() => Shown::Number(number.parse().unwrap()),
                    _ => Shown::Nothing,
                };
                if let Some((_, formula)) = elements(content, "f").first() {
                    self.formulas.insert(at.clone(), unescaped(formula));
                }
                self.cells.insert(at, shown);
            }
        }
    }

    /// The cell of a name.
    pub fn named(&self, name: &str) -> Shown {
        let at = self.names.get(name).unwrap_or_else(|| panic!("no name {name}"));
        self.at(at)
    }

    pub fn at(&self, at: &At) -> Shown {
        self.cells.get(at).cloned().unwrap_or(Shown::Nothing)
    }

    /// The cell so many rows below the first of a named column.
    pub fn in_column(&self, name: &str, below: usize) -> Shown {
        let (sheet, reference) = self.names.get(name).unwrap_or_else(|| panic!("no name {name}"));
        let first = reference.split(':').next().unwrap();
        let digits = first.find(|c: char| c.is_ascii_digit()).unwrap();
        let (letters, row) = first.split_at(digits);
        self.at(&(sheet.clone(), format!("{letters}{}", row.parse::<usize>().unwrap() + below)))
    }

    /// The file with other values in named cells; nothing else is changed, so that every stored result is stale.
    pub fn with(&self, changes: &[(&str, Shown)]) -> Vec<u8> {
        let mut parts = self.parts.clone();
        for (name, value) in changes {
            let (sheet, place) = &self.names[*name];
            let part = &self.sheets.iter().find(|(known, _)| known == sheet).unwrap().1;
            let content = &mut parts.iter_mut().find(|(known, _)| known == part).unwrap().1;
            *content = changed(std::str::from_utf8(content).unwrap(), place, value).into_bytes();
        }
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(&content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

fn changed(xml: &str, place: &str, value: &Shown) -> String {
    let start = xml.find(&format!("<c r=\"{place}\"")).expect("the cell");
    let end = start + xml[start..].find("</c>").unwrap() + "</c>".len();
    let style = attribute(&xml[start..end], "s").unwrap();
    let cell = match value {
        Shown::Number(number) => format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"),
        Shown::Text(text) => format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        Shown::Nothing => format!("<c r=\"{place}\" s=\"{style}\"/>"),
    };
    format!("{}{cell}{}", &xml[..start], &xml[end..])
}

/// Every element of a name that does not contain itself: its attributes and what is in it.
pub fn elements<'a>(xml: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find(&open) {
        rest = &rest[at + open.len()..];
        if !rest.starts_with([' ', '>', '/']) {
            continue;
        }
        let end = rest.find('>').unwrap();
        let attributes = &rest[..end];
        rest = &rest[end + 1..];
        if attributes.ends_with('/') {
            found.push((attributes, ""));
            continue;
        }
        let end = rest.find(&close).unwrap();
        found.push((attributes, &rest[..end]));
        rest = &rest[end..];
    }
    found
}

pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = attributes.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn texts(xml: &str) -> String {
    elements(xml, "t").into_iter().map(|(_, text)| unescaped(text)).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}
