//! What the lab owes its clouds: six places, of which the first ones count. On the wire they are one list.

use super::super::{Group, Input};

const GROUP: Group = Group::Obligations;

const EMPTY: &str = "A free place: a commitment of the reader's own, or one of the list of public reports.";

/// Three rows of a place that stands free.
macro_rules! place {
    ($at:literal, $index:literal, $total:ident $total_short:literal, $start:ident $start_short:literal, $years:ident $years_short:literal) => {
        [
            row! {
                $total $total_short in [lab.obligations[$index].total_b]: number BillionUsd,
                concat!("Obligation ", $at, ", total"),
                concat!("What obligation ", $at, " comes to over all of its years."),
                slider(0.0, 300.0, 5.0), model(0.0, 100_000.0), default 0.0,
                Assumption [] "2026-05", EMPTY,
            },
            row! {
                $start $start_short in [lab.obligations[$index].start_year]: whole Years,
                concat!("Obligation ", $at, ", first year"),
                concat!("The deal year in which obligation ", $at, " begins."),
                slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 1.0,
                Assumption [] "2026-05", EMPTY,
            },
            row! {
                $years $years_short in [lab.obligations[$index].years]: whole Years,
                concat!("Obligation ", $at, ", years"),
                concat!("Over how many years obligation ", $at, " is spread, the same sum in each."),
                slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 5.0,
                Assumption [] "2026-05", EMPTY,
            },
        ]
    };
}

const COUNTED: Input = row! {
    obligation_count "obcount" in [lab.obligation_count]: whole Count, "Obligations",
    "How many commitments of the lab are counted.",
    slider(1.0, 6.0, 1.0), model(1.0, 6.0), default 1.0,
    Stated ["S9"] "2026-04-20", "This deal's alone; what else is reported stands in the list of public reports.",
};

const FIRST: [Input; 3] = [
    row! {
        obligation_1_total_b "ob1total" in [lab.obligations[0].total_b]: number BillionUsd, "Obligation 1, total",
        "What the first obligation, that of this deal, comes to over all of its years.",
        slider(0.0, 300.0, 5.0), model(0.0, 100_000.0), default 100.0,
        Stated ["S9", "P28", "C1"] "2026-04-20", "Reported as more than 100 over ten years, so 100 is a floor.",
    },
    row! {
        obligation_1_start_year "ob1start" in [lab.obligations[0].start_year]: whole Years, "Obligation 1, first year",
        "The deal year in which the first obligation begins.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 1.0,
        Stated ["S10", "P17"] "2026-04", "The articles divide by ten years from closing on; analysts expect about 10 for 2026.",
    },
    row! {
        obligation_1_years "ob1years" in [lab.obligations[0].years]: whole Years, "Obligation 1, years",
        "Over how many years the first obligation is spread, the same sum in each.",
        slider(1.0, 15.0, 1.0), model(1.0, 50.0), default 10.0,
        Stated ["S9", "S10"] "2026-04-20", "Reported as ten years.",
    },
];

const SECOND: [Input; 3] = place!(
    2, 1, obligation_2_total_b "ob2total", obligation_2_start_year "ob2start", obligation_2_years "ob2years"
);
const THIRD: [Input; 3] = place!(
    3, 2, obligation_3_total_b "ob3total", obligation_3_start_year "ob3start", obligation_3_years "ob3years"
);
const FOURTH: [Input; 3] = place!(
    4, 3, obligation_4_total_b "ob4total", obligation_4_start_year "ob4start", obligation_4_years "ob4years"
);
const FIFTH: [Input; 3] = place!(
    5, 4, obligation_5_total_b "ob5total", obligation_5_start_year "ob5start", obligation_5_years "ob5years"
);
const SIXTH: [Input; 3] = place!(
    6, 5, obligation_6_total_b "ob6total", obligation_6_start_year "ob6start", obligation_6_years "ob6years"
);

/// The number of them, then each place.
pub(super) const GROUPS: [&[Input]; 7] = [&[COUNTED], &FIRST, &SECOND, &THIRD, &FOURTH, &FIFTH, &SIXTH];
