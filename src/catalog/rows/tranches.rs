//! When the new money is paid, and what was paid before.

use super::super::{Group, Input};

const GROUP: Group = Group::Tranches;

pub(super) const ROWS: &[Input] = &[
    row! {
        immediate_b "now": number BillionUsd, "Immediate tranche",
        "Money that the investor pays at closing.",
        slider(0.0, 50.0, 0.5), model(0.0, 100_000.0), default 5.0,
        Stated ["S2"] "2026-04-20", "Reported as paid when the deal was announced.",
    },
    row! {
        contingent_b "later": number BillionUsd, "Contingent tranches",
        "The ceiling of the money that is paid only as milestones are met.",
        slider(0.0, 100.0, 1.0), model(0.0, 100_000.0), default 20.0,
        Stated ["S3", "S4", "C3", "C7"] "2026-04-20",
        "Reported as an upper limit tied to milestones; 5 now and up to 20 later make the 25 of the headlines.",
    },
    row! {
        milestone_prob "drawn": number Percent, "Share of the contingent money drawn",
        "The part of the contingent money that is expected to be paid in the end.",
        slider(0.0, 1.0, 0.05), model(0.0, 1.0), default 1.0,
        Assumption ["S46", "C3", "C8"] "2026-05",
        "The milestones are undisclosed, so the whole ceiling is paid: the conservative case for cash. \
         Money that is not drawn improves the present value only because it is not spent.",
    },
    row! {
        milestone_start_year "first": whole Years, "First milestone year",
        "The deal year at whose end the first contingent part is paid.",
        slider(1.0, 10.0, 1.0), model(1.0, 50.0), default 1.0,
        Assumption ["S46"] "2026-05", "No dates were published; starting after one year is early, which is conservative.",
    },
    row! {
        milestone_count "payments": whole Count, "Number of milestone payments",
        "The equal yearly parts in which the contingent money is paid.",
        slider(1.0, 8.0, 1.0), model(1.0, 50.0), default 4.0,
        Assumption ["S46"] "2026-05", "No schedule was published; four parts of 5 repeat the size of the first tranche.",
    },
    row! {
        prior_invest_b "prior": number BillionUsd, "Earlier investment",
        "Money invested before this deal.",
        slider(0.0, 20.0, 0.5), model(0.0, 100_000.0), default 8.0,
        Stated ["S5", "S6", "C2", "C14"] "2024", "Two investments of 4, in 2023 and 2024.",
    },
    row! {
        prior_mode "priormode": choice PriorMode [("sunk", "Left out"), ("at_cost", "Counted at cost")], "Earlier investment counts",
        "Whether the earlier money, and the shares it bought, belong to this calculation.",
        default Sunk,
        Assumption ["S5", "C2"] "2026-05",
        "Money already spent cannot be undone by this decision, so it stays out together with its shares. \
         Counted at cost gives a view since inception that includes the past rise in value.",
    },
];
