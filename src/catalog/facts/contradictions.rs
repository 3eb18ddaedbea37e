//! Where the sources contradict one another, and how the product presents it.

use super::Contradiction;

/// Contradictions between the sources, or within one.
pub static CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        id: "C1",
        question: "Who commits the $100B?",
        readings: "Four articles: Anthropic spends it on AWS. Zero Human Company says that both sides bring more than $100B.",
        shown_as: "One payment, from Anthropic to AWS, seen from two sides; AWS’s cost is what it takes to serve it. Never counted twice.",
    },
    Contradiction {
        id: "C2",
        question: "$25B or $33B?",
        readings: "The developer blog and Kim headline 25; Unblocked, Zero Human Company and Scout headline 33, with the earlier 8.",
        shown_as: "25 of new money; the earlier 8 is sunk. A switch counts it, and both ratios are shown.",
    },
    Contradiction {
        id: "C3",
        question: "Is $33B committed?",
        readings: "Zero Human Company calls it committed, Unblocked a cumulative total, Scout a ceiling.",
        shown_as: "8 and 5 are paid, up to 20 is contingent; an input sets the share that is drawn.",
    },
    Contradiction {
        id: "C4",
        question: "Does the brief add up?",
        readings: "Zero Human Company’s title says 33; its own parts are 5 and 20, and the earlier 8 is not named.",
        shown_as: "8 + 5 + 20 = 33, after the developer blog and Kim.",
    },
    Contradiction {
        id: "C5",
        question: "Over $33B, or approaching it?",
        readings: "The developer blog says both.",
        shown_as: "Exactly 33.0 at the ceiling.",
    },
    Contradiction {
        id: "C6",
        question: "Is 4x a return?",
        readings: "Kim calls it a return that is certain, and also a customer contract with shares attached; Scout and the developer blog speak of a ceiling and of milestones.",
        shown_as: "Named commit revenue per dollar of new money: 4.00, or 3.03 with the earlier 8, or 20.0 before any milestone; then margin, tax and present value.",
    },
    Contradiction {
        id: "C7",
        question: "What hangs on milestones?",
        readings: "Scout, Kim and Unblocked: Amazon’s 20. The developer blog: Anthropic’s spend.",
        shown_as: "Only the 20 by default. Use of the commitment and shortfall collected test the other reading.",
    },
    Contradiction {
        id: "C8",
        question: "Which milestones?",
        readings: "Commercial in three articles, operational in one, performance in another.",
        shown_as: "Undisclosed milestones, which move together with growth and adoption.",
    },
    Contradiction {
        id: "C9",
        question: "Run-rate or revenue?",
        readings: "$30B is called run-rate, recurring revenue and current revenue. Publicly disputed: 30 gross or about 22 net.",
        shown_as: "30 is an annualised run-rate. The yearly path divides by the revenue of each year, which is a different number.",
    },
    Contradiction {
        id: "C10",
        question: "Did it triple?",
        readings: "Unblocked: from 9 to 30 is a tripling.",
        shown_as: "3.3 times.",
    },
    Contradiction {
        id: "C11",
        question: "Which customers, since when?",
        readings: "Unblocked says 100,000 enterprise customers in late 2025; the developer blog and Scout say customers, in April 2026.",
        shown_as: "More than 100,000 customers of any size: a floor, with no spending known.",
    },
    Contradiction {
        id: "C12",
        question: "Microsoft × Anthropic",
        readings: "Unblocked: up to $5B in computing. Public record: Microsoft invests up to 5, and Anthropic buys $30B of computing.",
        shown_as: "The public reading.",
    },
    Contradiction {
        id: "C13",
        question: "How many AWS customers?",
        readings: "Kim: about a million enterprises. Public: over a million active customers of all sizes in 2016, millions today.",
        shown_as: "1 million, with a slider up to 5 million; at 3 million, today’s adoption is 3.3%, not 10%.",
    },
    Contradiction {
        id: "C14",
        question: "When was the earlier money invested?",
        readings: "Unblocked: September 2023 for the first 4, of which 1.25 was then paid. Kim: 4 in 2023 and 4 in 2024.",
        shown_as: "One sunk amount, unless it is counted at cost.",
    },
    Contradiction {
        id: "C15",
        question: "A nine-figure check?",
        readings: "Kim; but 5,000,000,000 has ten figures.",
        shown_as: "Not repeated.",
    },
    Contradiction {
        id: "C16",
        question: "Which chips, how many?",
        readings: "Unblocked dates a million Trainium2 chips to 2024, public reports to the end of 2025; other articles name other chips.",
        shown_as: "No chip count is used.",
    },
    Contradiction {
        id: "C17",
        question: "Exclusive or neutral?",
        readings: "Zero Human Company: AWS comes first. The developer blog: AWS serves rivals too. Unblocked: partners who also compete.",
        shown_as: "Overlap above 0 and an incremental share below 100%.",
    },
    Contradiction {
        id: "C18",
        question: "Is the deal good?",
        readings: "Sound, unequal, a masterstroke or overcommitment, depending on the article.",
        shown_as: "Break-evens, and no verdict on the deal.",
    },
    Contradiction {
        id: "C19",
        question: "What is the subsidy for?",
        readings: "Zero Human Company: cheap computing for a commitment of revenue. Kim: buying consumption in advance.",
        shown_as: "Three figures for each dollar of commitment: gross, in present value, and net of the shares.",
    },
    Contradiction {
        id: "C20",
        question: "Term of OpenAI’s commitment",
        readings: "The developer blog gives none for its $100B.",
        shown_as: "The public term of eight years, labelled public.",
    },
];
