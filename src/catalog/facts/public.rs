//! What public reports add.

use super::PublicPoint;

/// Reference points from secondary public sources; not checked against primary filings.
pub static PUBLIC: &[PublicPoint] = &[
    PublicPoint {
        id: "P1",
        point: "AWS Q4 2025",
        value: "$35.6B, run-rate 142, operating income 12.5, margin 35.0%, backlog 244",
        place: "fool.com/earnings/call-transcripts/2026/02/05 (Amazon Q4 2025 call)",
    },
    PublicPoint {
        id: "P2",
        point: "AWS Q1 2026",
        value: "$37.6B (+28%), operating income 14.2 (37.7%), backlog 364 excluding the Anthropic deal of more than 100",
        place: "Amazon release of 2026-04-29 at mtrustcompany.marketminute.com; belcourt.vercel.app/AMZN; earnings.shihao.uk",
    },
    PublicPoint {
        id: "P3",
        point: "AWS margin range",
        value: "39.5% Q1 2025, 32.9% Q2 2025",
        place: "web-origin.lbkrs.com/news/251095284",
    },
    PublicPoint {
        id: "P4",
        point: "Bernstein, AI data centre",
        value: "$35B a GW; rack 3.4M compute + 2.5M physical; ASIC racks save about 19% of capex; GPU 39% of cost",
        place: "ng.investing.com (how-much-does-a-gw...-2169144); fxbaogao.com/detail/5182980",
    },
    PublicPoint {
        id: "P5",
        point: "Nvidia",
        value: "$50-60B a GW (35 of it Nvidia); later 80-100 claimed at Computex 2026; IBM CEO about 80",
        place: "livemint.com 11756731303509; gridreadiness.com (weak); web3.okx.com post (weak)",
    },
    PublicPoint {
        id: "P6",
        point: "Epoch AI, 14 May 2026",
        value: "$38B a GW capex, $0.9B a year opex, $8.5B a year total cost; 5-year IT, 14-year facility; 3-year life raises it to 12",
        place: "epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    },
    PublicPoint {
        id: "P7",
        point: "Trainium saving",
        value: "AWS: 30-40% cost saving over GPU",
        place: "tomshardware.com/tech-industry/amazon-invests-50-billion-in-openai",
    },
    PublicPoint {
        id: "P8",
        point: "Server life",
        value: "6 to 5 years for a subset from 1 Jan 2025",
        place: "deepquarry.substack.com (quotes the 10-K)",
    },
    PublicPoint {
        id: "P9",
        point: "Tax",
        value: "2025 provision $19.1B, cash taxes 8.3; effective 19.6%; 100% bonus depreciation",
        place: "sec.gov .../000101872426000004/R18.htm; industryslice.com",
    },
    PublicPoint {
        id: "P10",
        point: "WACC of AMZN",
        value: "9.66%; 9.36% (Dec 2024); 8.3% (May 2025)",
        place: "deepviews.dev/en/wacc/amzn; valuesense.io; neyman.ai",
    },
    PublicPoint {
        id: "P11",
        point: "Anthropic valuation",
        value: "61.5 (Mar 2025), 183 (Sep 2025), 380 (Feb 2026), 965 (28 May 2026)",
        place: "noncemedia.com; discoverheadlines.com; africa.businessinsider.com",
    },
    PublicPoint {
        id: "P12",
        point: "Price of the April 2026 tranche",
        value: "380 (two sources) or 350 (one): unresolved",
        place: "vucense.com; gizevo.com; techvisor.pro",
    },
    PublicPoint {
        id: "P13",
        point: "Amazon's holding, fair value",
        value: "$60.6B at 2025-12-31 (45.8 notes + 14.8 preferred); 74.2 at 2026-03-31 (42.2 + 32); implied 16-20%, at most 21% in Sep 2025; non-voting",
        place: "africa.businessinsider.com; tokentoday.org; stockwatchindex.com",
    },
    PublicPoint {
        id: "P14",
        point: "Mark-ups",
        value: "$16.8B pre-tax in Q1 2026; 9.5 in Q3 2025",
        place: "Amazon release (P2); longbridge.com/news/263828065",
    },
    PublicPoint {
        id: "P15",
        point: "Anthropic revenue",
        value: "run-rate 47 (late May 2026); gross booking disputed: about 22 net of 30; plan (Nov 2025) up to 70 in 2028; gross margin about 40% reported",
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
        point: "Anthropic's spend on AWS, 2026",
        value: "$10B (Citizens), +6 incremental (BofA): supports 10 a year as a year-1 draw",
        place: "benzinga.com/.../51015981",
    },
    PublicPoint {
        id: "P18",
        point: "Resale",
        value: "Anthropic pays about half of gross profit on Bedrock resales; cloud payouts 1.9 (2026), 6.4 (2027) to all",
        place: "up2info.com/?p=70578 (The Information)",
    },
    PublicPoint {
        id: "P19",
        point: "Thin margins",
        value: "Oracle GPU rental 14% gross, average 16%; a further 7 points of depreciation",
        place: "thechek.posthaven.com; parameter.io",
    },
    PublicPoint {
        id: "P20",
        point: "Price per GW-year",
        value: "Oracle × OpenAI 300/5/4.5 = 13.3; Google × Anthropic 200/5/5 = 8.0; AWS × OpenAI 100/8/2 = 6.25",
        place: "cdomagazine.tech; gogoai.xin, gocodelab.com; tomshardware.com",
    },
    PublicPoint {
        id: "P21",
        point: "Amazon × OpenAI",
        value: "15 now + 35 on conditions; +100 over 8 years (on 38); 2 GW; 730 pre-money; run-rate 25",
        place: "tomshardware.com; zilck.com; aiforautomation.io",
    },
    PublicPoint {
        id: "P22",
        point: "Microsoft × OpenAI",
        value: "27%, about $135B; 250 Azure; invested 13.8",
        place: "anteroom.so (quotes 8-K 99.2); newsghana.com.gh",
    },
    PublicPoint {
        id: "P23",
        point: "Microsoft, Nvidia × Anthropic",
        value: "invest up to 5 and 10; 30 of Azure; up to 1 GW; 18 Nov 2025",
        place: "wyomingstarnews.org; republicworld.com",
    },
    PublicPoint {
        id: "P24",
        point: "AWS commitments for buyers",
        value: "from about 1M a year; 5-20% typical, 6-15% entry, 20-30%+ large; shortfall billed; term 1-5 years",
        place: "redresscompliance.com; procr.io/post/aws-pricing-2026; cloudcommitmentadvisory.pages.dev",
    },
    PublicPoint {
        id: "P25",
        point: "AI switching cost",
        value: "315k average; platform migration median 1.75M",
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
        value: "3.9 GW added in 2025; 2026 capex about $200B; Rainier $11B campus, more than 2.2 GW planned",
        place: "particlenews.pages.dev; rbtfl.xyz; sherwood.news",
    },
    PublicPoint {
        id: "P28",
        point: "Anthropic's post of 20 Apr 2026",
        value: "more than $100B over ten years, up to 5 GW, nearly 1 GW by the end of 2026, extra Bedrock capacity",
        place: "open-techstack.com; victorqueiroz.dev/blog/the-single-counterparty",
    },
    PublicPoint {
        id: "P29",
        point: "Google × Anthropic",
        value: "up to 40 (10 now, 30 on milestones) at 350; 200 over 5 years from 2027: press, not confirmed by either",
        place: "gocodelab.com; ailearningguides.com",
    },
    PublicPoint {
        id: "P30",
        point: "IRR pitfalls",
        value: "several roots, closest to zero returned",
        place: "github.com/numpy/numpy-financial issues 28, 39, 98",
    },
];
