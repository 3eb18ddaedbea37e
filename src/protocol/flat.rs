//! The texts and numbers of one JSON object: as much of JSON as a message needs.
//!
//! The page reads no other JSON, and the general reader would be a larger download than all that it is needed for. What
//! is nested is passed over, and what is not JSON is refused.

/// A value of the object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A number; beyond the range of floating-point numbers it is infinite.
    Number(f64),
    /// Anything else.
    Other,
}

/// Keys and values in their order, repeated ones as well.
pub(super) type Pairs = Vec<(String, Value)>;

/// What is nested deeper is refused.
const DEEPEST: usize = 64;
/// The first code of the second half of a pair, and the first code that pairs stand for.
const LOW: u32 = 0xdc00;
const BEYOND: u32 = 0x10000;

/// Reads a text that is one object.
pub(super) fn object(text: &str) -> Option<Pairs> {
    let mut reader = Reader(text);
    let mut pairs = Pairs::new();
    reader.items(['{', '}'], |reader| {
        let pair = reader.pair(DEEPEST)?;
        pairs.push(pair);
        Some(())
    })?;
    reader.blank();
    reader.0.is_empty().then_some(pairs)
}

/// What is left to be read.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn blank(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Whether the next sign is this one; it is taken then.
    fn takes(&mut self, sign: char) -> bool {
        self.blank();
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn sign(&mut self) -> Option<char> {
        let mut signs = self.0.chars();
        let sign = signs.next()?;
        self.0 = signs.as_str();
        Some(sign)
    }

    /// Items between two signs, with commas.
    fn items(&mut self, [from, to]: [char; 2], mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if !self.takes(from) {
            return None;
        }
        if self.takes(to) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.takes(to) {
                return Some(());
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn pair(&mut self, depth: usize) -> Option<(String, Value)> {
        let key = self.text()?;
        let value = if self.takes(':') { self.value(depth)? } else { return None };
        Some((key, value))
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.blank();
        match self.0.chars().next()? {
            '"' => self.text().map(Value::Text),
            '-' | '0'..='9' => self.number().map(Value::Number),
            '{' => {
                let deeper = depth.checked_sub(1)?;
                self.items(['{', '}'], |reader| reader.pair(deeper).map(|_| ())).map(|()| Value::Other)
            }
            '[' => {
                let deeper = depth.checked_sub(1)?;
                self.items(['[', ']'], |reader| reader.value(deeper).map(|_| ())).map(|()| Value::Other)
            }
            _ => {
                self.0 = ["true", "false", "null"].into_iter().find_map(|word| self.0.strip_prefix(word))?;
                Some(Value::Other)
            }
        }
    }

    fn number(&mut self) -> Option<f64> {
        let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.' | 'e' | 'E');
        let rest = self.0.trim_start_matches(is_part);
        let number = self.0.strip_suffix(rest)?;
        self.0 = rest;
        is_number(number).then(|| number.parse().ok()).flatten()
    }

    fn text(&mut self) -> Option<String> {
        if !self.takes('"') {
            return None;
        }
        let mut text = String::new();
        loop {
            match self.sign()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\u{1f}' => return None,
                sign => text.push(sign),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.sign()? {
            sign @ ('"' | '\\' | '/') => sign,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let code = self.code()?;
                // Most signs have one code, others a pair of them.
                char::from_u32(code).or_else(|| self.second_half(code))?
            }
            _ => return None,
        })
    }

    fn code(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| Some(code * 16 + self.sign()?.to_digit(16)?))
    }

    fn second_half(&mut self, high: u32) -> Option<char> {
        self.0 = self.0.strip_prefix("\\u")?;
        let low = self.code()?.checked_sub(LOW).filter(|low| *low < 0x400)?;
        let high = high.checked_sub(0xd800).filter(|high| *high < 0x400)?;
        char::from_u32(BEYOND + high * 0x400 + low)
    }
}

/// Numbers of Rust are more than those of JSON.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(before, after)| (before, Some(after)));
    let (whole, part) = mantissa.split_once('.').map_or((mantissa, None), |(before, after)| (before, Some(after)));
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && part.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

#[cfg(test)]
mod tests {
    use super::{Value, object};

    #[test]
    fn reads_what_json_is() {
        let text = |text: &str| Value::Text(text.to_owned());
        for (json, want) in [
            (r" { } ", vec![]),
            (r#"{"a":"b"}"#, vec![("a", text("b"))]),
            (
                "{\"a\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é\"\t}",
                vec![("a", text("\"\\/\u{8}\u{c}\n\r\té😀é"))],
            ),
            (
                r#"{"a":1,"b":-0.5e+2,"a":1e999}"#,
                vec![("a", Value::Number(1.0)), ("b", Value::Number(-50.0)), ("a", Value::Number(f64::INFINITY))],
            ),
            (
                r#"{"a":[1,[],{"b":[{}]}],"c":null,"d":true,"e":false}"#,
                ["a", "c", "d", "e"].map(|key| (key, Value::Other)).into(),
            ),
        ] {
            let want = want.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            assert_eq!(object(json), Some(want), "{json}");
        }
    }

    #[test]
    fn refuses_what_is_none() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100), "]".repeat(100));
        for json in [
            "",
            "1",
            "[]",
            "{",
            "}",
            "{}{}",
            "{} x",
            "{a:1}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":+1}",
            "{\"a\":-}",
            "{\"a\":1e}",
            "{\"a\":--1}",
            "{\"a\":inf}",
            "{\"a\":nul}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\ud800\\ud800\"}",
            "{\"a\":\"\\udc00\\udc00\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\":[1,]}",
            "{\"a\":[1}",
            "{\"a\":\"b}",
            &deep,
        ] {
            assert_eq!(object(json), None, "{json}");
        }
    }
}
