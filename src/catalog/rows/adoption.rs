//! What enterprise customers add.

use super::super::{Group, Input};

const GROUP: Group = Group::Adoption;

pub(super) const ROWS: &[Input] = &[
    row! {
        aws_customers "customers": number Count, "Cloud customers",
        "Customers of the investor's cloud, all of whom could adopt the lab's models.",
        slider(300_000.0, 5_000_000.0, 50_000.0), model(1.0, 1e9), default 1_000_000.0,
        Stated ["S21", "C13"] "2026-04",
        "One article's figure. Public statements say more than a million of all sizes since 2016, so it may be far higher.",
    },
    row! {
        adopters0 "adopters": number Count, "Adopters at closing",
        "Customers who already use the lab's models on that cloud.",
        slider(10_000.0, 500_000.0, 10_000.0), model(1.0, 1e9), default 100_000.0,
        Stated ["S20", "S22", "C11"] "2026-04", "Reported as more than 100,000, of every size: a floor, with no spending known.",
    },
    row! {
        adoption_model "path": choice AdoptionModel [
            ("logistic", "S-curve"), ("bass", "Bass diffusion"), ("linear", "Straight line"), ("none", "No growth"),
        ],
        "Adoption path",
        "The curve on which adoption moves from today's share to its final share.",
        default Logistic,
        Assumption ["P26"] "2026-05", "The S-curve is the usual first guess for technology; no growth leaves the commitment alone.",
    },
    row! {
        adoption_ceiling "adoption": number Percent, "Final adoption",
        "The share of the cloud's customers who use the lab's models in the end.",
        slider(0.1, 1.0, 0.01), model(0.0, 1.0), default 0.3,
        Assumption ["S22"] "2026-05",
        "Three times today's 10%; no source gives a forecast. It is the level that the curve approaches, \
         not the share reached in the last year.",
    },
    row! {
        adoption_speed "speed": number PercentPerYear, "Speed of the S-curve",
        "The rate at which adoption would spread at first, if nothing held it back.",
        slider(0.0, 1.5, 0.05), model(0.0, 10.0), default 0.45,
        Assumption [] "2026-05", "Brings adoption to about nine tenths of its final share within seven years. Used by the S-curve only.",
    },
    row! {
        bass_p "bassp": number Plain, "Bass, innovators",
        "How readily customers adopt on their own, in the Bass curve.",
        slider(0.0, 0.1, 0.005), model(0.0, 1.0), default 0.03,
        Public ["P26"] "undated", "The average over many studied products. Used by the Bass curve only.",
    },
    row! {
        bass_q "bassq": number Plain, "Bass, imitators",
        "How strongly adopters draw in others, in the Bass curve.",
        slider(0.0, 1.0, 0.01), model(0.0, 5.0), default 0.38,
        Public ["P26"] "undated", "The average over many studied products. Used by the Bass curve only.",
    },
    row! {
        linear_years "line": whole Years, "Years of the straight line",
        "The years that adoption takes to reach its final share on a straight line.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 10.0,
        Assumption [] "2026-05", "The term of the commitment. Used by the straight line only.",
    },
    row! {
        rev_per_adopter_k "perhead": number ThousandUsd, "Cloud revenue of a new adopter",
        "What a new adopter pays the cloud in a year, before what the cloud pays the lab on resale.",
        slider(5.0, 500.0, 5.0), model(0.0, 1e6), default 55.0,
        Public ["P16", "S20", "P18"] "2026",
        "Derived: 5.5 billion of run-rate over 100,000 customers. That is the average of today's customers; \
         the marginal one is probably smaller.",
    },
    row! {
        rpa_growth "headgrowth": number PercentPerYear, "Growth of revenue per adopter",
        "How fast the yearly revenue of an adopter grows.",
        slider(-0.1, 0.5, 0.01), model(-0.95, 10.0), default 0.1,
        Assumption [] "2026-05", "Use deepens while prices fall; no source separates the two.",
    },
    row! {
        incr_share "uplift": number Percent, "Incremental share of that revenue",
        "The part of new adopters' revenue that the cloud would not have had otherwise.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.4,
        Assumption ["C17"] "2026-05", "The models are sold elsewhere too, and much of the spending would have come to AWS anyway.",
    },
    row! {
        overlap "overlap": number Percent, "Overlap with the commitment",
        "The part of that revenue that is already inside the lab's own commitment.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 0.25,
        Assumption ["P28", "C17"] "2026-05", "The lab also serves AWS customers from capacity it pays for; this removes what would be counted twice.",
    },
    row! {
        ent_margin "entmargin": number Percent, "Operating margin on that revenue",
        "Operating profit for each dollar of incremental enterprise revenue, before tax.",
        slider(-0.1, 0.7, 0.01), model(-1.0, 1.0), default 0.35,
        Public ["P1", "P16", "P18"] "2026-02-05", "AWS as a whole in the last quarter of 2025; one estimate for model resale reaches 55%.",
    },
    row! {
        aws_rev0_b "cloud": number BillionUsd, "Cloud run-rate at closing",
        "Revenue of the whole cloud in the latest quarter, times four; used only to show shares of it.",
        slider(50.0, 400.0, 0.4), model(0.001, 100_000.0), default 150.4,
        Public ["P2"] "2026-04-29", "37.6 in the first quarter of 2026, times four.",
    },
    row! {
        aws_growth "cloudgrowth": number PercentPerYear, "Growth of the cloud",
        "Yearly growth of the revenue of the whole cloud; used only to show shares of it.",
        slider(0.0, 0.5, 0.01), model(-0.95, 10.0), default 0.15,
        Assumption ["P2"] "2026-05", "About half the latest growth of 28%, for ten years.",
    },
];
