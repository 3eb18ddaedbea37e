//! The tags of a page that was built, as far as they are looked at: minified or not.

/// What stands between two angle brackets.
#[derive(Clone, Copy)]
pub struct Tag<'a>(&'a str);

/// The tags of a document, in order. Closing ones have a name that begins with a slash.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.split('<').skip(1).filter_map(|tag| tag.split('>').next()).map(Tag)
}

impl<'a> Tag<'a> {
    /// The whole of it.
    pub const fn text(self) -> &'a str {
        self.0
    }

    pub fn name(self) -> &'a str {
        self.0.split_whitespace().next().unwrap_or_default()
    }

    /// The value of an attribute; empty for one without.
    pub fn get(self, name: &str) -> Option<&'a str> {
        let mut rest = self.0.get(self.name().len()..)?.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            let (value, after) = after.strip_prefix('=').map_or(("", after), value);
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after.trim_start();
        }
        None
    }

    /// Whether an attribute has a value.
    pub fn is(self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// The value after an equals sign, and what follows it.
fn value(text: &str) -> (&str, &str) {
    match text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => text.get(1..).and_then(|text| text.split_once(quote)).unwrap_or((text, "")),
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let all: Vec<Tag> =
            tags("<!doctype html><link crossorigin href=./a.css rel=\"stylesheet\" content='a b=c'>text</p>").collect();
        let link = all.get(1).copied().unwrap_or(Tag(""));
        assert_eq!(all.iter().map(|tag| tag.name()).collect::<Vec<_>>(), ["!doctype", "link", "/p"]);
        for (name, want) in [
            ("href", Some("./a.css")),
            ("rel", Some("stylesheet")),
            ("content", Some("a b=c")),
            ("crossorigin", Some("")),
            ("b", None),
            ("link", None),
        ] {
            assert_eq!(link.get(name), want, "{name}");
        }
        assert!(link.is("rel", "stylesheet") && !link.is("rel", "icon"));
    }

    #[test]
    fn a_broken_tag_has_no_attributes() {
        for text in ["", "p =", "p a=\"b", "p ="] {
            assert_eq!(Tag(text).get("href"), None, "{text}");
        }
    }
}
