//! What a frame and the page around it say to each other.
//!
//! Our own messages are objects with `offtake`, the version of this protocol, and `type`; the rest depends on it:
//!
//! | from | `type` | other keys |
//! |---|---|---|
//! | host | `set` | `query`: laid onto the present state by the rules of links |
//! | host | `get` | none; the frame answers with `change` |
//! | frame | `ready` | as `change`; sent once, when the calculator runs |
//! | frame | `change` | `program`, `model`, `data`: versions; `query`: the public state; `verdict`; `figures`; `ignored`, `refused` |
//! | frame | `height` | `height` of the card, in CSS pixels |
//!
//! The height is told in four foreign shapes as well, because many hosts already listen to one of them: see [`heights`].
//!
//! Messages of hosts come from anybody: what is too long, no object of ours, of another version or of an unknown type is
//! refused and counted, and a query is read field by field by the decoder of links. Nothing is evaluated.

use std::fmt::Write;

use crate::model::{BuyerOutcome, IrrStatus, LabOutcome, Outcome, PaybackStatus};

/// The version of the messages.
pub const VERSION: u32 = 1;

/// The longest query that is read, in bytes: twice as long as any link.
pub const LONGEST: usize = 32_768;

/// The longest name of a frame that pym gives, in bytes.
const LONGEST_CHILD: usize = 64;

/// The tallest frame that is told, in CSS pixels.
const TALLEST: f64 = 100_000.0;

/// What a host asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromHost {
    /// Lay this query onto the present state.
    Set(String),
    /// Tell the present state.
    Get,
}

/// What stands in a message under the keys that are read, each only if it has the type that it must have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// `offtake`; nothing where the message is not one of ours.
    pub version: Option<f64>,
    /// `type`.
    pub kind: Option<String>,
    /// `query`.
    pub query: Option<String>,
}

/// Why a message is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The query is longer than [`LONGEST`].
    TooLong,
    /// Not an object of ours.
    NotOurs,
    /// Of another version.
    OtherVersion,
    /// Of an unknown type.
    UnknownType,
    /// `set` without a text under `query`.
    NoQuery,
}

/// Reads a message of a host.
///
/// # Errors
/// When it is none, and why.
pub fn read(heard: Heard) -> Result<FromHost, Refused> {
    let Heard { version, kind, query } = heard;
    if version.ok_or(Refused::NotOurs)?.to_bits() != f64::from(VERSION).to_bits() {
        return Err(Refused::OtherVersion);
    }
    match (kind.as_deref(), query) {
        (Some("set"), Some(query)) if query.len() > LONGEST => Err(Refused::TooLong),
        (Some("set"), Some(query)) => Ok(FromHost::Set(query)),
        (Some("set"), None) => Err(Refused::NoQuery),
        (Some("get"), _) => Ok(FromHost::Get),
        _ => Err(Refused::UnknownType),
    }
}

/// What a frame tells its host about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'a> {
    /// The state as a query, without what only concerns the frame.
    pub query: &'a str,
    /// The version of the data that it is told in.
    pub data: &'a str,
    /// The answer in a sentence.
    pub verdict: &'a str,
    /// The answer to the side that asks.
    pub outcome: Figures<'a>,
    /// How many fields of the last query were not understood.
    pub ignored: usize,
    /// How many messages were refused so far.
    pub refused: u32,
}

