//! HTML as text. Whatever is not markup of ours is escaped.

/// Text between tags or inside an attribute in double quotes.
pub fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An element. `opening` is its name with its attributes, `inside` is HTML.
pub fn element(opening: &str, inside: &str) -> String {
    let name = opening.split(' ').next().unwrap_or(opening);
    format!("<{opening}>{inside}</{name}>")
}

/// An element around words.
pub fn words(opening: &str, words: &str) -> String {
    element(opening, &text(words))
}

/// One piece of HTML for each of them.
pub fn each<T>(items: impl IntoIterator<Item = T>, html: impl Fn(T) -> String) -> String {
    items.into_iter().map(html).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        assert_eq!(
            words("b class=\"x\"", "a < b & \"c\" > 'd'"),
            "<b class=\"x\">a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</b>"
        );
        assert_eq!(element("p", &each(["<i>", "2"], text)), "<p>&lt;i&gt;2</p>");
    }
}
