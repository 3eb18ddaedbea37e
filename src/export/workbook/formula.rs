//! Formulas as a tree: the few operators and functions that the sheets use.

use super::plan::{Area, Place};

/// A formula, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    Number(f64),
    Text(String),
    /// A defined name.
    Name(String),
    /// Cells of the same sheet.
    Cells(Area),
    Minus(Box<Expr>),
    Pair(Operator, Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
}

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    Unequal,
    AtMost,
    AtLeast,
    Less,
    Greater,
    Join,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// The operators by how strongly they bind, the weakest first; those of two characters before their beginnings.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[
        ("<>", Operator::Unequal),
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("=", Operator::Equal),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("&", Operator::Join)],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide)],
    &[("^", Operator::Power)],
];

/// Reads a formula without its equals sign. The fault is the part that could not be read.
pub(super) fn parse(text: &str) -> Result<Expr, String> {
    let mut reader = Reader { rest: text };
    let expr = reader.level(0)?;
    if reader.rest.is_empty() { Ok(expr) } else { Err(reader.rest.to_owned()) }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.take(token) { Ok(()) } else { Err(self.rest.to_owned()) }
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !keep(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    /// Operands of one strength, from left to right.
    fn level(&mut self, depth: usize) -> Result<Expr, String> {
        let Some(operators) = LEVELS.get(depth) else { return self.operand() };
        let mut left = self.level(depth + 1)?;
        while let Some((_, operator)) = operators.iter().find(|(token, _)| self.take(token)) {
            let right = self.level(depth + 1)?;
            left = Expr::Pair(*operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expr, String> {
        // As spreadsheets have it, a sign binds more strongly than a power.
        if self.take("-") {
            return Ok(Expr::Minus(Box::new(self.operand()?)));
        }
        if self.take("(") {
            let inner = self.level(0)?;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.take("\"") {
            let text = self.take_while(|c| c != '"').to_owned();
            self.expect("\"")?;
            return Ok(Expr::Text(text));
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = self.take_while(|c| c.is_ascii_digit() || c == '.');
            return digits.parse().map(Expr::Number).map_err(|_| digits.to_owned());
        }
        self.word()
    }

    /// A call, cells or a name.
    fn word(&mut self) -> Result<Expr, String> {
        let word = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        if word.is_empty() {
            return Err(self.rest.to_owned());
        }
        if self.take("(") {
            return self.arguments().map(|arguments| Expr::Call(word.to_owned(), arguments));
        }
        let Some(first) = Place::parse(word) else { return Ok(Expr::Name(word.to_owned())) };
        if !self.take(":") {
            return Ok(Expr::Cells(Area { first, last: first }));
        }
        let word = self.take_while(|c| c.is_ascii_alphanumeric() || c == '$');
        let last = Place::parse(word).ok_or(word)?;
        Ok(Expr::Cells(Area { first, last }))
    }

    fn arguments(&mut self) -> Result<Vec<Expr>, String> {
        let mut arguments = vec![self.level(0)?];
        while self.take(",") {
            arguments.push(self.level(0)?);
        }
        self.expect(")")?;
        Ok(arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strength_and_signs_are_those_of_a_spreadsheet() {
        for (text, same) in [
            ("1+2*3^2", "1+(2*(3^2))"),
            ("8/4/2", "(8/4)/2"),
            ("-a^2", "(-a)^2"),
            ("a+b<=c*d", "(a+b)<=(c*d)"),
            ("a&b=c", "(a&b)=c"),
            ("1-2-3", "(1-2)-3"),
        ] {
            assert_eq!(parse(text), parse(same), "{text}");
        }
        let area = Area { first: Place { row: 8, column: 1 }, last: Place { row: 9, column: 1 } };
        assert_eq!(parse("B$9:B10"), Ok(Expr::Cells(area)));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, fault) in [("1+", ""), ("SUM(1", ""), ("1)", ")"), ("a;b", ";b"), ("\"open", "")] {
            assert_eq!(parse(text), Err(fault.to_owned()), "{text}");
        }
    }
}
