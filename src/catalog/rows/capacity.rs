//! What it costs to serve the commitment.

use super::super::{Group, Input};

const GROUP: Group = Group::Capacity;

pub(super) const ROWS: &[Input] = &[
    row! {
        lens "lens": choice Lens [("margin", "In the margin"), ("capex", "As capex")], "Cost of capacity",
        "Whether machines are a cost inside the operating margin, or money spent when they are bought.",
        default Margin,
        Assumption ["P1", "P2", "P6"] "2026-05",
        "An operating margin already holds depreciation, so the two are never added. \
         The margin has no charge for the capital tied up and is the friendlier of the two: compare both.",
    },
    row! {
        commit_margin "margin": number Percent, "Operating margin on the commitment",
        "Operating profit for each dollar of commitment usage, after depreciation and before tax.",
        slider(-0.2, 0.8, 0.01), model(-1.0, 1.0), default 0.3,
        Assumption ["P1", "P2", "P3", "P19"] "2026-05",
        "AWS as a whole earned 35.0% to 37.7%; a buyer of this size gets a discount. \
         Graphics-processor rental elsewhere earned about 14% gross.",
    },
    row! {
        price_b_per_gw_yr "gwprice": number BillionUsdPerGwYear, "Price of capacity in use",
        "Revenue for each gigawatt in use over a year.",
        slider(2.0, 15.0, 0.25), model(0.01, 1_000.0), default 8.0,
        Public ["P20"] "2026-04",
        "The reported price of Google's deal with Anthropic; two other deals come to 6.25 and 13.3. Contract prices are unpublished.",
    },
    row! {
        capex_b_per_gw "gwcapex": number BillionUsdPerGw, "Capital cost of capacity",
        "Cost of a data centre with general-purpose accelerators, servers included, for each gigawatt.",
        slider(10.0, 100.0, 1.0), model(0.0, 10_000.0), default 38.0,
        Public ["P6", "P4", "P5"] "2026-05-14", "One research estimate; others run from 35 to 60, vendors' claims to 100.",
    },
    row! {
        silicon_saving "silicon": number Percent, "Saving from own chips",
        "How much less capacity costs with the cloud's own chips.",
        slider(0.0, 0.5, 0.01), model(-1.0, 1.0), default 0.19,
        Public ["P4", "P7"] "undated", "An analyst's estimate for racks with custom chips; the vendor itself claims 30% to 40%.",
    },
    row! {
        it_share "servers": number Percent, "Servers' share of capital cost",
        "The part of the capital cost that is servers and network; the rest is buildings and power.",
        slider(0.3, 0.8, 0.01), model(0.0, 1.0), default 0.58,
        Public ["P4"] "undated", "3.4 of 5.9 million dollars for each rack.",
    },
    row! {
        it_life "serverlife": whole Years, "Life of servers",
        "The years over which servers are written off, and after which they are replaced.",
        slider(2.0, 8.0, 1.0), model(1.0, 50.0), default 5.0,
        Public ["P8", "P6"] "2025-01-01", "The owner shortened the life of part of its servers from six to five years.",
    },
    row! {
        fac_life "sitelife": whole Years, "Life of facilities",
        "The years over which buildings and power supply are written off.",
        slider(8.0, 30.0, 1.0), model(1.0, 50.0), default 14.0,
        Public ["P6"] "2026-05-14", "The life in the same estimate as the capital cost.",
    },
    row! {
        opex_b_per_gw_yr "opex": number BillionUsdPerGwYear, "Cash running cost",
        "Power, people and upkeep for each gigawatt in use over a year.",
        slider(0.0, 3.0, 0.1), model(0.0, 1_000.0), default 0.9,
        Public ["P6"] "2026-05-14", "From the same estimate as the capital cost.",
    },
    row! {
        gw_headline "gw": number Gigawatt, "Stated capacity, ceiling",
        "The most capacity that the deal speaks of; 0 means not stated.",
        slider(0.0, 10.0, 0.5), model(0.0, 10_000.0), default 5.0,
        Stated ["S17", "P28"] "2026-04-20",
        "Reported as up to 5. It only serves figures for each gigawatt and a warning; the price above decides what is built.",
    },
    row! {
        residual_pct "resale": number Percent, "Resale value at the end",
        "What machines fetch at the horizon, as a share of their book value.",
        slider(0.0, 1.0, 0.05), model(0.0, 2.0), default 0.5,
        Assumption [] "2026-05", "Half of book value; there is no market price for used capacity of this size.",
    },
];
