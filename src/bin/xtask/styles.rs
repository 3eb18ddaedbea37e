//! One style sheet out of those that the page is written in: the first paint waits for every file that it needs.

use std::fs;
use std::path::Path;

use crate::Fault;
use crate::digest;
use crate::tags::{Tag, tags};

/// Joins the style sheets of a built page, in their order, and names the one after its content.
pub fn join(dist: &Path) -> Result<(), Fault> {
    let cannot = |error| format!("cannot join the style sheets: {error}");
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(cannot)?;
    let mut all = String::new();
    for name in names(&html)? {
        let file = dist.join(name);
        all += fs::read_to_string(&file).map_err(cannot)?.trim_end();
        all += "\n";
        fs::remove_file(&file).map_err(cannot)?;
    }
    let name = format!("style-{}.css", digest::name(all.as_bytes()));
    fs::write(dist.join(&name), &all).map_err(cannot)?;
    let html = one(&html, &name, &digest::integrity(all.as_bytes()));
    fs::write(&index, html).map_err(cannot)
}

fn is_style(tag: Tag) -> bool {
    tag.name() == "link" && tag.is("rel", "stylesheet")
}

/// The files, in the order of the page.
fn names(html: &str) -> Result<Vec<&str>, Fault> {
    let found = tags(html).filter(|tag| is_style(*tag)).map(|tag| {
        let file = tag.get("href").and_then(|address| address.strip_prefix("./"));
        // One for certain screens would become one for all.
        let file = file.filter(|_| tag.get("media").is_none());
        file.ok_or_else(|| format!("cannot join <{}>", tag.text()))
    });
    found.collect()
}

/// The page with one link in the place of all.
fn one(html: &str, name: &str, integrity: &str) -> String {
    let mut link = Some(format!(
        "<link rel=\"stylesheet\" href=\"./{name}\" crossorigin=\"anonymous\" integrity=\"{integrity}\">"
    ));
    let styles: Vec<String> = tags(html).filter(|tag| is_style(*tag)).map(|tag| format!("<{}>", tag.text())).collect();
    styles.iter().fold(html.to_owned(), |html, tag| html.replacen(tag, &link.take().unwrap_or_default(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=icon href=./a.svg><link rel=stylesheet href=./a-1.css integrity=x><p>\
                        <link href=\"./b-2.css\" rel=\"stylesheet\"><script src=./c.js></script>";

    #[test]
    fn style_sheets_become_one_in_the_place_of_the_first() {
        assert_eq!(names(PAGE), Ok(vec!["a-1.css", "b-2.css"]));
        assert_eq!(
            one(PAGE, "style-3.css", "sha384-y"),
            "<head><link rel=icon href=./a.svg><link rel=\"stylesheet\" href=\"./style-3.css\" \
             crossorigin=\"anonymous\" integrity=\"sha384-y\"><p><script src=./c.js></script>"
        );
        for wrong in ["<link rel=stylesheet href=/a.css>", "<link rel=stylesheet href=./a.css media=print>"] {
            assert!(names(wrong).is_err(), "{wrong}");
        }
    }
}
