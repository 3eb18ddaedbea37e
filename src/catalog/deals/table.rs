//! The deals and their terms.

use super::{Deal, DealKind, Origin, Term};

const fn term(key: &'static str, origin: Origin, sources: &'static [&'static str], words: &'static str) -> Term {
    Term { key, origin, sources, words, needs_acceptance: false }
}

const fn stated(key: &'static str, sources: &'static [&'static str], words: &'static str) -> Term {
    term(key, Origin::Stated, sources, words)
}

const fn completed(key: &'static str, sources: &'static [&'static str], words: &'static str) -> Term {
    term(key, Origin::Completed, sources, words)
}

const fn assumed(key: &'static str, words: &'static str) -> Term {
    term(key, Origin::Assumed, &[], words)
}

const NO_ADOPTERS: Term = assumed("adoption_model", "No revenue from new enterprise customers is counted.");
const NO_PRIOR: Term = assumed("prior_invest_b", "No earlier money is counted.");
const NO_PRIOR_STAKE: Term = assumed("prior_stake", "No stake from earlier money is counted.");
const NO_MORE: Term = assumed("contingent_b", "No further money on conditions is counted.");
const TO_THE_END: Term = assumed("horizon_years", "The horizon ends with the term.");
const EXIT_AT_THE_END: Term = assumed("exit_year", "The shares are valued at the end of the term.");
const OTHER_CLOUD: Term =
    assumed("aws_rev0_b", "A round size of the investor’s cloud; it moves the share of its run-rate alone.");

/// The deal of the page.
pub static AMAZON_ANTHROPIC: Deal = Deal {
    id: "amazon_anthropic",
    name: "Amazon × Anthropic",
    investor: "Amazon",
    lab: "Anthropic",
    cloud: "AWS",
    date: "20 April 2026",
    kind: DealKind::Terms,
    note: "The deal of the page. Only here does revenue from new enterprise customers count.",
    terms: &[
        stated("immediate_b", &["S2"], "Paid at closing."),
        stated("contingent_b", &["S3", "S46"], "A ceiling: paid on milestones that are not disclosed."),
        stated("prior_invest_b", &["S5"], "Paid before, so sunk."),
        stated("commit_total_b", &["S9"], "More than 100, so a floor."),
        stated("commit_years", &["S9"], "Ten years."),
        stated("gw_headline", &["S17"], "A ceiling: up to 5 GW."),
        stated("arr0_b", &["S13", "C9"], "The run-rate as booked gross."),
        completed("entry_valuation_b", &["P11", "P12"], "350 is reported as well."),
        completed("aws_rev0_b", &["P2"], "The first quarter of 2026, times four."),
    ],
};

static AMAZON_OPENAI: Deal = Deal {
    id: "amazon_openai",
    name: "Amazon × OpenAI",
    investor: "Amazon",
    lab: "OpenAI",
    cloud: "AWS",
    date: "February 2026",
    kind: DealKind::Terms,
    note: "The money is half of the commitment, so the deal leans on what the shares become.",
    terms: &[
        stated("commit_total_b", &["S30", "P21"], "Public reports put it on top of an earlier 38."),
        completed("immediate_b", &["S30", "P21"], "The articles state 50 in all; the split is from public reports."),
        completed("contingent_b", &["S30", "P21"], "The rest of the 50, on conditions."),
        completed("commit_years", &["P21"], "Eight years."),
        completed("gw_headline", &["P21"], "2 GW."),
        completed("arr0_b", &["P21"], "The run-rate of OpenAI."),
        completed(
            "entry_valuation_b",
            &["P21"],
            "Public reports give 730 before the money. How large the whole round is, no source here says: it is taken as \
             110, these 50 and 60 of other investors, which makes 840 after the money.",
        ),
        TO_THE_END,
        EXIT_AT_THE_END,
        NO_PRIOR,
        NO_PRIOR_STAKE,
        NO_ADOPTERS,
    ],
};

static MICROSOFT_OPENAI: Deal = Deal {
    id: "microsoft_openai",
    name: "Microsoft × OpenAI",
    investor: "Microsoft",
    lab: "OpenAI",
    cloud: "Azure",
    date: "",
    kind: DealKind::Terms,
    note: "The articles state no commitment. The stake was bought years before the commitment that public reports name, \
           so the deal does not compare with the others.",
    terms: &[
        stated("immediate_b", &["S31"], "About 13, over several years, put at closing here."),
        Term {
            needs_acceptance: true,
            ..completed("commit_total_b", &["P22"], "Not in the articles: from public reports alone.")
        },
        completed("entry_valuation_b", &["P22"], "What 27% for about 135 comes to."),
        assumed("commit_years", "The term is not known."),
        assumed("arr0_b", "A round run-rate of OpenAI at the time of the commitment."),
        assumed("gw_headline", "No capacity is stated."),
        NO_MORE,
        NO_PRIOR,
        NO_PRIOR_STAKE,
        OTHER_CLOUD,
        NO_ADOPTERS,
    ],
};

static GOOGLE_INTERNAL: Deal = Deal {
    id: "google_internal",
    name: "Google × Gemini",
    investor: "Google",
    lab: "Gemini",
    cloud: "Google Cloud",
    date: "",
    kind: DealKind::Text(
        "Google builds its models in its own house. There is no counterparty: nobody invests, nobody commits, and no \
         ratio, share or payback can be computed. What its capacity costs is no price between two parties.",
        &["S32"],
    ),
    note: "Internal: there is nothing to compute.",
    terms: &[],
};

static GOOGLE_ANTHROPIC: Deal = Deal {
    id: "google_anthropic",
    name: "Google × Anthropic",
    investor: "Google",
    lab: "Anthropic",
    cloud: "Google Cloud",
    date: "",
    kind: DealKind::Terms,
    note: "Nothing of it is in the articles: press reports alone, confirmed by neither side. In year 1 the commitment is \
           more than all revenue of the lab, so what the lab can pay is the limit.",
    terms: &[
        stated("arr0_b", &["S13", "C9"], "The run-rate that the articles state for Anthropic."),
        completed("immediate_b", &["P29"], "Paid at once."),
        completed("contingent_b", &["P29"], "Paid on milestones."),
        completed("commit_total_b", &["P20", "P29"], "From the press."),
        completed(
            "commit_years",
            &["P20", "P29"],
            "The press has the spending start in 2027; here it starts in year 1.",
        ),
        completed("gw_headline", &["P20"], "5 GW."),
        completed("entry_valuation_b", &["P29"], "The price that the press names."),
        assumed("milestone_count", "Equal payments, as in Amazon × Anthropic."),
        assumed("prior_invest_b", "Earlier money is sunk, so its size moves nothing here."),
        assumed("prior_stake", "The stake from earlier money counts only together with that money."),
        TO_THE_END,
        EXIT_AT_THE_END,
        OTHER_CLOUD,
        NO_ADOPTERS,
    ],
};

static MICROSOFT_ANTHROPIC: Deal = Deal {
    id: "microsoft_anthropic",
    name: "Microsoft × Anthropic",
    investor: "Microsoft",
    lab: "Anthropic",
    cloud: "Azure",
    date: "18 November 2025",
    kind: DealKind::Terms,
    note: "The articles and the public reports read the 5 differently; the commitment is from public reports.",
    terms: &[
        stated("arr0_b", &["S13", "C9"], "The run-rate that the articles state, half a year after the deal."),
        completed("immediate_b", &["S33", "C12", "P23"], "Up to 5, so a ceiling; all of it is put at closing."),
        completed("commit_total_b", &["P23"], "Cloud spending on Azure."),
        completed("gw_headline", &["P23"], "Up to 1 GW, so a ceiling."),
        term("entry_valuation_b", Origin::Assumed, &["P12"], "A price that one report gives for a later round."),
        assumed("commit_years", "The term is not known."),
        NO_MORE,
        TO_THE_END,
        EXIT_AT_THE_END,
        NO_PRIOR,
        NO_PRIOR_STAKE,
        OTHER_CLOUD,
        NO_ADOPTERS,
    ],
};

/// Every deal, in the order of the page.
pub static DEALS: [&Deal; 6] =
    [&AMAZON_ANTHROPIC, &AMAZON_OPENAI, &MICROSOFT_OPENAI, &GOOGLE_INTERNAL, &GOOGLE_ANTHROPIC, &MICROSOFT_ANTHROPIC];