/// The answer of a side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figures<'a> {
    /// Of the deal.
    Deal(&'a Outcome),
    /// Of the lab's burden, with its smallest headroom, $B.
    Lab(&'a LabOutcome, f64),
    /// Of the buyer's commitment.
    Buyer(&'a BuyerOutcome),
}

/// A message as it is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Post {
    /// An object, as JSON text.
    Object(String),
    /// A text, as it is.
    Text(String),
}

/// The calculator runs.
#[must_use]
pub fn ready(told: &Told) -> Post {
    state("ready", told)
}

/// The answer has changed, or was asked for.
#[must_use]
pub fn change(told: &Told) -> Post {
    state("change", told)
}

fn state(kind: &str, told: &Told) -> Post {
    let Told { query, data, verdict, outcome, ignored, refused } = told;
    let mut object = Object::ours(kind);
    object.text("program", env!("CARGO_PKG_VERSION")).text("model", crate::model::MODEL_VERSION).text("data", data);
    object.text("query", query).text("verdict", verdict).object("figures", figures(*outcome));
    object.put("ignored", &ignored.to_string()).put("refused", &refused.to_string());
    Post::Object(object.close())
}

/// The key figures, by the names that they have in the wire format; parts of parts are joined by a line.
fn figures(outcome: Figures) -> Object {
    match outcome {
        Figures::Deal(outcome) => figures_of_deal(outcome),
        Figures::Lab(outcome, headroom_b) => {
            let heaviest = outcome.rows.iter().map(|row| row.share).fold(0.0, f64::max);
            let mut object = Object::default();
            object.number("headroom_b", headroom_b).number("heaviest_share", heaviest);
            object.number("headline_share", outcome.headline_share);
            object.number("years_funded_by_investor", outcome.years_funded_by_investor);
            object
        }
        Figures::Buyer(outcome) => {
            let mut object = Object::default();
            object.number("npv_m", outcome.npv_m).number("pv_commit_benefit_m", outcome.pv_commit_benefit_m);
            object.number("pv_infra_saving_m", outcome.pv_infra_saving_m);
            object.number("expected_switching_m", outcome.expected_switching_m);
            object.number("exit_exposure_m", outcome.exit_exposure_m);
            object.number("break_even_usage", outcome.break_even_usage);
            object.number("commit_share_of_demand", outcome.commit_share_of_demand);
            object
        }
    }
}

fn figures_of_deal(outcome: &Outcome) -> Object {
    let Outcome { break_even, commit_share, payback, .. } = outcome;
    let mut object = Object::default();
    object.number("npv_b", outcome.npv_b).number("npv_stake_at_cost_b", outcome.npv_stake_at_cost_b);
    object.number("npv_with_equity_b", outcome.npv_with_equity_b);
    object.number("irr", outcome.irr).text("irr_status", irr_status(outcome.irr_status));
    object.number("mirr", outcome.mirr).number("moic", outcome.moic);
    object.number("invested_b", outcome.invested_b).number("net_total_b", outcome.net_total_b);
    object.number("payback_years", payback.years).text("payback_status", payback_status(payback.status));
    object.number("peak_exposure_b", outcome.peak_exposure_b);
    object.number("break_even_commit_margin", break_even.commit_margin);
    object.number("break_even_adoption_ceiling", break_even.adoption_ceiling);
    object.number("commit_share_headline", commit_share.headline);
    object.number("commit_share_last_year", commit_share.last_year);
    object
}

const fn irr_status(status: IrrStatus) -> &'static str {
    match status {
        IrrStatus::Unique => "unique",
        IrrStatus::Multiple => "multiple",
        IrrStatus::None => "none",
        IrrStatus::AllInflow => "all_inflow",
        IrrStatus::AllOutflow => "all_outflow",
        IrrStatus::NoFlows => "no_flows",
    }
}

const fn payback_status(status: PaybackStatus) -> &'static str {
    match status {
        PaybackStatus::Immediate => "immediate",
        PaybackStatus::PaidBack => "paid_back",
        PaybackStatus::Never => "never",
    }
}

/// A height as whole CSS pixels that hold it.
#[must_use]
pub fn pixels(height: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and TALLEST; not a number is 0"
    )]
    let whole = height.ceil().clamp(0.0, TALLEST) as u32;
    whole
}

/// The height of the card in every shape that hosts listen to: ours, Datawrapper, AMP, Embedly and Medium, and pym where
/// the host's script has named the frame.
#[must_use]
pub fn heights(height: u32, address: &str, child: Option<&str>) -> Vec<Post> {
    let value = height.to_string();
    let (mut ours, mut amp, mut embedly) = (Object::ours("height"), Object::default(), Object::default());
    ours.put("height", &value);
    amp.text("sentinel", "amp").text("type", "embed-size").put("height", &value);
    embedly.text("src", address).text("context", "iframe.resize").put("height", &value);
    let (mut datawrapper, mut by_id) = (Object::default(), Object::default());
    by_id.put("offtake", &value);
    datawrapper.object("datawrapper-height", by_id);
    let mut posts = vec![
        Post::Object(ours.close()),
        Post::Object(datawrapper.close()),
        Post::Object(amp.close()),
        Post::Text(embedly.close()),
    ];
    posts.extend(child.map(|child| Post::Text(format!("pymxPYMx{child}xPYMxheightxPYMx{value}"))));
    posts
}

/// The name that the script of pym gives a frame in its address, if it is one that can be passed on.
#[must_use]
pub fn child(query: &str) -> Option<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let (_, name) = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "childId")?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let fits = !name.is_empty() && name.len() <= LONGEST_CHILD && name.bytes().all(is_name);
    fits.then(|| name.into_owned())
}

/// A JSON object in the making. Its few values are written here, because a general writer would be a larger download.
#[derive(Default)]
struct Object(String);

impl Object {
    fn ours(kind: &str) -> Self {
        let mut object = Self::default();
        object.put("offtake", &VERSION.to_string()).text("type", kind);
        object
    }

    /// A value that is JSON already.
    fn put(&mut self, key: &str, json: &str) -> &mut Self {
        let comma = if self.0.is_empty() { "" } else { "," };
        self.0 = format!("{}{comma}\"{key}\":{json}", self.0);
        self
    }

    fn object(&mut self, key: &str, value: Self) -> &mut Self {
        self.put(key, &value.close())
    }

    fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.put(key, &quoted(text))
    }

    /// Null stands for what does not apply; the model gives no other number than a finite one.
    fn number(&mut self, key: &str, value: impl Into<Option<f64>>) -> &mut Self {
        let value = value.into().filter(|value| value.is_finite());
        self.put(key, &value.map_or_else(|| "null".to_owned(), |value| value.to_string()))
    }

    fn close(self) -> String {
        format!("{{{}}}", self.0)
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign.is_control() => {
                // Writing into a text cannot fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted + "\""
}
