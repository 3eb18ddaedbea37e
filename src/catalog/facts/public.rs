//! What public reports add.

use super::PublicPoint;

/// Reference points from secondary public sources; not checked against primary filings.
pub static PUBLIC: &[PublicPoint] = &[
    PublicPoint {
        id: "P1",
        point: "AWS Q4 2025",
        value: "$35.6B, run-rate $142B, operating income $12.5B, margin 35.0%, backlog $244B",
        place: "fool.com/earnings/call-transcripts/2026/02/05 (Amazon Q4 2025 call)",
    },
    PublicPoint {
        id: "P2",
        point: "AWS Q1 2026",
        value: "$37.6B (+28%), operating income $14.2B (37.7%), backlog $364B without the Anthropic deal of more than $100B",
        place: "Amazon release of 2026-04-29 at mtrustcompany.marketminute.com; belcourt.vercel.app/AMZN; earnings.shihao.uk",
    },
    PublicPoint {
        id: "P3",
        point: "AWS margin range",
        value: "39.5% in Q1 2025, 32.9% in Q2 2025",
        place: "web-origin.lbkrs.com/news/251095284",
    },
    PublicPoint {
        id: "P4",
        point: "Bernstein, AI data centre",
        value: "$35B a GW; a rack is $3.4M of computing and $2.5M of physical plant; racks with custom chips save about 19% of capex; GPUs are 39% of the cost",
        place: "ng.investing.com (how-much-does-a-gw...-2169144); fxbaogao.com/detail/5182980",
    },
    PublicPoint {
        id: "P5",
        point: "Nvidia",
        value: "$50B to $60B a GW, $35B of it Nvidia; later $80B to $100B, claimed at Computex 2026; the head of IBM says about $80B",
        place: "livemint.com 11756731303509; gridreadiness.com (weak); web3.okx.com post (weak)",
    },
    PublicPoint {
        id: "P6",
        point: "Epoch AI, 14 May 2026",
        value: "$38B a GW of capex, $0.9B a year to run, $8.5B a year in all; servers live 5 years, the building 14; a server life of 3 years raises that to $12B",
        place: "epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    },
    PublicPoint {
        id: "P7",
        point: "Trainium saving",
        value: "AWS claims 30% to 40% lower cost than GPUs",
        place: "tomshardware.com/tech-industry/amazon-invests-50-billion-in-openai",
    },
    PublicPoint {
        id: "P8",
        point: "Server life",
        value: "from 6 to 5 years for some servers as of 1 Jan 2025",
        place: "deepquarry.substack.com (quotes the 10-K)",
    },
    PublicPoint {
        id: "P9",
        point: "Tax",
        value: "2025 provision $19.1B, cash taxes $8.3B; effective rate 19.6%; bonus depreciation of 100%",
        place: "sec.gov .../000101872426000004/R18.htm; industryslice.com",
    },
    PublicPoint {
        id: "P10",
        point: "Cost of capital of Amazon (WACC)",
        value: "9.66%; 9.36% (Dec 2024); 8.3% (May 2025)",
        place: "deepviews.dev/en/wacc/amzn; valuesense.io; neyman.ai",
    },
    PublicPoint {
        id: "P11",
        point: "Anthropic valuation",
        value: "$61.5B (Mar 2025), $183B (Sep 2025), $380B (Feb 2026), $965B (28 May 2026)",
        place: "noncemedia.com; discoverheadlines.com; africa.businessinsider.com",
    },
    PublicPoint {
        id: "P12",
        point: "Price of the April 2026 tranche",
        value: "$380B (two sources) or $350B (one): unresolved",
        place: "vucense.com; gizevo.com; techvisor.pro",
    },
    PublicPoint {
        id: "P13",
        point: "Amazon’s holding, fair value",
        value: "$60.6B on 31 Dec 2025 (45.8 in notes, 14.8 in preferred shares); $74.2B on 31 Mar 2026 (42.2 and 32); implies 16% to 20%, at most 21% in Sep 2025; no votes",
        place: "africa.businessinsider.com; tokentoday.org; stockwatchindex.com",
    },
    PublicPoint {
        id: "P14",
        point: "Mark-ups",
        value: "$16.8B before tax in Q1 2026; $9.5B in Q3 2025",
        place: "Amazon release (P2); longbridge.com/news/263828065",
    },
    PublicPoint {
        id: "P15",
        point: "Anthropic revenue",
        value: "run-rate $47B (late May 2026); booking disputed: $30B gross, about $22B net; plan of Nov 2025: up to $70B in 2028; gross margin about 40%, as reported",
        place: "jamesstjournal.com; htx.com; the-decoder.com; htx.com ('900 Billion')",
    },
    PublicPoint {
        id: "P16",
        point: "Bedrock",
        value: "run-rate about $5.5B, about 4% of AWS, operating margin up to 55% (an estimate); no take-or-pay floor, second-hand",
        place: "longbridge.com/en/news/287883051; en.taibo.cn/p/25783728; kfyze.com",
    },
    PublicPoint {
        id: "P17",
        point: "Anthropic’s spend on AWS, 2026",
        value: "$10B (Citizens); $6B incremental (BofA); supports $10B as the draw of the first year",
        place: "benzinga.com/.../51015981",
    },
    PublicPoint {
        id: "P18",
        point: "Resale",
        value: "Anthropic pays about half of the gross profit on resale through Bedrock; payouts to all clouds $1.9B (2026), $6.4B (2027)",
        place: "up2info.com/?p=70578 (The Information)",
    },
    PublicPoint {
        id: "P19",
        point: "Thin margins",
        value: "Oracle’s GPU rental 14% gross, 16% on average; depreciation takes 7 points more",
        place: "thechek.posthaven.com; parameter.io",
    },
    PublicPoint {
        id: "P20",
        point: "Price per GW-year",
        value: "Oracle × OpenAI $300B over 5 years and 4.5 GW: $13.3B; Google × Anthropic $200B over 5 and 5: $8.0B; AWS × OpenAI $100B over 8 and 2: $6.25B",
        place: "cdomagazine.tech; gogoai.xin, gocodelab.com; tomshardware.com",
    },
    PublicPoint {
        id: "P21",
        point: "Amazon × OpenAI",
        value: "$15B now and $35B on conditions; commitment of $100B more over 8 years, on top of $38B; 2 GW; $730B before the money; run-rate $25B",
        place: "tomshardware.com; zilck.com; aiforautomation.io",
    },
    PublicPoint {
        id: "P22",
        point: "Microsoft × OpenAI",
        value: "27%, about $135B; $250B committed to Azure; $13.8B invested",
        place: "anteroom.so (quotes 8-K 99.2); newsghana.com.gh",
    },
    PublicPoint {
        id: "P23",
        point: "Microsoft, Nvidia × Anthropic",
        value: "invest up to $5B and $10B; $30B committed to Azure; up to 1 GW; 18 Nov 2025",
        place: "wyomingstarnews.org; republicworld.com",
    },
    PublicPoint {
        id: "P24",
        point: "AWS commitments for buyers",
        value: "from about $1M a year; discounts of 5% to 20% typical, 6% to 15% at first, 20% to 30% and more for large ones; a shortfall is billed; terms of 1 to 5 years",
        place: "redresscompliance.com; procr.io/post/aws-pricing-2026; cloudcommitmentadvisory.pages.dev",
    },
    PublicPoint {
        id: "P25",
        point: "AI switching cost",
        value: "$315k on average; moving a platform $1.75M, median",
        place: "alatirok.com (weak); stateofai.pages.dev",
    },
    PublicPoint {
        id: "P26",
        point: "Bass averages",
        value: "p 0.03, q 0.38",
        place: "spokes-wiki.pages.dev; tx.shu.edu.tw",
    },
    PublicPoint {
        id: "P27",
        point: "Amazon capacity",
        value: "3.9 GW added in 2025; capex of 2026 about $200B; the Rainier campus $11B, more than 2.2 GW planned",
        place: "particlenews.pages.dev; rbtfl.xyz; sherwood.news",
    },
    PublicPoint {
        id: "P28",
        point: "Anthropic’s post of 20 Apr 2026",
        value: "more than $100B over ten years, up to 5 GW, nearly 1 GW by the end of 2026, extra Bedrock capacity",
        place: "open-techstack.com; victorqueiroz.dev/blog/the-single-counterparty",
    },
    PublicPoint {
        id: "P29",
        point: "Google × Anthropic",
        value: "up to $40B ($10B now, $30B on milestones) at $350B; $200B over 5 years from 2027: from the press, confirmed by neither",
        place: "gocodelab.com; ailearningguides.com",
    },
    PublicPoint {
        id: "P30",
        point: "IRR pitfalls",
        value: "of several rates the one closest to zero is given, without a word",
        place: "github.com/numpy/numpy-financial issues 28, 39, 98",
    },
];
