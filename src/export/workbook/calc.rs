//! Computes the sheets as a spreadsheet does, so that a reader's program shows numbers before it has computed any.
//!
//! The formulas in the cells are the only statement of the workbook's model: what is stored beside them is their result.

use std::collections::HashMap;
use std::rc::Rc;

use super::formula::{Expr, parse};
use super::functions::{call, pair};
use super::plan::{Area, Book, Content, Place};

/// What a cell holds or a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Number(f64),
    Text(String),
    Truth(bool),
    /// The values of several cells, from top to bottom.
    Many(Rc<[Value]>),
}

impl Value {
    /// As a spreadsheet counts it: true is one; nothing for text.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Text(_) | Self::Many(_) => None,
        }
    }
}

/// A cell's sheet and place.
pub(super) type At = (usize, Place);

/// The results of all formulas.
pub(super) fn results(book: &Book) -> Result<HashMap<At, Value>, String> {
    let mut calc = Calc::new(book)?;
    let formulas: Vec<At> = calc.formulas.keys().copied().collect();
    let mut ordered = formulas;
    // From the top of each sheet, the sheets of the model first: every cell finds what it needs nearly ready.
    ordered.sort_unstable_by_key(|(sheet, place)| (order(*sheet), place.row, place.column));
    for at in ordered {
        calc.cell(at)?;
    }
    Ok(calc.results)
}

/// The summary stands first and is computed last.
fn order(sheet: usize) -> usize {
    if sheet == 0 { usize::MAX } else { sheet }
}

pub(super) struct Calc {
    formulas: HashMap<At, Expr>,
    names: HashMap<String, (usize, Area)>,
    /// Cells that hold a value, and formulas as they become known.
    values: HashMap<At, Value>,
    results: HashMap<At, Value>,
    /// Named columns, once all their cells are known: the scan reads them a thousand times.
    columns: HashMap<String, Value>,
    /// Formulas on whose result others wait.
    open: Vec<At>,
}

impl Calc {
    fn new(book: &Book) -> Result<Self, String> {
        let mut calc = Self {
            formulas: HashMap::new(),
            names: book.names.iter().map(|name| (name.text.clone(), (name.sheet, name.area))).collect(),
            values: HashMap::new(),
            results: HashMap::new(),
            columns: HashMap::new(),
            open: Vec::new(),
        };
        for (sheet, cells) in book.sheets.iter().enumerate() {
            for cell in &cells.cells {
                let at = (sheet, cell.place);
                match &cell.content {
                    Content::Number(number) => {
                        calc.values.insert(at, Value::Number(*number));
                    }
                    Content::Text(text) => {
                        calc.values.insert(at, Value::Text(text.clone()));
                    }
                    Content::Formula(text) => {
                        let expr = parse(text).map_err(|fault| format!("{text}: cannot read {fault:?}"))?;
                        calc.formulas.insert(at, expr);
                    }
                    Content::Link { .. } => {}
                }
            }
        }
        Ok(calc)
    }

    fn cell(&mut self, at: At) -> Result<Value, String> {
        if let Some(value) = self.values.get(&at) {
            return Ok(value.clone());
        }
        // An empty cell counts as zero.
        let Some(expr) = self.formulas.remove(&at) else {
            let circular = self.open.contains(&at);
            return if circular { Err(format!("{} refers to itself", at.1)) } else { Ok(Value::Number(0.0)) };
        };
        self.open.push(at);
        let value = self.eval(&expr, at.0).map_err(|fault| format!("{}: {fault}", at.1))?;
        self.open.pop();
        self.values.insert(at, value.clone());
        self.results.insert(at, value.clone());
        Ok(value)
    }

    fn area(&mut self, sheet: usize, area: Area) -> Result<Value, String> {
        if area.first == area.last {
            return self.cell((sheet, area.first));
        }
        let cells: Result<Vec<Value>, String> = area.places().map(|place| self.cell((sheet, place))).collect();
        Ok(Value::Many(cells?.into()))
    }

    fn named(&mut self, name: &str) -> Result<Value, String> {
        if let Some(column) = self.columns.get(name) {
            return Ok(column.clone());
        }
        let (sheet, area) = *self.names.get(name).ok_or_else(|| format!("no name {name}"))?;
        let value = self.area(sheet, area)?;
        if matches!(value, Value::Many(_)) {
            self.columns.insert(name.to_owned(), value.clone());
        }
        Ok(value)
    }

    fn eval(&mut self, expr: &Expr, sheet: usize) -> Result<Value, String> {
        match expr {
            Expr::Number(number) => Ok(Value::Number(*number)),
            Expr::Text(text) => Ok(Value::Text(text.clone())),
            Expr::Cells(area) => self.area(sheet, *area),
            Expr::Name(name) => self.named(name),
            Expr::Minus(inner) => {
                let value = self.eval(inner, sheet)?;
                pair(super::formula::Operator::Subtract, &Value::Number(0.0), &value)
            }
            Expr::Pair(operator, left, right) => {
                let left = self.eval(left, sheet)?;
                let right = self.eval(right, sheet)?;
                pair(*operator, &left, &right)
            }
            Expr::Call(name, arguments) if name == "IF" => self.choose(arguments, sheet),
            Expr::Call(name, arguments) => {
                let values: Result<Vec<Value>, String> =
                    arguments.iter().map(|argument| self.eval(argument, sheet)).collect();
                call(name, &values?)
            }
        }
    }

    /// Only the branch that is taken may fail.
    fn choose(&mut self, arguments: &[Expr], sheet: usize) -> Result<Value, String> {
        let [condition, yes, no] = arguments else { return Err("IF takes three arguments".to_owned()) };
        let condition = self.eval(condition, sheet)?;
        let holds = condition.number().ok_or("IF of a text")? != 0.0;
        self.eval(if holds { yes } else { no }, sheet)
    }
}
