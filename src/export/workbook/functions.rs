//! The operators and functions of a spreadsheet, as far as the sheets use them.
//!
//! All of them exist alike in Excel since 2007 and in LibreOffice. A result that would be an error there is one here.

use super::calc::Value;
use super::formula::Operator;

/// An operator on two values, cell by cell where one of them is several.
pub(super) fn pair(operator: Operator, left: &Value, right: &Value) -> Result<Value, String> {
    let each = |a: &Value, b: &Value| pair(operator, a, b);
    match (left, right) {
        (Value::Many(a), Value::Many(b)) if a.len() == b.len() => {
            a.iter().zip(b.iter()).map(|(a, b)| each(a, b)).collect::<Result<_, _>>().map(Value::Many)
        }
        (Value::Many(_), Value::Many(_)) => Err("ranges of different length".to_owned()),
        (Value::Many(a), b) => a.iter().map(|a| each(a, b)).collect::<Result<_, _>>().map(Value::Many),
        (a, Value::Many(b)) => b.iter().map(|b| each(a, b)).collect::<Result<_, _>>().map(Value::Many),
        (a, b) => single(operator, a, b),
    }
}

fn single(operator: Operator, left: &Value, right: &Value) -> Result<Value, String> {
    match (operator, left, right) {
        (Operator::Equal, Value::Text(a), Value::Text(b)) => return Ok(Value::Truth(a == b)),
        (Operator::Unequal, Value::Text(a), Value::Text(b)) => return Ok(Value::Truth(a != b)),
        (Operator::Join, a, b) => return Ok(Value::Text(text(a)? + &text(b)?)),
        _ => {}
    }
    let (a, b) = left.number().zip(right.number()).ok_or("arithmetic with a text")?;
    let truth = |truth| Ok(Value::Truth(truth));
    match operator {
        #[expect(clippy::float_cmp, reason = "as the spreadsheet compares")]
        Operator::Equal => truth(a == b),
        #[expect(clippy::float_cmp, reason = "as the spreadsheet compares")]
        Operator::Unequal => truth(a != b),
        Operator::AtMost => truth(a <= b),
        Operator::AtLeast => truth(a >= b),
        Operator::Less => truth(a < b),
        Operator::Greater => truth(a > b),
        Operator::Add => finite(a + b),
        Operator::Subtract => finite(a - b),
        Operator::Multiply => finite(a * b),
        Operator::Divide => finite(a / b),
        Operator::Power if a == 0.0 && b == 0.0 => Err("zero to the power of zero".to_owned()),
        Operator::Power => finite(libm::pow(a, b)),
        Operator::Join => Err("a range cannot be joined".to_owned()),
    }
}

/// Whole numbers only: others would be written as the reader's program likes.
fn text(value: &Value) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(text.clone()),
        Value::Number(number) if number.fract() == 0.0 => Ok(format!("{number:.0}")),
        _ => Err("cannot be joined to a text".to_owned()),
    }
}

fn finite(number: f64) -> Result<Value, String> {
    if number.is_finite() { Ok(Value::Number(number)) } else { Err("not a number".to_owned()) }
}

/// A function of values.
pub(super) fn call(name: &str, arguments: &[Value]) -> Result<Value, String> {
    match (name, arguments) {
        ("SUM", _) => finite(numbers(arguments).sum()),
        ("MIN", _) => finite(numbers(arguments).reduce(f64::min).unwrap_or(0.0)),
        ("MAX", _) => finite(numbers(arguments).reduce(f64::max).unwrap_or(0.0)),
        ("AND", _) => Ok(Value::Truth(numbers(arguments).all(|number| number != 0.0))),
        ("OR", _) => Ok(Value::Truth(numbers(arguments).any(|number| number != 0.0))),
        ("SUMPRODUCT", [first, rest @ ..]) => {
            let product = rest.iter().try_fold(first.clone(), |all, next| pair(Operator::Multiply, &all, next))?;
            finite(numbers(&[product]).sum())
        }
        ("ABS", [value]) => map(value, f64::abs),
        ("EXP", [value]) => map(value, libm::exp),
        ("LN", [value]) => map(value, libm::log),
        ("SQRT", [value]) => map(value, libm::sqrt),
        ("MOD", [a, b]) => {
            let (a, b) = a.number().zip(b.number()).ok_or("MOD of a text")?;
            finite(a - b * (a / b).floor())
        }
        ("INDEX", [Value::Many(values), at]) => position(at, values).cloned().ok_or_else(|| "INDEX outside".to_owned()),
        ("MATCH", [wanted, Value::Many(values), _exact]) => {
            let found = values.iter().zip(1_u32..).find(|(value, _)| *value == wanted);
            found.map(|(_, at)| Value::Number(f64::from(at))).ok_or_else(|| "MATCH finds nothing".to_owned())
        }
        _ => Err(format!("no function {name} of {} arguments", arguments.len())),
    }
}

/// The numbers among values: text in cells is passed over.
fn numbers(values: &[Value]) -> impl Iterator<Item = f64> {
    let flat = values.iter().flat_map(|value| match value {
        Value::Many(values) => values.as_ref(),
        single => std::slice::from_ref(single),
    });
    flat.filter_map(Value::number)
}

fn map(value: &Value, function: fn(f64) -> f64) -> Result<Value, String> {
    match value {
        Value::Many(values) => {
            values.iter().map(|value| map(value, function)).collect::<Result<_, _>>().map(Value::Many)
        }
        single => finite(function(single.number().ok_or("a function of a text")?)),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative position becomes none")]
fn position<'a>(at: &Value, values: &'a [Value]) -> Option<&'a Value> {
    values.get((at.number()? as usize).checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_refuses_is_refused() {
        let (zero, one, word) = (Value::Number(0.0), Value::Number(1.0), Value::Text("a".to_owned()));
        for (operator, a, b) in [
            (Operator::Divide, &one, &zero),
            (Operator::Power, &zero, &zero),
            (Operator::Add, &one, &word),
            (Operator::Divide, &zero, &zero),
        ] {
            assert!(pair(operator, a, b).is_err(), "{operator:?}");
        }
        assert!(call("LN", std::slice::from_ref(&zero)).is_err());
        assert!(call("VLOOKUP", std::slice::from_ref(&one)).is_err());
        assert!(call("INDEX", &[Value::Many([one.clone()].into()), zero]).is_err());
        assert!(call("MATCH", &[one, Value::Many([word].into()), Value::Number(0.0)]).is_err());
    }

    #[test]
    fn ranges_are_computed_cell_by_cell() {
        let many = |numbers: &[f64]| Value::Many(numbers.iter().map(|number| Value::Number(*number)).collect());
        let scaled = pair(Operator::Multiply, &many(&[1.0, 2.0]), &Value::Number(3.0)).unwrap();
        assert_eq!(scaled, many(&[3.0, 6.0]));
        assert_eq!(call("SUMPRODUCT", &[scaled, many(&[1.0, 10.0])]), Ok(Value::Number(63.0)));
        let mixed = Value::Many([Value::Text(String::new()), Value::Number(-2.0)].into());
        assert_eq!(call("MAX", &[mixed]), Ok(Value::Number(-2.0)));
        assert_eq!(call("MOD", &[Value::Number(-1.0), Value::Number(2.0)]), Ok(Value::Number(1.0)));
    }
}
