//! The yearly model of a side as comma-separated values.

use std::borrow::Cow;

use super::numbers::case;
use crate::catalog::Side;
use crate::model::burden::{self, LabYearRow};
use crate::model::buyer::{self, BuyerYear};
use crate::model::{Row, evaluate};
use crate::protocol::link::Link;
use crate::wording::csv::{Csv, Value};

/// A column: its heading with the unit, and what stands in it.
type Column<R> = (&'static str, fn(&R) -> Option<f64>);

const DEAL: [Column<Row>; 25] = [
    ("Investment ($B)", |row| Some(row.invest)),
    ("Commitment ($B)", |row| Some(row.commit)),
    ("Usage, expected ($B)", |row| Some(row.usage)),
    ("Usage that never comes ($B)", |row| Some(row.shortfall)),
    ("Shortfall collected ($B)", |row| Some(row.shortfall_paid)),
    ("Stranded capacity ($B)", |row| Some(row.stranded)),
    ("Commitment: operating profit before tax ($B)", |row| Some(row.commit_op)),
    ("New adopters, average of the year (customers)", |row| Some(row.new_adopters)),
    ("Enterprise revenue ($B)", |row| Some(row.ent_rev)),
    ("Enterprise: operating profit before tax ($B)", |row| Some(row.ent_op)),
    ("Capacity in use (GW)", |row| Some(row.gw)),
    ("Capacity built for (GW)", |row| Some(row.gw_built)),
    ("Machines bought ($B)", |row| Some(row.capex)),
    ("Depreciation ($B)", |row| Some(row.dep)),
    ("Running cost ($B)", |row| Some(row.opex)),
    ("Operations after tax ($B)", |row| Some(row.op_cash)),
    ("Investment, machines and residual ($B)", |row| Some(row.point_cash)),
    ("Net cash flow ($B)", |row| Some(row.net)),
    ("Net cash flow discounted ($B)", |row| Some(row.disc)),
    ("Cumulative ($B)", |row| Some(row.cum)),
    ("Cumulative discounted ($B)", |row| Some(row.dcum)),
    ("Adoption, end of year (decimal)", |row| Some(row.adoption)),
    ("Run-rate of the lab, end of year ($B)", |row| Some(row.arr_end)),
    ("Revenue of the lab ($B)", |row| Some(row.lab_revenue)),
    ("Commitment share of revenue (decimal)", |row| row.commit_share),
];

const LAB: [Column<LabYearRow>; 5] = [
    ("Run-rate of the lab, end of year ($B)", |row| Some(row.arr_end)),
    ("Revenue of the lab ($B)", |row| Some(row.revenue)),
    ("All obligations ($B)", |row| Some(row.obligations)),
    ("Obligations as a share of revenue (decimal)", |row| Some(row.share)),
    ("Gross profit over obligations (multiple)", |row| row.gross_profit_cover),
];

const BUYER: [Column<BuyerYear>; 9] = [
    ("Year of the contract", |row| Some(f64::from(row.year))),
    ("Demand at the list price of today ($M)", |row| Some(row.demand_list)),
    ("Cost without a contract ($M)", |row| Some(row.payg)),
    ("Usage at the contract's prices ($M)", |row| Some(row.contract_spend)),
    ("Commitment ($M)", |row| Some(row.commit)),
    ("Shortfall paid ($M)", |row| Some(row.shortfall)),
    ("Cost of the contract ($M)", |row| Some(row.contract_cost)),
    ("Benefit of the contract ($M)", |row| Some(row.benefit)),
    ("Infrastructure saving ($M)", |row| Some(row.infra_saving)),
];

/// Every row of the yearly model of the link's side.
pub(super) fn years(link: &Link, way_back: &str) -> String {
    let inputs = link.case.inputs();
    let table = match link.side {
        Side::Investor => dated(&evaluate(inputs).rows, &DEAL, |row| row.t),
        Side::Lab => dated(&burden::evaluate(inputs).rows, &LAB, |row| row.t),
        Side::Buyer => table(&buyer::evaluate(inputs).rows, &BUYER),
    };
    table.write(&case(link, way_back))
}

fn table<R>(rows: &[R], columns: &[Column<R>]) -> Csv {
    let names = columns.iter().map(|(name, _)| Cow::Borrowed(*name));
    Csv { columns: names.collect(), rows: rows.iter().map(|row| line(row, columns)).collect() }
}

fn line<R>(row: &R, columns: &[Column<R>]) -> Vec<Value> {
    columns.iter().map(|(_, read)| Value::Number(read(row))).collect()
}

/// With the deal year, and the calendar year in which it ends, before the columns.
fn dated<R>(rows: &[R], columns: &[Column<R>], year: fn(&R) -> u32) -> Csv {
    Csv::dated(columns.iter().map(|(name, _)| *name), rows.iter().map(|row| (year(row), line(row, columns))))
}
